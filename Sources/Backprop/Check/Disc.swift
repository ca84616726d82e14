import Formulas

/// A number that knows how far it can go: at `Disc` a rule says how much its result changes at most while its inputs
/// stay in discs of the complex plane around their values.
///
/// What an analytic function does on a disc bounds all of its derivatives at the centre (Cauchy: |f⁽ᵐ⁾|/m! ≤ M/Rᵐ,
/// where M is how far f goes from f(centre) within the radius R). So a difference quotient can say how far off it is,
/// also where the function does all that it does between the points of the difference. The radii are upper bounds; no
/// derivative of a rule enters them.
struct Disc {
  /// The centre, a real number.
  let value: Double
  /// How far from it the number may be; not finite where there is no bound, as around a pole.
  let radius: Double
  /// Whether no kink lies in any of the discs that it was computed from.
  let isSmooth: Bool

  init(_ value: Double, radius: Double, isSmooth: Bool = true) {
    self.value = value
    // 0 · ∞ is no bound either.
    self.radius = radius >= 0 ? radius : .infinity
    self.isSmooth = isSmooth
  }

  /// The result of a function of this one number.
  func mapped(_ result: Double, radius: Double) -> Disc {
    Disc(result, radius: radius, isSmooth: isSmooth)
  }

  /// The result of a function of two numbers.
  static func combined(_ x: Disc, _ y: Disc, _ result: Double, radius: Double) -> Disc {
    Disc(result, radius: radius, isSmooth: x.isSmooth && y.isSmooth)
  }
}

extension Disc: DoubleBased {
  static func exact(_ value: Double) -> Disc { Disc(value, radius: 0) }
  init(_ integer: Int) { self.init(Double(integer), radius: 0) }
  init(_ numeral: Numeral) { self.init(numeral.value, radius: 0) }

  func scaled(by factor: Double) -> Disc { mapped(value * factor, radius: radius * factor.magnitude) }

  static func + (x: Disc, y: Disc) -> Disc { combined(x, y, x.value + y.value, radius: x.radius + y.radius) }
  static func - (x: Disc, y: Disc) -> Disc { combined(x, y, x.value - y.value, radius: x.radius + y.radius) }
  static prefix func - (x: Disc) -> Disc { x.mapped(-x.value, radius: x.radius) }

  // |(c + δ)(d + ε) − c d| ≤ |c| |ε| + |d| |δ| + |δ| |ε|
  static func * (x: Disc, y: Disc) -> Disc {
    let radius = x.value.magnitude * y.radius + y.value.magnitude * x.radius + x.radius * y.radius
    return combined(x, y, x.value * y.value, radius: radius)
  }

  // |1/(c + δ) − 1/c| ≤ |δ| / (|c| (|c| − |δ|))
  static func / (x: Disc, y: Disc) -> Disc {
    let size = y.value.magnitude
    let inverse = y.radius < size ? y.radius / (size * (size - y.radius)) : .infinity
    return x * y.mapped(1 / y.value, radius: y.radius == 0 ? 0 : inverse)
  }

  static func square(_ x: Disc) -> Disc { x * x }

  // |e^(c + δ) − e^c| ≤ e^c (e^|δ| − 1)
  static func exp(_ x: Disc) -> Disc {
    let power = Double.exp(x.value)
    return x.mapped(power, radius: power * .exponentialMinusOne(x.radius))
  }

  // |ln(1 + δ/c)| ≤ −ln(1 − |δ|/c)
  static func ln(_ x: Disc) -> Disc {
    x.mapped(.ln(x.value), radius: x.radius < x.value ? -.lnOnePlus(-x.radius / x.value) : .infinity)
  }

  static func lnOnePlus(_ x: Disc) -> Disc {
    let distance = 1 + x.value
    let radius = x.radius < distance ? -Double.lnOnePlus(-x.radius / distance) : .infinity
    return x.mapped(.lnOnePlus(x.value), radius: radius)
  }

  static func logistic(_ x: Disc) -> Disc {
    x.mapped(.logistic(x.value), radius: logisticRadius(x.value, x.radius))
  }

  // tanh z = 2 σ(2z) − 1
  static func tanh(_ x: Disc) -> Disc {
    x.mapped(.tanh(x.value), radius: 2 * logisticRadius(2 * x.value, 2 * x.radius))
  }

  // ln(1 + e^z) grows by σ, and |σ(x + iφ)| ≤ σ(x) / cos(φ/2)
  static func softplus(_ x: Disc) -> Disc {
    let isBounded = x.radius < reach
    let steepest = Double.logistic(x.value + x.radius) / .cos(x.radius / 2)
    return x.mapped(.softplus(x.value), radius: isBounded ? x.radius * steepest : .infinity)
  }

  static func max(_ x: Disc, _ y: Disc) -> Disc { chosen(x, y, larger(x, y)) }
  static func min(_ x: Disc, _ y: Disc) -> Disc { chosen(x, y, smaller(x, y)) }

  static func step(_ x: Disc) -> Disc {
    let isCrossed = x.radius > 0 && x.value.magnitude <= x.radius
    return Disc(.step(x.value), radius: isCrossed ? 1 : 0, isSmooth: x.isSmooth && !isCrossed)
  }

  static func truth(_ x: Disc, _ y: Disc, orEqual: Bool) -> Disc {
    let reach = x.radius + y.radius
    let isCrossed = reach > 0 && (x.value - y.value).magnitude <= reach
    let value = Double.truth(x.value, y.value, orEqual: orEqual)
    return Disc(value, radius: isCrossed ? 1 : 0, isSmooth: x.isSmooth && y.isSmooth && !isCrossed)
  }

  static func sumOrZero(_ terms: [Disc]) -> Disc { total(terms) }

  static func bySign(
    of x: Disc, negative: @autoclosure () -> Disc, otherwise: @autoclosure () -> Disc
  ) -> Disc { x.value < 0 ? negative() : otherwise() }

  static func weighted(_ coefficient: Disc, _ value: @autoclosure () -> Disc) -> Disc {
    coefficient.value == 0 && coefficient.radius == 0 ? coefficient : coefficient * value()
  }

  static func weighted(_ coefficient: Disc, over value: @autoclosure () -> Disc) -> Disc {
    coefficient.value == 0 && coefficient.radius == 0 ? coefficient : coefficient / value()
  }

  /// The pole of σ nearest to the real line is at iπ; so near to it no bound is of use.
  private static let reach = 3.0

  // |σ′(x + iφ)| ≤ σ(x) σ(−x) / cos²(φ/2), and σ(x) σ(−x) grows by at most e for each unit of x
  private static func logisticRadius(_ x: Double, _ radius: Double) -> Double {
    guard radius < reach else { return .infinity }
    let cosine = Double.cos(radius / 2)
    return radius * .logistic(x) * .logistic(-x) * .exp(radius) / (cosine * cosine)
  }

  /// One of two, chosen at the centres; a kink where it could be the other as well, which then differs by the distance
  /// of the centres besides.
  private static func chosen(_ x: Disc, _ y: Disc, _ choice: Disc) -> Disc {
    let distance = (x.value - y.value).magnitude
    let isClear = distance > x.radius + y.radius || (x.radius == 0 && y.radius == 0)
    if isClear { return combined(x, y, choice.value, radius: choice.radius) }
    return Disc(choice.value, radius: Swift.max(x.radius, y.radius) + distance, isSmooth: false)
  }
}
