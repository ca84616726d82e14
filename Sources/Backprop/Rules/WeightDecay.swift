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

extension Trace {
  /// The trace of the penalty: one more path from the weights to the cost.
  public init(penaltyOf objective: Objective<Scalar>, _ penalty: Penalty<Scalar>, layout: Layout) {
    self.init(emptyOf: objective, layout: layout, example: nil)
    let rule = WeightDecay(penalty: penalty, examples: layout.exampleCount)
    let weights = (0..<layout.parameterCount).filter { symbol($0).meaning == .weight }
    values[layout.penalty] = rule.output(weights.map { values[$0] })
    for id in weights { record(layout.penalty, by: id, rule.slope(values[id])) }
    record(layout.cost, by: layout.penalty, Scalar(1))
    goBackward(from: layout.cost)
  }
}
