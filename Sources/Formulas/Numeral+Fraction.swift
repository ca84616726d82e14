/// Numbers written as fractions, 3/8: what is exact to the reader as well.
extension Numeral {
  /// An exact number as a fraction in lowest terms, whole numbers without a denominator; `nil` where it is unknown.
  public init?(fraction exact: Rational) {
    guard let value = exact.approximation else { return nil }
    self.init(exact, value: value)
  }

  /// The number that is written, as a fraction: 1/10 for `0.1`; `nil` where 128 bits do not hold it.
  public var asFraction: Numeral? { Numeral(Rational(self), value: value) }

  private init?(_ exact: Rational, value: Double) {
    guard let parts = exact.parts else { return nil }
    self.init(
      digits: String(parts.numerator.magnitude),
      denominator: parts.denominator == 1 ? nil : String(parts.denominator),
      isNegative: parts.numerator < 0, value: parts.numerator == 0 ? 0 : value)
  }
}
