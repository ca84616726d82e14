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
        let difference = rule.difference(self, y.elements[i], i)
        return sum + squaredErrorScale(cost) * difference * difference
      }
    case .binaryCrossEntropy:
      return places.reduce(0) { sum, i in
        let y = y.elements[i]
        // 0 · ln 0 counts as 0.
        let hit = y == 0 ? 0 : y * rule.logarithm(self, i, of: x)
        return sum - (hit + (y == 1 ? 0 : (1 - y) * rule.complementLogarithm(self, i, of: x)))
      }
    case .crossEntropy:
      return places.reduce(0) { sum, i in
        y.elements[i] == 0 ? sum : sum - y.elements[i] * rule.logarithm(self, i, of: x)
      }
    }
  }

  /// BP1: δ⁽ᴸ⁾ = ∇_a C ⊙ σ′(z⁽ᴸ⁾), [n_L × n].
  mutating func setDelta(_ cost: Cost, targets y: Matrix) {
    switch (cost, activation.kind) {
    // Where ln a is a function of z, its slope is: −y/a and the like grow beyond all bounds as a vanishes.
    case (.binaryCrossEntropy, .sigmoid):
      for i in z.elements.indices { delta.elements[i] = rule.difference(self, y.elements[i], i) }
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
      return 2 * squaredErrorScale(cost) * rule.difference(self, y, i)
    case .binaryCrossEntropy:
      let miss = y == 1 ? 0 : (1 - y) / rule.complement(self, i)
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
