import Backprop
import Documents
import Formulas

/// Layers of neurons: the backward pass.
extension Derivation {
  mutating func layersBackward() -> [Block] {
    var blocks: [Block] = []
    for l in layers.reversed() { blocks += backward(l) }
    guard !blocks.isEmpty else { return [] }
    let hasSeveralPaths = lesson.layers.dropFirst().contains { $0.weights.count > 1 || $0.output.hasSkip }
    return beginning(
      ofPass: .backwardPass(example: exampleNumber),
      say(BackwardPhrase.layers(hasSeveralPaths: hasSeveralPaths))) + blocks
  }

  private mutating func backward(_ l: Int) -> [Block] {
    var blocks: [Block] = []
    if l == layers.upperBound {
      let (a, z) = (steps.graph.activations(l), steps.graph.weightedInputs(l))
      let shown = a.enumerated().filter { isWanted(derivativeBy: $0.element) }
      if !shown.isEmpty {
        blocks.append(lead(.costWithOutput(count: a.count), CostPhrase.slope(lesson.cost)))
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
    return blocks.isEmpty ? [] : [.heading(level: 3, say(HeadingPhrase.layer(l)))] + blocks
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
    let activation = lesson.layers[l - 1].activation
    let isAlone = graph.layout.widths[l] == 1
    let words: ActivationPhrase =
      isSaid(activation, above: l)
      ? .sameSlope(activation) : .slope(activation, at: name(graph.weightedInput(l, 0)), isAlone: isAlone)
    return [
      lead(
        isAlone ? .activationWithInput : .activationsWithInputs(isSoftmax: activation == .softmax), words,
        output(l).slopePhrase)
    ] + blocks
  }

  /// Whether the slope of this activation function was explained for the layer above.
  private func isSaid(_ activation: Activation, above l: Int) -> Bool {
    guard l < layers.upperBound, activation != .softmax, lesson.layers[l].activation == activation else {
      return false
    }
    return steps.graph.weightedInputs(l + 1).contains { z in
      steps.graph.fed(by: z).contains { isWanted($0, by: z) }
    }
  }

  private mutating func errors(_ l: Int) -> [Block] {
    let shown = steps.graph.weightedInputs(l).enumerated().filter { isWanted(derivativeBy: $0.element) }
    guard let first = shown.first else { return [] }
    var blocks = shown.compactMap { steps.backward(to: $0.element).total }.map { errorLine($0) }
    if l == layers.upperBound, let pair = steps.graph.cancelled {
      blocks.append(.paragraph(say(isFirst ? phraseOfCancelled(pair) : .shortForm)))
      for (j, z) in shown {
        if let cancelled = steps.shortcut(to: z) { blocks += lines(cancelled, layer: l, neuron: j) }
      }
      if pair == .softmax, targetsAddUpToOne {
        let layout = work.result.layout
        let difference =
          symbol(layout.activation(l, first.offset)) - .symbol(layout.target(first.offset, example: nil))
        blocks.append(.paragraph(say(BackwardPhrase.targetsAddUp(difference, count: shown.count))))
      }
    }
    let error = steps.graph.derivative(by: first.element)
    let isSoftmax = lesson.layers[l - 1].activation == .softmax && steps.graph.layout.widths[l] > 1
    let words = inFull(.error, .errorsOfLayer(error, isSoftmax: isSoftmax), again: .errorOfLayer)
    return [leadToError(.errors(shown.count), words)] + blocks
  }

  private var targetsAddUpToOne: Bool {
    Rational.total(lesson.examples[steps.example].targets.map { Rational($0) }) == Rational(1)
  }

  private mutating func parameters(_ l: Int) -> [Block] {
    var (weights, biases): ([Block], [Block]) = ([], [])
    let layout = work.result.layout
    let inputs = givenInputs(ofLayer: l)
    var alike: [WeightLines.Neuron] = []
    var neurons = 0
    for j in 0..<layout.widths[l] {
      if inputs != nil, let lines = weightLines(l, j) {
        alike.append(lines)
      } else {
        weights += family(alike, l, inputs)
        alike = []
        for k in 0..<layout.widths[l - 1] { weights += lines(backTo: layout.weight(l, j, k)) }
      }
      if let bias = layout.bias(l, j) {
        let own = lines(backTo: bias)
        biases += own
        neurons += own.isEmpty ? 0 : 1
      }
    }
    weights += family(alike, l, inputs)
    if !weights.isEmpty {
      weights.insert(lead(.weights, inFull(.weights, .weights, again: .weightsAgain)), at: 0)
    }
    if !biases.isEmpty {
      biases.insert(lead(.biases(neurons), inFull(.bias, .biases, again: .biasesAgain)), at: 0)
    }
    return weights + biases
  }

  private mutating func passedOn(_ l: Int) -> [Block] {
    guard l > 1 || wanted != nil else { return [] }
    let below = steps.graph.activations(l - 1)
    let isWhole = below.contains { isWanted(derivativeBy: $0) }
    let blocks = below.flatMap { lines(backTo: $0) }
    guard !blocks.isEmpty else { return [] }
    guard isWhole else { return [lead(.inputsWithActivations, BackwardPhrase.weightBetween)] + blocks }
    let words = BackwardPhrase.layerBefore(
      layer: l, neurons: steps.graph.layout.widths[l], hasSkip: output(l).hasSkip)
    return [lead(.layerBefore(l), words)]
      + otherTerms(of: .total(steps.graph.activation(l - 1, 0))) + blocks
  }
}
