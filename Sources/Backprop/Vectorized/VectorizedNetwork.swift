/// The four equations of backpropagation in matrices, a batch at a time.
///
/// The equations and their letters are those of M. Nielsen, Neural Networks and Deep Learning, chapter 2; here a matrix
/// has one column for each example, and n of them in all. The matrices are kept from batch to batch.
struct VectorizedNetwork: Sendable {
  var layers: [VectorizedLayer]
  let cost: any MatrixCost
  let penalty: Penalty<Double>?
  /// Whether C is the mean over the examples, and not their sum.
  let reduction: Reduction
  /// Of the penalty: how many examples the whole set has.
  let setSize: Double
  /// x, [n_0 × n].
  private(set) var x: Matrix
  /// y, [n_L × n].
  private(set) var y: Matrix
  private var product = MatrixProduct()

  /// The network of the objective, and its penalty; the examples only say how many there are.
  init(_ objective: Objective<Double>) {
    layers = objective.network.layers.map(VectorizedLayer.init)
    cost = objective.cost.matrixRule
    penalty = objective.penalty
    (reduction, setSize) = (objective.reduction, Double(objective.setSize))
    x = Matrix(rows: layers.first?.w.columns ?? 0, columns: 0)
    y = Matrix(rows: layers.last?.w.rows ?? 0, columns: 0)
  }

  /// Takes these examples as the batch; the inputs of those that stand together are left where they lie.
  mutating func take(_ batch: some Collection<Int>, of examples: ExampleMatrix) {
    if let together = batch as? Range<Int> {
      x = examples.x.columns(together)
    } else {
      x.gather(batch, of: examples.x)
    }
    y.gather(batch, of: examples.y)
    for l in layers.indices { layers[l].hold(x.columns) }
  }

  /// Runs the batch forward.
  mutating func feedforward() {
    // z⁽ˡ⁾ = W⁽ˡ⁾ a⁽ˡ⁻¹⁾ + b⁽ˡ⁾, a⁽ˡ⁾ = σ(z⁽ˡ⁾)                                               [n_l × n]
    for l in layers.indices { layers[l].activate(fedBy: l > 0 ? layers[l - 1].a : x, &product) }
  }

  /// The gradient of the mean of the costs, plus R; where C is the sum, of the sum, plus the part of R that is that of the batch.
  mutating func backpropagate() {
    guard let last = layers.indices.last else { return }
    // BP1: δ⁽ᴸ⁾ = ∇_a C ⊙ σ′(z⁽ᴸ⁾), with the 1/n of a mean                                  [n_L × n]
    cost.setDelta(&layers[last], targets: y)
    let n = Double(reduction.divisor(of: x.columns))
    for i in layers[last].places {
      layers[last].delta.elements[i] /= n
      layers[last].upstream?.elements[i] /= n
    }
    for l in layers.indices.reversed() {
      let below = l > 0 ? layers[l - 1].a : x  // [n_(l−1) × n]
      // BP3: ∂C/∂b⁽ˡ⁾ = δ⁽ˡ⁾, summed over the examples                                       [n_l]
      if layers[l].b != nil { layers[l].biasSlopes.setToRowSums(of: layers[l].delta) }
      // BP4: ∂C/∂W⁽ˡ⁾ = δ⁽ˡ⁾ a⁽ˡ⁻¹⁾ᵀ, summed over the examples                               [n_l × n_(l−1)]
      product.set(&layers[l].weightSlopes, to: layers[l].delta, times: below.transposed)
      addPenaltySlope(l)
      if l > 0 {
        // BP2: δ⁽ˡ⁻¹⁾ = (W⁽ˡ⁾ᵀ δ⁽ˡ⁾) ⊙ σ′(z⁽ˡ⁻¹⁾)                                            [n_(l−1) × n]
        product.set(&layers[l - 1].delta, to: layers[l].w.transposed, times: layers[l].delta)
        // With a skip + ∂C/∂a⁽ˡ⁾, which goes past the neurons
        if layers[l].output.hasSkip, let upstream = layers[l].upstream {
          layers[l - 1].delta.elements.subtract(-1, upstream.elements)
        }
        layers[l - 1].multiplyBySlopes()
      }
    }
  }

  /// C_x for the example in column x.
  func cost(of x: Int) -> Double { layers.last.map { cost.cost($0, targets: y, of: x) } ?? 0 }

  /// R = (l2/2n) Σ w² + (l1/n) Σ |w|, for so many examples out of a set of n; the sum has no 1/n.
  func penalty(of examples: Int, setSize: Double) -> Double {
    guard let penalty else { return 0 }
    let n = reduction == .mean ? setSize : setSize / Double(examples)
    var squares = 0.0
    var sizes = 0.0
    for layer in layers {
      for w in layer.w.elements {
        squares += w * w
        sizes += w.magnitude
      }
    }
    return (penalty.l2.map { $0 / (2 * n) * squares } ?? 0) + (penalty.l1.map { $0 / n * sizes } ?? 0)
  }

  /// ∂R/∂w = (l2/n) w + (l1/n) sgn w, with sgn 0 = 0, added to ∂C/∂w without it; n is the size of the whole set.
  private mutating func addPenaltySlope(_ l: Int) {
    guard let penalty else { return }
    let (l2, l1) = (penalty.l2 ?? 0, penalty.l1 ?? 0)
    let n = reduction == .mean ? setSize : setSize / Double(x.columns)
    for i in layers[l].w.elements.indices {
      let w = layers[l].w.elements[i]
      let sign: Double = w > 0 ? 1 : w < 0 ? -1 : 0
      layers[l].weightSlopes.elements[i] += l2 * w / n + l1 * sign / n
    }
  }
}
