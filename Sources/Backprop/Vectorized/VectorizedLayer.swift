#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A layer run over a batch of n examples; its matrices are kept, and set anew by each batch.
struct VectorizedLayer: Sendable {
  let activation: Activation
  /// W, [n_l × n_(l−1)], row by row.
  var w: Matrix
  /// b, [n_l].
  var b: [Double]?

  /// z, [n_l × n].
  private(set) var z: Matrix
  /// a, [n_l × n].
  private(set) var a: Matrix
  /// 1 − a to the last digit also where a is near 1, for sigmoid and softmax; [n_l × n].
  private(set) var rest: Matrix
  /// δ = ∂C/∂z, [n_l × n].
  var delta: Matrix
  /// ∂C/∂W, [n_l × n_(l−1)], row by row.
  var weightSlopes: Matrix
  /// ∂C/∂b, [n_l]; empty where there is no b.
  var biasSlopes: [Double]
  /// Room for one column.
  private var column: [Double]

  init(_ layer: Network<Double>.Layer) {
    let empty = Matrix(rows: layer.neurons, columns: 0)
    activation = layer.activation
    w = Matrix(rows: layer.neurons, columns: layer.inputs, .rowByRow, elements: layer.weights)
    b = layer.biases
    (z, a, rest, delta) = (empty, empty, empty, empty)
    weightSlopes = Matrix(rows: layer.neurons, columns: layer.inputs, .rowByRow)
    biasSlopes = layer.biases.map { $0.map { _ in 0 } } ?? []
    column = Array(repeating: 0, count: layer.neurons)
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
    switch activation {
    case .identity: for i in z.elements.indices { a.elements[i] = z.elements[i] }
    case .sigmoid: for i in z.elements.indices { (a.elements[i], rest.elements[i]) = sigmas(z.elements[i]) }
    case .tanh: for i in z.elements.indices { a.elements[i] = tanh(z.elements[i]) }
    case .relu:
      roundToKink(fedBy: below)
      for i in z.elements.indices { a.elements[i] = z.elements[i] > 0 ? z.elements[i] : 0 }
    case .leakyReLU(let slope):
      roundToKink(fedBy: below)
      let slope = slope.value
      for i in z.elements.indices { a.elements[i] = (z.elements[i] > 0 ? 1 : slope) * z.elements[i] }
    case .softmax: for x in 0..<z.columns { setShares(x) }
    }
  }

  /// Turns ∇_a C, in the place of δ, into δ: the ⊙ σ′(z) of BP1 and BP2, which for softmax is a whole Jacobian.
  mutating func multiplyBySlopes() {
    switch activation {
    case .identity: break
    // σ′(z) = σ(z) (1 − σ(z))
    case .sigmoid: for i in z.elements.indices { delta.elements[i] *= a.elements[i] * rest.elements[i] }
    // tanh′(z) = 4e/(1 + e)², with e = e^(−2|z|), the square written out so that it rounds less
    case .tanh:
      for i in z.elements.indices {
        let e = exp(-2 * z.elements[i].magnitude)
        delta.elements[i] *= 4 * e / (1 + e * (2 + e))
      }
    case .relu: for i in z.elements.indices { delta.elements[i] *= z.elements[i] > 0 ? 1 : 0 }
    case .leakyReLU(let slope):
      let slope = slope.value
      for i in z.elements.indices { delta.elements[i] *= z.elements[i] > 0 ? 1 : slope }
    case .softmax: for x in 0..<z.columns { multiplyByJacobian(x) }
    }
  }
}

/// ReLU.
extension VectorizedLayer {
  /// How many roundings count as 0, where ReLU has its kink.
  ///
  /// A sum whose decimals cancel leaves about ε for each unit of its terms: 0.1·0.2 + 0.1·0.8 − 0.1 is 1.4e-17.
  private static let cancellation = 8 * Double.ulpOfOne

  /// Makes those z 0 that only rounding keeps from it: |z_j| ≤ 8 ε (Σ_k |w_jk a_k| + |b_j|).
  private mutating func roundToKink(fedBy below: Matrix) {
    // No Σ_k |w_jk a_k| + |b_j| is beyond max |w| Σ_k |a_k| + max |b|: few z have to be looked at.
    let largestWeight = w.elements.reduce(0) { max($0, $1.magnitude) }
    let largestBias = b?.reduce(0) { max($0, $1.magnitude) } ?? 0
    for x in 0..<z.columns {
      let bound = largestWeight * below.column(x).reduce(0) { $0 + $1.magnitude } + largestBias
      for j in 0..<z.rows where z[j, x].magnitude <= 2 * Self.cancellation * bound {
        let size = zip(0..<w.columns, below.column(x)).reduce(b.map { $0[j].magnitude } ?? 0) {
          $0 + (w[j, $1.0] * $1.1).magnitude
        }
        if z[j, x].magnitude <= Self.cancellation * size { z[j, x] = 0 }
      }
    }
  }
}

/// Softmax, for the example in column x.
extension VectorizedLayer {
  /// a_j = e^(z_j) / Σ e^(z_k), with the largest z taken out, and 1 − a_j, which for the largest, as it may be near 1,
  /// is Σ_(k ≠ j) a_k.
  private mutating func setShares(_ x: Int) {
    let top = SoftmaxTop(z, column: x) { i, power in a.elements[i] = power }
    let sum = 1 + top.others
    for i in z.places(ofColumn: x) {
      a.elements[i] /= sum
      rest.elements[i] = i == top.place ? top.others / sum : 1 - a.elements[i]
    }
  }

  /// δ_j = Σ_k ∂C/∂a_k a_k ([j = k] − a_j) = a_j Σ_(k ≠ j) a_k (∂C/∂a_j − ∂C/∂a_k), as the a_k sum to 1.
  private mutating func multiplyByJacobian(_ x: Int) {
    for j in column.indices { column[j] = delta[j, x] }
    for j in column.indices {
      var sum = 0.0
      for k in column.indices where k != j { sum += a[j, x] * a[k, x] * (column[j] - column[k]) }
      delta[j, x] = sum
    }
  }
}

/// σ(z) = 1/(1 + e⁻ᶻ) and 1 − σ(z) = σ(−z), in the form whose exponential does not overflow.
@inline(__always)
func sigmas(_ z: Double) -> (share: Double, rest: Double) {
  let e = exp(-z.magnitude)
  let (large, small) = (1 / (1 + e), e / (1 + e))
  return z < 0 ? (small, large) : (large, small)
}
