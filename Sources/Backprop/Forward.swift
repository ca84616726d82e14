import Formulas

/// The forward pass: it computes every quantity, and records the factors as it comes by.
extension Trace {
  /// The trace of one example, forward and backward.
  ///
  /// With `ofExampleAlone` it is the cost of this example that is differentiated, not the total: without the 1/n.
  public init(
    _ objective: Objective<Scalar>, layout: Layout, example index: Int, ofExampleAlone: Bool = false
  ) {
    self.init(emptyOf: objective, layout: layout)
    run(objective, example: index, from: ofExampleAlone ? layout.exampleCost : layout.cost)
  }

  /// Traces an example in place of the one before, in the same memory.
  mutating func run(_ objective: Objective<Scalar>, example index: Int, from root: Layout.ID) {
    goForward(objective, example: index)
    goBackward(from: root)
  }

  /// Computes every quantity of an example, and records the factors if they are asked for.
  mutating func goForward(_ objective: Objective<Scalar>, example index: Int) {
    begin(example: index, factors: layout.factorCount)
    let example = objective.examples[index]
    for (k, x) in example.inputs.enumerated() { values[layout.activation(0, k)] = x }
    var outputs: [Reading<Scalar>] = []
    for (l, layer) in objective.network.layers.enumerated() {
      let z = weigh(layer, l + 1)
      outputs = activate(layer, l + 1, z)
      let isLast = l + 1 == layout.layerCount
      if isLast, let cancelled = Cancelled(layer.activation, objective.cost) {
        uncarried = takeBack(layer.slopeCount)
        for j in outputs.indices {
          record(
            layout.exampleCost, by: layout.weightedInput(l + 1, j),
            cancelled.slope(outputs, example.targets, j))
        }
      }
    }
    judge(outputs, example.targets, objective.cost)
    if layout.costHasParts {
      record(layout.cost, by: layout.exampleCost, Scalar(1) / Scalar(layout.exampleDivisor))
    }
  }

  /// z = W a + b.
  private mutating func weigh(_ layer: Network<Scalar>.Layer, _ l: Int) -> [Scalar] {
    let rule = WeightedSum()
    let hasKink = layer.activation.hasKink
    let below = layout.activation(l - 1, 0)
    let a = Array(values[below..<(below + layer.inputs)])
    var z: [Scalar] = []
    z.reserveCapacity(layer.neurons)
    for j in 0..<layer.neurons {
      let (start, w) = (j * layer.inputs, layer.weights)
      let b = layer.biases.map { $0[j] }
      z.append(
        hasKink
          ? Scalar.sumOrZero(rule.terms(w[start..<(start + layer.inputs)], a, b))
          : Scalar.sumOrZero(
            rule.sum(w, from: start, a, b), of: rule.terms(w[start..<(start + layer.inputs)], a, b)))
      let id = layout.weightedInput(l, j)
      values[id] = z[j]
      record(
        id, rule, byWeights: layout.weight(l, j, 0), w.span.extracting(start..<(start + layer.inputs)),
        byActivations: below, a.span)
      if let bias = layout.bias(l, j) { record(id, by: bias, rule.slopeByBias()) }
    }
    return z
  }

  /// a of a layer, and ∂a/∂z; with a skip ∂a/∂a of the layer before, too.
  mutating func activate(
    _ rule: some ActivationRule, _ output: LayerOutput, _ l: Int, _ z: [Scalar]
  ) -> [Reading<Scalar>] {
    let a = rule.activations(z)
    if !output.isPlain { return passOn(a, rule, output, l, z) }
    let (outputs, inputs) = (layout.activation(l, 0), layout.weightedInput(l, 0))
    for j in a.indices {
      values[outputs + j] = a[j].value
      for k in rule.mixesNeurons ? a.indices : j..<(j + 1) {
        let slope = k == j ? rule.slope(a[j], z[j]) : rule.crossSlope(a[j], by: a[k])
        record(outputs + j, by: inputs + k, slope)
      }
    }
    return a
  }

  /// The same where a is more than f(z).
  private mutating func passOn(
    _ f: [Reading<Scalar>], _ rule: some ActivationRule, _ output: LayerOutput, _ l: Int, _ z: [Scalar]
  ) -> [Reading<Scalar>] {
    let x = example ?? 0
    return f.indices.map { j in
      let (a, before) = (layout.activation(l, j), layout.activation(l - 1, j))
      values[a] = output.output(f[j].value, j, example: x, before: values[before])
      record(
        a, by: layout.weightedInput(l, j), output.slope(rule.slope(f[j], z[j]), j, example: x))
      if output.hasSkip { record(a, by: before, output.slopeBySkip()) }
      return Reading(values[a])
    }
  }

  /// C, and ∂C/∂a.
  mutating func judge(_ a: [Reading<Scalar>], _ y: [Scalar], _ rule: some CostRule) {
    values[layout.exampleCost] = rule.cost(a, y)
    for (j, (a, y)) in zip(a, y).enumerated() {
      record(
        layout.exampleCost, by: layout.activation(layout.layerCount, j),
        rule.slope(a, y, outputs: layout.widths.last ?? 1))
    }
  }
}
