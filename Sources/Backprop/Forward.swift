import Formulas

/// The forward pass: it computes every quantity, and records the factors as it comes by.
extension Trace {
  /// The trace of one example, forward and backward.
  ///
  /// With `ofExampleAlone` it is the cost of this example that is differentiated, not the total: without the 1/n.
  public init(
    _ objective: Objective<Scalar>, layout: Layout, example index: Int, ofExampleAlone: Bool = false
  ) {
    self.init(emptyOf: objective, layout: layout, example: index)
    let example = objective.examples[index]
    for (k, x) in example.inputs.enumerated() { values[layout.activation(0, k)] = x }
    var outputs: [Reading<Scalar>] = []
    for (l, layer) in objective.network.layers.enumerated() {
      let z = weigh(layer, l + 1)
      outputs = layer.activation.rule.activations(z)
      for (j, a) in outputs.enumerated() { values[layout.activation(l + 1, j)] = a.value }
      let isLast = l + 1 == layout.layerCount
      if isLast, let cancelled = Cancelled(layer.activation, objective.cost) {
        recordSlopes(layer.activation.rule, l + 1, z, outputs)
        uncarried = Array(factors.suffix(layer.activation.rule.mixesNeurons ? z.count * z.count : z.count))
        factors.removeLast(uncarried.count)
        for j in outputs.indices {
          record(
            layout.exampleCost, by: layout.weightedInput(l + 1, j),
            cancelled.slope(outputs, example.targets, j))
        }
      } else {
        recordSlopes(layer.activation.rule, l + 1, z, outputs)
      }
    }
    judge(outputs, example.targets, objective.cost.rule)
    if layout.costHasParts {
      record(layout.cost, by: layout.exampleCost, Scalar(1) / Scalar(layout.exampleCount))
    }
    goBackward(from: ofExampleAlone ? layout.exampleCost : layout.cost)
  }

  /// z = W a + b.
  private mutating func weigh(_ layer: Network<Scalar>.Layer, _ l: Int) -> [Scalar] {
    let rule = WeightedSum()
    let a = (0..<layer.inputs).map { values[layout.activation(l - 1, $0)] }
    return (0..<layer.neurons).map { j in
      let w = layer.weights[(j * layer.inputs)..<((j + 1) * layer.inputs)]
      let b = layer.biases.map { $0[j] }
      let id = layout.weightedInput(l, j)
      let terms = rule.terms(w, a, b)
      let z = layer.activation.rule.hasKink ? Scalar.sumOrZero(terms) : Scalar.total(terms)
      values[id] = z
      for (k, (w, a)) in zip(w, a).enumerated() {
        record(id, by: layout.weight(l, j, k), rule.slope(byWeightOf: a))
        record(id, by: layout.activation(l - 1, k), rule.slope(byActivationUnder: w))
      }
      if let bias = layout.bias(l, j) { record(id, by: bias, rule.slopeByBias()) }
      return z
    }
  }

  /// ∂a/∂z of a layer.
  private mutating func recordSlopes(
    _ rule: some ActivationRule, _ l: Int, _ z: [Scalar], _ a: [Reading<Scalar>]
  ) {
    for j in a.indices {
      for k in a.indices where k == j || rule.mixesNeurons {
        let slope = k == j ? rule.slope(a[j], z[j]) : rule.crossSlope(a[j], by: a[k])
        record(layout.activation(l, j), by: layout.weightedInput(l, k), slope)
      }
    }
  }

  /// C, and ∂C/∂a.
  private mutating func judge(_ a: [Reading<Scalar>], _ y: [Scalar], _ rule: some CostRule) {
    values[layout.exampleCost] = rule.cost(a, y)
    for (j, (a, y)) in zip(a, y).enumerated() {
      record(
        layout.exampleCost, by: layout.activation(layout.layerCount, j),
        rule.slope(a, y, outputs: layout.widths.last ?? 1))
    }
  }
}
