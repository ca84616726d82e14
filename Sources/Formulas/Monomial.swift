/// A product as one reads it: one number, the factors above the stroke and those below it.
struct Monomial {
  /// What is multiplied and divided besides numbers.
  private(set) var factors = Factors()
  private var isNegative = false
  private var above: [Numeral] = []
  private var below: [Numeral] = []

  /// A product, a quotient, or anything else as the only factor.
  init(_ formula: Formula) { multiply(by: formula, isBelow: false) }

  private mutating func multiply(by formula: Formula, isBelow: Bool) {
    switch formula {
    case .number(let numeral) where numeral.exponent == nil:
      if isBelow { below.append(numeral) } else { above.append(numeral) }
    case .negative(let x):
      isNegative.toggle()
      multiply(by: x, isBelow: isBelow)
    case .product(let factors):
      for factor in factors { multiply(by: factor, isBelow: isBelow) }
    case .quotient(let dividend, let divisor):
      multiply(by: dividend, isBelow: isBelow)
      multiply(by: divisor, isBelow: !isBelow)
    case .power(.call(.squareRoot, let x), 2): multiply(by: x, isBelow: isBelow)
    case .number, .symbol, .partial, .sum, .power, .raised, .call, .max, .min, .truth, .nabla, .transpose,
      .matrixProduct, .elementwise:
      if isBelow { factors.below.append(formula) } else { factors.above.append(formula) }
    }
  }

  /// The number; not exact where 128 bits do not hold it, or where it is divided by 0.
  var coefficient: Rational {
    let dividend = above.reduce(Rational(isNegative ? -1 : 1)) { $0 * Rational($1) }
    return below.reduce(dividend) { $0 / Rational($1) }
  }

  /// Whether a number is written with a point.
  var hasDecimal: Bool { (above + below).contains { $0.digits.contains(".") } }

  /// The product with its numbers as one; `nil` where that is no short number.
  var formula: Formula? {
    guard var number = CombinedNumber(coefficient, asDecimal: hasDecimal) else { return nil }
    if below.isEmpty, let only = above.first, above.count == 1 { number.keepDigits(of: only) }
    return factors.formula(times: number)
  }
}

extension Monomial {
  /// What tells apart products that cannot be added up.
  struct Factors: Hashable {
    fileprivate(set) var above: [Formula] = []
    fileprivate(set) var below: [Formula] = []

    /// The number first, then the factors in their order: 2 v, 1/2 (y − t), v/2, v/(2 l), −q/p.
    func formula(times number: CombinedNumber) -> Formula {
      if number.isZero { return .integer(0) }
      let size: Formula =
        if !below.isEmpty {
          .quotient(Self.product(number.above, above), Self.product(number.below, below))
        } else if let divisor = number.below {
          if number.above == nil, let only = above.first, above.count == 1, only.isName {
            .quotient(only, divisor)
          } else {
            Self.product(.quotient(number.above ?? .integer(1), divisor), above)
          }
        } else {
          Self.product(number.above, above)
        }
      return number.isNegative ? .negative(size) : size
    }

    private static func product(_ number: Formula?, _ factors: [Formula]) -> Formula {
      .product(of: (number.map { [$0] } ?? []) + factors)
    }
  }
}

/// The number before a product, above and below a stroke; a 1 is not written.
struct CombinedNumber {
  private(set) var above: Formula?
  private(set) var below: Formula?
  let isNegative: Bool
  let isZero: Bool

  /// A larger number, or one with more places behind the point, is no simpler than what it comes from.
  private static let largest: Int128 = 1_000_000

  /// With a point, if that is wanted and the decimal ends; `nil` if the number is unknown or long.
  init?(_ value: Rational, asDecimal: Bool) {
    guard let parts = value.parts, parts.numerator.magnitude <= Self.largest.magnitude,
      parts.denominator <= Self.largest
    else { return nil }
    isNegative = parts.numerator < 0
    isZero = parts.numerator == 0
    if asDecimal, parts.denominator > 1, Self.largest % parts.denominator == 0,
      let size = value.approximation?.magnitude, let decimal = Numeral(String(size)), decimal.exponent == nil
    {
      above = .number(decimal)
      return
    }
    above = parts.numerator.magnitude == 1 ? nil : .integer(Int(parts.numerator.magnitude))
    below = parts.denominator == 1 ? nil : .integer(Int(parts.denominator))
  }

  /// Writes a number as it was written, 0.50 or 3/8, where it was the only one; its sign stands before the product.
  mutating func keepDigits(of written: Numeral) {
    guard above != nil || below != nil else { return }
    above = .number(
      Numeral(
        digits: written.digits, denominator: written.denominator, isNegative: false,
        value: written.value.magnitude))
    below = nil
  }
}
