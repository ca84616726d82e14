/// The gradient by nudging: each parameter up and down a little, the network run forward again.
///
/// Knows no calculus. Each slope is Richardson's of two central differences and carries a bound on its own error, the
/// truncation as the two show it and the rounding of the cost; several steps are tried and the surest slope is kept.
public struct NumericGradient: Sendable {
  /// What is known of one derivative.
  public enum Estimate: Sendable {
    /// The derivative, to within the bound.
    case slope(Double, bound: Double)
    /// There is none to compare with: the cost turns a corner within every step.
    case kink(Kink)
    /// The cost has no finite value on one side at least, whatever the step.
    case unknown
  }

  /// One for each parameter, in the order of `Network.parameters`; `nil` where it was not nudged.
  public let estimates: [Estimate?]
  /// How many parameters were to be nudged.
  public let candidateCount: Int
  /// How many were: fewer where a seeded sample had to do.
  public let sampledCount: Int
  /// What that took, in multiply-adds; an activation counts as several.
  public let operations: Double
  /// What it would take to run the whole network for each nudge.
  public let plainOperations: Double

  /// Nudges all parameters, or those given by their indices, or of either a sample.
  public init(_ objective: Objective<Double>, of parameters: [Int]? = nil) {
    self.init(objective, of: parameters, budget: ParameterSample.budget)
  }

  init(_ objective: Objective<Double>, of parameters: [Int]? = nil, budget: Double, seed: UInt64 = 1) {
    let places = objective.network.parameterPlaces
    let values = objective.network.parameters
    let run = ForwardRun(objective)
    let candidates = parameters ?? Array(places.indices)
    let sample = ParameterSample(of: candidates, places, in: run, budget: budget, seed: seed).indices
    let noise = Self.roundings * Double.ulpOfOne * max(run.cost.magnitude, run.roundingScale)
    var estimates = [Estimate?](repeating: nil, count: places.count)
    var neuron: MovedNeuron?
    for index in sample {
      let place = places[index]
      if neuron?.has(place) != true { neuron = MovedNeuron(place.layer, place.neuron, of: run) }
      estimates[index] = neuron?.estimate(place, value: values[index], noise: noise)
    }
    self.estimates = estimates
    candidateCount = candidates.count
    sampledCount = sample.count
    operations = sample.reduce(0) { $0 + run.operations(moving: places[$1]) } * Double(Self.runs)
    plainOperations = Double(sample.count * Self.runs) * run.operations
  }

  /// h₀ for a parameter of size 1 is 4 ε^(1/5), where truncation, ∼h⁴, and rounding, ∼ε/h, are about equal; six
  /// smaller ones follow, each a quarter, for costs that bend more sharply.
  static let firstStep = 4 * 0x1p-10 * 0.757_858_283_255_199
  static let steps = 7
  /// How often the network is run for one parameter: two sides of h and of h/2.
  static let runs = 4 * steps
  /// How many roundings of its largest numbers the cost may be off by; measured, with room to spare.
  fileprivate static let roundings = 40.0
}

extension MovedNeuron {
  /// What the costs say of one parameter; `noise` is how far off they may be.
  fileprivate mutating func estimate(
    _ place: ParameterPlace, value: Double, noise: Double
  ) -> NumericGradient.Estimate {
    Nudge(place: place, value: value, noise: noise).estimate(&self)
  }
}

/// One parameter, about to be moved.
private struct Nudge {
  let place: ParameterPlace
  let value: Double
  /// How far off a cost may be.
  let noise: Double

  func estimate(_ neuron: inout MovedNeuron) -> NumericGradient.Estimate {
    var best: (slope: Double, bound: Double)?
    var crossed: [Kink.Place] = []
    for k in 0..<NumericGradient.steps {
      let h = step(k)
      var places: [Kink.Place] = []
      let wide = difference(&neuron, h, -h, &places)
      let narrow = difference(&neuron, h / 2, -h / 2, &places)
      guard places.isEmpty else {
        crossed = places
        continue
      }
      // R = (4 D(h/2) − D(h)) / 3, off by at most |D(h) − D(h/2)| and the rounding of C over h
      let slope = (4 * narrow.slope - wide.slope) / 3
      // (of the costs that were really met: where C is far below them, they decide)
      let met = NumericGradient.roundings * Double.ulpOfOne * max(wide.largest, narrow.largest)
      let bound = (wide.slope - narrow.slope).magnitude + max(noise, met) / h
      if slope.isFinite, bound < best?.bound ?? .infinity { best = (slope, bound) }
    }
    if let best { return .slope(best.slope, bound: best.bound) }
    guard let first = crossed.first else { return .unknown }
    let places = Set(crossed)
    return .kink(
      Kink(
        places, at: first, in: neuron.run, below: oneSided(&neuron, -1, across: places),
        above: oneSided(&neuron, 1, across: places)))
  }

  /// h_k = ε^(1/5) max(1, |θ|) 4^(1−k), k = 0 … 6.
  private func step(_ k: Int) -> Double {
    NumericGradient.firstStep * max(1, value.magnitude) / Double(1 << (2 * k))
  }

  /// (C(θ + h) − C(θ + k)) over the step as it comes out in binary.
  private func difference(
    _ neuron: inout MovedNeuron, _ h: Double, _ k: Double, _ crossed: inout [Kink.Place]
  ) -> (slope: Double, largest: Double) {
    let (up, down) = (value + h, value + k)
    let above = neuron.cost(moving: place.input, from: value, to: up, &crossed)
    let below = neuron.cost(moving: place.input, from: value, to: down, &crossed)
    return ((above - below) / (up - down), max(above.magnitude, below.magnitude))
  }

  /// The slope on one side alone: 2 F(h/2) − F(h), off by at most |F(h) − F(h/2)| and the rounding of C over h/2.
  ///
  /// Steps that cross more kinks than the smallest one does are left out.
  private func oneSided(
    _ neuron: inout MovedNeuron, _ side: Double, across places: Set<Kink.Place>
  ) -> Kink.Slope? {
    var best: Kink.Slope?
    for k in 0..<NumericGradient.steps {
      let h = step(k)
      var crossed: [Kink.Place] = []
      let wide = difference(&neuron, side * h, 0, &crossed)
      let narrow = difference(&neuron, side * h / 2, 0, &crossed)
      guard places.isSuperset(of: crossed) else { continue }
      let slope = Kink.Slope(
        value: 2 * narrow.slope - wide.slope,
        bound: (wide.slope - narrow.slope).magnitude + 2 * noise / h)
      if slope.value.isFinite, slope.bound < best?.bound ?? .infinity { best = slope }
    }
    return best
  }
}
