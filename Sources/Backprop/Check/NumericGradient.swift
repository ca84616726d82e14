/// The gradient by nudging: each parameter up and down a little, the network run forward again.
///
/// Uses no derivatives. Each slope is Richardson's of two central differences and carries a bound on its own error: what
/// the series of the cost can hold at most (see `Disc`), and the rounding of the cost (see `Rounded`). The step is the one
/// that leaves the least to both.
public struct NumericGradient: Sendable {
  /// What is known of one derivative.
  public enum Estimate: Sendable {
    /// The derivative, to within the bound.
    case slope(Double, bound: Double)
    /// There is none to compare with: a kink lies within every step that would tell enough.
    indirect case kink(Kink)
    /// There is no step over which the cost is finite and its error bounded.
    case unknown

    /// The same, off by so much more at most.
    func widened(by rounding: Double) -> Estimate {
      guard rounding.isFinite else { return self }
      switch self {
      case .slope(let slope, let bound): return .slope(slope, bound: bound + rounding)
      case .kink(let kink): return .kink(kink.widened(by: rounding))
      case .unknown: return .unknown
      }
    }
  }

  /// One for each parameter, in the order of `Network.parameters`; `nil` where it was not nudged.
  public let estimates: Estimates
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
    var estimates = Estimates(count: places.count)
    var neuron: NudgedNeuron?
    // The weights of a neuron and its bias, one after the other.
    let byNeuron = sample.sorted {
      (places[$0].layer, places[$0].neuron, $0) < (places[$1].layer, places[$1].neuron, $1)
    }
    for index in byNeuron {
      let place = places[index]
      if neuron?.has(place) != true { neuron = NudgedNeuron(place.layer, place.neuron, of: run) }
      estimates[index] = neuron?.estimate(place, value: values[index])
    }
    self.estimates = estimates
    candidateCount = candidates.count
    sampledCount = sample.count
    operations = sample.reduce(0) { $0 + run.operations(moving: places[$1]) } * Double(Self.runs)
    plainOperations = Double(sample.count * Self.runs) * run.operations
  }

  /// How often the network is run for one parameter: two sides of h and of h/2, and the disc of its neuron, which costs
  /// as much again where few parameters share it.
  static let runs = 12
}

/// A neuron whose parameters are nudged, one after the other.
private struct NudgedNeuron {
  private let place: (layer: Int, neuron: Int)
  private let neighbourhoods: [Neighbourhood]
  private var rounded: MovedNeuron<Rounded>

  init(_ layer: Int, _ neuron: Int, of run: ForwardRun) {
    place = (layer, neuron)
    rounded = MovedNeuron(layer, neuron, of: run)
    var disc = MovedNeuron<Disc>(layer, neuron, of: run)
    neighbourhoods = Neighbourhood.all(of: &disc, rounding: &rounded)
  }

  func has(_ parameter: ParameterPlace) -> Bool { place == (parameter.layer, parameter.neuron) }

  mutating func estimate(_ parameter: ParameterPlace, value: Double) -> NumericGradient.Estimate {
    let run = rounded.run
    let slopes = run.states.map { state in
      parameter.input.map { state.activations[parameter.layer][$0] } ?? 1
    }
    let penalty = run.objective.penalty.flatMap { rates in
      parameter.input.map { _ in
        OwnPenalty(rates: rates, examples: run.objective.penaltyDivisor, corner: Kink.Place.weight(parameter))
      }
    }
    return Nudge(value: value, slopes: slopes, neighbourhoods: neighbourhoods, penalty: penalty)
      .estimate(&rounded)
  }
}
