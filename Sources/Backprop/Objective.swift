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

  /// The parts fit: see `Network` and `Example`.
  public init(
    network: Network<Scalar>, cost: Cost, examples: [Example<Scalar>], penalty: Penalty<Scalar>? = nil
  ) {
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
      penalty: penalty.map { Penalty(l2: $0.l2.map(transform), l1: $0.l1.map(transform)) })
  }
}
