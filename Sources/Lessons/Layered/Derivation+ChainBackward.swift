import Backprop
import Documents
import Formulas

/// The backward pass: every factor on a line of its own, and their products.
extension Derivation {
  mutating func chainBackward() -> [Block] {
    let shown = layers.reversed().filter(isShown)
    guard !shown.isEmpty else { return [] }
    var blocks = beginning(
      ofPass: .backwardPass(example: exampleNumber), say(BackwardPhrase.chain))
    for l in shown { blocks += l == layers.upperBound ? lastLayer() : earlierLayer(l) }
    return blocks
  }

  /// Whether anything of a layer is wanted.
  private func isShown(_ l: Int) -> Bool {
    let (graph, z) = (steps.graph, steps.graph.weightedInput(l, 0))
    let below = graph.parameters(into: l, 0) + [graph.activation(l - 1, 0)]
    let isLast = l == layers.upperBound
    return isWanted(graph.activation(l, 0), by: z) || isWanted(derivativeBy: z)
      || below.contains { isWanted(z, by: $0) } || isLast && isWanted(derivativeBy: graph.activation(l, 0))
  }

  /// The derivative with respect to the input is derived only on request: the input is not a parameter.
  private func passesOn(_ l: Int) -> Bool { l > 1 || wanted != nil }

  private mutating func lastLayer() -> [Block] {
    let (graph, l) = (steps.graph, layers.upperBound)
    let (a, z, w) = (graph.activation(l, 0), graph.weightedInput(l, 0), graph.layout.weight(l, 0, 0))
    let product = Equation(
      graph.derivative(by: w),
      [
        .init(
          .equals,
          .product([graph.factor(of: z, by: w), graph.factor(of: a, by: z), graph.derivative(by: a)]))
      ])
    var blocks: [Block] = [.heading(level: 3, say(HeadingPhrase.layer(l)))]
    if isWanted(derivativeBy: w) {
      let words = BackwardPhrase.smallChange(of: name(w), name(z), name(a), .symbol(graph.result))
      blocks += [.paragraph(say(words)), .equation(product)]
    }
    if isWanted(derivativeBy: a), let slope = steps.backward(to: a).total {
      blocks.append(lead(.costWithOutput(count: 1), CostPhrase.slope(lesson.cost)))
      blocks += beyondDouble(slope, hasShortForm: isWanted(derivativeBy: z)) ?? lines(slope, layer: l)
    }
    blocks += slope(l, .outputWithInput)
    blocks += error(l)
    let before = graph.activation(l - 1, 0)
    blocks += branch(w, .weight, .weight(name(w), of: name(z), times: name(before)))
    if let bias = graph.layout.bias(l, 0) {
      blocks += branch(bias, .bias, .bias(name(bias), of: name(z)))
    }
    if passesOn(l) {
      let words = BackwardPhrase.neuronBefore(name(before), of: name(z), weight: name(w), layer: l)
      blocks += branch(before, l > 1 ? .neuronBefore : .input, words)
    }
    return blocks
  }

  private mutating func earlierLayer(_ l: Int) -> [Block] {
    let graph = steps.graph
    let a = graph.activation(l, 0)
    var blocks: [Block] = [.heading(level: 3, say(HeadingPhrase.layer(l)))]
    let upstream = graph.derivative(by: a)
    if isWanted(upstream), let value = ledger.printed(upstream, digits: digits) {
      let relation: Equation.Relation = ledger.isExact(upstream) ? .equals : .approximately
      let equation = Equation(upstream, [.init(relation, .number(value))])
      let isLast = l == 1 && !(passesOn(l) && isWanted(derivativeBy: graph.activation(0, 0)))
      blocks.append(.paragraph(say(BackwardPhrase.upstream(equation, fromLayer: l + 1, isLast: isLast))))
    }
    blocks += slope(l, .activationWithInput)
    blocks += error(l)
    let (before, weight) = (graph.activation(l - 1, 0), graph.layout.weight(l, 0, 0))
    blocks += branch(weight, .weight, .weightAgain(name(before), isInput: l == 1))
    if let bias = graph.layout.bias(l, 0) { blocks += branch(bias, .bias, .biasAgain) }
    if passesOn(l) {
      let words = BackwardPhrase.neuronBeforeAgain(weight: name(weight), layer: l)
      blocks += branch(before, l > 1 ? .neuronBefore : .input, words)
    }
    return blocks
  }

