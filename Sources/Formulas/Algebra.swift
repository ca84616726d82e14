/// The arithmetic in which the rules of a network are written, so that one rule can be read in several ways.
///
/// At `Double` a rule computes, at `Formula` it writes itself down, at `Rational` it computes exactly.
/// The functions that rounding would spoil (see `Reading`) are operations here, so that every reading may do them
/// in its own best way.
public protocol Algebra: Sendable {
  /// A number as it is written.
  init(_ numeral: Numeral)
  /// A whole number.
  init(_ integer: Int)

  /// left + right.
  static func + (left: Self, right: Self) -> Self
  /// left − right.
  static func - (left: Self, right: Self) -> Self
  /// left · right.
  static func * (left: Self, right: Self) -> Self
  /// left / right; what a division by 0 gives is for each reading to say.
  static func / (left: Self, right: Self) -> Self
  /// The same with the other sign.
  static prefix func - (operand: Self) -> Self

  /// x².
  static func square(_ x: Self) -> Self
  /// eˣ.
  static func exp(_ x: Self) -> Self
  /// ln x.
  static func ln(_ x: Self) -> Self
  /// ln (1 + x), also where x is so small that 1 + x would be rounded to 1.
  static func lnOnePlus(_ x: Self) -> Self
  /// The logistic function σ(x) = 1 / (1 + e⁻ˣ).
  static func logistic(_ x: Self) -> Self
  /// σ′(x) = σ(x) σ(−x).
  static func logisticSlope(_ x: Self) -> Self
  /// ln (1 + eˣ), the logarithm that goes with the logistic function: ln σ(x) = −softplus(−x).
  static func softplus(_ x: Self) -> Self
  /// e^(x_j) / Σ_k e^(x_k), for every j.
  static func softmax(_ x: [Self]) -> [Self]
  /// 1 minus one of the outputs of a softmax: the sum of the other outputs.
  static func softmaxComplement(_ x: [Self], outputs: [Self], at j: Int) -> Self
  /// x_j − ln Σ_k e^(x_k), the logarithm of an output of softmax.
  static func logSoftmax(_ x: [Self], at j: Int) -> Self
  /// ln Σ_(k ≠ j) e^(x_k) − ln Σ_k e^(x_k), the logarithm of 1 minus an output of softmax.
  static func logSoftmaxComplement(_ x: [Self], at j: Int) -> Self
  /// ln Σ_k e^(x_k), also where a power of e would overflow; of nothing −∞.
  static func logSumExp(_ x: [Self]) -> Self
  /// sin x, of an angle in radians.
  static func sin(_ x: Self) -> Self
  /// cos x, of an angle in radians.
  static func cos(_ x: Self) -> Self
  /// A function that only graphs have.
  static func named(_ function: NamedFunction, _ x: Self) -> Self
  /// √x.
  static func squareRoot(_ x: Self) -> Self
  /// base^exponent: x⁰ is 1, 0 to a positive power 0; a negative base has whole powers only.
  static func power(_ base: Self, _ exponent: Self) -> Self
  /// eˣ − 1, also where x is so small that eˣ would be rounded to 1.
  static func exponentialMinusOne(_ x: Self) -> Self
  /// tanh x.
  static func tanh(_ x: Self) -> Self
  /// The larger of the two.
  static func max(_ x: Self, _ y: Self) -> Self
  /// The smaller of the two.
  static func min(_ x: Self, _ y: Self) -> Self
  /// The terms added up, to 0 where what is left of them is no more than their rounding.
  ///
  /// For a sum whose sign decides something: 0.1·0.2 + 0.1·0.8 − 0.1 is 0, and 1.4e-17 in doubles.
  static func sumOrZero(_ terms: [Self]) -> Self
  /// A sum of terms, 0 where it is no more than their rounding; the terms are only looked at where it is small.
  ///
  /// For a sum whose sign decides nothing, but which a reader sees as 0.
  static func sumOrZero(_ sum: Self, of terms: @autoclosure () -> [Self]) -> Self
  /// 1 where x > 0, and 0 elsewhere, at 0 as well.
  static func step(_ x: Self) -> Self
  /// 1 where x > y, or x ≥ y if `orEqual`, and 0 elsewhere.
  static func truth(_ x: Self, _ y: Self, orEqual: Bool) -> Self
  /// |x|.
  static func magnitude(_ x: Self) -> Self
  /// 1 where x > 0, −1 where x < 0, and 0 at 0.
  static func sign(_ x: Self) -> Self
  /// One of two forms of the same value, by the sign of x: the one that loses nothing to rounding.
  static func bySign(of x: Self, negative: @autoclosure () -> Self, otherwise: @autoclosure () -> Self)
    -> Self
  /// `coefficient` times `value`, which is left out, not multiplied, where the coefficient is 0: 0 · ln 0 counts as 0.
  static func weighted(_ coefficient: Self, _ value: @autoclosure () -> Self) -> Self
  /// `coefficient` divided by `value`, which is left out in the same way: 0/0 counts as 0.
  static func weighted(_ coefficient: Self, over value: @autoclosure () -> Self) -> Self
}

extension Algebra {
  @inlinable public static func magnitude(_ x: Self) -> Self { max(x, -x) }
  @inlinable public static func sign(_ x: Self) -> Self { step(x) - step(-x) }

  @inlinable
  public static func sumOrZero(_ sum: Self, of terms: @autoclosure () -> [Self]) -> Self { sum }

  @inlinable public static func logisticSlope(_ x: Self) -> Self { logistic(x) * logistic(-x) }

  @inlinable
  public static func softmaxComplement(_ x: [Self], outputs: [Self], at j: Int) -> Self {
    total(outputs.indices.lazy.filter { $0 != j }.map { outputs[$0] })
  }

  // x_1 − ln (e^(x_1) / Σ_k e^(x_k))
  @inlinable
  public static func logSumExp(_ x: [Self]) -> Self {
    x.first.map { $0 - logSoftmax(x, at: 0) } ?? ln(Self(0))
  }

  /// The terms added up, from the first to the last.
  @inlinable public static func total(_ terms: some Sequence<Self>) -> Self {
    var iterator = terms.makeIterator()
    guard var total = iterator.next() else { return Self(0) }
    while let term = iterator.next() { total = total + term }
    return total
  }
}
