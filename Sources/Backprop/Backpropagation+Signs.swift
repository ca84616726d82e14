import Formulas

extension Objective where Scalar: Algebra {
  /// Whether the derivative with respect to each parameter is above 0 in one example and below 0 in another.
  package func signsDiffer(_ signOf: (Scalar) -> Int) -> [Bool] {
    let layout = Layout(self)
    var trace = Trace(emptyOf: self, layout: layout)
    let none = [Bool](repeating: false, count: layout.parameterCount)
    var (hasPositive, hasNegative) = (none, none)
    for example in examples.indices {
      trace.run(self, example: example, from: layout.exampleCost)
      for id in none.indices {
        let sign = signOf(trace.gradients[id])
        if sign > 0 { hasPositive[id] = true }
        if sign < 0 { hasNegative[id] = true }
      }
    }
    return zip(hasPositive, hasNegative).map { $0 && $1 }
  }
}

extension Backpropagation {
  /// Whether the derivative with respect to each parameter is above 0 in one example and below 0 in another.
  ///
  /// A derivative that is no larger than its rounding error has no sign.
  package var signsDiffer: [Bool] {
    objective.map { Rounded($0) }.signsDiffer { slope in
      guard slope.value.magnitude > slope.error * .ulpOfOne else { return 0 }
      return slope.value > 0 ? 1 : -1
    }
  }
}
