import Formulas

/// The cross-entropy: C = −Σ y ln a, with softmax the log-likelihood cost.
struct CrossEntropy: CostRule {
  func cost<A: Algebra>(_ a: some RandomAccessCollection<Reading<A>>, _ y: [A]) -> A {
    -A.total(zip(a, y).lazy.map { a, y in A.weighted(y, a.logarithm) })
  }

  // ∂C/∂a = −y/a
  func slope<A: Algebra>(_ a: Reading<A>, _ y: A, outputs: Int) -> A { -A.weighted(y, over: a.value) }
}
