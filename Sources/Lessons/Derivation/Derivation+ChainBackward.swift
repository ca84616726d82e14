import Backprop
import Documents
import Formulas

/// The backward pass: every factor on a line of its own, and their products.
extension Derivation {
  mutating func backward(_ chain: Chain) -> [Block] {
    let layers = chain.links.filter { layer in
      [layer.slope, layer.error, layer.weight.factor, layer.bias?.factor, layer.activation.factor]
        .contains { $0.map { isWanted($0.name) } ?? false } || isWanted(chain.costSlope.name) && isLast(layer)
    }
    guard !layers.isEmpty else { return [] }
    var blocks = beginning(
      ofPass: "Backward",
      """
      The backward pass starts at the \(.cost) and goes back through the layers. Each factor is a local gradient: the \
      change of one quantity per unit of a small change of the quantity before it. The chain rule multiplies the factors \
      along the chain.
      """)
    for layer in layers { blocks += isLast(layer) ? lastLayer(layer, chain) : earlierLayer(layer, chain) }
    return blocks
  }

  /// What the cost feels of the input is derived only where it is asked for: nobody can change it.
  private func passesOn(_ layer: Chain.Link) -> Bool { layer.layer > 1 || wanted != nil }

  private func isLast(_ layer: Chain.Link) -> Bool { layer.layer == lesson.layers.count }

  private mutating func lastLayer(_ layer: Chain.Link, _ chain: Chain) -> [Block] {
    let layout = work.result.layout
    let l = layer.layer
    let (a, z, w) = (
      symbol(layout.activation(l, 0)), symbol(layout.weightedInput(l, 0)), symbol(layout.weight(l, 0, 0))
    )
    let product = Equation(
      layer.weight.product.name,
      [.init(.equals, .product([layer.weight.factor.name, layer.slope.name, chain.costSlope.name]))])
    var blocks: [Block] = [.heading(level: 3, "Layer \(l)")]
    if isWanted(layer.weight.product.name) {
      blocks += [
        .paragraph(
          """
          A nudge to \(w) nudges \(z), that nudges \(a), and that nudges \(steps.cost.name). Three ratios, multiplied:
          """), .equation(product),
      ]
    }
    if isWanted(chain.costSlope.name) {
      blocks.append(
        lead("How the \(.cost) feels the output.", lesson.cost.wordsOfSlope))
      blocks +=
        beyondDouble(chain.costSlope, hasShortForm: isWanted(layer.error.name))
        ?? lines(chain.costSlope, layer: l)
    }
    blocks += slope(layer, chain, "How the output feels its \(.weightedInput).")
    blocks += error(layer, chain)
    blocks += branch(
      layer.weight, "How the \(.weightedInput) feels the weight.",
      "As much as the neuron before it is active: a weight on a silent neuron changes nothing.")
    if let bias = layer.bias {
      blocks += branch(
        bias, "How the \(.weightedInput) feels the bias.",
        "The bias has a 1 where the weight has an activation: it always counts in full.")
    }
    if passesOn(layer) {
      blocks += branch(
        layer.activation, "How the \(.weightedInput) feels the neuron before.",
        "As much as the weight between them: a strong weight carries blame back as it carried the signal forward."
      )
    }
    return blocks
  }

