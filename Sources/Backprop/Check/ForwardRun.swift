import Formulas

/// A network run forward and kept, so that moving one parameter repeats only what that parameter reaches.
struct ForwardRun {
  let objective: Objective<Double>
  let layers: [ForwardLayer]
  /// The state of each example.
  private(set) var states: [State] = []
  /// The multiply-adds that the cost of one example takes.
  let costOperations: Int
  /// Whether every layer puts out f(z), so that a neuron is felt by the weighted inputs of the next layer alone.
  let isPlain: Bool

  /// The run of one example.
  struct State {
    /// a⁽⁰⁾ to a⁽ᴸ⁾, so that `activations[l]` feeds `layers[l]`.
    var activations: [[Double]]
    /// z⁽¹⁾ to z⁽ᴸ⁾, as many as layers.
    var weightedInputs: [[Double]] = []
  }

  init(_ objective: Objective<Double>) {
    self.objective = objective
    layers = objective.network.layers.map(ForwardLayer.init)
    costOperations = objective.costOperations
    isPlain = layers.allSatisfy(\.output.isPlain)
    for (x, example) in objective.examples.enumerated() {
      var state = State(activations: [example.inputs])
      for (l, layer) in layers.enumerated() {
        let a = state.activations[l]
        var z = Array(repeating: 0.0, count: layer.neurons)
        layer.weigh(a, into: &z)
        // As everywhere, a z that is no more than the rounding of its terms is 0, and a neuron with a kink on it.
        let isLookedAt = layer.activation.hasKink || z.contains { $0.magnitude < Double.largestRest }
        for (j, size) in (isLookedAt ? layer.termSizes(a) : []).enumerated()
        where z[j].magnitude <= Kink.cancellation * size { z[j] = 0 }
        state.weightedInputs.append(z)
        layer.activate(&z, example: x, before: a)
        state.activations.append(z)
      }
      states.append(state)
    }
  }

  /// Notes a z that left the side of 0 on which it was; one that was on 0 leaves it with any move.
  func noteCrossing(_ example: Int, _ l: Int, _ j: Int, _ moved: Double, _ crossed: inout [Kink.Place]) {
    let z = states[example].weightedInputs[l][j]
    guard moved != z else { return }
    if Kink.lies(between: z, and: moved) { crossed.append(.neuron(layer: l, neuron: j, example: example)) }
  }
}
