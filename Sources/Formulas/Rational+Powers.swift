/// Powers and roots, where they are fractions again.
extension Rational {
  /// A whole power, exactly; of other powers only those of 0 and 1 are known.
  public static func power(_ base: Rational, _ exponent: Rational) -> Rational {
    guard base.isExact, let sign = exponent.sign, let exponent = exponent.parts else { return none }
    if sign == 0 || base == Rational(1) { return Rational(1) }
    if base.sign == 0 { return sign > 0 ? base : none }
    guard exponent.denominator == 1 else { return none }
    let base = sign < 0 ? Rational(1) / base : base
    var (result, square, rest) = (Rational(1), base, exponent.numerator.magnitude)
    // A square that does not fit is unknown, and so is all that it enters.
    while rest > 0, result.isExact {
      if rest % 2 == 1 { result = result * square }
      rest /= 2
      if rest > 0 { square = square * square }
    }
    return result
  }

  /// The root of a fraction of squares; others are no fractions.
  public static func squareRoot(_ x: Rational) -> Rational {
    guard let parts = x.parts, let above = root(parts.numerator), let below = root(parts.denominator) else {
      return none
    }
    return Rational(above, over: below)
  }

  /// The root of a square.
  private static func root(_ square: Int128) -> Int128? {
    guard square >= 0 else { return nil }
    // Right to 53 of at most 64 bits, and after two of Newton's steps to all of them.
    var root = Int128(Double(square).squareRoot())
    guard root > 0 else { return 0 }
    for _ in 0..<2 { root = (root + square / root) / 2 }
    return [root - 1, root, root + 1].first { candidate in
      let (product, overflow) = candidate.multipliedReportingOverflow(by: candidate)
      return !overflow && product == square
    }
  }
}
