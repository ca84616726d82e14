import Formulas

/// A number with a bound on its rounding error: with `Rounded` a rule also computes how exact its result is.
///
/// The bound is for operations that are right to one unit, and functions that are right to four; it holds what a
/// derivative's terms measured before anything was subtracted, so two ways to the same derivative differ by no more than a
/// few of it.
public struct Rounded: Sendable {
  /// The number.
  public let value: Double
  /// How far off it may be, in units of 2⁻⁵².
  public let error: Double

  /// The result of an operation, with its own rounding besides the error that it was handed.
  init(_ value: Double, _ error: Double) {
    self.init(exactly: value, error: error + value.magnitude)
  }

  /// The result of a function.
  init(function value: Double, _ error: Double) {
    let error = error + 3 * value.magnitude
    self.init(value, value.magnitude < .leastNormalMagnitude ? Self.underflowing(error) : error)
  }

  /// A number that nothing has rounded.
  init(exactly value: Double) { self.init(exactly: value, error: 0) }

  private init(exactly value: Double, error: Double) {
    self.value = value
    // 0 · ∞ is no bound either.
    self.error = error >= 0 ? error : .infinity
  }
}

extension Rounded: Algebra {
  public init(_ integer: Int) { self.init(exactly: Double(integer)) }

  /// A whole number is what it is; other decimals are rounded to a double.
  public init(_ numeral: Numeral) {
    let isWhole =
      numeral.exponent == nil && numeral.denominator == nil
      && !numeral.digits.utf8.contains(UInt8(ascii: "."))
      && numeral.value.magnitude < 0x1p53
    self = isWhole ? Rounded(exactly: numeral.value) : Rounded(numeral.value, 0)
  }

  /// The same of a decimal that is not written yet.
  package init(_ number: RoundedNumber) {
    self =
      number.isWhole && number.value.magnitude < 0x1p53
      ? Rounded(exactly: number.value) : Rounded(number.value, 0)
  }

  /// A value that no rounding has made uncertain.
  package init(_ value: Double) { self.init(value, 0) }

  /// The sum; its error is the sum of both, and its own rounding.
  public static func + (x: Rounded, y: Rounded) -> Rounded { Rounded(x.value + y.value, x.error + y.error) }
  /// The difference; its error is, as that of a sum, the sum of both.
  public static func - (x: Rounded, y: Rounded) -> Rounded { Rounded(x.value - y.value, x.error + y.error) }

  /// The product; each error counts as often as the other side is large.
  public static func * (x: Rounded, y: Rounded) -> Rounded {
    let error = x.error * y.value.magnitude + y.error * x.value.magnitude + x.error * y.error * .ulpOfOne
    let product = x.value * y.value
    guard product.magnitude < .leastNormalMagnitude else { return Rounded(product, error) }
    return Rounded(product, x.value == 0 || y.value == 0 ? error : underflowing(error))
  }

  /// The quotient, with |Δ(x/y)| ≤ (|Δx| + |x/y| |Δy|) / (|y| − |Δy|).
  public static func / (x: Rounded, y: Rounded) -> Rounded {
    let quotient = x.value / y.value
    let least = y.value.magnitude - y.shift
    let error = least > 0 ? (x.error + quotient.magnitude * y.error) / least : .infinity
    guard quotient.magnitude < .leastNormalMagnitude else { return Rounded(quotient, error) }
    return Rounded(quotient, x.value == 0 ? error : underflowing(error))
  }

  /// The same with the other sign, which rounds nothing.
  public static prefix func - (x: Rounded) -> Rounded { Rounded(exactly: -x.value, error: x.error) }

  public static func square(_ x: Rounded) -> Rounded { x * x }
  // |e^(x + δ) − e^x| ≤ e^x (e^|δ| − 1)
  public static func exp(_ x: Rounded) -> Rounded {
    let power = Double.exp(x.value)
    return Rounded(function: power, power * .exponentialMinusOne(x.shift) / .ulpOfOne)
  }
  public static func exponentialMinusOne(_ x: Rounded) -> Rounded {
    let moved = Double.exp(x.value) * .exponentialMinusOne(x.shift)
    return Rounded(function: .exponentialMinusOne(x.value), moved / .ulpOfOne)
  }

