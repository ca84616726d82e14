import Testing

@testable import Formulas

private func rational(_ text: String) -> Rational {
  Numeral(text).map { Rational($0) } ?? Rational(0) / Rational(0)
}

@Test func `Signs and order are those of the numbers`() {
  #expect(Rational.max(Rational(0), rational("-0.25")) == Rational(0))
  #expect(Rational.min(Rational(0), rational("-0.25")) == rational("-0.25"))
  #expect(Rational.step(rational("0.01")) == Rational(1))
  #expect(Rational.step(Rational(0)) == Rational(0))
  #expect(rational("-1") / rational("-4") == rational("0.25"))
}

@Test(arguments: ["1e-40", "1e39", "170141183460469231731687303715884105728"])
func `What does not fit into 128 bits is unknown, and no crash`(text: String) {
  let value = rational(text)
  #expect(!(value * value * value).isExact)
}

@Test func `What fits into 128 bits in lowest terms is not lost on the way`() {
  let small = rational("1e-30")
  #expect(small + small == rational("2e-30"))
  #expect(small * rational("1e30") == Rational(1))
  #expect(rational("3e30") * (Rational(1) / rational("6e30")) == rational("0.5"))
  #expect(rational("1e20") / rational("4e37") * rational("8e17") == rational("2"))
}

/// A base, an exponent, and the power; `nil` where it has no fraction.
@Test(arguments: [
  ("2", "10", "1024"), ("-0.5", "3", "-0.125"), ("4", "-2", "0.0625"), ("0", "3", "0"), ("0", "0", "1"),
  ("7", "0", "1"),
  ("0", "-1", nil), ("4", "0.5", nil), ("1", "0.5", "1"), ("0", "0.5", "0"),
  ("2", "126", "85070591730234615865843651857942052864"),
  ("2", "127", nil), ("-1", "1000000000000000001", "-1"), ("3", "1000000", nil),
])
func `A whole power of a fraction is exact, or unknown`(base: String, exponent: String, power: String?) {
  let got = Rational.power(rational(base), rational(exponent))
  #expect(power.map { got == rational($0) } ?? !got.isExact)
}

@Test(arguments: [
  ("0", "0"), ("4", "2"), ("0.25", "0.5"), ("2.25", "1.5"), ("2", nil), ("-4", nil), ("0.5", nil),
  ("85070591730234615865843651857942052864", "9223372036854775808"),
  ("170141183460469231731687303715884105727", nil),
  ("99999999999999999980000000000000000001", "9999999999999999999"),
  ("99999999999999999980000000000000000002", nil),
])
func `The root of a fraction of squares is exact, others are unknown`(square: String, root: String?) {
  let got = Rational.squareRoot(rational(square))
  #expect(root.map { got == rational($0) } ?? !got.isExact)
}

@Test(arguments: [("1", "2", 0, 0), ("2", "2", 0, 1), ("3", "2", 1, 1)])
func `A condition is 1 or 0`(x: String, y: String, greater: Int, orEqual: Int) {
  #expect(Rational.truth(rational(x), rational(y), orEqual: false) == Rational(greater))
  #expect(Rational.truth(rational(x), rational(y), orEqual: true) == Rational(orEqual))
}

@Test(arguments: [
  ("0.1", "1", "10"), ("-0.750", "-3", "4"), ("1e-3", "1", "1000"), ("12e2", "1200", nil), ("0.0", "0", nil),
  ("-0", "0", nil), ("-2.5", "-5", "2"),
])
func `A decimal is the fraction that it says, in lowest terms`(text: String, above: String, below: String?)
  throws
{
  let given = try #require(Numeral(text))
  let fraction = try #require(given.asFraction)
  #expect((fraction.isNegative ? "-" : "") + fraction.digits == above)
  #expect(fraction.denominator == below)
  #expect(fraction.value == given.value)
  #expect(Rational(fraction) == Rational(given))
}

@Test func `What is unknown is no fraction`() throws {
  #expect(Numeral(fraction: Rational(1) / Rational(0)) == nil)
  #expect(try #require(Numeral("1e-40")).asFraction == nil)
}

@Test func `What has no exact form stays unknown in all that it enters`() {
  let unknown = Rational.ln(Rational(2))
  #expect(!unknown.isExact)
  #expect(!(unknown * Rational(0)).isExact)
  #expect(unknown != unknown)
  #expect(!(Rational(1) / Rational(0)).isExact)
  #expect(Rational.weighted(Rational(0), unknown) == Rational(0))
}

@Test func `Long sums of odd fractions end as unknown, not in a crash`() {
  var sum = Rational(0)
  for denominator in stride(from: 3, through: 211, by: 2) { sum = sum + Rational(1) / Rational(denominator) }
  #expect(!sum.isExact)
}
