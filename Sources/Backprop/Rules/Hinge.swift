import Formulas

extension Cost {
  /// C = Σ max(0, 1 − y a).
  public static let hinge = Cost(.hinge)
}

/// The hinge cost, of outputs that have to be on the right side of 0 by a margin of 1: Σ max(0, 1 − y a), with y = ±1.
struct Hinge: CostRule {
  func corner<A: Algebra>(_ a: Reading<A>, _ y: A) -> A? { lack(a, y) }
  func takes(_ target: Double) -> Bool { target.magnitude == 1 }

  func term<A: Algebra>(_ a: Reading<A>, _ y: A) -> A { A.max(A(0), lack(a, y)) }

  // ∂C/∂a = −y where 1 − y a > 0, and 0 elsewhere
  func slope<A: Algebra>(_ a: Reading<A>, _ y: A, outputs: Int) -> A {
    -(A.truth(lack(a, y), A(0), orEqual: false) * y)
  }

  /// What is lacking to the margin.
  private func lack<A: Algebra>(_ a: Reading<A>, _ y: A) -> A { A.sumOrZero([A(1), -(y * a.value)]) }
}

extension Hinge: MatrixCost {
  func cost(_ layer: VectorizedLayer, targets y: Matrix, of x: Int) -> Double {
    layer.a.places(ofColumn: x).reduce(0) { $0 + max(0, lack(layer, y.elements[$1], $1)) }
  }

  func slope(_ layer: VectorizedLayer, _ y: Double, _ i: Int) -> Double { lack(layer, y, i) > 0 ? -y : 0 }

  private func lack(_ layer: VectorizedLayer, _ y: Double, _ i: Int) -> Double {
    let product = y * layer.a.elements[i]
    return (1 - product).magnitude <= VectorizedLayer.cancellation * (1 + product.magnitude) ? 0 : 1 - product
  }
}

extension Hinge: CostWords {
  var otherNames: [String] { ["hinge-loss", "svm", "margin"] }
  var targetWords: String { "of -1 or 1" }
}
