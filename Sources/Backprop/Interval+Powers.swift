import Formulas

/// Powers, roots and waves, between their bounds.
extension Interval {
  public static func squareRoot(_ x: Interval) -> Interval {
    if x.high < 0 { return .all }
    return Interval(Swift.max(0, x.low), x.high).rising(Double.squareRoot).clamped(0, .infinity)
  }

  /// All powers; those of a negative base to the whole numbers among the exponents.
  public static func power(_ base: Interval, _ exponent: Interval) -> Interval {
    let isWhole = exponent.low == exponent.high && exponent.low == exponent.low.rounded()
    if isWhole, exponent.low.isFinite { return whole(base, exponent.low) }
    let positive = base.high >= 0 ? corners(Swift.max(0, base.low), base.high, exponent) : nil
    guard base.low < 0, exponent.low.rounded(.up) <= exponent.high else { return positive ?? .all }
    let size = corners(Swift.max(0, -base.high), -base.low, exponent)
    let negative = size.union(-size)
    return positive.map(negative.union) ?? negative
  }

  // y ln x is largest and smallest in the corners
  private static func corners(_ low: Double, _ high: Double, _ exponent: Interval) -> Interval {
    hull(
      .power(low, exponent.low), .power(low, exponent.high),
      .power(high, exponent.low), .power(high, exponent.high)
    ).outward(roundingsOfFunction).clamped(0, .infinity)
  }

  private static func whole(_ x: Interval, _ n: Double) -> Interval {
    if n == 0 { return Interval(exactly: 1) }
    if n < 0 { return Interval(exactly: 1) / whole(x, -n) }
    let isEven = n.truncatingRemainder(dividingBy: 2) == 0
    let power = (isEven ? magnitude(x) : x).rising { .power($0, n) }
    return isEven ? power.clamped(0, .infinity) : power
  }

  public static func named(_ function: NamedFunction, _ x: Interval) -> Interval {
    func value(_ x: Double) -> Double { .named(function, x) }
    switch function {
    case .tan: return NamedFunction.isBetweenPoles(x.low, x.high) ? x.rising(value) : .all
    case .sinh, .arctan: return x.rising(value)
    case .erf: return x.rising(value).clamped(-1, 1)
    case .cosh: return magnitude(x).rising(value).clamped(1, .infinity)
    // Interval takes its ends in either order, as arccos falls.
    case .arcsin, .arccos: return x.high < -1 || x.low > 1 ? .all : x.clamped(-1, 1).rising(value)
    case .floor: return Interval(value(x.low), value(x.high))
    case .stop: return x
    }
  }

  public static func sin(_ x: Interval) -> Interval { x.wave(Double.sin, crest: .pi / 2) }
  public static func cos(_ x: Interval) -> Interval { x.wave(Double.cos, crest: 0) }

  /// A function that is 1 at its crest and again after every 2π, and −1 half way between.
  private func wave(_ f: (Double) -> Double, crest: Double) -> Interval {
    guard low.isFinite, high.isFinite else { return Interval(-1, 1) }
    let ends = Interval(f(low), f(high)).outward(Self.roundingsOfFunction)
    return Interval(
      passes(crest + .pi) ? -1 : ends.low, passes(crest) ? 1 : ends.high
    ).clamped(-1, 1)
  }

  /// Whether one of the places x + 2πk may lie in it; so near to one that rounding decides, a wave is 1 to the last digit.
  private func passes(_ x: Double) -> Bool {
    func turns(_ end: Double, _ direction: Double) -> Double {
      let turns = (end - x) / (2 * .pi)
      return turns + direction * 8 * .ulpOfOne * (1 + turns.magnitude)
    }
    return turns(low, -1).rounded(.up) <= turns(high, 1)
  }
}
