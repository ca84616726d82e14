import Testing

@testable import Formulas

private func rational(_ text: String) -> Rational {
  Numeral(text).map { Rational($0) } ?? Rational(0) / Rational(0)
}

@Test func `Tenths add up exactly`() {
  #expect(rational("0.1") + rational("0.2") == rational("0.3"))
  #expect(
    rational("0.1") * rational("0.2") + rational("0.1") * rational("0.8") - rational("0.1") == Rational(0))
  #expect(rational("1e-3") * Rational(1000) == Rational(1))
  #expect(rational("12e2") == Rational(1200))
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