  private mutating func earlierLayer(_ layer: Chain.Link, _ chain: Chain) -> [Block] {
    let a = symbol(work.result.layout.activation(layer.layer, 0))
    var blocks: [Block] = [.heading(level: 3, "Layer \(layer.layer)")]
    let upstream = steps.backward[lesson.layers.count - layer.layer - 1].passed.first?.sum.name
    if let upstream, isWanted(upstream), let value = ledger.printed(upstream, digits: digits) {
      let relation: Equation.Relation = ledger.isExact(upstream) ? .equals : .approximately
      blocks.append(
        .paragraph(
          """
          What layer \(layer.layer + 1) passed back, \(Equation(upstream, [.init(relation, .number(value))])), is how \
          the \(.cost) feels \(a). From here it goes on as before.
          """))
    }
    blocks += slope(layer, chain, "How the activation feels its \(.weightedInput).")
    blocks += error(layer, chain)
    blocks += branch(
      layer.weight, "The weight.", "The \(.weightedInput) feels it as much as the neuron before it is active."
    )
    if let bias = layer.bias {
      blocks += branch(bias, "The bias.", "The \(.weightedInput) feels it in full.")
    }
    if passesOn(layer) {
      blocks += branch(
        layer.activation, layer.layer > 1 ? "The neuron before." : "The input.",
        "The \(.weightedInput) feels it as much as the weight between them.")
    }
    return blocks
  }

  private mutating func slope(_ layer: Chain.Link, _ chain: Chain, _ lead: Prose) -> [Block] {
    guard isWanted(layer.slope.name) else { return [] }
    let layout = work.result.layout
    let activation = lesson.layers[layer.layer - 1].activation
    let z = symbol(layout.weightedInput(layer.layer, 0))
    let isAgain =
      !isLast(layer) && lesson.layers[layer.layer].activation == activation
      && isWanted(chain.links[lesson.layers.count - layer.layer - 1].slope.name)
    var blocks: [Block] = [
      self.lead(lead, isAgain ? activation.words.sameSlope(at: z) : activation.words.slope(at: z))
    ]
    blocks += lines(layer.slope, layer: layer.layer)
    if layer.cancelled == nil, let slope = ledger[layer.slope.name], let value = ledger[z],
      let remark = activation.words.remark(slope: slope, z: value, name: z)
    {
      blocks.append(.paragraph(remark))
    }
    return blocks
  }

  /// ∂C/∂z, which all that follows shares.
  private mutating func error(_ layer: Chain.Link, _ chain: Chain) -> [Block] {
    guard isWanted(layer.error.name) else { return [] }
    let meaning: Prose =
      isLast(layer)
      ? "How the \(.cost) feels the \(.weightedInput)\(.knownAs) the error \(error: layer.error.name)."
      : "The error δ of this layer."
    var blocks: [Block] = [leadToError("The two together.", meaning)]
    guard let cancelled = layer.cancelled else { return blocks + [line(layer.error)] }
    if ledger.printed(chain.costSlope.name, digits: digits) != nil {
      blocks.append(line(layer.error))
    } else {
      blocks.append(.equation(Equation(layer.error.name, [.init(.equals, layer.error.formula)])))
    }
    if let pair = Cancelled(lesson.layers[layer.layer - 1].activation, lesson.cost) {
      blocks.append(.paragraph(isFirst ? wordsOfCancelled(pair) : "Multiplied out:"))
    }
    return blocks + lines(cancelled, layer: layer.layer)
  }

  private mutating func branch(_ branch: Steps.Branch, _ lead: Prose, _ sentence: Prose) -> [Block] {
    guard isWanted(branch.factor.name) || isWanted(branch.product.name) else { return [] }
    var blocks: [Block] = [self.lead(lead, sentence), line(branch.factor)]
    if isWanted(branch.product.name) { blocks.append(line(branch.product)) }
    return blocks
  }

  /// A derivative that no double can hold, and whether what is left of it follows.
  func beyondDouble(_ step: Step, hasShortForm: Bool) -> [Block]? {
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

  mutating func wholeProduct(_ chain: Chain) -> [Block] {
    let line = line(chain.wholeProduct)
    let factors = chain.wholeProduct.formula.names
    let error = chain.links.first.flatMap { $0.cancelled == nil ? nil : $0.error.name }
    let short: Prose = error.map { " (The last factor, \($0), is the short form from above.)" } ?? ""
    var blocks: [Block] = [
      .heading(level: 2, "All the way to the first weight"),
      .paragraph(
        "Written out in full, the derivative of \(steps.cost.name) with respect to the first weight is:\(short)"
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
