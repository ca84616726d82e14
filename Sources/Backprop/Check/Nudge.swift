import Formulas

/// One parameter, about to be moved.
struct Nudge<M: Moved<Rounded, Corner>, Corner> {
  /// θ.
  let value: Double
  /// ∂z/∂θ of what moves with it, for each part: what a weight is multiplied by, and 1 for a bias, or for a given of a graph.
  let slopes: [Double]
  /// What the parts of the result do while z moves.
  let neighbourhoods: [Neighbourhood]
  /// What it adds to the result by itself.
  let penalty: OwnPenalty<Corner>?

  /// Whether the bound of a numeric derivative is small enough for the check: relative to the derivative, or absolute if
  /// the derivative may be 0.
  static func isSharp(_ slope: Double, bound: Double) -> Bool {
    slope.magnitude <= bound
      ? bound < GradientCheck.numericAbsolute : bound <= GradientCheck.numericRelative * slope.magnitude
  }

  func estimate(_ moved: inout M) -> NumericGradient.Estimate {
    var crossed: [Corner] = []
    let smooth = best(.central, smooth: true)
    let slope = smooth.flatMap { central(&moved, $0, &crossed) }
    let bound = slope?.bound ?? .infinity
    if let slope, crossed.isEmpty, Self.isSharp(slope.value, bound: bound) {
      return .slope(slope.value, bound: bound)
    }
    if let kink = kink(&moved, unless: crossed.isEmpty ? smooth?.bound : nil) { return .kink(kink) }
    guard let slope, crossed.isEmpty, bound < .infinity else { return .unknown }
    return .slope(slope.value, bound: bound)
  }

  /// The kink that is crossed by a step that would tell more, if there is one near by.
  private func kink(_ moved: inout M, unless bound: Double?) -> Kink? {
    guard let wide = best(.central, smooth: false), wide.bound < bound ?? .infinity || bound == nil,
      let step = best(.oneSided, smooth: false)
    else { return nil }
    let nearest = Self.nearest * max(1, value.magnitude)
    var crossed: [Corner] = []
    for h in [min(wide.step, nearest), -min(wide.step, nearest)] {
      _ = result(&moved, at: value + h, &crossed)
    }
    guard let first = crossed.first else { return nil }
    var places = Set<Corner>()
    let below = oneSided(&moved, -min(step.step, nearest), step, &places)
    let above = oneSided(&moved, min(step.step, nearest), step, &places)
    if places.isEmpty { places = Set(crossed) }
    let named = crossed.first(where: places.contains) ?? first
    return Kink(
      moved.site(of: named), among: places.map { moved.site(of: $0) }, below: below, above: above)
  }

  /// How near a kink has to be to be named, for a parameter of size 1.
  private static var nearest: Double { 0x1p-11 }

  /// The surest quotient among the neighbourhoods, or among those where no kink is.
  private func best(_ kind: DifferenceQuotient.Kind, smooth: Bool) -> DifferenceQuotient? {
    var best: DifferenceQuotient?
    for disc in neighbourhoods {
      guard let quotient = quotient(kind, disc, smooth: smooth), quotient.bound < best?.bound ?? .infinity
      else { continue }
      best = quotient
    }
    return best
  }

  private func quotient(
    _ kind: DifferenceQuotient.Kind, _ disc: Neighbourhood, smooth: Bool
  ) -> DifferenceQuotient? {
    // An example that the parameter does not reach has no kink for it.
    if smooth, !zip(disc.parts, slopes).allSatisfy({ $0.isSmooth || $1 == 0 }) { return nil }
    // |z′ − z| ≤ |∂z/∂θ| R for every example, and the result goes no further than all of them together.
    let steepest = slopes.reduce(0) { max($0, $1.magnitude) }
    let furthest = min(Self.furthest * max(1, value.magnitude), .greatestFiniteMagnitude / 4)
    var radius = min(disc.radius / steepest, furthest)
    if smooth, penalty?.hasKink == true { radius = min(radius, value.magnitude / 2) }
    let part = radius / disc.radius
    let sum = zip(disc.parts, slopes).reduce(0) { $0 + $1.0.radius * ($1.1.magnitude * part) }
    let decay = penalty?.value(at: Disc(value, radius: radius)) ?? .exact(0)
    guard decay.isSmooth || !smooth else { return nil }
    return DifferenceQuotient(
      kind, variation: sum / disc.divisor + decay.radius, radius: radius, noise: disc.noise, at: value)
  }

