#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A layer run forward over a batch; every matrix is [n_l × n], a column for each example.
struct VectorizedLayer {
  let activation: Activation
  let z: Matrix
  let a: Matrix

  /// z = W a + b and a = σ(z), from the activations of the layer below, [n_(l−1) × n].
  init(_ layer: Network<Double>.Layer, fedBy below: Matrix) {
    let w = layer.weightMatrix
    let z = (w * below).adding(layer.biases)
    activation = layer.activation
    switch layer.activation {
    case .identity:
      self.z = z
      a = z
    case .sigmoid:
      self.z = z
      a = z.map(sigma)
    case .tanh:
      self.z = z
      a = z.map(tanh)
    case .relu:
      self.z = z.roundedToKink(Self.sizes(of: layer, w, below))
      a = self.z.map { $0 > 0 ? $0 : 0 }
    case .leakyReLU(let slope):
      self.z = z.roundedToKink(Self.sizes(of: layer, w, below))
      a = self.z.map { $0 > 0 ? $0 : slope.value * $0 }
    case .softmax:
      self.z = z
      a = z.mapColumns(softmaxShares)
    }
  }

  /// σ′(z) applied to ∇_a C: the ⊙ σ′(z) of BP1 and BP2, which for softmax is a whole Jacobian.
  func delta(_ gradient: Matrix) -> Matrix {
    switch activation {
    case .identity: return gradient
    // σ′(z) = σ(z) σ(−z)
    case .sigmoid: return gradient.hadamard(z.map { sigma($0) * sigma(-$0) })
    // tanh′(z) = 4 σ(2z) σ(−2z)
    case .tanh: return gradient.hadamard(z.map { 4 * sigma(2 * $0) * sigma(-2 * $0) })
    case .relu: return gradient.hadamard(z.map { $0 > 0 ? 1 : 0 })
    case .leakyReLU(let slope): return gradient.hadamard(z.map { $0 > 0 ? 1 : slope.value })
    case .softmax: return softmaxDelta(gradient)
    }
  }

  /// 1 − a, to the last digit also where a is near 1.
  var complement: Matrix {
    switch activation {
    case .identity, .relu, .leakyReLU: a.map { 1 - $0 }
    case .sigmoid: z.map { sigma(-$0) }
    case .tanh: z.map { 2 * sigma(-2 * $0) }
    case .softmax: a.mapColumns { a in a.indices.map { sum(a, without: $0) } }
    }
  }

  /// ln a, from z where a may underflow.
  var logarithm: Matrix {
    switch activation {
    case .identity, .tanh, .relu, .leakyReLU: a.map { log($0) }
    case .sigmoid: z.map { -logOnePlusExp(-$0) }
    case .softmax: z.mapColumns { z in z.map { $0 - logOfSum(z) } }
    }
  }

  /// ln (1 − a), from z where 1 − a may underflow.
  var complementLogarithm: Matrix {
    switch activation {
    case .identity, .relu, .leakyReLU: a.map { log(1 - $0) }
    case .tanh: complement.map { log($0) }
    case .sigmoid: z.map { -logOnePlusExp($0) }
    case .softmax:
      z.mapColumns { z in
        z.indices.map { j in logOfSum(z.indices.filter { $0 != j }.map { z[$0] }) - logOfSum(z) }
      }
    }
  }

  /// The softmax of the neurons other than k in column x, each with its place.
  func shares(without k: Int, in x: Int) -> [(neuron: Int, share: Double)] {
    let others = (0..<z.rows).filter { $0 != k }
    return zip(others, softmaxShares(others.map { z[$0, x] })).map { ($0, $1) }
  }

  /// Σ_k |w_k a_k| + |b|, [n_l × n]: how large the terms of z are.
  private static func sizes(of layer: Network<Double>.Layer, _ w: Matrix, _ below: Matrix) -> Matrix {
    (w.map(\.magnitude) * below.map(\.magnitude)).adding(layer.biases.map { $0.map(\.magnitude) })
  }

  /// δ_j = Σ_k ∂C/∂a_k a_k ([j = k] − a_j) = a_j Σ_(k ≠ j) a_k (∂C/∂a_j − ∂C/∂a_k), as the a_k sum to 1.
  private func softmaxDelta(_ gradient: Matrix) -> Matrix {
    var delta = Matrix(rows: a.rows, columns: a.columns)
    for x in 0..<a.columns {
      for j in 0..<a.rows {
        for k in 0..<a.rows where k != j {
          delta[j, x] += a[j, x] * a[k, x] * (gradient[j, x] - gradient[k, x])
        }
      }
    }
    return delta
  }
}

extension Matrix {
  /// How many roundings count as 0, where ReLU has its kink.
  ///
  /// A sum whose decimals cancel leaves about ε for each unit of its terms: 0.1·0.2 + 0.1·0.8 − 0.1 is 1.4e-17.
  private static let cancellation = 8 * Double.ulpOfOne

  /// The weighted inputs with those made 0 that only rounding keeps from it.
  fileprivate func roundedToKink(_ sizes: Matrix) -> Matrix {
    combined(sizes) { z, size in z.magnitude <= Self.cancellation * size ? 0 : z }
  }
}

/// σ(z) = 1/(1 + e⁻ᶻ), in the form whose exponential does not overflow.
func sigma(_ z: Double) -> Double {
  let e = exp(-z.magnitude)
  return (z < 0 ? e : 1) / (1 + e)
}

/// ln (1 + eˣ).
private func logOnePlusExp(_ x: Double) -> Double { max(x, 0) + log1p(exp(-x.magnitude)) }

/// e^(z_j) / Σ e^(z_k), with the largest z taken out.
private func softmaxShares(_ z: [Double]) -> [Double] {
  let top = z.max() ?? 0
  let powers = z.map { exp($0 - top) }
  let sum = powers.reduce(0, +)
  return powers.map { $0 / sum }
}

/// ln Σ e^(z_k), with the largest z taken out.
private func logOfSum(_ z: [Double]) -> Double {
  guard let top = z.max(), top.isFinite else { return -.infinity }
  return top + log(z.map { exp($0 - top) }.reduce(0, +))
}

/// Σ of all elements but one.
private func sum(_ elements: [Double], without index: Int) -> Double {
  elements.indices.reduce(0) { $1 == index ? $0 : $0 + elements[$1] }
}
