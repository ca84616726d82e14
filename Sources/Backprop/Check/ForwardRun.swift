import Formulas

/// A network run forward and kept, so that moving one parameter repeats only what that parameter reaches.
struct ForwardRun {
  let objective: Objective<Double>
  let layers: [ForwardLayer]
  /// One for each example.
  private(set) var states: [State] = []
  /// R.
  let penalty: Double

  /// The run of one example.
  struct State {
    /// a⁽⁰⁾ to a⁽ᴸ⁾, so that `activations[l]` feeds `layers[l]`.
    var activations: [[Double]]
    /// z⁽¹⁾ to z⁽ᴸ⁾, as many as layers.
    var weightedInputs: [[Double]] = []
    /// Σ|w a| + |b| for each z: how large the terms of the sum are.
    var sizes: [[Double]] = []
    /// a⁽ᴸ⁾ with its readings.
    var outputs: [Reading<Double>] = []
    /// C_x.
    var cost = 0.0
  }

  init(_ objective: Objective<Double>) {
    self.objective = objective
    penalty = objective.penaltyValue
    layers = objective.network.layers.map(ForwardLayer.init)
    for example in objective.examples {
      var state = State(activations: [example.inputs])
      for (l, layer) in layers.enumerated() {
        let a = state.activations[l]
        var z = Array(repeating: 0.0, count: layer.neurons)
        layer.weigh(a, into: &z)
        state.outputs = layer.activation.readings(z)
        state.weightedInputs.append(z)
        state.sizes.append(layer.termSizes(a))
        state.activations.append(state.outputs.map(\.value))
      }
      state.cost = objective.cost.value(state.outputs, example.targets)
      states.append(state)
    }
  }

  /// C, the mean over the examples plus R.
  var cost: Double { states.reduce(0) { $0 + $1.cost } / Double(states.count) + penalty }

  /// Notes a z that left the side of 0 on which it was; one that was on 0 leaves it with any move.
  func noteCrossing(_ example: Int, _ l: Int, _ j: Int, _ moved: Double, _ crossed: inout [Kink.Place]) {
    let z = states[example].weightedInputs[l][j]
    guard moved != z else { return }
    let isOnKink = z.magnitude <= Kink.cancellation * states[example].sizes[l][j]
    if isOnKink || z * moved <= 0 { crossed.append(.neuron(layer: l, neuron: j, example: example)) }
  }
}

extension Objective<Double> {
  /// R, the sum of the terms of all weights.
  fileprivate var penaltyValue: Double {
    guard let penalty else { return 0 }
    let n = Double(examples.count)
    return network.layers.reduce(0) { $0 + $1.weights.reduce(0) { $0 + penalty.term(of: $1, n) } }
  }
}

extension Penalty<Double> {
  /// What one weight adds to R: (l2/2n) w² + (l1/n) |w|.
  func term(of w: Double, _ n: Double) -> Double {
    Double.weighted(l2 ?? 0, w * w / (2 * n)) + Double.weighted(l1 ?? 0, w.magnitude / n)
  }
}
