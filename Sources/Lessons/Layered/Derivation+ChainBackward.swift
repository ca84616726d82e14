import Backprop
import Documents
import Formulas

/// The backward pass: every factor on a line of its own, and their products.
extension Derivation {
  mutating func chainBackward() -> [Block] {
    let shown = layers.reversed().filter(isShown)
    guard !shown.isEmpty else { return [] }
    var blocks = beginning(
      ofPass: "Backward",
      """
      The backward pass starts at the \(.cost) and goes back through the layers. Each factor is a local gradient: the \
      change of one quantity per unit of a small change of the quantity before it. The chain rule multiplies the factors \
      along the chain.
      """)
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

  /// What the cost feels of the input is derived only where it is asked for: nobody can change it.
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
    var blocks: [Block] = [.heading(level: 3, "Layer \(l)")]
    if isWanted(derivativeBy: w) {
      blocks += [
        .paragraph(
          """
          A nudge to \(name(w)) nudges \(name(z)), that nudges \(name(a)), and that nudges \(.symbol(graph.result)). Three \
          ratios, multiplied:
          """), .equation(product),
      ]
    }
    if isWanted(derivativeBy: a), let slope = steps.backward(to: a).total {
      blocks.append(
        lead("How the \(.cost) feels the output.", lesson.cost.rule.slopeWords))
      blocks += beyondDouble(slope, hasShortForm: isWanted(derivativeBy: z)) ?? lines(slope, layer: l)
    }
    blocks += slope(l, "How the output feels its \(.weightedInput).")
    blocks += error(l)
    blocks += branch(
      w, "How the \(.weightedInput) feels the weight.",
      "As much as the neuron before it is active: a weight on a silent neuron changes nothing.")
    if let bias = graph.layout.bias(l, 0) {
      blocks += branch(
        bias, "How the \(.weightedInput) feels the bias.",
        "The bias has a 1 where the weight has an activation: it always counts in full.")
    }
    if passesOn(l) {
      blocks += branch(
        graph.activation(l - 1, 0), "How the \(.weightedInput) feels the neuron before.",
        "As much as the weight between them: a strong weight carries blame back as it carried the signal forward."
      )
    }
    return blocks
  }

  private mutating func earlierLayer(_ l: Int) -> [Block] {
    let graph = steps.graph
    let a = graph.activation(l, 0)
    var blocks: [Block] = [.heading(level: 3, "Layer \(l)")]
    let upstream = graph.derivative(by: a)
    if isWanted(upstream), let value = ledger.printed(upstream, digits: digits) {
      let relation: Equation.Relation = ledger.isExact(upstream) ? .equals : .approximately
      blocks.append(
        .paragraph(
          """
          What layer \(l + 1) passed back, \(Equation(upstream, [.init(relation, .number(value))])), is how \
          the \(.cost) feels \(name(a)). From here it goes on as before.
          """))
    }
    blocks += slope(l, "How the activation feels its \(.weightedInput).")
    blocks += error(l)
    blocks += branch(
      graph.layout.weight(l, 0, 0), "The weight.",
      "The \(.weightedInput) feels it as much as the neuron before it is active.")
    if let bias = graph.layout.bias(l, 0) {
      blocks += branch(bias, "The bias.", "The \(.weightedInput) feels it in full.")
    }
    if passesOn(l) {
      blocks += branch(
        graph.activation(l - 1, 0), l > 1 ? "The neuron before." : "The input.",
        "The \(.weightedInput) feels it as much as the weight between them.")
    }
    return blocks
  }

  private mutating func slope(_ l: Int, _ lead: Prose) -> [Block] {
    let graph = steps.graph
    let (a, z) = (graph.activation(l, 0), graph.weightedInput(l, 0))
    guard isWanted(a, by: z), let slope = steps.step(.factor(of: a, by: z)) else { return [] }
    let activation = lesson.layers[l - 1].activation
    let isAgain =
      l < layers.upperBound && lesson.layers[l].activation == activation
      && isWanted(graph.activation(l + 1, 0), by: graph.weightedInput(l + 1, 0))
    var blocks: [Block] = [
      self.lead(lead, isAgain ? activation.words.sameSlope(at: name(z)) : activation.words.slope(at: name(z)))
    ]
    blocks += lines(slope, layer: l)
    return blocks + remark(on: slope, at: z, layer: l)
  }

  /// What the value of a slope means, where that is worth a sentence.
  func remark(on slope: Graph.Step, at z: Graph.ID, layer: Int) -> [Block] {
    guard steps.graph.shortcut(to: z) == nil, let value = ledger[slope.name], let at = ledger[name(z)],
      let remark = lesson.layers[layer - 1].activation.words.remark(slope: value, z: at, name: name(z))
    else { return [] }
    return [.paragraph(remark)]
  }

  /// ∂C/∂z, which all that follows shares.
  private mutating func error(_ l: Int) -> [Block] {
    let z = steps.graph.weightedInput(l, 0)
    guard isWanted(derivativeBy: z), let error = steps.backward(to: z).total else { return [] }
    let isLast = l == layers.upperBound
    let meaning: Prose =
      isLast
      ? "How the \(.cost) feels the \(.weightedInput)\(.knownAs) the error \(error: error.name)."
      : "The error δ of this layer."
    let blocks: [Block] = [leadToError("The two together.", meaning), errorLine(error)]
    guard let cancelled = steps.shortcut(to: z), let pair = steps.graph.cancelled else { return blocks }
    return blocks + [.paragraph(isFirst ? wordsOfCancelled(pair) : "Multiplied out:")]
      + lines(cancelled, layer: l)
  }

  /// The line of ∂C/∂z: without numbers where one of them is beyond a double.
  mutating func errorLine(_ error: Graph.Step) -> Block {
    let isBeyond = error.formula.names.contains { ledger.printed($0, digits: digits) == nil }
    return isBeyond ? .equation(Equation(error.name, [.init(.equals, error.formula)])) : line(error)
  }

  private mutating func branch(_ id: Graph.ID, _ lead: Prose, _ sentence: Prose) -> [Block] {
    let lines = lines(backTo: id)
    return lines.isEmpty ? [] : [self.lead(lead, sentence)] + lines
  }

  /// A derivative that no double can hold, and whether what is left of it follows.
  func beyondDouble(_ step: Graph.Step, hasShortForm: Bool) -> [Block]? {
    guard ledger.printed(step.name, digits: digits) == nil else { return nil }
    let need: Prose = hasShortForm ? ", and it is not needed: see below" : ""
    return [
      .equation(Equation(step.name, [.init(.equals, step.formula)])),
      .paragraph("This is too large for a number of the computer\(need)."),
    ]
  }

  /// What is left where activation and cost cancel, said of the first output.
  func wordsOfCancelled(_ pair: Cancelled) -> Prose {
    let layout = work.result.layout
    return Words.cancelled(
      pair, symbol(layout.activation(layout.layerCount, 0)), .symbol(layout.target(0, example: nil)))
  }
}