  private mutating func slope(_ l: Int, _ lead: BackwardPhrase.Lead) -> [Block] {
    let graph = steps.graph
    let (a, z) = (graph.activation(l, 0), graph.weightedInput(l, 0))
    guard isWanted(a, by: z), let slope = steps.step(.factor(of: a, by: z)) else { return [] }
    let activation = lesson.layers[l - 1].activation
    let isAgain =
      l < layers.upperBound && lesson.layers[l].activation == activation
      && isWanted(graph.activation(l + 1, 0), by: graph.weightedInput(l + 1, 0))
    let words: ActivationPhrase =
      isAgain ? .sameSlope(activation) : .slope(activation, at: name(z), isAlone: true)
    var blocks = [self.lead(lead, words, output(l).slopePhrase)]
    blocks += lines(slope, layer: l)
    return blocks + remark(on: slope, at: z, layer: l)
  }

  /// What the value of a slope means, where that is worth a sentence.
  func remark(on slope: Graph.Step, at z: Graph.ID, layer: Int) -> [Block] {
    let (own, symbol) = (lesson.layers[layer - 1], steps.graph.symbol(of: z))
    if !own.output.isPlain {
      // What is said of f′(z) is not true of the slope any more.
      let place = (symbol.indices.first ?? 1) - 1
      guard let dropout = own.output.dropout, !dropout.keeps(place, example: steps.example) else { return [] }
      let a = name(steps.graph.activation(layer, place))
      return [.paragraph(say(OutputPhrase.isDropped(a)))]
    }
    guard steps.graph.shortcut(to: z) == nil, let value = ledger[slope.name], let at = ledger[name(z)],
      let remark = own.activation.words.remark(slope: value, z: at, name: name(z))
    else { return [] }
    return [.paragraph(say(remark))]
  }

  /// ∂C/∂z, which all that follows shares.
  private mutating func error(_ l: Int) -> [Block] {
    let z = steps.graph.weightedInput(l, 0)
    guard isWanted(derivativeBy: z), let error = steps.backward(to: z).total else { return [] }
    // The derivative by the weight has both factors, unless they cancel.
    let weight = steps.graph.layout.weight(l, 0, 0)
    let isRepeated = steps.shortcut(to: z) == nil && isWanted(derivativeBy: weight)
    let meaning =
      l == layers.upperBound
      ? BackwardPhrase.errorOfOutput(error.name, isRepeated: isRepeated) : .errorOfLayer
    let blocks: [Block] = [leadToError(.error, meaning), errorLine(error)]
    guard let cancelled = steps.shortcut(to: z), let pair = steps.graph.cancelled else { return blocks }
    return blocks + [.paragraph(say(isFirst ? phraseOfCancelled(pair) : .shortForm))]
      + lines(cancelled, layer: l)
  }

  /// The line of ∂C/∂z: without numbers where one of them is beyond a double.
  mutating func errorLine(_ error: Graph.Step) -> Block {
    let isBeyond = error.formula.names.contains { ledger.printed($0, digits: digits) == nil }
    return isBeyond ? .equation(Equation(error.name, [.init(.equals, error.formula)])) : line(error)
  }

  private mutating func branch(
    _ id: Graph.ID, _ lead: BackwardPhrase.Lead, _ sentence: BackwardPhrase
  ) -> [Block] {
    let lines = lines(backTo: id)
    return lines.isEmpty ? [] : [self.lead(lead, sentence)] + lines
  }

  /// A derivative that no double can hold, and whether what is left of it follows.
  func beyondDouble(_ step: Graph.Step, hasShortForm: Bool) -> [Block]? {
    guard ledger.printed(step.name, digits: digits) == nil else { return nil }
    return [
      .equation(Equation(step.name, [.init(.equals, step.formula)])),
      .paragraph(say(BackwardPhrase.tooLarge(hasShortForm: hasShortForm))),
    ]
  }

  /// What is left where activation and cost cancel, said of the first output.
  func phraseOfCancelled(_ pair: Cancelled) -> BackwardPhrase {
    let (graph, layout) = (steps.graph, work.result.layout)
    let output = graph.activation(layout.layerCount, 0)
    return .cancelled(
      pair, a: name(output), y: .symbol(layout.target(0, example: nil)),
      slopeOfCost: graph.derivative(by: output))
  }
}
