import Formulas

/// The binary cross-entropy: C = −Σ [y ln a + (1 − y) ln (1 − a)].
struct BinaryCrossEntropy: CostRule {
  func cost<A: Algebra>(_ a: some RandomAccessCollection<Reading<A>>, _ y: [A]) -> A {
    -A.total(
      zip(a, y).lazy.map { a, y in
        A.weighted(y, a.logarithm) + A.weighted(A(1) - y, a.complementLogarithm)
      })
  }

  // ∂C/∂a = −y/a + (1 − y)/(1 − a)
  func slope<A: Algebra>(_ a: Reading<A>, _ y: A, outputs: Int) -> A {
    -A.weighted(y, over: a.value) + A.weighted(A(1) - y, over: a.complement)
  }
}
