import Formulas

extension Cost {
  /// C = Σ |a − y|.
  public static let absoluteError = Cost(.absoluteError)
}

/// The sum of distances: Σ |a − y|.
struct AbsoluteError: CostRule {
  func corner<A: Algebra>(_ a: Reading<A>, _ y: A) -> A? { a.distance(to: y) }

  func term<A: Algebra>(_ a: Reading<A>, _ y: A) -> A { A.magnitude(a.distance(to: y)) }

  // ∂C/∂a = sign (a − y), 0 at 0
  func slope<A: Algebra>(_ a: Reading<A>, _ y: A, outputs: Int) -> A { A.sign(a.distance(to: y)) }
}

extension AbsoluteError: MatrixCost {
  func cost(_ layer: VectorizedLayer, targets y: Matrix, of x: Int) -> Double {
    layer.a.places(ofColumn: x).reduce(0) { $0 + layer.distance(y.elements[$1], $1).magnitude }
  }

  func slope(_ layer: VectorizedLayer, _ y: Double, _ i: Int) -> Double {
    let distance = layer.distance(y, i)
    return distance > 0 ? 1 : distance < 0 ? -1 : 0
  }
}

extension AbsoluteError: CostWords {
  var otherNames: [String] { ["mae", "l1-loss", "absolute"] }
}
