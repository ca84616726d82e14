import Formulas

/// A network run forward and kept, so that moving one parameter repeats only what that parameter reaches.
///
/// A parameter of layer l reaches one z of layer l; the layers below and the other neurons stay as they were.
struct ForwardRun {
  let objective: Objective<Double>
  /// One for each example.
  private(set) var states: [State] = []
  /// R.
  let penalty: Double
  /// For each layer, whether its activation has a kink, and whether it mixes neurons.
  private let traits: [(hasKink: Bool, mixesNeurons: Bool)]

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
    traits = objective.network.layers.map { layer in
      let rule = layer.activation.rule
      return (rule.hasKink, rule.mixesNeurons)
    }
    for example in objective.examples {
      var state = State(activations: [example.inputs])
      for (l, layer) in objective.network.layers.enumerated() {
        let a = state.activations[l]
        let z = (0..<layer.neurons).map { layer.neuron($0).weightedSum(of: a) }
        state.outputs = layer.activation.readings(z)
        state.weightedInputs.append(z)
        state.sizes.append((0..<layer.neurons).map { layer.neuron($0).termSizes(of: a) })
        state.activations.append(state.outputs.map(\.value))
      }
      state.cost = objective.cost.value(state.outputs, example.targets)
      states.append(state)
    }
  }

  /// C, the mean over the examples plus R.
  var cost: Double { states.reduce(0) { $0 + $1.cost } / Double(states.count) + penalty }

  /// The cost with one parameter moved to `value`, and the kinks that this crosses.
  func moved(_ place: ParameterPlace, to value: Double) -> (cost: Double, crossed: [Kink.Place]) {
    let layer = objective.network.layers[place.layer]
    var neuron = layer.neuron(place.neuron)
    let old = neuron.replace(place.input, by: value)
    var crossed: [Kink.Place] = []
    var change = 0.0
    if place.input != nil, let penalty = objective.penalty {
      let n = Double(states.count)
      change = penalty.term(of: value, n) - penalty.term(of: old, n)
      if let l1 = penalty.l1, l1 > 0, value != old, old * value <= 0 { crossed.append(.weight(place)) }
    }
    var sum = 0.0
    for example in states.indices { sum += cost(of: example, place, neuron, &crossed) }
    return (sum / Double(states.count) + (penalty + change), crossed)
  }

  /// C_x with one neuron of layer `place.layer` as it is now.
  private func cost(
    of example: Int, _ place: ParameterPlace, _ neuron: Neuron, _ crossed: inout [Kink.Place]
  ) -> Double {
    let state = states[example]
    let (l, j) = (place.layer, place.neuron)
    let layers = objective.network.layers
    var z = state.weightedInputs[l]
    z[j] = neuron.weightedSum(of: state.activations[l])
    if traits[l].hasKink { noteCrossing(example, l, j, z[j], &crossed) }
    var a = state.activations[l + 1]
    var outputs = state.outputs
    if traits[l].mixesNeurons {
      outputs = layers[l].activation.readings(z)
      a = outputs.map(\.value)
    } else if let reading = layers[l].activation.readings([z[j]]).first {
      a[j] = reading.value
      if l == layers.count - 1 { outputs[j] = reading }
    }
    for m in layers.indices.dropFirst(l + 1) {
      z = (0..<layers[m].neurons).map { layers[m].neuron($0).weightedSum(of: a) }
      if traits[m].hasKink {
        for i in z.indices { noteCrossing(example, m, i, z[i], &crossed) }
      }
      outputs = layers[m].activation.readings(z)
      a = outputs.map(\.value)
    }
    return objective.cost.value(outputs, objective.examples[example].targets)
  }

  /// Notes a z that left the side of 0 on which it was; one that was on 0 leaves it with any move.
  private func noteCrossing(
    _ example: Int, _ l: Int, _ j: Int, _ moved: Double, _ crossed: inout [Kink.Place]
  ) {
    let z = states[example].weightedInputs[l][j]
    let isOnKink = z.magnitude <= Kink.cancellation * states[example].sizes[l][j]
    if moved != z, isOnKink || z * moved <= 0 {
      crossed.append(.neuron(layer: l, neuron: j, example: example))
    }
  }
}

/// What feeds one neuron.
private struct Neuron {
  /// w_k.
  var weights: ArraySlice<Double>
  var bias: Double?

  /// z = Σ_k w_k a_k + b.
  func weightedSum(of a: [Double]) -> Double {
    let z = weights.withUnsafeBufferPointer { w in
      a.withUnsafeBufferPointer { a in
        var z = 0.0
        for k in w.indices { z += w[k] * a[k] }
        return z
      }
    }
    return z + (bias ?? 0)
  }

  /// Σ_k |w_k a_k| + |b|.
  func termSizes(of a: [Double]) -> Double {
    zip(weights, a).reduce(bias?.magnitude ?? 0) { $0 + ($1.0 * $1.1).magnitude }
  }

  /// Puts a value in place of the weight of an input, or of the bias, and returns what it was.
  mutating func replace(_ input: Int?, by value: Double) -> Double {
    guard let input else {
      let old = bias ?? 0
      bias = value
      return old
    }
    let old = weights[weights.startIndex + input]
    weights[weights.startIndex + input] = value
    return old
  }
}

extension Network<Double>.Layer {
  fileprivate func neuron(_ j: Int) -> Neuron {
    Neuron(weights: weights[(j * inputs)..<((j + 1) * inputs)], bias: biases?[j])
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
  fileprivate func term(of w: Double, _ n: Double) -> Double {
    Double.weighted(l2 ?? 0, w * w / (2 * n)) + Double.weighted(l1 ?? 0, w.magnitude / n)
  }
}
