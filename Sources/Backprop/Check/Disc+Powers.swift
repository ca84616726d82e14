import Formulas

/// Powers, roots and waves, on discs.
extension Disc {
  // |sin(c + δ) − sin c| ≤ |sin c| (cosh |δ| − 1) + |cos c| sinh |δ|
  static func sin(_ x: Disc) -> Disc { wave(x, .sin(x.value), slope: .cos(x.value)) }
  static func cos(_ x: Disc) -> Disc { wave(x, .cos(x.value), slope: .sin(x.value)) }

  private static func wave(_ x: Disc, _ result: Double, slope: Double) -> Disc {
    let half = hyperbolicSine(x.radius / 2)
    return x.mapped(
      result,
      radius: result.magnitude * (2 * half * half) + slope.magnitude * hyperbolicSine(x.radius))
  }

  private static func hyperbolicSine(_ x: Double) -> Double {
    (Double.exponentialMinusOne(x) - .exponentialMinusOne(-x)) / 2
  }

  static func named(_ function: NamedFunction, _ x: Disc) -> Disc {
    let value = Double.named(function, x.value)
    if x.radius == 0 { return x.mapped(value, radius: 0) }
    let radius = x.radius * function.steepness(around: x.value, within: x.radius)
    let isSmooth = x.isSmooth && (function != .floor || radius == 0)
    return Disc(value, radius: radius.isNaN ? .infinity : radius, isSmooth: isSmooth)
  }

  static func exponentialMinusOne(_ x: Disc) -> Disc {
    let radius = Double.exp(x.value) * .exponentialMinusOne(x.radius)
    return x.mapped(.exponentialMinusOne(x.value), radius: radius)
  }

  // |√(c + δ) − √c| ≤ √c − √(c − |δ|), as long as the disc leaves out 0
  static func squareRoot(_ x: Disc) -> Disc {
    let root = x.value.squareRoot()
    if x.radius == 0 { return x.mapped(root, radius: 0) }
    let moved = x.radius / (root + (x.value - x.radius).squareRoot())
    return x.mapped(root, radius: x.radius < x.value ? moved : .infinity)
  }

  static func power(_ base: Disc, _ exponent: Disc) -> Disc {
    let reach = PowerReach.bound(
      base.value, movedBy: base.radius, to: exponent.value, movedBy: exponent.radius)
    return combined(base, exponent, .power(base.value, exponent.value), radius: reach)
  }
}
