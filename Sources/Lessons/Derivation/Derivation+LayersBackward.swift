import Backprop
import Documents
import Formulas

/// Layers of neurons: the backward pass.
extension Derivation {
  mutating func layersBackward() -> [Block] {
    var blocks: [Block] = []
    for layer in steps.backward { blocks += backward(layer) }
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

  private mutating func backward(_ layer: Steps.Layer) -> [Block] {
    let l = layer.layer
    var blocks: [Block] = []
    if l == lesson.layers.count {
      let shown = steps.costSlopes.enumerated().filter { isWanted($0.element.name) }
      if !shown.isEmpty {
        blocks.append(
          lead("How the \(.cost) feels each output.", lesson.cost.wordsOfSlope))
        for (j, step) in shown {
          blocks +=
            beyondDouble(step, hasShortForm: layer.neurons.contains { isWanted($0.error.name) })
            ?? lines(step, layer: l, neuron: j)
        }
      }
    }
    blocks += slopes(layer)
    blocks += errors(layer)
    blocks += parameters(layer)
    blocks += passedOn(layer)
    return blocks.isEmpty ? [] : [.heading(level: 3, "Layer \(l)")] + blocks
  }

  private mutating func slopes(_ layer: Steps.Layer) -> [Block] {
    let activation = lesson.layers[layer.layer - 1].activation
    var blocks: [Block] = []
    for (j, neuron) in layer.neurons.enumerated() {
      for slope in neuron.slopes where isWanted(slope.name) {
        blocks += lines(slope, layer: layer.layer, neuron: j)
        let z = symbol(work.result.layout.weightedInput(layer.layer, j))
        if neuron.cancelled == nil, let value = ledger[slope.name], let at = ledger[z],
          let remark = activation.words.remark(slope: value, z: at, name: z)
        {
          blocks.append(.paragraph(remark))
        }
      }
    }
    guard !blocks.isEmpty else { return [] }
    let z = symbol(work.result.layout.weightedInput(layer.layer, 0))
    return [
      lead("How the activations feel their \(.weightedInputs).", activation.words.slope(at: z))
    ] + blocks
  }

  private mutating func errors(_ layer: Steps.Layer) -> [Block] {
    var blocks: [Block] = []
    for neuron in layer.neurons where isWanted(neuron.error.name) {
      let isBeyond = neuron.error.formula.names.contains { ledger.printed($0, digits: digits) == nil }
      blocks.append(
        isBeyond
          ? .equation(Equation(neuron.error.name, [.init(.equals, neuron.error.formula)]))
          : line(neuron.error))
    }
    guard let error = layer.neurons.map(\.error.name).first(where: isWanted) else { return [] }
    let last = lesson.layers[layer.layer - 1].activation
    if layer.layer == lesson.layers.count, let pair = Cancelled(last, lesson.cost) {
      blocks.append(.paragraph(isFirst ? wordsOfCancelled(pair) : "Multiplied out:"))
      for (j, neuron) in layer.neurons.enumerated() where isWanted(neuron.error.name) {
        if let cancelled = neuron.cancelled { blocks += lines(cancelled, layer: layer.layer, neuron: j) }
      }
      let shown = layer.neurons.indices.filter { isWanted(layer.neurons[$0].error.name) }
      if pair == .softmax, targetsAddUpToOne, let j = shown.first {
        let layout = work.result.layout
        let difference = symbol(layout.activation(layer.layer, j)) - .symbol(layout.target(j, example: nil))
        blocks.append(
          .paragraph(
            shown.count == 1
              ? "The targets add up to 1 here, so this is \(difference)."
              : "The targets add up to 1 here, so each of these is \(difference), with its own index."))
      }
    }
    return [
      leadToError("The errors.", "How the \(.cost) feels each \(.weightedInput)\(.knownAs) \(error: error).")
    ] + blocks
  }

  private var targetsAddUpToOne: Bool {
    Rational.total(lesson.examples[steps.example].targets.map { Rational($0) }) == Rational(1)
  }

  private mutating func parameters(_ layer: Steps.Layer) -> [Block] {
    var (weights, biases): ([Block], [Block]) = ([], [])
    let inputs = givenInputs(of: layer)
    var alike: [WeightLines.Neuron] = []
    for (j, neuron) in layer.neurons.enumerated() {
      if inputs != nil, let lines = weightLines(neuron, layer.layer, j) {
        alike.append(lines)
      } else {
        weights += family(alike, layer.layer, inputs)
        alike = []
        for branch in neuron.weights { weights += lines(of: branch) }
      }
      if let bias = neuron.bias { biases += lines(of: bias) }
    }
    weights += family(alike, layer.layer, inputs)
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

  private mutating func lines(of branch: Steps.Branch) -> [Block] {
    var blocks: [Block] = []
    if isWanted(branch.factor.name) { blocks.append(line(branch.factor)) }
    if isWanted(branch.product.name) { blocks.append(line(branch.product)) }
    return blocks
  }

  private mutating func passedOn(_ layer: Steps.Layer) -> [Block] {
    guard layer.layer > 1 || wanted != nil else { return [] }
    var blocks: [Block] = []
    let isWhole = layer.passed.contains { isWanted($0.sum.name) }
    for passed in layer.passed {
      for factor in passed.factors where isWanted(factor.name) { blocks.append(line(factor)) }
      if isWanted(passed.sum.name) { blocks.append(line(passed.sum)) }
    }
    guard !blocks.isEmpty else { return [] }
    guard isWhole else {
      return [
        lead(
          "How each \(.weightedInput) changes with the activations before it.",
          "The local gradient is the weight between the two neurons.")
      ] + blocks
    }
    let count = layer.neurons.count
    let words: Prose =
      count == 1
      ? "Each of its neurons reaches the \(.cost) through the one neuron here."
      : "Each of its neurons reaches the \(.cost) through all \(count) neurons here: one product for each, and then their sum."
    return [lead("Back to the layer before.", words)]
      + otherTerms(layer.passed.first?.sum) + blocks
  }
}