  // |ln(1 + δ/x)| ≤ −ln(1 − |δ|/x)
  public static func ln(_ x: Rounded) -> Rounded { x.logarithm(.ln(x.value), of: x.value) }
  public static func lnOnePlus(_ x: Rounded) -> Rounded { x.logarithm(.lnOnePlus(x.value), of: 1 + x.value) }

  // ln(1 + e^x) grows by σ, which rises
  public static func softplus(_ x: Rounded) -> Rounded {
    Rounded(function: .softplus(x.value), x.error * .logistic(x.value + x.shift))
  }

  // The slope σ(x) σ(−x) grows by at most e for each unit of x, and that of tanh by e².
  public static func logistic(_ x: Rounded) -> Rounded {
    let (share, slope) = Double.logisticAndSlope(x.value)
    return x.rising(Double.logistic, to: share, slope: slope, growing: 1)
  }

  public static func tanh(_ x: Rounded) -> Rounded {
    x.rising(Double.tanh, to: .tanh(x.value), slope: 4 * .logisticSlope(2 * x.value), growing: 2)
  }

  public static func max(_ x: Rounded, _ y: Rounded) -> Rounded { chosen(x, y, larger(x, y)) }
  public static func min(_ x: Rounded, _ y: Rounded) -> Rounded { chosen(x, y, smaller(x, y)) }
  public static func step(_ x: Rounded) -> Rounded { Rounded(exactly: Double.step(x.value)) }
  public static func truth(_ x: Rounded, _ y: Rounded, orEqual: Bool) -> Rounded {
    Rounded(exactly: Double.truth(x.value, y.value, orEqual: orEqual))
  }

  public static func sumOrZero(_ terms: [Rounded]) -> Rounded {
    let sum = total(terms)
    return Rounded(.sumOrZero(terms.map(\.value)), sum.error)
  }

  public static func sumOrZero(_ sum: Rounded, of terms: @autoclosure () -> [Rounded]) -> Rounded {
    guard sum.value.magnitude < Double.largestRest, sum.value != 0 else { return sum }
    return Rounded(.sumOrZero(terms().map(\.value)), sum.error)
  }

  public static func bySign(
    of x: Rounded, negative: @autoclosure () -> Rounded, otherwise: @autoclosure () -> Rounded
  ) -> Rounded { x.value < 0 ? negative() : otherwise() }

  public static func weighted(_ coefficient: Rounded, _ value: @autoclosure () -> Rounded) -> Rounded {
    coefficient.value == 0 ? Rounded(exactly: 0) : coefficient * value()
  }

  public static func weighted(_ coefficient: Rounded, over value: @autoclosure () -> Rounded) -> Rounded {
    coefficient.value == 0 ? Rounded(exactly: 0) : coefficient / value()
  }

  /// An error with what rounding takes besides from a number below the normal doubles, which are no longer right to their last
  /// place; apart, since it is seldom asked for.
  @inline(never)
  private static func underflowing(_ error: Double) -> Double { error + 4 * .leastNormalMagnitude }

  /// How far off it may be.
  var shift: Double { error * .ulpOfOne }

  /// A function that rises between two bounds, and whose slope grows by at most e^`rate` for each unit.
  ///
  /// The one says most of a small error, the other of one that is larger than the whole rise.
  private func rising(
    _ function: (Double) -> Double, to result: Double, slope: Double, growing rate: Double
  ) -> Rounded {
    let steep = slope * .exponentialMinusOne(rate * shift) / rate
    let moved = function(value + shift) - function(value - shift)
    // 0 · ∞ says nothing, and the other counts.
    return Rounded(function: result, (steep < moved ? steep : moved) / .ulpOfOne)
  }

  private func logarithm(_ result: Double, of argument: Double) -> Rounded {
    let off = shift < argument ? -Double.lnOnePlus(-shift / argument) : .infinity
    return Rounded(function: result, off / .ulpOfOne)
  }

  /// One of two: where rounding could have chosen the other, the larger error counts.
  private static func chosen(_ x: Rounded, _ y: Rounded, _ choice: Rounded) -> Rounded {
    let isClear = (x.value - y.value).magnitude > x.shift + y.shift
    return Rounded(exactly: choice.value, error: isClear ? choice.error : Swift.max(x.error, y.error))
  }
}
