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
      return places.reduce(0) { sum, i in
        let y = y.elements[i]
        // 0 · ln 0 counts as 0.
        let hit = y == 0 ? 0 : y * logarithm(i, of: x)
        return sum - (hit + (y == 1 ? 0 : (1 - y) * complementLogarithm(i, of: x)))
      }
    case .crossEntropy:
      return places.reduce(0) { sum, i in
        y.elements[i] == 0 ? sum : sum - y.elements[i] * logarithm(i, of: x)
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
  func difference(_ y: Double, _ i: Int) -> Double {
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
  func complement(_ i: Int) -> Double {
    switch activation {
    case .identity, .relu, .leakyReLU: 1 - a.elements[i]
    case .tanh: 2 * sigmas(2 * z.elements[i]).rest
    case .sigmoid, .softmax: rest.elements[i]
    }
  }

  /// ln a, from 1 − a where a is near 1, and from z where a may underflow.
  func logarithm(_ i: Int, of x: Int) -> Double {
    let a = a.elements[i]
    switch activation {
    case .identity, .relu, .leakyReLU: return log(a)
    case .sigmoid: return -logOnePlusExp(-z.elements[i])
    case .tanh: return a > 0.5 ? log1p(-complement(i)) : log(a)
    case .softmax:
      if a > 0.5 { return log1p(-complement(i)) }
      if a >= .leastNormalMagnitude { return log(a) }
      // ln e^(z_i) / Σ e^(z_k), neither of whose terms is above 0
      let top = SoftmaxTop(z, column: x)
      return (z.elements[i] - top.z) - log1p(top.others)
    }
  }

  /// ln (1 − a), from a where that is near 0, and from z where 1 − a may underflow.
  func complementLogarithm(_ i: Int, of x: Int) -> Double {
    switch activation {
    case .identity, .relu, .leakyReLU: return log1p(-a.elements[i])
    case .sigmoid: return -logOnePlusExp(z.elements[i])
    case .tanh, .softmax:
      if a.elements[i] <= 0.5 { return log1p(-a.elements[i]) }
      let rest = complement(i)
      if rest >= .leastNormalMagnitude { return log(rest) }
      // 1 − tanh z is 2e^(−2z) here, and 1 minus a share is Σ_(k ≠ i) e^(z_k − z_i).
      if activation == .tanh { return log(2) - 2 * z.elements[i] }
      let next = SoftmaxTop(z, column: x, without: i)
      return (next.z - z.elements[i]) + log1p(next.others)
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
      // s_kj = a_j / (1 − a_k), where neither vanishes
      if rest.elements[k] >= 0.5 {
        for j in places where j != k { delta.elements[j] -= miss * (a.elements[j] / rest.elements[k]) }
      } else {
        let top = SoftmaxTop(z, column: x, without: k)
        for j in places where j != k { delta.elements[j] -= miss * top.share(z.elements[j]) }
      }
    }
  }
}

/// ln (1 + eˣ).
private func logOnePlusExp(_ x: Double) -> Double { max(x, 0) + log1p(exp(-x.magnitude)) }
