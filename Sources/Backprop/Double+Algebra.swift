import Formulas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// At `Double` a rule computes: each function, and each reading of an activation, is right to four units of its last
/// place.
extension Double: Algebra {
  public init(_ numeral: Numeral) { self = numeral.value }

  public static func square(_ x: Double) -> Double { x * x }
  public static func exp(_ x: Double) -> Double { _exp(x) }
  public static func ln(_ x: Double) -> Double { _log(x) }
  public static func lnOnePlus(_ x: Double) -> Double { _log1p(x) }
  public static func tanh(_ x: Double) -> Double { _tanh(x) }
  public static func sin(_ x: Double) -> Double { _sin(x) }
  public static func cos(_ x: Double) -> Double { _cos(x) }
  public static func named(_ function: NamedFunction, _ x: Double) -> Double { function.value(at: x) }
  public static func squareRoot(_ x: Double) -> Double { x.squareRoot() }
  public static func power(_ base: Double, _ exponent: Double) -> Double { _pow(base, exponent) }
  public static func exponentialMinusOne(_ x: Double) -> Double { _expm1(x) }

  /// The branch by the sign keeps e^(…) from overflowing, and σ(−z) right to the last digits where 1 − σ(z) is not.
  public static func logistic(_ x: Double) -> Double {
    logistic(x, by: _exp(-x.magnitude))
  }

  /// e/(1 + e)² = e/(1 + e(2 + e)), which rounds less than σ(x) σ(−x) does.
  public static func logisticSlope(_ x: Double) -> Double { logisticSlope(by: _exp(-x.magnitude)) }

  /// σ(x) and its slope, of one exponential.
  static func logisticAndSlope(_ x: Double) -> (value: Double, slope: Double) {
    let e = _exp(-x.magnitude)
    return (logistic(x, by: e), logisticSlope(by: e))
  }

  /// σ(x) by e = e^(−|x|), which cannot overflow.
  private static func logistic(_ x: Double, by e: Double) -> Double { (x >= 0 ? 1 : e) / (1 + e) }
  private static func logisticSlope(by e: Double) -> Double { e / (1 + e * (2 + e)) }

  public static func softplus(_ x: Double) -> Double { max(x, 0) + _log1p(_exp(-x.magnitude)) }

  public static func max(_ x: Double, _ y: Double) -> Double { larger(x, y) }
  public static func min(_ x: Double, _ y: Double) -> Double { smaller(x, y) }
  /// Eight roundings of the terms' magnitudes, as measured for the kinks of ReLU.
  public static func sumOrZero(_ terms: [Double]) -> Double {
    let sum = total(terms)
    guard sum.isFinite else { return sum }
    return sum.magnitude <= terms.reduce(0) { $0 + 8 * .ulpOfOne * $1.magnitude } ? 0 : sum
  }

  /// What rounding leaves of a sum is smaller, where nothing hangs on its sign.
  static let largestRest = 1e-9

  public static func sumOrZero(_ sum: Double, of terms: @autoclosure () -> [Double]) -> Double {
    sum.magnitude < largestRest && sum != 0 ? sumOrZero(terms()) : sum
  }

  public static func step(_ x: Double) -> Double { x > 0 ? 1 : x.isNaN ? x : 0 }
  public static func truth(_ x: Double, _ y: Double, orEqual: Bool) -> Double {
    (orEqual ? x >= y : x > y) ? 1 : 0
  }

  public static func bySign(
    of x: Double, negative: @autoclosure () -> Double, otherwise: @autoclosure () -> Double
  ) -> Double { x < 0 ? negative() : otherwise() }

  public static func weighted(_ coefficient: Double, _ value: @autoclosure () -> Double) -> Double {
    coefficient == 0 ? 0 : coefficient * value()
  }

  public static func weighted(_ coefficient: Double, over value: @autoclosure () -> Double) -> Double {
    coefficient == 0 ? 0 : coefficient / value()
  }
}

// The platform's functions, under names that the operations above do not hide.
private func _exp(_ x: Double) -> Double { exp(x) }
private func _log(_ x: Double) -> Double { log(x) }
private func _log1p(_ x: Double) -> Double { log1p(x) }
private func _expm1(_ x: Double) -> Double { expm1(x) }
private func _sin(_ x: Double) -> Double { sin(x) }
private func _cos(_ x: Double) -> Double { cos(x) }
private func _pow(_ x: Double, _ y: Double) -> Double { pow(x, y) }
private func _tanh(_ x: Double) -> Double { tanh(x) }
