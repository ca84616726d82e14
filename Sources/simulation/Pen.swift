import Backprop
import Formulas
import Grading

/// Slips of the pen, numbers out of the air, and sheets that nobody worked for.
extension Written {
  /// The number with a slip, and what it is.
  func slipped(_ generator: inout SplitMix64) -> (slip: String, written: Written, factor: Double?) {
    var digits = Array(String(Int64((value / unit).magnitude.rounded())).utf8)
    let number = Int.random(in: 0..<digits.count, using: &generator)
    func with(_ digits: [UInt8]) -> Written {
      let count = Double(String(decoding: digits, as: UTF8.self)) ?? 0
      return Written(value: (value < 0 ? -count : count) * unit, unit: unit)
    }
    switch Int.random(in: 0..<5, using: &generator) {
    case 0:
      return ("the sign lost", Written(value: -value, unit: unit), -1)
    case 1:
      let power = Bool.random(using: &generator) ? 1 : -1
      let moved = Written(value: value.scaled(by: power), unit: unit.scaled(by: power))
      return ("the point moved", moved, 1.0.scaled(by: power))
    case 2, 3:
      guard digits.count > 1 else { return ("nothing", self, nil) }
      digits.swapAt(max(number, 1), max(number, 1) - 1)
      return ("two digits exchanged", with(digits), nil)
    default:
      digits[number] = UInt8.random(in: UInt8(ascii: "0")...UInt8(ascii: "9"), using: &generator)
      return ("one digit changed", with(digits), nil)
    }
  }
}

extension Classroom {
  /// Digits exchanged or changed, the point moved, a sign lost, and carried on.
  func slipped(_ share: Share, _ generator: inout SplitMix64) -> Sheet? {
    let (hand, digits) = ordinaryHand(&generator)
    let seed = generator.next()
    guard let line = exercise.asked.randomElement(using: &generator) else { return nil }
    let own = generator.next()
    var (story, factor) = ("", Double?.none)
    let written = written(believing: [:], hand, share, seed: seed) { number, right in
      var generator = SplitMix64(seed: own)
      guard number == line, right.unit > 0 else { return right }
      let (slip, wrong, own) = right.slipped(&generator)
      factor = own
      story = "\(slip) in \(exercise.lines[line].name.text)"
      return wrong
    }
    guard let written, let first = first(of: written, hand, share, seed: seed, digits: digits) else {
      return nil
    }
    return Sheet(
      kind: .pen, share: share, hand: hand, story: story, written: written, first: first, slip: line,
      slipFactor: factor)
  }

  /// One number out of the air, alone or in a sheet that goes on with it: about as large as the right one, or of any size.
  func withRandomNumber(_ kind: Kind, _ share: Share, _ generator: inout SplitMix64) -> Sheet? {
    let (hand, digits) = ordinaryHand(&generator)
    let seed = generator.next()
    guard let line = lines(share).randomElement(using: &generator) else { return nil }
    let truth = exercise.values[line]
    let size =
      Bool.random(using: &generator)
      ? truth.magnitude * Double.exp(Double.random(in: -2...2, using: &generator))
      : Double.exp(Double.random(in: -7...3, using: &generator))
    let value = Bool.random(using: &generator) ? size : -size
    let number = hand.written(value, &generator)
    guard (number.value - truth).magnitude > 2 * Swift.max(number.unit, truth.magnitude.scaled(by: -digits))
    else {
      return nil
    }
    let story = "\(exercise.lines[line].name.text) = \(number.value)"
    if kind == .number {
      return Sheet(
        kind: kind, share: share, hand: hand, story: story, written: [line: number], first: [line])
    }
    let written = written(believing: [:], hand, share, seed: seed) { $0 == line ? number : $1 }
    guard let written, let first = first(of: written, hand, share, seed: seed, digits: digits) else {
      return nil
    }
    return Sheet(kind: kind, share: share, hand: hand, story: story, written: written, first: first)
  }

  /// Somebody without a mistake, with one of many habits.
  func correct(_ share: Share, _ generator: inout SplitMix64) -> Sheet? {
    let hand = Hand.all[Int.random(in: 0..<Hand.all.count, using: &generator)]
    guard let written = written(believing: [:], hand, share, seed: generator.next()) else { return nil }
    return Sheet(kind: .correct, share: share, hand: hand, story: hand.name, written: written)
  }

  /// Zeros, ones, one number everywhere, or 0 and 1 at random.
  func nonsense(_ share: Share, _ generator: inout SplitMix64) -> Sheet? {
    let fills: [(story: String, numbers: [Written])] = [
      ("0 everywhere", [Written(value: 0, unit: 1)]), ("0.0 everywhere", [Written(value: 0, unit: 0.1)]),
      ("1 everywhere", [Written(value: 1, unit: 1)]), ("0.5 everywhere", [Written(value: 0.5, unit: 0.1)]),
      ("0.37 everywhere", [Written(value: 0.37, unit: 0.01)]),
      ("0 and 1 at random", [Written(value: 0, unit: 1), Written(value: 1, unit: 1)]),
    ]
    let fill = fills[Int.random(in: 0..<fills.count, using: &generator)]
    var written: [Int: Written] = [:]
    for line in lines(share) { written[line] = fill.numbers.randomElement(using: &generator) }
    guard !written.isEmpty else { return nil }
    return Sheet(
      kind: .nonsense, share: share, hand: Hand(name: fill.story, figures: .significant(1...1)),
      story: fill.story,
      written: written)
  }
}
