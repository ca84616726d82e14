/// The last layer against its targets, over a batch: the costs, and BP1.
struct VectorizedOutput {
  let layer: VectorizedLayer
  let cost: Cost
  /// y, [n_L × n].
  let y: Matrix

  init(_ layer: VectorizedLayer, _ cost: Cost, targets y: Matrix) {
    self.layer = layer
    self.cost = cost
    self.y = y
  }

  /// C_x for each of the n examples.
  var costs: [Double] {
    let terms: Matrix  // [n_L × n]
    switch cost {
    case .squaredError, .halfSquaredError, .meanSquaredError:
      terms = difference.map { squaredErrorScale * $0 * $0 }
    case .binaryCrossEntropy:
      let hits = y.combined(layer.logarithm, term)
      let misses = y.map { 1 - $0 }.combined(layer.complementLogarithm, term)
      terms = hits.combined(misses) { -($0 + $1) }
    case .crossEntropy:
      terms = y.combined(layer.logarithm) { -term($0, $1) }
    }
    return (0..<terms.columns).map { terms.column($0).reduce(0, +) }
  }

  /// BP1: δ⁽ᴸ⁾ = ∇_a C ⊙ σ′(z⁽ᴸ⁾), [n_L × n].
  var delta: Matrix {
    switch (cost, layer.activation) {
    // Where ln a is a function of z, its slope is: −y/a and the like grow beyond all bounds as a vanishes.
    case (.binaryCrossEntropy, .sigmoid): difference
    case (.crossEntropy, .sigmoid): y.combined(layer.complement) { y, rest in -y * rest }
    case (.crossEntropy, .softmax): hitDelta
    case (.binaryCrossEntropy, .softmax): hitDelta.combined(missDelta, +)
    case (.squaredError, _), (.halfSquaredError, _), (.meanSquaredError, _), (.binaryCrossEntropy, _),
      (.crossEntropy, _):
      layer.delta(gradient)
    }
  }

  /// ∇_a C, [n_L × n].
  private var gradient: Matrix {
    switch cost {
    case .squaredError, .halfSquaredError, .meanSquaredError:
      difference.map { 2 * squaredErrorScale * $0 }
    case .binaryCrossEntropy:
      y.map { 1 - $0 }.combined(layer.complement, ratio).combined(y.combined(layer.a, ratio), -)
    case .crossEntropy: y.combined(layer.a) { -ratio($0, $1) }
    }
  }

  /// What Σ (a − y)² is multiplied by; the cross-entropies have no such factor.
  private var squaredErrorScale: Double {
    switch cost {
    case .squaredError, .binaryCrossEntropy, .crossEntropy: 1
    case .halfSquaredError: 0.5
    case .meanSquaredError: 1 / Double(y.rows)
    }
  }

  /// a − y; where a may be near 1, by way of 1 − a: (1 − y) a − y (1 − a); where it may be near −1, by way of 1 + a.
  private var difference: Matrix {
    switch layer.activation {
    case .identity, .relu, .leakyReLU: layer.a.combined(y, -)
    case .tanh: tanhDifference
    case .sigmoid, .softmax:
      layer.a.combined(y) { a, y in (1 - y) * a }.combined(y.hadamard(layer.complement), -)
    }
  }

  /// The same where a may be near −1 as well: (1 + y) a − y (1 + a) for y < 0.
  private var tanhDifference: Matrix {
    var difference = layer.a
    let (above, below) = (layer.complement, layer.z.map { 2 * sigma(2 * $0) })  // 1 − a and 1 + a, [n_L × n]
    for x in 0..<y.columns {
      for j in 0..<y.rows {
        let (a, y) = (layer.a[j, x], y[j, x])
        difference[j, x] =
          y < 0 ? (1 + y) * a - y * below[j, x] : (1 - y) * a - y * above[j, x]
      }
    }
    return difference
  }

  /// −Σ_k y_k ∂ln a_k/∂z_j of a softmax = a_j Σ y − y_j = a_j Σ_(k ≠ j) y_k − y_j (1 − a_j).
  private var hitDelta: Matrix {
    let others = y.mapColumns { y in
      y.indices.map { j in y.indices.reduce(0) { $1 == j ? $0 : $0 + y[$1] } }
    }
    return layer.a.hadamard(others).combined(y.hadamard(layer.complement), -)
  }

  /// −Σ_k (1 − y_k) ∂ln (1 − a_k)/∂z_j of a softmax = (1 − y_j) a_j − Σ_(k ≠ j) (1 − y_k) a_k s_kj, where s_kj is the
  /// share of j among all but k.
  private var missDelta: Matrix {
    var delta = y.combined(layer.a) { y, a in (1 - y) * a }
    for x in 0..<y.columns {
      for k in 0..<y.rows {
        for (j, share) in layer.shares(without: k, in: x) {
          delta[j, x] -= (1 - y[k, x]) * layer.a[k, x] * share
        }
      }
    }
    return delta
  }

  /// y times a logarithm, dropped where y = 0: 0 · ln 0 counts as 0.
  private func term(_ y: Double, _ logarithm: Double) -> Double { y == 0 ? 0 : y * logarithm }

  /// y/a, dropped where y = 0.
  private func ratio(_ y: Double, _ a: Double) -> Double { y == 0 ? 0 : y / a }
}
