import Testing

@testable import Formulas

/// The text of a numeral, as a program would type it.
private func typed(_ numeral: Numeral?) -> String? {
  numeral.map { ($0.isNegative ? "-" : "") + $0.digits + ($0.exponent.map { "e\($0)" } ?? "") }
}

@Test(arguments: [
  (0.6957104, 6, "0.695710"), (0.5, 6, "0.500000"), (-0.0098915, 6, "-0.00989150"), (1, 6, "1.00000"),
  (99999.96, 6, "100000"), (999999.6, 6, "1.00000e6"), (123456, 6, "123456"), (1_234_567, 6, "1.23457e6"),
  (0.0001, 3, "0.000100"), (0.00009999, 3, "0.000100"), (0.00001, 3, "1.00e-5"), (9.9996e-5, 4, "0.0001000"),
  (2.5, 1, "2"), (3.5, 1, "4"), (12, 1, "1e1"), (0, 6, "0"), (-0.0, 6, "0"),
  (.leastNonzeroMagnitude, 3, "4.94e-324"),
  (1.7976931348623157e308, 17, "1.7976931348623157e308"), (0.1, 17, "0.10000000000000001"),
])
func `A double is rounded to so many significant digits, trailing zeros kept`(
  value: Double, digits: Int, text: String
) {
  #expect(typed(Numeral(rounding: value, digits: digits)) == text)
}

@Test(arguments: [Double.nan, .infinity, -.infinity, .greatestFiniteMagnitude])
func `What is not finite has no digits, nor what becomes so`(value: Double) {
  #expect(Numeral(rounding: value, digits: 2) == nil)
}

@Test func `Seventeen digits are read back as the same double`() {
  var random = SplitMix64(seed: 11)
  for _ in 0..<2_000 {
    let value = Double(bitPattern: random.next())
    guard value.isFinite, let numeral = Numeral(rounding: value, digits: 17) else { continue }
    #expect(numeral.value == value || value == 0)
  }
}

/// Doubles of every size, and some that lie exactly between two decimals.
private func manyDoubles(_ count: Int, seed: UInt64) -> [Double] {
  var random = SplitMix64(seed: seed)
  return (0..<count).map { place in
    switch place % 4 {
    case 0: Double(bitPattern: random.next()).magnitude
    case 1: Double.random(in: 0...1, using: &random)
    // A whole number of halves, of quarters, …: a tie at some digit.
    case 2: Double(random.next() >> 40) / Double(1 << (random.next() % 20))
    default: (Double(random.next() % 100_000) / 1e5)
    }
  }.filter { $0.isFinite && $0 > 0 }
}

@Test(arguments: 1...17)
func `A double is rounded to the digits that the platform finds`(count: Int) {
  let wrong = manyDoubles(6_000, seed: UInt64(count)).filter { value in
    let (own, platform) = (
      SignificantDigits(value, count: count), SignificantDigits(byPlatform: value, count: count)
    )
    return own?.figures != platform?.figures || own?.power != platform?.power || own == nil
  }
  #expect(wrong.isEmpty, "seed \(count)")
}

@Test(arguments: 1...17)
func `A rounded numeral is worth the double that its text is read as`(count: Int) {
  let wrong = manyDoubles(1_000, seed: UInt64(count)).filter { value in
    let numeral = Numeral(rounding: value, digits: count)
    let read = typed(numeral).flatMap { Numeral($0) }
    return numeral == nil || numeral?.value != read?.value || numeral?.unit != read?.unit
  }
  #expect(wrong.isEmpty, "seed \(count)")
}

@Test(arguments: [("0.695710", 1e-6), ("42", 1), ("1.2e-7", 1e-8), ("3e5", 1e5), ("0", 1)])
func `A unit is one of the last digit shown`(text: String, unit: Double) {
  #expect(Numeral(text)?.unit == unit)
}

@Test(arguments: [
  ("0.66", 6, "0.66"), ("1/8", 6, "0.125"), ("-3/2", 6, "-1.5"), ("120000", 6, "120000"),
  ("1200000", 6, "1.2e6"),
  ("1/100000", 6, "1e-5"), ("0", 6, "0"), ("1/3", 6, nil), ("1.234567", 6, nil), ("1.234567", 7, "1.234567"),
  ("-20", 1, "-2e1"),
])
func `A fraction is printed as the decimal that it is, if it is a short one`(
  fraction: String, digits: Int, text: String?
) {
  let parts = fraction.split(separator: "/").compactMap { Numeral($0) }.map { Rational($0) }
  let value = parts.count == 2 ? parts[0] / parts[1] : parts[0]
  #expect(typed(Numeral(value, digits: digits)) == text)
}

@Test(arguments: ["", "-", ".5", "1e", "0x10", "1e999", "inf", "nan", "1 2", "+1", "1e99999999999999999999"])
func `What is no decimal number is no numeral`(text: String) {
  #expect(Numeral(text) == nil)
}
