import Backprop
import Documents
import Formulas

/// Layers of neurons: the backward pass.
extension Derivation {
  mutating func layersBackward() -> [Block] {
    var blocks: [Block] = []
    for l in layers.reversed() { blocks += backward(l) }
    guard !blocks.isEmpty else { return [] }
    let hasSeveralPaths = lesson.layers.dropFirst().contains { $0.weights.count > 1 }
    let news: Prose =
      hasSeveralPaths
      ? "A neuron feeds every neuron of the next layer: if there are several, it influences the \(.cost) along several paths. Along each path the factors are multiplied; the derivative is the sum over the paths."
      : "Each factor is a local gradient: the change of one quantity per unit of a small change of another. Along a path the factors are multiplied."
    return beginning(
      ofPass: "Backward", "The backward pass goes from the \(.cost) back through the layers. \(news)")
      + blocks
  }

  private mutating func backward(_ l: Int) -> [Block] {
    var blocks: [Block] = []
    if l == layers.upperBound {
      let (a, z) = (steps.graph.activations(l), steps.graph.weightedInputs(l))
      let shown = a.enumerated().filter { isWanted(derivativeBy: $0.element) }
      if !shown.isEmpty {
        blocks.append(lead("How the \(.cost) feels each output.", lesson.cost.rule.slopeWords))
      }
      let hasShortForm = z.contains { isWanted(derivativeBy: $0) }
      for (j, output) in shown {
        guard let step = steps.backward(to: output).total else { continue }
        blocks += beyondDouble(step, hasShortForm: hasShortForm) ?? lines(step, layer: l, neuron: j)
      }
    }
    blocks += slopes(l)
    blocks += errors(l)
    blocks += parameters(l)
    blocks += passedOn(l)
    return blocks.isEmpty ? [] : [.heading(level: 3, "Layer \(l)")] + blocks
  }

  private mutating func slopes(_ l: Int) -> [Block] {
    var blocks: [Block] = []
    let graph = steps.graph
    for (j, z) in graph.weightedInputs(l).enumerated() {
      for a in graph.fed(by: z) where isWanted(a, by: z) {
        guard let slope = steps.step(.factor(of: a, by: z)) else { continue }
        blocks += lines(slope, layer: l, neuron: j) + remark(on: slope, at: z, layer: l)
      }
    }
    guard !blocks.isEmpty else { return [] }
    let words = lesson.layers[l - 1].activation.words
    return [
      lead(
        "How the activations feel their \(.weightedInputs).", words.slope(at: name(graph.weightedInput(l, 0)))
      )
    ] + blocks
  }

  private mutating func errors(_ l: Int) -> [Block] {
    let shown = steps.graph.weightedInputs(l).enumerated().filter { isWanted(derivativeBy: $0.element) }
    guard let first = shown.first else { return [] }
    var blocks = shown.compactMap { steps.backward(to: $0.element).total }.map { errorLine($0) }
    if l == layers.upperBound, let pair = steps.graph.cancelled {
      blocks.append(.paragraph(isFirst ? wordsOfCancelled(pair) : "Multiplied out:"))
      for (j, z) in shown {
        if let cancelled = steps.shortcut(to: z) { blocks += lines(cancelled, layer: l, neuron: j) }
      }
      if pair == .softmax, targetsAddUpToOne {
        let layout = work.result.layout
        let difference =
          symbol(layout.activation(l, first.offset)) - .symbol(layout.target(first.offset, example: nil))
        blocks.append(
          .paragraph(
            shown.count == 1
              ? "The targets add up to 1 here, so this is \(difference)."
              : "The targets add up to 1 here, so each of these is \(difference), with its own index."))
      }
    }
    let error = steps.graph.derivative(by: first.element)
    return [
      leadToError("The errors.", "How the \(.cost) feels each \(.weightedInput)\(.knownAs) \(error: error).")
    ] + blocks
  }

  private var targetsAddUpToOne: Bool {
    Rational.total(lesson.examples[steps.example].targets.map { Rational($0) }) == Rational(1)
  }

  private mutating func parameters(_ l: Int) -> [Block] {
    var (weights, biases): ([Block], [Block]) = ([], [])
    let layout = work.result.layout
    let inputs = givenInputs(ofLayer: l)
    var alike: [WeightLines.Neuron] = []
    for j in 0..<layout.widths[l] {
      if inputs != nil, let lines = weightLines(l, j) {
        alike.append(lines)
      } else {
        weights += family(alike, l, inputs)
        alike = []
        for k in 0..<layout.widths[l - 1] { weights += lines(backTo: layout.weight(l, j, k)) }
      }
      if let bias = layout.bias(l, j) { biases += lines(backTo: bias) }
    }
    weights += family(alike, l, inputs)
    if !weights.isEmpty {
      weights.insert(
        lead(
          "The weights.",
          "A weight moves its neuron's \(.weightedInput) as much as the neuron that it comes from is active."),
        at: 0)
    }
    if !biases.isEmpty {
      biases.insert(
        lead("The biases.", "A bias counts in full, so its derivative is the error."), at: 0)
    }
    return weights + biases
  }

  private mutating func passedOn(_ l: Int) -> [Block] {
    guard l > 1 || wanted != nil else { return [] }
    let below = steps.graph.activations(l - 1)
    let isWhole = below.contains { isWanted(derivativeBy: $0) }
    let blocks = below.flatMap { lines(backTo: $0) }
    guard !blocks.isEmpty else { return [] }
    guard isWhole else {
      return [
        lead(
          "How each \(.weightedInput) changes with the activations before it.",
          "The local gradient is the weight between the two neurons.")
      ] + blocks
    }
    let count = steps.graph.layout.widths[l]
    let words: Prose =
      count == 1
      ? "Each of its neurons reaches the \(.cost) through the one neuron here."
      : "Each of its neurons reaches the \(.cost) through all \(count) neurons here: one product for each, and then their sum."
    return [lead("Back to the layer before.", words)]
      + otherTerms(of: .total(steps.graph.activation(l - 1, 0))) + blocks
  }
}
