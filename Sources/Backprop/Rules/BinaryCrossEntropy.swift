import Formulas

/// The binary cross-entropy: C = −Σ [y ln a + (1 − y) ln (1 − a)].
struct BinaryCrossEntropy: CostRule {
  func term<A: Algebra>(_ a: Reading<A>, _ y: A) -> A {
    A.weighted(y, a.logarithm) + A.weighted(A(1) - y, a.complementLogarithm)
  }

  func cost<A: Algebra>(_ sum: A, outputs: Int) -> A { -sum }

  // ∂C/∂a = −y/a + (1 − y)/(1 − a)
  func slope<A: Algebra>(_ a: Reading<A>, _ y: A, outputs: Int) -> A {
    -A.weighted(y, over: a.value) + A.weighted(A(1) - y, over: a.complement)
  }
}
