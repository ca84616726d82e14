import Formulas

/// The cross-entropy: C = −Σ y ln a, with softmax the log-likelihood cost.
struct CrossEntropy: CostRule {
  func term<A: Algebra>(_ a: Reading<A>, _ y: A) -> A { A.weighted(y, a.logarithm) }

  func cost<A: Algebra>(_ sum: A, outputs: Int) -> A { -sum }

  // ∂C/∂a = −y/a
  func slope<A: Algebra>(_ a: Reading<A>, _ y: A, outputs: Int) -> A { -A.weighted(y, over: a.value) }
}
