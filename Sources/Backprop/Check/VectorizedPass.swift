/// The cost and its gradient in matrices, a batch at a time: the second of three independent ways.
///
/// Shares no code with the rules and the trace. The equations and their letters are those of M. Nielsen, Neural
/// Networks and Deep Learning, chapter 2; here a matrix has one column for each example, and n of them in all.
public struct VectorizedPass: Sendable {
  /// C, the mean over the examples plus R; not finite where it overflows or a logarithm has no value.
  public let cost: Double
  /// ∂C/∂θ for each parameter θ, in the order of `Network.parameters`.
  public let gradient: [Double]

  /// Runs the network forward and back over all examples at once.
  public init(_ objective: Objective<Double>) {
    let layers = objective.network.layers
    let n = Double(objective.examples.count)
    let x = Matrix(columns: objective.examples.map(\.inputs))  // [n_0 × n]
    let y = Matrix(columns: objective.examples.map(\.targets))  // [n_L × n]
    guard let last = layers.indices.last else {
      (cost, gradient) = (0, [])
      return
    }

    // Feedforward: z⁽ˡ⁾ = W⁽ˡ⁾ a⁽ˡ⁻¹⁾ + b⁽ˡ⁾, a⁽ˡ⁾ = σ(z⁽ˡ⁾)                                [n_l × n]
    var activated: [VectorizedLayer] = []
    for layer in layers { activated.append(VectorizedLayer(layer, fedBy: activated.last?.a ?? x)) }
    let output = VectorizedOutput(activated[last], objective.cost, targets: y)

    var gradients: [[Double]] = []
    // BP1: δ⁽ᴸ⁾ = ∇_a C ⊙ σ′(z⁽ᴸ⁾), with the 1/n of the mean                                [n_L × n]
    var delta = output.delta.map { $0 / n }
    for l in layers.indices.reversed() {
      let w = layers[l].weightMatrix  // [n_l × n_(l−1)]
      let below = l > 0 ? activated[l - 1].a : x  // [n_(l−1) × n]
      // BP3: ∂C/∂b⁽ˡ⁾ = δ⁽ˡ⁾, summed over the examples                                       [n_l]
      let biases = layers[l].biases == nil ? [] : delta.rowSums
      // BP4: ∂C/∂W⁽ˡ⁾ = δ⁽ˡ⁾ a⁽ˡ⁻¹⁾ᵀ, summed over the examples                               [n_l × n_(l−1)]
      let weights = delta.timesTransposed(below)
      gradients.append(objective.withPenaltySlope(weights, of: w).elements + biases)
      // BP2: δ⁽ˡ⁻¹⁾ = (W⁽ˡ⁾ᵀ δ⁽ˡ⁾) ⊙ σ′(z⁽ˡ⁻¹⁾)                                              [n_(l−1) × n]
      if l > 0 { delta = activated[l - 1].delta(w.transposedTimes(delta)) }
    }

    gradient = gradients.reversed().flatMap { $0 }
    cost = output.costs.reduce(0) { $0 + $1 / n } + objective.vectorizedPenalty
  }
}

extension Network<Double>.Layer {
  /// W, [n_l × n_(l−1)].
  var weightMatrix: Matrix { Matrix(rows: neurons, columns: inputs, elements: weights) }
}

extension Objective<Double> {
  /// R = (l2/2n) Σ w² + (l1/n) Σ |w|.
  fileprivate var vectorizedPenalty: Double {
    guard let penalty else { return 0 }
    let n = Double(examples.count)
    var squares = 0.0
    var sizes = 0.0
    for layer in network.layers {
      for w in layer.weights {
        squares += w * w
        sizes += w.magnitude
      }
    }
    return (penalty.l2.map { $0 / (2 * n) * squares } ?? 0) + (penalty.l1.map { $0 / n * sizes } ?? 0)
  }

  /// ∂R/∂w = (l2/n) w + (l1/n) sgn w, with sgn 0 = 0, added to ∂C/∂w without it; both [n_l × n_(l−1)].
  fileprivate func withPenaltySlope(_ slope: Matrix, of w: Matrix) -> Matrix {
    guard let penalty else { return slope }
    let n = Double(examples.count)
    return slope.combined(w) { slope, w in
      let sign: Double = w > 0 ? 1 : w < 0 ? -1 : 0
      return slope + ((penalty.l2 ?? 0) * w / n + (penalty.l1 ?? 0) * sign / n)
    }
  }
}
