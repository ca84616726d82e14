import Formulas

/// How the quantities of a network follow from each other, as their rules say it at `Formula`.
extension NetworkGraph {
  /// L.
  private var last: Int { layout.layerCount }

  private func name(_ id: Graph.ID) -> Formula { .symbol(symbol(of: id)) }

  /// f(z), as it is read off from z.
  private func stable(_ l: Int, _ j: Int, _ x: Int) -> Reading<Formula> {
    if l == last, layerOutputs[l - 1].isPlain { return outputs(of: x).stable[j] }
    // Only in the last layer do neurons mix.
    return activations[l - 1].rule.activations([name(weightedInput(l, j, example: x))])[0]
  }

  /// a, from z and with a skip from the activation before.
  private func output(_ l: Int, _ j: Int, _ x: Int) -> Formula {
    layerOutputs[l - 1].output(
      stable(l, j, x).value, j, example: x, before: name(activation(l - 1, j, example: x)))
  }

  public func value(of id: Graph.ID) -> Graph.Step {
    let (formula, whenSaturated): (Formula, Formula?) =
      switch entry(of: id) {
      case .quantity(.weightedInput, _):
        (terms(of: id).map { .total((0..<$0.count).map($0.term)) } ?? name(id), nil)
      case .quantity(.activation(let l, let j), let x) where l > 0: (output(l, j, x ?? 0), nil)
      case .quantity(.exampleCost, let x): exampleCost(outputs(of: x ?? 0))
      case .quantity(.penalty, _): (penaltySum, nil)
      case .quantity(.cost, _): (reduced, nil)
      case .quantity(.weight, _), .quantity(.bias, _), .quantity(.activation, _), .target: (name(id), nil)
      }
    return Graph.Step(kind: .value(id), name: name(id), formula: formula, whenSaturated: whenSaturated)
  }

  private func exampleCost(_ outputs: Outputs) -> (Formula, Formula?) {
    (cost.rule.cost(outputs.plain, outputs.targets), cost.rule.cost(outputs.stable, outputs.targets))
  }

  /// The terms of a weighted input, each made when it is asked for: there may be thousands; `nil` for another entry.
  public func terms(of id: Graph.ID) -> (count: Int, term: @Sendable (Int) -> Formula)? {
    guard case .quantity(.weightedInput(let l, let j), let x) = entry(of: id) else { return nil }
    let (inputs, bias) = (layout.widths[l - 1], layout.bias(l, j).map(name))
    return (
      inputs + (bias == nil ? 0 : 1),
      { [self] k in
        if k == inputs, let bias { return bias }
        return WeightedSum().term(name(layout.weight(l, j, k)), name(activation(l - 1, k, example: x)))
      }
    )
  }

  public func localGradient(of: Graph.ID, by: Graph.ID) -> Graph.Step? {
    guard case .quantity(let output, let x) = entry(of: of), case .quantity(let input, let y) = entry(of: by),
      x == y || x == nil || y == nil
    else { return nil }
    let slope: Slope? =
      switch output {
      case .weightedInput(let l, let j): slope(ofWeightedInput: l, j, x ?? 0, by: input).map { Slope($0) }
      case .activation(let l, let j): l > 0 ? slope(ofActivation: l, j, x ?? 0, by: input) : nil
      case .exampleCost: slope(ofCost: outputs(of: x ?? 0), by: input)
      case .penalty: slope(ofPenalty: input).map { Slope($0) }
      case .cost: slope(ofTotal: input).map { Slope($0) }
      case .weight, .bias: nil
      }
    return slope.map {
      Graph.Step(
        kind: .factor(of: of, by: by), name: factor(of: of, by: by), title: $0.title, formula: $0.formula,
        whenSaturated: $0.whenSaturated)
    }
  }

  /// A local gradient as its rule gives it.
  private struct Slope {
    var title: Formula?
    let formula: Formula
    var whenSaturated: Formula?

