/// A layer run over a batch of n examples; its matrices are kept, and set anew by each batch.
struct VectorizedLayer: Sendable {
  let activation: Activation
  /// How it is computed here.
  let rule: any MatrixRule
  /// W, [n_l × n_(l−1)], row by row.
  var w: Matrix
  /// What becomes of f(z).
  let output: LayerOutput
  /// b, [n_l].
  var b: [Double]?

  /// z, [n_l × n].
  private(set) var z: Matrix
  /// a, [n_l × n]: what is passed on.
  var a: Matrix
  /// 1 − a to the last digit also where a is near 1, of rules whose a is a probability; [n_l × n].
  var rest: Matrix
  /// δ = ∂C/∂z, [n_l × n].
  var delta: Matrix
  /// f(z) and ∂C/∂a, [n_l × n], of a layer that puts out more than f(z); and by what f(z) is multiplied where there is dropout.
  var f, upstream, scales: Matrix?
  /// ∂C/∂W, [n_l × n_(l−1)], row by row.
  var weightSlopes: Matrix
  /// ∂C/∂b, [n_l]; empty where there is no b.
  var biasSlopes: [Double]

  init(_ layer: Network<Double>.Layer) {
    let empty = Matrix(rows: layer.neurons, columns: 0)
    (activation, rule) = (layer.activation, layer.activation.matrixRule)
    output = layer.output
    w = Matrix(rows: layer.neurons, columns: layer.inputs, .rowByRow, elements: layer.weights)
    b = layer.biases
    (z, a, rest, delta) = (empty, empty, empty, empty)
    weightSlopes = Matrix(rows: layer.neurons, columns: layer.inputs, .rowByRow)
    biasSlopes = layer.biases.map { $0.map { _ in 0 } } ?? []
  }

  /// Makes room for n examples.
  mutating func hold(_ n: Int) {
    z.hold(columns: n)
    a.hold(columns: n)
    rest.hold(columns: n)
    delta.hold(columns: n)
  }

  /// z = W a + b and a = σ(z), from the activations of the layer below, [n_(l−1) × n].
  mutating func activate(fedBy below: Matrix, _ product: inout MatrixProduct) {
    product.set(&z, to: w, times: below)
    if let b { z.add(b) }
    if activation.hasKink { roundToKink(fedBy: below) } else { roundToZero(fedBy: below) }
    rule.activate(&self)
    passOn(from: below)
  }

  /// The places of all elements of z, a and δ.
  var places: Range<Int> { z.elements.indices }
}

/// The kink of ReLU.
extension VectorizedLayer {
  /// How many roundings count as 0, where ReLU has its kink.
  ///
  /// A sum whose decimals cancel leaves about ε for each unit of its terms: 0.1·0.2 + 0.1·0.8 − 0.1 is 1.4e-17.
  static let cancellation = 8 * Double.ulpOfOne

  /// Makes those z 0 that only rounding keeps from it: |z_j| ≤ 8 ε (Σ_k |w_jk a_k| + |b_j|).
  private mutating func roundToKink(fedBy below: Matrix) {
    // No Σ_k |w_jk a_k| + |b_j| is beyond max |w| Σ_k |a_k| + max |b|: few z have to be looked at.
    let largestWeight = w.elements.reduce(0) { max($0, $1.magnitude) }
    let largestBias = b?.reduce(0) { max($0, $1.magnitude) } ?? 0
    for x in 0..<z.columns {
      let bound = largestWeight * below.column(x).reduce(0) { $0 + $1.magnitude } + largestBias
      for j in 0..<z.rows where z[j, x].magnitude <= 2 * Self.cancellation * bound {
        roundToZero(j, x, fedBy: below)
      }
    }
  }

  /// The same where no kink is near, of those z alone that are small.
  private mutating func roundToZero(fedBy below: Matrix) {
    for x in 0..<z.columns {
      for j in 0..<z.rows where z[j, x].magnitude < Double.largestRest && z[j, x] != 0 {
        roundToZero(j, x, fedBy: below)
      }
    }
  }

  private mutating func roundToZero(_ j: Int, _ x: Int, fedBy below: Matrix) {
    let size = zip(0..<w.columns, below.column(x)).reduce(b.map { $0[j].magnitude } ?? 0) {
      $0 + (w[j, $1.0] * $1.1).magnitude
    }
    if z[j, x].magnitude <= Self.cancellation * size { z[j, x] = 0 }
  }
}
