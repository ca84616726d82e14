/// What is derived: the cost of a network over its examples, as a function of its weights and biases.
public struct Objective<Scalar: Sendable>: Sendable {
  /// The network.
  public var network: Network<Scalar>
  /// The cost of one example.
  public let cost: Cost
  /// The examples, at least one.
  public let examples: [Example<Scalar>]
  /// The penalty R on the weights; `nil` without a penalty.
  public let penalty: Penalty<Scalar>?
  /// How the costs of the examples make C.
  public let reduction: Reduction
  /// How many examples the whole set has, of which these are all, or one in a step that takes one.
  public let setSize: Int

  /// The parts fit: see `Network` and `Example`.
  public init(
    network: Network<Scalar>, cost: Cost, examples: [Example<Scalar>], penalty: Penalty<Scalar>? = nil,
    reduction: Reduction = .mean, setSize: Int? = nil
  ) {
    self.reduction = reduction
    self.setSize = setSize ?? examples.count
    self.network = network
    self.cost = cost
    self.examples = examples
    self.penalty = penalty
  }

  /// The same objective in another arithmetic.
  public func map<Other: Sendable>(_ transform: (Scalar) -> Other) -> Objective<Other> {
    Objective<Other>(
      network: Network<Other>(
        network.layers.map { layer in
          Network<Other>.Layer(
            layer.activation, inputs: layer.inputs, neurons: layer.neurons,
            weights: layer.weights.map(transform), biases: layer.biases?.map(transform),
            output: layer.output)
        }),
      cost: cost,
      examples: examples.map {
        Example(inputs: $0.inputs.map(transform), targets: $0.targets.map(transform))
      },
      penalty: penalty.map { Penalty(l2: $0.l2.map(transform), l1: $0.l1.map(transform)) },
      reduction: reduction, setSize: setSize)
  }

  /// What the sum over the examples is divided by.
  var exampleDivisor: Int { reduction.divisor(of: examples.count) }
  /// What the penalty is divided by: by n beside a mean, and by nothing beside the sum; of a sum over a part of the examples
  /// it is the same part.
  var penaltyDivisor: Int { reduction == .mean ? setSize : max(1, setSize / max(1, examples.count)) }
}

/// How the costs of the examples make C, by the names in a lesson file.
public enum Reduction: String, CaseIterable, Sendable {
  /// C = 1/n Σ C_x.
  case mean
  /// C = Σ C_x.
  case sum

  /// What the sum over so many examples is divided by.
  func divisor(of examples: Int) -> Int { self == .mean ? examples : 1 }
}
