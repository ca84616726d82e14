/// The cost and its gradient in matrices, all examples at once: the second of three independent ways.
///
/// Shares no code with the rules and the trace; see `VectorizedNetwork` for the equations.
public struct VectorizedPass: Sendable {
  /// C, the mean over the examples plus R; not finite where it overflows or a logarithm has no value.
  public let cost: Double
  /// ∂C/∂θ for each parameter θ, in the order of `Network.parameters`.
  public let gradient: [Double]

  /// Runs the network forward and back over all examples at once.
  public init(_ objective: Objective<Double>) {
    var network = VectorizedNetwork(objective)
    network.take(objective.examples.indices, of: ExampleMatrix(objective.examples))
    network.feedforward()
    network.backpropagate()
    let n = Double(objective.examples.count)
    cost =
      objective.examples.indices.reduce(0) { $0 + network.cost(of: $1) / n } + network.penalty(setSize: n)
    gradient = network.layers.flatMap { $0.weightSlopes.elements + $0.biasSlopes }
  }
}
