import Formulas

/// A number that knows how far rounding may have carried it: at `Rounded` a rule says how sure its result is.
///
/// The bound is of first order, for operations that are each right to one unit; it holds what a derivative's terms
/// measured before anything was subtracted, so two ways to the same derivative differ by no more than a few of it.
public struct Rounded: Sendable {
  /// The number.
  public let value: Double
  /// How far off it may be, in units of 2⁻⁵².
  public let error: Double

  private init(_ value: Double, _ error: Double) {
    self.value = value
    self.error = error + value.magnitude
  }

  private init(exactly value: Double) {
    self.value = value
    error = 0
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

  init(_ value: Double) { self.init(value, 0) }

  /// The sum; its error is the sum of both, and its own rounding.
  public static func + (x: Rounded, y: Rounded) -> Rounded { Rounded(x.value + y.value, x.error + y.error) }
  /// The difference; its error is, as that of a sum, the sum of both.
  public static func - (x: Rounded, y: Rounded) -> Rounded { Rounded(x.value - y.value, x.error + y.error) }

  /// The product; each error counts as often as the other side is large.
  public static func * (x: Rounded, y: Rounded) -> Rounded {
    Rounded(x.value * y.value, x.error * y.value.magnitude + y.error * x.value.magnitude)
  }

  /// The quotient, with |Δ(x/y)| = (|Δx| + |x/y| |Δy|) / |y| to first order.
  public static func / (x: Rounded, y: Rounded) -> Rounded {
    let quotient = x.value / y.value
    return Rounded(quotient, (x.error + quotient.magnitude * y.error) / y.value.magnitude)
  }

  /// The same with the other sign, which rounds nothing.
  public static prefix func - (x: Rounded) -> Rounded { Rounded(-x.value, x.error - x.value.magnitude) }

  public static func square(_ x: Rounded) -> Rounded { x * x }
  public static func exp(_ x: Rounded) -> Rounded { x.through(.exp(x.value), slope: .exp(x.value)) }
  public static func ln(_ x: Rounded) -> Rounded { x.through(.ln(x.value), slope: 1 / x.value) }
  public static func softplus(_ x: Rounded) -> Rounded {
    x.through(.softplus(x.value), slope: .logistic(x.value))
  }

  public static func logistic(_ x: Rounded) -> Rounded {
    x.through(.logistic(x.value), slope: .logistic(x.value) * .logistic(-x.value))
  }

  public static func tanh(_ x: Rounded) -> Rounded {
    x.through(.tanh(x.value), slope: 4 * .logistic(2 * x.value) * .logistic(-2 * x.value))
  }

  public static func softmax(_ x: [Rounded]) -> [Rounded] {
    let error = worst(x)
    return Double.softmax(x.map(\.value)).map { Rounded($0, 2 * $0 * error) }
  }

  public static func logSumExp(_ x: [Rounded]) -> Rounded { Rounded(.logSumExp(x.map(\.value)), worst(x)) }

  public static func max(_ x: Rounded, _ y: Rounded) -> Rounded { x.value < y.value ? y : x }
  public static func min(_ x: Rounded, _ y: Rounded) -> Rounded { y.value < x.value ? y : x }
  public static func step(_ x: Rounded) -> Rounded { Rounded(exactly: Double.step(x.value)) }

  public static func sumOrZero(_ terms: [Rounded]) -> Rounded {
    let sum = total(terms)
    return Rounded(.sumOrZero(terms.map(\.value)), sum.error)
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

  private func through(_ result: Double, slope: Double) -> Rounded {
    Rounded(result, error * slope.magnitude)
  }

  private static func worst(_ x: [Rounded]) -> Double { x.reduce(0) { Swift.max($0, $1.error) } }
}
