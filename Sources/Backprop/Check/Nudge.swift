import Formulas

/// One parameter, about to be moved.
struct Nudge {
  let place: ParameterPlace
  let value: Double
  let penalty: Penalty<Double>?
  /// ∂z/∂θ of its neuron, for each example: what the weight is multiplied by, and 1 for a bias.
  let slopes: [Double]
  /// What the costs do while the z of its neuron moves.
  let neighbourhoods: [Neighbourhood]

  /// A derivative that is known no better proves nothing, and is looked at for kinks; one that may be 0 is held to what
  /// 0 is held to.
  static func isSharp(_ slope: Double, bound: Double) -> Bool {
    slope.magnitude <= bound
      ? bound < GradientCheck.numericAbsolute : bound <= GradientCheck.numericRelative * slope.magnitude
  }

  func estimate(_ neuron: inout MovedNeuron<Rounded>) -> NumericGradient.Estimate {
    var crossed: [Kink.Place] = []
    let smooth = best(.central, smooth: true)
    let slope = smooth.flatMap { central(&neuron, $0, &crossed) }
    let bound = slope?.bound ?? .infinity
    if let slope, crossed.isEmpty, Self.isSharp(slope.value, bound: bound) {
      return .slope(slope.value, bound: bound)
    }
    if let kink = kink(&neuron, unless: crossed.isEmpty ? smooth?.bound : nil) { return .kink(kink) }
    guard let slope, crossed.isEmpty, bound < .infinity else { return .unknown }
    return .slope(slope.value, bound: bound)
  }

  /// The kink that is crossed by a step that would tell more, if there is one near by.
  private func kink(_ neuron: inout MovedNeuron<Rounded>, unless bound: Double?) -> Kink? {
    guard let wide = best(.central, smooth: false), wide.bound < bound ?? .infinity || bound == nil,
      let step = best(.oneSided, smooth: false)
    else { return nil }
    let nearest = Self.nearest * max(1, value.magnitude)
    var crossed: [Kink.Place] = []
    for h in [min(wide.step, nearest), -min(wide.step, nearest)] {
      _ = cost(&neuron, at: value + h, &crossed)
    }
    guard let first = crossed.first else { return nil }
    var places = Set<Kink.Place>()
    let below = oneSided(&neuron, -min(step.step, nearest), step, &places)
    let above = oneSided(&neuron, min(step.step, nearest), step, &places)
    if places.isEmpty { places = Set(crossed) }
    let named = crossed.first(where: places.contains) ?? first
    return Kink(places, at: named, in: neuron.run, below: below, above: above)
  }

  /// How near a kink has to be to be named, for a parameter of size 1.
  private static let nearest = 0x1p-11

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
    if smooth, !zip(disc.costs, slopes).allSatisfy({ $0.isSmooth || $1 == 0 }) { return nil }
    // |z′ − z| ≤ |∂z/∂θ| R for every example, and the mean goes no further than the mean of what each goes.
    let steepest = slopes.reduce(0) { max($0, $1.magnitude) }
    let furthest = min(Self.furthest * max(1, value.magnitude), .greatestFiniteMagnitude / 4)
    var radius = min(disc.radius / steepest, furthest)
    if smooth, isSized { radius = min(radius, value.magnitude / 2) }
    let part = radius / disc.radius
    let sum = zip(disc.costs, slopes).reduce(0) { $0 + $1.0.radius * ($1.1.magnitude * part) }
    let decay = penalty(at: Disc(value, radius: radius))
    guard decay.isSmooth || !smooth else { return nil }
    return DifferenceQuotient(
      kind, variation: sum / Double(slopes.count) + decay.radius, radius: radius, noise: disc.noise, at: value
    )
  }

  /// How far a parameter is moved that hardly enters the cost, as a multiple of its size.
  private static let furthest = 0x1p20

  /// Whether |w| is penalized, which has a kink at 0.
  private var isSized: Bool { place.input != nil && penalty?.l1 ?? 0 > 0 }

  /// What the parameter adds to R, if it is a weight.
  private func penalty<A: DoubleBased>(at weight: A) -> A {
    guard let penalty, place.input != nil else { return A.exact(0) }
    let rates = Penalty(l2: penalty.l2.map(A.exact), l1: isSized ? penalty.l1.map(A.exact) : nil)
    return WeightDecay(rates, examples: slopes.count).output([weight])
  }
}

// MARK: - Quotients

extension Nudge {
  private func central(
    _ neuron: inout MovedNeuron<Rounded>, _ quotient: DifferenceQuotient, _ crossed: inout [Kink.Place]
  ) -> Kink.Slope? {
    let h = quotient.step
    let wide = difference(&neuron, h, -h, &crossed)
    let narrow = difference(&neuron, h / 2, -h / 2, &crossed)
    return slope((Rounded(4) * narrow - wide) / Rounded(3), quotient)
  }

  /// The slope on one side alone, from points beyond all kinks that are crossed there.
  ///
  /// Other kinks may follow: then a smaller step is taken, which cuts off no more of the series.
  private func oneSided(
    _ neuron: inout MovedNeuron<Rounded>, _ step: Double, _ quotient: DifferenceQuotient,
    _ places: inout Set<Kink.Place>
  ) -> Kink.Slope? {
    var h = step
    while value + h / 4 != value + h / 2 {
      var (near, far) = ([Kink.Place](), [Kink.Place]())
      let first = cost(&neuron, at: value + h / 4, &near)
      let second = cost(&neuron, at: value + h / 2, &far)
      let third = cost(&neuron, at: value + h, &far)
      if Set(near) == Set(far) {
        places.formUnion(near)
        let inner = (second - first) / Rounded(exactly: (value + h / 2) - (value + h / 4))
        let outer = (third - second) / Rounded(exactly: (value + h) - (value + h / 2))
        return slope(Rounded(2) * inner - outer, quotient)
      }
      h /= 8
    }
    return nil
  }

  private func slope(_ slope: Rounded, _ quotient: DifferenceQuotient) -> Kink.Slope? {
    let bound = quotient.truncation + DifferenceQuotient.unit * slope.error
    return slope.value.isFinite && bound.isFinite ? Kink.Slope(value: slope.value, bound: bound) : nil
  }

  /// (C(θ + h) − C(θ + k)) over the step as it comes out in binary.
  private func difference(
    _ neuron: inout MovedNeuron<Rounded>, _ h: Double, _ k: Double, _ crossed: inout [Kink.Place]
  ) -> Rounded {
    let (up, down) = (value + h, value + k)
    let change = cost(&neuron, at: up, &crossed) - cost(&neuron, at: down, &crossed)
    return change / Rounded(exactly: up - down)
  }

  /// C with the parameter moved, but for what it does not reach.
  private func cost(
    _ neuron: inout MovedNeuron<Rounded>, at moved: Double, _ crossed: inout [Kink.Place]
  ) -> Rounded {
    let change = Rounded(exactly: moved - value)
    var sum = Rounded(exactly: 0)
    for (example, slope) in slopes.enumerated() where slope != 0 {
      sum = sum + neuron.cost(of: example, movedBy: change.scaled(by: slope), &crossed)
    }
    if isSized, Kink.lies(between: value, and: moved) { crossed.append(.weight(place)) }
    return sum / Rounded(slopes.count) + penalty(at: Rounded(exactly: moved))
  }
}
