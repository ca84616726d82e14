import Formulas

extension Cost {
  /// C = −Σ [y ln a + (1 − y) ln (1 − a)].
  public static let binaryCrossEntropy = Cost(.binaryCrossEntropy)
  /// C = −(1/N) Σ [y ln a + (1 − y) ln (1 − a)].
  public static let meanBinaryCrossEntropy = Cost(.meanBinaryCrossEntropy)
}

/// The binary cross-entropy: C = −Σ [y ln a + (1 − y) ln (1 − a)], or the mean over the outputs.
struct BinaryCrossEntropy: CostRule {
  var isMean = false

  var logarithmCount: Int { 2 }
  func takes(_ target: Double) -> Bool { target >= 0 && target <= 1 }

  func term<A: Algebra>(_ a: Reading<A>, _ y: A) -> A {
    A.weighted(y, a.logarithm) + A.weighted(A(1) - y, a.complementLogarithm)
  }

  func cost<A: Algebra>(_ sum: A, outputs: Int) -> A { -scaled(sum, outputs) }

  // ∂C/∂a = −y/a + (1 − y)/(1 − a)
  func slope<A: Algebra>(_ a: Reading<A>, _ y: A, outputs: Int) -> A {
    scaled(-A.weighted(y, over: a.value) + A.weighted(A(1) - y, over: a.complement), outputs)
  }

  private func scaled<A: Algebra>(_ value: A, _ outputs: Int) -> A {
    isMean ? mean(value, outputs: outputs) : value
  }
}

extension BinaryCrossEntropy: MatrixCost {
  func cost(_ layer: VectorizedLayer, targets y: Matrix, of x: Int) -> Double {
    layer.a.places(ofColumn: x).reduce(0) { sum, i in
      let y = y.elements[i]
      // 0 · ln 0 counts as 0.
      let hit = y == 0 ? 0 : y * layer.rule.logarithm(layer, i, of: x)
      return sum - (hit + (y == 1 ? 0 : (1 - y) * layer.rule.complementLogarithm(layer, i, of: x)))
    } * share(layer)
  }

  func slope(_ layer: VectorizedLayer, _ y: Double, _ i: Int) -> Double {
    let miss = y == 1 ? 0 : (1 - y) / layer.rule.complement(layer, i)
    return (miss - (y == 0 ? 0 : y / layer.a.elements[i])) * share(layer)
  }

  // Where ln a is a function of z, its slope is: −y/a and the like grow beyond all bounds as a vanishes.
  func setDelta(_ layer: inout VectorizedLayer, targets y: Matrix) {
    if layer.activation == .sigmoid {
      for i in layer.places {
        layer.delta.elements[i] = layer.rule.difference(layer, y.elements[i], i) * share(layer)
      }
    } else if layer.activation == .softmax, !isMean {
      for x in 0..<layer.z.columns {
        layer.setHitDelta(y, x)
        layer.addMissDelta(y, x)
      }
    } else {
      multiplyOut(&layer, y)
    }
  }

  /// 1, or 1/N.
  private func share(_ layer: VectorizedLayer) -> Double { isMean ? 1 / Double(layer.a.rows) : 1 }
}

extension BinaryCrossEntropy: CostWords {
  var otherNames: [String] { isMean ? ["bceloss", "mean-bce"] : ["bce", "log-loss", "logloss"] }
  var targetWords: String { "from 0 to 1" }
}
