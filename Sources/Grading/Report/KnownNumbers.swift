import Backprop
import Formulas

/// The numbers for which a decimal in somebody's arithmetic may stand: those of the lesson, and the person's own.
struct KnownNumbers {
  /// By their sizes.
  private let numbers: [(size: Double, entry: Int)]
  private let lines: Int

  /// The values of lines, and after them those that are given, from one or several sources.
  init(_ sources: [[Double]], lines: Int) {
    self.lines = lines
    let all = sources.flatMap { source in source.enumerated().map { (size: $1.magnitude, entry: $0) } }
    numbers = all.filter(\.size.isFinite).sorted { $0.size < $1.size }
  }

  /// By how much a decimal in the arithmetic of a line may differ from what it stands for.
  ///
  /// A number that is given, or found exactly, stands as it is. A decimal that may be a number before the line, rounded or cut off, is as
  /// far from it as it is. Any other may be rounded, if it has so many digits that somebody may have stopped there.
  func slack(of numeral: Numeral, in line: Int) -> Double {
    let (size, unit) = (numeral.value.magnitude, numeral.unit)
    guard size > 0, unit > 0 else { return 0 }
    var farthest: Double?
    var next = numbers.partitioningIndex { $0.size > size - unit }
    while next < numbers.count, numbers[next].size < size + unit {
      let number = numbers[next]
      next += 1
      guard number.entry < line || number.entry >= lines else { continue }
      let off = (number.size - size).magnitude
      let isSame = off <= 1e-9 * size
      if isSame || !Belief(exactly: number.size).isWhole(in: unit) {
        farthest = Swift.max(farthest ?? 0, isSame ? 0 : off)
      }
    }
    // What is rounded is within half a unit of its source.
    if let farthest { return Swift.min(unit, 2 * farthest) }
    return Claim(size, unit: unit).digits < Marker.leastDigits ? 0 : unit
  }
}

extension Array {
  /// The first place from which on something holds, if it holds of everything after it.
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
