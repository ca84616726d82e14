import Formulas

extension Cost {
  /// C = −Σ y ln a.
  public static let crossEntropy = Cost(.crossEntropy)
}

/// The cross-entropy: C = −Σ y ln a, with softmax the log-likelihood cost.
struct CrossEntropy: CostRule {
  var logarithmCount: Int { 1 }
  func takes(_ target: Double) -> Bool { target >= 0 }

  func term<A: Algebra>(_ a: Reading<A>, _ y: A) -> A { A.weighted(y, a.logarithm) }

  func cost<A: Algebra>(_ sum: A, outputs: Int) -> A { -sum }

  // ∂C/∂a = −y/a
  func slope<A: Algebra>(_ a: Reading<A>, _ y: A, outputs: Int) -> A { -A.weighted(y, over: a.value) }
}

extension CrossEntropy: MatrixCost {
  func cost(_ layer: VectorizedLayer, targets y: Matrix, of x: Int) -> Double {
    layer.a.places(ofColumn: x).reduce(0) { sum, i in
      y.elements[i] == 0 ? sum : sum - y.elements[i] * layer.rule.logarithm(layer, i, of: x)
    }
  }

  // y/a is dropped where y = 0.
  func slope(_ layer: VectorizedLayer, _ y: Double, _ i: Int) -> Double {
    y == 0 ? 0 : -y / layer.a.elements[i]
  }

  func setDelta(_ layer: inout VectorizedLayer, targets y: Matrix) {
    if layer.activation == .sigmoid {
      for i in layer.places { layer.delta.elements[i] = -y.elements[i] * layer.rest.elements[i] }
    } else if layer.activation == .softmax {
      for x in 0..<layer.z.columns { layer.setHitDelta(y, x) }
    } else {
      multiplyOut(&layer, y)
    }
  }
}

extension CrossEntropy: CostWords {
  var otherNames: [String] {
    ["ce", "nll", "log-likelihood", "categorical-cross-entropy", "categorical_crossentropy"]
  }
  var targetWords: String { "of 0 or more" }
}
