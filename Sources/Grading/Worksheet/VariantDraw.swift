import Formulas
import Lessons

/// Draws other numbers for a lesson, again and again.
struct VariantDraw {
  private let lesson: Lesson
  private var generator: SplitMix64

  init(_ lesson: Lesson, seed: UInt64) {
    self.lesson = lesson
    generator = SplitMix64(seed: seed)
  }

  /// The lesson with the next numbers: its shape, its rate and its penalty stay, and so do inputs that are all 0
  /// or 1.
  mutating func next() -> Lesson {
    var result = lesson
    for l in result.layers.indices {
      let layer = result.layers[l]
      let weights = layer.weights.flatMap { $0 }
      var numbers = drawn(
        weights.count + (layer.biases?.count ?? 0),
        upTo: Self.reach(of: weights + (layer.biases ?? []), least: 20),
        isSigned: true)[...]
      result.layers[l].weights = Lesson.Weights(
        layer.weights.map { row in row.map { numbers.popFirst() ?? $0 } })
      result.layers[l].biases = layer.biases.map { $0.map { numbers.popFirst() ?? $0 } }
    }
    for x in result.examples.indices {
      let inputs = lesson.examples.flatMap(\.inputs)
      if inputs.count == 1 || !inputs.allSatisfy(\.isYesOrNo) {
        result.examples[x].inputs = redrawn(result.examples[x].inputs, among: inputs)
      }
      result.examples[x].targets = redrawnTargets(result.examples[x].targets)
    }
    return result
  }

  /// Other targets; targets of 0 and 1 stay 0 and 1, and targets that are shares keep their sum.
  private mutating func redrawnTargets(_ targets: [Numeral]) -> [Numeral] {
    guard lesson.cost != .crossEntropy, lesson.cost != .hinge else { return targets }
    let redrawn = redrawn(targets, among: lesson.examples.flatMap(\.targets))
    guard lesson.layers.last?.activation.rule.isProbability == true else { return redrawn }
    return zip(targets, redrawn).map { $0.isYesOrNo ? $0 : $1 }
  }

  /// Other numbers of the same signs, and 0 for 0, up to the largest of all.
  private mutating func redrawn(_ numbers: [Numeral], among all: [Numeral]) -> [Numeral] {
    let drawn = drawn(numbers.count, upTo: Self.reach(of: all, least: 9), isSigned: false)
    return zip(numbers, drawn).map { old, new in
      old.value == 0 ? old : old.isNegative ? Numeral("-" + new.digits) ?? old : new
    }
  }

  /// The largest of the numbers in tenths, or `least` where that is more.
  private static func reach(of numbers: [Numeral], least: Int) -> Int {
    let largest = numbers.map(\.value.magnitude).max() ?? 0
    return largest <= Double(least) / 10 ? least : Int(min(largest, 1_000) * 10)
  }

  /// So many decimals other than 0 and 1, of different sizes if there are enough of them, with one digit after the point,
  /// or two if one is not enough.
  private mutating func drawn(_ count: Int, upTo tenths: Int, isSigned: Bool) -> [Numeral] {
    let isFine = count > tenths - 1
    let (unit, most) = (isFine ? 100 : 10, isFine ? tenths * 10 : tenths)
    var sizes = (1...most).filter { $0 != unit }
    var numbers: [Numeral] = []
    while numbers.count < count {
      if sizes.isEmpty { sizes = (1...most).filter { $0 != unit } }
      let size = sizes.remove(at: below(sizes.count))
      let isNegative = isSigned && below(2) == 1
      let fraction = String(size % unit)
      let zeros = String(repeating: "0", count: (isFine ? 2 : 1) - fraction.count)
      if let number = Numeral("\(isNegative ? "-" : "")\(size / unit).\(zeros)\(fraction)") {
        numbers.append(number)
      }
    }
    return numbers
  }

  /// Evenly from 0 up to but not including `count`, to within 2⁻³².
  private mutating func below(_ count: Int) -> Int {
    Int(((generator.next() >> 32) &* UInt64(count)) >> 32)
  }
}

extension Numeral {
  /// Whether it is 0 or 1, and so may be a label and not a measurement.
  fileprivate var isYesOrNo: Bool { value == 0 || value == 1 }
}