  /// How far a parameter is moved that hardly enters the cost, as a multiple of its size.
  private static var furthest: Double { 0x1p20 }

}

// MARK: - Quotients

extension Nudge {
  private func central(
    _ moved: inout M, _ quotient: DifferenceQuotient, _ crossed: inout [Corner]
  ) -> Kink.Slope? {
    let h = quotient.step
    let wide = difference(&moved, h, -h, &crossed)
    let narrow = difference(&moved, h / 2, -h / 2, &crossed)
    return slope((Rounded(4) * narrow - wide) / Rounded(3), quotient)
  }

  /// The slope on one side alone, from points beyond all kinks that are crossed there.
  ///
  /// Other kinks may follow: then a smaller step is taken, which cuts off no more of the series.
  private func oneSided(
    _ moved: inout M, _ step: Double, _ quotient: DifferenceQuotient,
    _ places: inout Set<Corner>
  ) -> Kink.Slope? {
    var h = step
    while value + h / 4 != value + h / 2 {
      var (near, far) = ([Corner](), [Corner]())
      let first = result(&moved, at: value + h / 4, &near)
      let second = result(&moved, at: value + h / 2, &far)
      let third = result(&moved, at: value + h, &far)
      if Set(near) == Set(far) {
        places.formUnion(near)
        let inner = (second - first) / Rounded(exactly: (value + h / 2) - (value + h / 4))
        let outer = (third - second) / Rounded(exactly: (value + h) - (value + h / 2))
        let slope = slope(Rounded(2) * inner - outer, quotient)
        // The parabola through the three, at the place itself.
        let limit = (Rounded(8) * first - Rounded(6) * second + third) / Rounded(3)
        let jump = limit - result(&moved, at: value, &far)
        return slope.map {
          let slack = $0.bound * h.magnitude + DifferenceQuotient.unit * jump.error
          return Kink.Slope(value: $0.value, bound: $0.bound, jumps: jump.value.magnitude > slack)
        }
      }
      h /= 8
    }
    return nil
  }

  private func slope(_ slope: Rounded, _ quotient: DifferenceQuotient) -> Kink.Slope? {
    let bound = quotient.truncation + DifferenceQuotient.unit * slope.error
    return slope.value.isFinite && bound.isFinite
      ? Kink.Slope(value: slope.value, bound: bound, jumps: false) : nil
  }

  /// (C(θ + h) − C(θ + k)) over the step as it comes out in binary.
  private func difference(
    _ moved: inout M, _ h: Double, _ k: Double, _ crossed: inout [Corner]
  ) -> Rounded {
    let (up, down) = (value + h, value + k)
    let change = result(&moved, at: up, &crossed) - result(&moved, at: down, &crossed)
    return change / Rounded(exactly: up - down)
  }

  /// The result with the parameter moved, without the parts that it does not reach.
  private func result(
    _ moved: inout M, at place: Double, _ crossed: inout [Corner]
  ) -> Rounded {
    let change = Rounded(exactly: place - value)
    var sum = Rounded(exactly: 0)
    for (part, slope) in slopes.enumerated() where slope != 0 {
      sum = sum + moved.result(of: part, movedBy: change.scaled(by: slope), &crossed)
    }
    let mean = sum / Rounded(moved.divisor)
    // Without a penalty it is 0: a bound does not depend on how that is said.
    guard let penalty else { return mean + Rounded(exactly: 0) }
    if penalty.hasKink, Kink.lies(between: value, and: place) { crossed.append(penalty.corner) }
    return mean + penalty.value(at: Rounded(exactly: place))
  }
}

/// What a weight adds to the cost by itself.
struct OwnPenalty<Corner> {
  let rates: Penalty<Double>
  /// What it is divided by.
  let examples: Int
  /// The kink of |w| at w = 0.
  let corner: Corner

  /// Whether |w| is penalized, which has a kink at 0.
  var hasKink: Bool { rates.l1 ?? 0 > 0 }

  /// R, of this weight alone.
  func value<A: DoubleBased>(at weight: A) -> A {
    let exact = Penalty(l2: rates.l2.map(A.exact), l1: hasKink ? rates.l1.map(A.exact) : nil)
    return WeightDecay(exact, examples: examples).output([weight])
  }
}
