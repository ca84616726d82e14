import Formulas

extension Cost {
  /// C = Σ of ½ (a − y)² where |a − y| ≤ δ, and δ (|a − y| − ½ δ) elsewhere.
  public static func huber(threshold: Numeral) -> Cost { Cost(.huber, setting: threshold) }
}

/// The Huber cost, a square near the target and a straight line far from it: Σ m (|a − y| − ½ m) with m = min(|a − y|, δ).
///
/// P. J. Huber, Robust Estimation of a Location Parameter, Annals of Mathematical Statistics 35, 1964.
struct Huber: CostRule {
  /// δ.
  let threshold: Numeral

  func term<A: Algebra>(_ a: Reading<A>, _ y: A) -> A {
    let distance = A.magnitude(a.minus(y))
    let bounded = A.min(distance, A(threshold))
    return bounded * (distance - A(1) / A(2) * bounded)
  }

  // ∂C/∂a = a − y, but no more than δ and no less than −δ
  func slope<A: Algebra>(_ a: Reading<A>, _ y: A, outputs: Int) -> A {
    A.max(-A(threshold), A.min(A(threshold), a.minus(y)))
  }
}

extension Huber: MatrixCost {
  func cost(_ layer: VectorizedLayer, targets y: Matrix, of x: Int) -> Double {
    let most = threshold.value
    return layer.a.places(ofColumn: x).reduce(0) { sum, i in
      let distance = layer.difference(y.elements[i], i).magnitude
      return sum + (distance <= most ? distance * distance / 2 : most * (distance - most / 2))
    }
  }

  func slope(_ layer: VectorizedLayer, _ y: Double, _ i: Int) -> Double {
    let difference = layer.difference(y, i)
    return difference.magnitude <= threshold.value
      ? difference : difference < 0 ? -threshold.value : threshold.value
  }
}

extension Huber: CostWords {
  var otherNames: [String] { ["smooth-l1"] }
}
