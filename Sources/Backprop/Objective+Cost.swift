import Formulas

extension Objective where Scalar: Algebra {
  /// C, the mean over the examples or their sum, plus R, in the arithmetic of the objective.
  ///
  /// At `Double` it is not finite if a quantity overflows, or if the logarithm of a cost has no value.
  package var costValue: Scalar {
    let layout = Layout(self)
    // Nothing goes backward.
    var trace = Trace(emptyOf: self, layout: layout, isRecorded: false)
    let count = Scalar(exampleDivisor)
    // Divided before they are added: the sum may overflow where the mean does not.
    let shares = examples.indices.map { example in
      trace.goForward(self, example: example)
      return trace.values[layout.exampleCost] / count
    }
    guard let penalty else { return Scalar.total(shares) }
    let weights = network.layers.lazy.map(\.weights).joined()
    return Scalar.total(shares) + WeightDecay(penalty, examples: penaltyDivisor).output(weights)
  }
}

extension Objective<Double> {
  /// C in doubles, by code that is compiled for them.
  package var costInDoubles: Double { costValue }

  /// Looks at the trace of each example, and at that of the same example with other parameters, one after the other in
  /// the same memory.
  package func forEachExample<Found>(
    beside other: Objective, _ look: (Trace<Double>) -> Found, _ body: (Int, Found, Found) -> Void
  ) {
    let layout = Layout(self)
    var trace = Trace(emptyOf: self, layout: layout)
    for example in examples.indices {
      trace.run(self, example: example, from: layout.cost)
      let own = look(trace)
      trace.run(other, example: example, from: layout.cost)
      body(example, own, look(trace))
    }
  }

  /// How far rounding may have carried C from its value at these parameters, some of which were rounded themselves.
  package func costRounding(roundedParameters rounded: [Int] = []) -> Double {
    var objective = map { Rounded(exactly: $0) }
    let places = network.parameterPlaces
    for id in rounded {
      let place = places[id]
      let (l, j) = (place.layer, place.neuron)
      if let k = place.input {
        let w = j * network.layers[l].inputs + k
        objective.network.layers[l].weights[w] = Rounded(network.layers[l].weights[w])
      } else if let bias = network.layers[l].biases?[j] {
        objective.network.layers[l].biases?[j] = Rounded(bias)
      }
    }
    return objective.costValue.error * .ulpOfOne
  }
}
