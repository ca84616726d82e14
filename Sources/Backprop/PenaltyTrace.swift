import Formulas

extension Trace {
  /// The trace of the penalty: one more path from the weights to the cost.
  public init(penaltyOf objective: Objective<Scalar>, _ penalty: Penalty<Scalar>, layout: Layout) {
    self.init(emptyOf: objective, layout: layout)
    let rule = WeightDecay(penalty, examples: layout.penaltyDivisor)
    let weights = (0..<layout.parameterCount).filter { !layout.isBias($0) }
    values[layout.penalty] = rule.output(weights.lazy.map { [values] in values[$0] })
    begin(example: nil, factors: weights.count + 1)
    for id in weights { record(layout.penalty, by: id, rule.slope(values[id])) }
    record(layout.cost, by: layout.penalty, Scalar(1))
    goBackward(from: layout.cost)
  }
}
