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
        lead("How the \(.cost) feels the output.", lesson.cost.wordsOfSlope))
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

  mutating func wholeProduct(_ product: Graph.Step) -> [Block] {
    let line = line(product)
    let factors = product.formula.names
    let error = steps.graph.derivative(by: steps.graph.weightedInput(layers.upperBound, 0))
    let short: Prose =
      steps.graph.cancelled == nil ? "" : " (The last factor, \(error), is the short form from above.)"
    var blocks: [Block] = [
      .heading(level: 2, "All the way to the first weight"),
      .paragraph(
        "Written out in full, the derivative of \(.symbol(steps.graph.result)) with respect to the first weight is:\(short)"
      ),
      line,
    ]
    let slopes = factors.filter(\.isSlopeOfActivation).compactMap { ledger[$0]?.magnitude }
    guard slopes.count > 1, let largest = slopes.max(), let smallest = slopes.min(),
      let from = ledger.numeral(smallest, among: factors), let to = ledger.numeral(largest, among: factors)
    else { return blocks }
    let kinds = Set(lesson.layers.map(\.activation))
    let steepest = kinds.count == 1 ? kinds.first?.words.steepest : nil
    let bound: Prose = steepest.map { ", each at most \($0.words)" } ?? ""
    let range: Prose =
      from == to ? "\(Formula.number(from))" : "from \(Formula.number(from)) to \(Formula.number(to))"
    let vanishing: Prose =
      isVanishing
      ? " Here the derivative with respect to the activation becomes smaller from layer to layer. If this goes on over many layers, the derivatives of the first layers are very small (the vanishing gradient), and these layers learn slowly."
      : ""
    blocks.append(
      .paragraph(
        """
        \(factors.count) factors, and \(slopes.count) of them are slopes of activations\(bound), here \(range). Each \
        layer on the way back multiplies by one slope and one weight.\(vanishing)
        """))
    return blocks + sizes(work.result.gradient(ofExample: steps.example))
  }

  /// Whether |∂C/∂a| becomes smaller in each layer on the way back, by more than rounding.
  private var isVanishing: Bool {
    let layout = work.result.layout
    let gradients = work.result.trace(ofExampleAlone: steps.example).gradients
    let sizes = layers.map { gradients[layout.activation($0, 0)].magnitude }
    return zip(sizes, sizes.dropFirst()).allSatisfy { $0 < $1 * (1 - 1e-9) && $1.isFinite }
  }

  /// A chain of fewer layers is seen at a glance.
  private static let leastChart = 4

  /// |∂C/∂w| of every layer side by side.
  private func sizes(_ gradient: [Double]) -> [Block] {
    let layout = work.result.layout
    let sizes = layers.reversed().compactMap { l -> (label: Prose, value: Numeral)? in
      Numeral(rounding: gradient[layout.weight(l, 0, 0)].magnitude, digits: 3).map { ("layer \(l)", $0) }
    }
    guard layers.count >= Self.leastChart, sizes.count == layers.count,
      let chart = BarChart("The size of the derivative by the weight of each layer", sizes)
    else { return [] }
    return [
      .paragraph(
        """
        How large the derivative by each layer's weight is, from the last layer back to the first. What is ten times as \
        large has a bar that is longer by the same piece everywhere:
        """), .bars(chart),
    ]
  }
}

extension Ledger {
  /// A value to three digits, or the fraction that it is.
  fileprivate func numeral(_ value: Double, among names: [Formula]) -> Numeral? {
    isInFractions
      ? names.first { self[$0] == value }.flatMap { printed($0, digits: 3) }
      : Numeral(rounding: value, digits: 3)
  }
}

extension Formula {
  /// ∂a/∂z.
  fileprivate var isSlopeOfActivation: Bool {
    if case .partial(let a, let z) = self {
      a.meaning == .activation && z.meaning == .weightedInput
    } else {
      false
    }
  }
}
