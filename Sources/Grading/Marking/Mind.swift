import Backprop

/// What is taken for the values of all entries: between which bounds each lies, and where most likely.
struct Mind {
  private(set) var beliefs: [Interval]
  private var points: [Double]

  /// Before the first line only the givens are known.
  init(givens: [Interval], lines: Int) {
    beliefs = [Interval](repeating: .all, count: lines) + givens
    points = [Double](repeating: .nan, count: lines) + givens.map(\.middle)
  }

  /// What a formula comes to: where it has to lie, and where most likely.
  struct Value {
    let interval: Interval
    let point: Double
  }

  func value(_ formula: EntryFormula) -> Value {
    Value(interval: formula.value { beliefs[$0] }, point: formula.value { points[$0] })
  }

  /// What a line's own rule gives, by either way; by the long one alone where something on it is mistaken.
  func value(_ rule: Rule, longWayOnly: Bool) -> Value {
    let long = value(rule.formula)
    guard let shortcut = rule.shortcut, !longWayOnly else { return long }
    let short = value(shortcut)
    // Where the long way loses its digits, the short one says where the number is.
    let isLost = long.interval.width > 64 * Swift.max(short.interval.width, short.point.magnitude)
    return Value(interval: isLost ? short.interval : long.interval.union(short.interval), point: short.point)
  }

  /// Nothing was written: the value, rounded once more unless it is only copied.
  mutating func suppose(_ value: Value, at line: Int, digits: Int?) {
    beliefs[line] = digits.map { value.interval.rounded(digits: $0) } ?? value.interval
    points[line] = value.point
  }

  /// The person goes on with what was written, or with what it was rounded from, if that is known.
  mutating func believe(_ claim: Claim, _ value: Value?, at line: Int) {
    let point = Interval(exactly: claim.value)
    let source = value.map { claim.interval.intersection($0.interval) ?? point }
    beliefs[line] = source.map { $0.union(point) } ?? claim.interval
    points[line] = claim.value
  }
}

extension Interval {
  /// With one more rounding to so many significant digits.
  fileprivate func rounded(digits: Int) -> Interval {
    let size = Swift.min(Swift.max(low.magnitude, high.magnitude), Double.greatestFiniteMagnitude)
    guard size > 0 else { return self }
    return widened(by: size.unit(digits: digits))
  }
}

extension Double {
  /// One unit of the last of so many significant digits.
  package func unit(digits: Int) -> Double {
    guard isFinite, self != 0 else { return 0 }
    let place = Int(powerOfTen) - digits + 1 - Self.smallestPower
    return Self.powersOfTen.indices.contains(place) ? Self.powersOfTen[place] : 0
  }

  /// The power of ten of the first digit, of a finite number that is not 0.
  var powerOfTen: Double {
    // ln 1000 / ln 10 is a little less than 3.
    (Double.ln(magnitude) / Double.ln(10) + 1e-9).rounded(.down)
  }

  private static let smallestPower = -323
  private static let powersOfTen = (smallestPower...308).map { Double("1e\($0)") ?? 0 }
}
