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
