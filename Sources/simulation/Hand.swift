import Formulas

/// A number on paper.
struct Written: Hashable {
  /// Its value.
  var value: Double
  /// One unit of its last digit; 0 for a fraction or a formula, which leaves nothing open.
  var unit: Double
}

/// How somebody writes numbers down, and goes on with them.
struct Hand {
  /// How many digits there are.
  enum Figures {
    case significant(ClosedRange<Int>)
    case decimals(ClosedRange<Int>)
  }

  /// What becomes of the digits that are not written.
  enum Rest: CaseIterable {
    case rounded, roundedToEven, cutOff, down, up
  }

  var name = ""
  var figures: Figures
  /// One of these each time.
  var rests: [Rest] = [.rounded]
  /// Whether the person goes on with what is written, or with all digits of the calculator.
  var carries = true
  var leavesZerosOut = false
  /// The part of the lines that has a fraction or a formula in place of a decimal.
  var exactLines = 0.0
  /// The part of the lines that is left out.
  var missingLines = 0.0
  /// The precision of a program that the numbers are copied from.
  var bits: Int?

  /// A value as it is written in a line.
  func written(_ value: Double, _ generator: inout SplitMix64) -> Written {
    if exactLines > 0, Double.random(in: 0..<1, using: &generator) < exactLines {
      return Written(value: value, unit: 0)
    }
    let power: Int
    switch figures {
    case .significant(let range):
      let digits = range.count == 1 ? range.lowerBound : Int.random(in: range, using: &generator)
      guard value != 0 else { return Written(value: 0, unit: 1) }
      power = value.magnitude.powerOfTen - digits + 1
    case .decimals(let range):
      power = -(range.count == 1 ? range.lowerBound : Int.random(in: range, using: &generator))
    }
    let rest = rests.count == 1 ? rests[0] : rests.randomElement(using: &generator) ?? .rounded
    return Written(value.scaled(by: -power), rest, power: power, leavesZerosOut: leavesZerosOut)
  }
}

extension Written {
  /// So many units of a power of ten.
  fileprivate init(_ units: Double, _ rest: Hand.Rest, power: Int, leavesZerosOut: Bool) {
    // What is a whole number of units but for the arithmetic of the computer stays it.
    let near = units.rounded()
    let units = (units - near).magnitude <= 1e-12 * near.magnitude ? near : units
    let rule: FloatingPointRoundingRule =
      switch rest {
      case .rounded: .toNearestOrAwayFromZero
      case .roundedToEven: .toNearestOrEven
      case .cutOff: .towardZero
      case .down: .down
      case .up: .up
      }
    var (count, power) = (units.rounded(rule), power)
    let value = count.scaled(by: power)
    if leavesZerosOut {
      while power < 0, count != 0, count.truncatingRemainder(dividingBy: 10) == 0 {
        (count, power) = (count / 10, power + 1)
      }
      if count == 0 { power = 0 }
    }
    // Nobody sees which of the zeros of a whole number were meant.
    while power > 0, count.magnitude >= 1_000, count.truncatingRemainder(dividingBy: 10) == 0 {
      (count, power) = (count / 10, power + 1)
    }
    self.init(value: value, unit: 1.0.scaled(by: power))
  }
}

extension Double {
  /// Times a power of ten, with one rounding.
  func scaled(by power: Int) -> Double {
    guard power.magnitude <= 22 else { return self * (Double("1e\(power)") ?? 0) }
    let scale = (0..<power.magnitude).reduce(1.0) { product, _ in product * 10 }
    return power < 0 ? self / scale : self * scale
  }

  /// The power of ten of the first digit.
  var powerOfTen: Int {
    guard isFinite, self > 0 else { return 0 }
    var power = Int((Double(exponent) * 0.30103).rounded(.down))
    while self >= 1.0.scaled(by: power + 1) { power += 1 }
    while self < 1.0.scaled(by: power) { power -= 1 }
    return power
  }
}
