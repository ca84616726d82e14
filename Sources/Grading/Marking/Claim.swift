import Backprop

/// A number that somebody wrote for a line.
package struct Claim: Hashable, Sendable {
  /// As it was written.
  package let value: Double
  /// One unit of the last digit that was written.
  package let unit: Double

  /// A number with the unit to which it claims to be right.
  package init(_ value: Double, unit: Double) {
    self.value = value
    self.unit = unit
  }

  /// How exact a formula, or a fraction, is taken to be.
  package static let exactness = 1e-13

  /// What may have been rounded, or cut off, to what was written: one unit either way.
  var interval: Interval { Interval(value - unit, value + unit).outward(4) }

  /// Whether it is a value, to one unit of its last digit.
  func isRight(_ value: Double) -> Bool {
    let off = (self.value - value).magnitude
    return off <= 1e-9 * value.magnitude || off <= unit * (1 + 1e-6)
  }

  /// How many digits it has, from the first that is not 0; none of 0.
  var digits: Int {
    guard value != 0, value.isFinite, unit > 0, unit.isFinite else { return 0 }
    let units = (value.magnitude / unit).rounded()
    return units >= 1 ? Int(Swift.min(units, 1e17).powerOfTen) + 1 : 0
  }

  /// Zeros at the end of a whole number may only fill it up: 238900 has four digits, and every number has two.
  var withoutFilling: Claim {
    guard unit == 1, value.magnitude >= 100, value.magnitude < 1e15 else { return self }
    var unit = 1.0
    while (value / (unit * 10)).truncatingRemainder(dividingBy: 1) == 0, value.magnitude >= unit * 100 {
      unit *= 10
    }
    return Claim(value, unit: unit)
  }
}

/// How a number is judged.
package enum Verdict: String, CaseIterable, Sendable {
  /// It follows, and has the digits that are asked for.
  case correct
  /// It follows, but has fewer digits than are asked for.
  case tooFewDigits = "too-few-digits"
  /// It follows rightly from something that is wrong.
  case carriedForward = "carried-forward"
  /// It follows from nothing.
  case wrong

  /// Whether nothing is wrong with it, or before it.
  package var isRight: Bool {
    switch self {
    case .correct, .tooFewDigits: true
    case .carriedForward, .wrong: false
    }
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
