/// What is derived: the cost of a network over its examples, as a function of its weights and biases.
public struct Objective<Scalar: Sendable>: Sendable {
  /// The network.
  public var network: Network<Scalar>
  /// How an example is judged.
  public let cost: Cost
  /// At least one.
  public let examples: [Example<Scalar>]
  /// R, where there is one.
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
}
