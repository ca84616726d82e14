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

  /// Whether its digits are those of a number with 24 bits.
  var isOfSinglePrecision: Bool { (value - Double(Float(value))).magnitude <= unit * 0.500001 }

  /// The same number, right to so many digits only, if it has more.
  func shortened(to digits: Int) -> Claim {
    self.digits > digits ? Claim(value, unit: value.unit(digits: digits)) : self
  }

  /// Whether all digits behind the first so many are zeros, as a program fills them up.
  func isFilledUp(behind digits: Int) -> Bool {
    let unit = value.unit(digits: digits)
    return self.digits > digits && unit > 0
      && ((value / unit).rounded() * unit - value).magnitude <= 1e-9 * value.magnitude
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
