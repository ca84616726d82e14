import Formulas

extension Objective where Scalar: Algebra {
  /// C, the mean over the examples plus R, in the arithmetic of the objective.
  ///
  /// At `Double` it is not finite if a quantity overflows, or if the logarithm of a cost has no value.
  package var costValue: Scalar {
    let layout = Layout(self)
    var trace = Trace(emptyOf: self, layout: layout)
    let count = Scalar(examples.count)
    // Divided before they are added: the sum may overflow where the mean does not.
    let shares = examples.indices.map { example in
      trace.run(self, example: example, from: layout.exampleCost)
      return trace.values[layout.exampleCost] / count
    }
    guard let penalty else { return Scalar.total(shares) }
    return Scalar.total(shares) + Trace(penaltyOf: self, penalty, layout: layout).values[layout.penalty]
  }
}

extension Objective<Double> {
  /// How far rounding may have carried C from its value at these parameters, some of which were rounded themselves.
  package func costRounding(roundedParameters rounded: [Int] = []) -> Double {
    var objective = map { Rounded(exactly: $0) }
    var parameters = objective.network.parameters
    for id in rounded { parameters[id] = Rounded(parameters[id].value) }
    objective.network.parameters = parameters
    return objective.costValue.error * .ulpOfOne
  }
}
