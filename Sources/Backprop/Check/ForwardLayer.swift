import Formulas

/// A layer as it is run forward, with its weights column by column: what one input feeds lies together.
struct ForwardLayer {
  let activation: Activation
  let inputs: Int
  let neurons: Int
  let slopeJumps: Bool
  let mixesNeurons: Bool
  let output: LayerOutput
  /// W, [inputs × neurons]: the weight into j from k stands at k · neurons + j.
  private let columns: [Double]
  private let biases: [Double]

  init(_ layer: Network<Double>.Layer) {
    let rule = layer.activation.rule
    activation = layer.activation
    (inputs, neurons) = (layer.inputs, layer.neurons)
    output = layer.output
    (slopeJumps, mixesNeurons) = (rule.slopeJumps, rule.mixesNeurons)
    var columns = Array(repeating: 0.0, count: inputs * neurons)
    for j in 0..<neurons {
      for k in 0..<inputs { columns[k * neurons + j] = layer.weights[j * inputs + k] }
    }
    self.columns = columns
    biases = layer.biases ?? Array(repeating: 0, count: neurons)
  }

  /// z = W a + b, each sum in the order of the inputs.
  func weigh<Scalar: DoubleBased>(_ a: [Scalar], into z: inout [Scalar]) {
    for j in z.indices { z[j] = .exact(0) }
    for k in a.indices { add(a[k], ofInput: k, to: &z) }
    for j in z.indices {
      let sum = z[j] + .exact(biases[j])
      z[j] = sum
    }
  }

  /// Puts a in the place of z, for an example; `before` are the activations that fed the layer.
  func activate<Scalar: DoubleBased>(_ z: inout [Scalar], example x: Int, before: [Scalar]) {
    activation.activate(&z)
    if output.isPlain { return }
    for j in z.indices { z[j] = output.output(z[j], j, example: x, before: before[j]) }
  }

  /// The weights of what the neuron k of the layer below feeds.
  func column(_ k: Int) -> [Double] { Array(columns[(k * neurons)..<((k + 1) * neurons)]) }

  /// Σ_k |w_k a_k| + |b| for each neuron: how large the terms of its sum are.
  func termSizes(_ a: [Double]) -> [Double] {
    (0..<neurons).map { j in
      a.indices.reduce(biases[j].magnitude) { $0 + (columns[$1 * neurons + j] * a[$1]).magnitude }
    }
  }

  private func add<Scalar: DoubleBased>(_ a: Scalar, ofInput k: Int, to z: inout [Scalar]) {
    let start = k * neurons
    for j in z.indices {
      let sum = z[j] + a.scaled(by: columns[start + j])
      z[j] = sum
    }
  }
}