    init(_ formula: Formula) { self.formula = formula }
  }

  private func slope(ofWeightedInput l: Int, _ j: Int, _ x: Int, by input: Layout.Quantity) -> Formula? {
    if case .weight(l, j, let k) = input {
      return WeightedSum().slope(byWeightOf: name(activation(l - 1, k, example: x)))
    }
    if case .activation(l - 1, let k) = input {
      return WeightedSum().slope(byActivationUnder: name(layout.weight(l, j, k)))
    }
    return input == .bias(layer: l, neuron: j) ? WeightedSum().slopeByBias() : nil
  }

  private func slope(ofActivation l: Int, _ i: Int, _ x: Int, by input: Layout.Quantity) -> Slope? {
    let (rule, output) = (activations[l - 1].rule, layerOutputs[l - 1])
    if output.hasSkip, input == .activation(layer: l - 1, neuron: i) { return Slope(output.slopeBySkip()) }
    guard case .weightedInput(l, let j) = input else { return nil }
    let z = name(weightedInput(l, j, example: x))
    // What is passed on says nothing of the slope any more: that is written with f(z).
    let a = Reading(output.isPlain ? name(activation(l, i, example: x)) : stable(l, i, x).value)
    guard i == j else {
      return rule.mixesNeurons
        ? Slope(rule.crossSlope(a, by: Reading(name(activation(l, j, example: x))))) : nil
    }
    func passed(_ slope: Formula) -> Formula { output.slope(slope, j, example: x) }
    var slope = Slope(passed(rule.slope(a, z)))
    slope.title = rule.slopeName(at: z).map(passed)
    slope.whenSaturated = passed(rule.slope(stable(l, j, x), z))
    return slope
  }

  private func slope(ofCost outputs: Outputs, by input: Layout.Quantity) -> Slope? {
    guard case .activation(last, let j) = input else { return nil }
    func slope(_ a: [Reading<Formula>]) -> Formula {
      cost.rule.slope(a[j], outputs.targets[j], outputs: outputs.targets.count)
    }
    var plain = Slope(slope(outputs.plain))
    plain.whenSaturated = slope(outputs.stable)
    return plain
  }

  private func slope(ofPenalty input: Layout.Quantity) -> Formula? {
    guard case .weight(let l, let j, let k) = input else { return nil }
    return penalty?.slope(name(layout.weight(l, j, k)))
  }

  /// 1/n of each example, and all of the penalty.
  private func slope(ofTotal input: Layout.Quantity) -> Formula? {
    input == .exampleCost ? share : input == .penalty ? .integer(1) : nil
  }

  public func fed(by id: Graph.ID) -> [Graph.ID] {
    func uses(_ l: Int, _ j: Int) -> [Graph.ID] {
      (example.map { $0..<($0 + 1) } ?? 0..<layout.exampleCount).map { weightedInput(l, j, example: $0) }
    }
    switch entry(of: id) {
    case .quantity(.weight(let l, let j, _), _):
      return uses(l, j) + (example == nil && penalty != nil ? [penaltyEntry] : [])
    case .quantity(.bias(let l, let j), _): return uses(l, j)
    case .quantity(.weightedInput(let l, let j), let x):
      let neurons = activations[l - 1].rule.mixesNeurons ? 0..<layout.widths[l] : j..<(j + 1)
      return neurons.map { activation(l, $0, example: x) }
    case .quantity(.activation(let l, let j), let x):
      if l == last { return [exampleCost(x)] }
      return (0..<layout.widths[l + 1]).map { weightedInput(l + 1, $0, example: x) }
        + (layerOutputs[l].hasSkip ? [activation(l + 1, j, example: x)] : [])
    case .quantity(.exampleCost, _), .quantity(.penalty, _):
      return id == root ? [] : [entry(layout.cost, example: 0)]
    case .quantity(.cost, _), .target: return []
    }
  }

