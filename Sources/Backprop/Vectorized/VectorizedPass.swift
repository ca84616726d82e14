/// The cost and its gradient in matrices, all examples at once: the second of three independent ways.
///
/// Shares no code with the rules and the trace; see `VectorizedNetwork` for the equations.
public struct VectorizedPass: Sendable {
  /// C, the mean over the examples or their sum, plus R; not finite where it overflows or a logarithm has no value.
  public let cost: Double
  /// ∂C/∂θ for each parameter θ, in the order of `Network.parameters`.
  public let gradient: [Double]

  /// Runs the network forward and back over all examples, as many at once as have so many neurons together.
  public init(_ objective: Objective<Double>, mostNeurons: Int = 1 << 20) {
    var network = VectorizedNetwork(objective)
    let examples = ExampleMatrix(objective.examples)
    let neurons = network.layers.reduce(0) { $0 + $1.w.rows }
    let block = max(1, mostNeurons / max(1, neurons))
    let n = Double(network.reduction.divisor(of: examples.count))
    var cost = 0.0
    var gradient: [Double] = []
    for first in stride(from: 0, to: examples.count, by: block) {
      let batch = first..<min(first + block, examples.count)
      network.take(batch, of: examples)
      for l in network.layers.indices { network.layers[l].takeMasks(of: batch) }
      network.feedforward()
      network.backpropagate()
      cost = (0..<batch.count).reduce(cost) { $0 + network.cost(of: $1) / n }
      let slopes = network.gradient
      // Where C is a mean, a part of the examples counts as often as it has examples.
      if batch.count == examples.count {
        gradient = slopes
      } else {
        let share = Double(network.reduction.divisor(of: batch.count)) / n
        gradient =
          gradient.isEmpty ? slopes.map { share * $0 } : zip(gradient, slopes).map { $0 + share * $1 }
      }
    }
    self.cost = cost + network.penalty(of: examples.count, setSize: network.setSize)
    self.gradient = gradient
  }
}

extension VectorizedNetwork {
  /// ∂C/∂θ of each parameter, in the order of `Network.parameters`, in no more room than they need.
  fileprivate var gradient: [Double] {
    var gradient: [Double] = []
    gradient.reserveCapacity(layers.reduce(0) { $0 + $1.weightSlopes.elements.count + $1.biasSlopes.count })
    for layer in layers {
      gradient += layer.weightSlopes.elements
      gradient += layer.biasSlopes
    }
    return gradient
  }
}
