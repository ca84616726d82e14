#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The last layer against its targets, over a batch: the costs, and ∇_a C or δ for BP1.
///
/// An element is named by its place i in the matrices, an example by its column x.
extension VectorizedLayer {
  /// C_x of the example in column x, whose targets are y, [n_L × n].
  func cost(_ cost: Cost, targets y: Matrix, of x: Int) -> Double {
    let places = z.places(ofColumn: x)
    switch cost {
    case .squaredError, .halfSquaredError, .meanSquaredError:
      return places.reduce(0) { sum, i in
        let difference = difference(y.elements[i], i)
        return sum + squaredErrorScale(cost) * difference * difference
      }
    case .binaryCrossEntropy:
      let total = logOfSum(x)
      return places.reduce(0) { sum, i in
        let y = y.elements[i]
        // 0 · ln 0 counts as 0.
        let hit = y == 0 ? 0 : y * logarithm(i, total)
        return sum - (hit + (y == 1 ? 0 : (1 - y) * complementLogarithm(i, total, of: x)))
      }
    case .crossEntropy:
      let total = logOfSum(x)
      return places.reduce(0) { sum, i in
        y.elements[i] == 0 ? sum : sum - y.elements[i] * logarithm(i, total)
      }
    }
  }

  /// BP1: δ⁽ᴸ⁾ = ∇_a C ⊙ σ′(z⁽ᴸ⁾), [n_L × n].
  mutating func setDelta(_ cost: Cost, targets y: Matrix) {
    switch (cost, activation) {
    // Where ln a is a function of z, its slope is: −y/a and the like grow beyond all bounds as a vanishes.
    case (.binaryCrossEntropy, .sigmoid):
      for i in z.elements.indices { delta.elements[i] = difference(y.elements[i], i) }
    case (.crossEntropy, .sigmoid):
      for i in z.elements.indices { delta.elements[i] = -y.elements[i] * rest.elements[i] }
    case (.crossEntropy, .softmax): for x in 0..<z.columns { setHitDelta(y, x) }
    case (.binaryCrossEntropy, .softmax):
      for x in 0..<z.columns {
        setHitDelta(y, x)
        addMissDelta(y, x)
      }
    case (.squaredError, _), (.halfSquaredError, _), (.meanSquaredError, _), (.binaryCrossEntropy, _),
      (.crossEntropy, _):
      for i in z.elements.indices { delta.elements[i] = slope(cost, y.elements[i], i) }
      multiplyBySlopes()
    }
  }

  /// ∂C/∂a, an element of ∇_a C; y/a and the like are dropped where y = 0.
  private func slope(_ cost: Cost, _ y: Double, _ i: Int) -> Double {
    switch cost {
    case .squaredError, .halfSquaredError, .meanSquaredError:
      return 2 * squaredErrorScale(cost) * difference(y, i)
    case .binaryCrossEntropy:
      let miss = y == 1 ? 0 : (1 - y) / complement(i)
      return miss - (y == 0 ? 0 : y / a.elements[i])
    case .crossEntropy: return y == 0 ? 0 : -y / a.elements[i]
    }
  }

  /// What Σ (a − y)² is multiplied by; the cross-entropies have no such factor.
  private func squaredErrorScale(_ cost: Cost) -> Double {
    switch cost {
    case .squaredError, .binaryCrossEntropy, .crossEntropy: 1
    case .halfSquaredError: 0.5
    case .meanSquaredError: 1 / Double(a.rows)
    }
  }

  /// a − y; where a may be near 1, by way of 1 − a: (1 − y) a − y (1 − a); where it may be near −1, by way of
  /// 1 + a: (1 + y) a − y (1 + a) for y < 0.
  private func difference(_ y: Double, _ i: Int) -> Double {
    let a = a.elements[i]
    switch activation {
    case .identity, .relu, .leakyReLU: return a - y
    case .tanh:
      let (above, below) = sigmas(2 * z.elements[i])  // (1 + a)/2 and (1 − a)/2
      return y < 0 ? (1 + y) * a - y * 2 * above : (1 - y) * a - y * 2 * below
    case .sigmoid, .softmax: return (1 - y) * a - y * rest.elements[i]
    }
  }

  /// 1 − a, to the last digit also where a is near 1.
  private func complement(_ i: Int) -> Double {
    switch activation {
    case .identity, .relu, .leakyReLU: 1 - a.elements[i]
    case .tanh: 2 * sigmas(2 * z.elements[i]).rest
    case .sigmoid, .softmax: rest.elements[i]
    }
  }

  /// ln a, from z where a may underflow; `total` is ln Σ e^(z_k) of a softmax.
  private func logarithm(_ i: Int, _ total: Double) -> Double {
    switch activation {
    case .identity, .tanh, .relu, .leakyReLU: log(a.elements[i])
    case .sigmoid: -logOnePlusExp(-z.elements[i])
    case .softmax: z.elements[i] - total
    }
  }

  /// ln (1 − a), from z where 1 − a may underflow.
  private func complementLogarithm(_ i: Int, _ total: Double, of x: Int) -> Double {
    switch activation {
    case .identity, .tanh, .relu, .leakyReLU: log(complement(i))
    case .sigmoid: -logOnePlusExp(z.elements[i])
    case .softmax: logOfSum(x, without: i) - total
    }
  }
}

/// Softmax with its logarithms, for the example in column x.
extension VectorizedLayer {
  /// −Σ_k y_k ∂ln a_k/∂z_j of a softmax = a_j Σ y − y_j = a_j Σ_(k ≠ j) y_k − y_j (1 − a_j).
  private mutating func setHitDelta(_ y: Matrix, _ x: Int) {
    let places = z.places(ofColumn: x)
    for i in places {
      let others = places.reduce(0) { $1 == i ? $0 : $0 + y.elements[$1] }
      delta.elements[i] = a.elements[i] * others - y.elements[i] * rest.elements[i]
    }
  }

  /// −Σ_k (1 − y_k) ∂ln (1 − a_k)/∂z_j of a softmax = (1 − y_j) a_j − Σ_(k ≠ j) (1 − y_k) a_k s_kj, where s_kj is the
  /// share of j among all but k.
  private mutating func addMissDelta(_ y: Matrix, _ x: Int) {
    let places = z.places(ofColumn: x)
    for k in places {
      let miss = (1 - y.elements[k]) * a.elements[k]
      delta.elements[k] += miss
      let total = logOfSum(x, without: k)
      for j in places where j != k { delta.elements[j] -= miss * exp(z.elements[j] - total) }
    }
  }

  /// ln Σ e^(z_k) over all k but one, with the largest z taken out; asked of a softmax only.
  private func logOfSum(_ x: Int, without dropped: Int? = nil) -> Double {
    let places = z.places(ofColumn: x)
    var top = -Double.infinity
    for i in places where i != dropped { top = max(top, z.elements[i]) }
    guard top.isFinite else { return -.infinity }
    var sum = 0.0
    for i in places where i != dropped { sum += exp(z.elements[i] - top) }
    return top + log(sum)
  }
}

/// ln (1 + eˣ).
private func logOnePlusExp(_ x: Double) -> Double { max(x, 0) + log1p(exp(-x.magnitude)) }