  /// What is left of ∂C/∂z of an output of the example where activation and cost are made for each other; `nil` elsewhere.
  public func shortcut(to id: Graph.ID) -> Graph.Step? {
    guard let example, case .quantity(.weightedInput(last, let j), example) = entry(of: id),
      let pair = cancelled
    else { return nil }
    let outputs = outputs(of: example)
    let long: Formula? =
      switch pair {
      case .logistic, .meanLogistic, .logisticLikelihood: longWay(outputs, j, example)
      case .softmax, .binarySoftmax: nil
      }
    return Graph.Step(
      kind: .total(id), name: derivative(by: id), title: long,
      formula: pair.slope(outputs.plain, outputs.targets, j),
      whenSaturated: pair.slope(outputs.stable, outputs.targets, j))
  }

  /// ∂a/∂z · ∂C/∂a of an output, both worked out.
  private func longWay(_ outputs: Outputs, _ j: Int, _ x: Int) -> Formula? {
    guard let a = slope(ofActivation: last, j, x, by: .weightedInput(layer: last, neuron: j)),
      let c = slope(ofCost: outputs, by: .activation(layer: last, neuron: j))
    else { return nil }
    return a.formula * c.formula
  }

  /// What cancels in the last layer; `nil` where nothing does.
  public var cancelled: Cancelled? { activations.last.flatMap { Cancelled($0, cost) } }
}

/// From the costs of the examples, and the penalty, to the total cost.
extension NetworkGraph {
  /// R, of all weights.
  private var penaltySum: Formula {
    let weights = (0..<layout.parameterCount).filter { !layout.isBias($0) }
    return penalty?.output(weights.map(name)) ?? .integer(0)
  }

  /// 1/n, or 1 in a sum.
  private var share: Formula {
    layout.exampleDivisor == 1 ? .integer(1) : .quotient(.integer(1), .integer(layout.exampleDivisor))
  }

  /// C = 1/n Σ C_x + R, or Σ C_x + R.
  private var reduced: Formula {
    reduced(
      { .symbol($0) }, rest: layout.cost,
      penalty: penalty.map { _ in .symbol(layout.symbol(layout.penalty, example: nil)) })
  }

  private func reduced(_ part: (Symbol) -> Formula, rest: Layout.ID, penalty: Formula?) -> Formula {
    let parts = terms.map { part(layout.symbol(layout.exampleCost, example: $0)) }
    let others = terms.count < layout.exampleCount ? [Formula.symbol(Self.otherExamples(rest))] : []
    let sum = Formula.total(parts + others)
    guard layout.exampleDivisor == 1 else { return penalty.map { share * sum + $0 } ?? share * sum }
    return penalty.map { .total(parts + others + [$0]) } ?? sum
  }

  /// The sum over the examples that are no terms, of the cost or of a derivative, by the id of either.
  public static func otherExamples(_ id: Layout.ID) -> Symbol { Symbol(.otherTerms, indices: [id + 1]) }

  /// The same rule, from what is known of the parts of the total cost: their derivatives.
  public func backward(to id: Graph.ID) -> (factors: [Graph.Step], total: Graph.Step?) {
    guard example == nil, layout.costHasParts, id < penaltyEntry else { return chainRule(to: id) }
    func total(_ formula: Formula) -> Graph.Step {
      Graph.Step(kind: .total(id), name: derivative(by: id), formula: formula)
    }
    let parameter = symbol(of: id)
    if id < layout.parameterCount {
      let slope = localGradient(of: penaltyEntry, by: id)
      return (
        slope.map { [$0] } ?? [],
        total(reduced({ .partial($0, by: parameter) }, rest: id, penalty: slope?.name))
      )
    }
    guard case .quantity(let quantity, let x?) = entry(of: id), quantity != .exampleCost else {
      return chainRule(to: id)
    }
    let own = exampleCost(x)
    return ([], total(derivative(by: own) * factor(of: own, by: id)))
  }
}
