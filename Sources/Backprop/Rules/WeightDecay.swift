import Formulas

/// The weight penalty: R = (l2/2n) Σ w² + (l1/n) Σ |w|.
struct WeightDecay<A: Algebra> {
  let penalty: Penalty<A>
  let examples: Int

  func output(_ weights: [A]) -> A {
    let n = A(examples)
    return A.weighted(penalty.l2 / (A(2) * n), A.total(weights.map(A.square)))
      + A.weighted(penalty.l1 / n, A.total(weights.map { A.max($0, -$0) }))
  }

  // ∂R/∂w = (l2/n) w + (l1/n) sign w, with sign 0 = 0
  func slope(_ w: A) -> A {
    let n = A(examples)
    return A.weighted(penalty.l2 / n, w) + A.weighted(penalty.l1 / n, A.step(w) - A.step(-w))
  }
}
