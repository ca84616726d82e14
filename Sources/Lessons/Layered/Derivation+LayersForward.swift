import Backprop
import Documents
import Formulas

/// Layers of neurons: the network, and the forward pass.
extension Derivation {
  /// So many numbers stand in a row of the table of the network.
  static let widestTable = 8
  /// In wider tables the weights stand without their names.
  private static let widestNamed = 4

  func layersNetwork() -> [Block] {
    let layout = work.result.layout
    var blocks: [Block] = [
      .heading(level: 2, say(HeadingPhrase.network)),
      .paragraph(say(NetworkPhrase.shape(layout.widths))), .network(networkPicture()),
    ]
    for l in layers {
      let (activation, isDrawn) = (lesson.layers[l - 1].activation, lesson.layers[l - 1].weights.areDrawn)
      let (inputs, neurons) = (layout.widths[l - 1], layout.widths[l])
      if inputs <= Self.widestTable, neurons <= 2 * Self.widestTable {
        blocks += [
          .paragraph(say(NetworkPhrase.layer(l, activation, output(l), isDrawn: isDrawn))),
          .table(table(ofLayer: l)),
        ]
      } else {
        blocks.append(
          .paragraph(
            say(
              NetworkPhrase.largeLayer(
                l, activation, output(l), neurons: neurons, inputs: inputs, isDrawn: isDrawn))))
      }
      blocks += outputBlocks(l)
    }
    return blocks
  }

  func output(_ l: Int) -> LayerOutput { lesson.layers[l - 1].output }

  /// What a layer computes, by its name.
  func kind(_ l: Int) -> Prose {
    "\(say(ActivationPhrase.name(lesson.layers[l - 1].activation)))\(say(OutputPhrase.kind(output(l))))"
  }

  /// What becomes of f(z) in a layer.
  func outputBlocks(_ l: Int) -> [Block] {
    let z = Formula.symbol(Symbol(.weightedInput))
    let f = lesson.layers[l - 1].activation.rule.activations([z])[0].value
    let before = lesson.layers.prefix(l - 1).map(\.output)
    let dropout = output(l).dropout.map {
      OutputPhrase.dropout($0, of: f, isFirst: before.allSatisfy { $0.dropout == nil })
    }
    let skip = output(l).hasSkip ? OutputPhrase.skip(isFirst: !before.contains(where: \.hasSkip)) : nil
    return [dropout, skip].compactMap { $0 }.map { .paragraph(say($0)) }
  }

  private func table(ofLayer l: Int) -> Table {
    let layout = work.result.layout
    let hasBiases = layout.bias(l, 0) != nil
    let before = (0..<layout.widths[l - 1]).map {
      column(.from(symbol(layout.activation(l - 1, $0))))
    }
    let rows = (0..<layout.widths[l]).map { j -> [Prose] in
      let weights = (0..<layout.widths[l - 1]).map { k -> Prose in
        let name = symbol(layout.weight(l, j, k))
        return layout.widths[l - 1] <= Self.widestNamed ? given(name) : number(name)
      }
      return ["\(symbol(layout.weightedInput(l, j)))"] + weights
        + (layout.bias(l, j).map { [given(symbol($0))] } ?? [])
    }
    return Table([column(.into, .left)] + before + (hasBiases ? [column(.bias)] : []), rows: rows)
  }

  private func number(_ name: Formula) -> Prose {
    ledger.number(name, digits: givenDigits).map { "\($0)" } ?? ""
  }

  mutating func layersForward() -> [Block] {
    var blocks: [Block] = []
    let graph = steps.graph
    for l in layers {
      let shown = (0..<graph.layout.widths[l]).filter {
        isWanted(name(graph.weightedInput(l, $0))) || isWanted(name(graph.activation(l, $0)))
      }
      guard !shown.isEmpty else { continue }
      blocks.append(.heading(level: 3, say(HeadingPhrase.layer(l))))
      blocks += otherTerms(of: .value(graph.weightedInput(l, 0)))
      let isSoftmax = lesson.layers[l - 1].activation == .softmax
      for j in shown {
        blocks += weightedInput(l, j)
        if !isSoftmax { blocks += activation(l, j) }
      }
      if isSoftmax {
        blocks.append(.paragraph(say(ForwardPhrase.softmax)))
        let shares = shown.map { graph.activation(l, $0) }.filter { isWanted(name($0)) }
        blocks += shares.map { line(steps.value(of: $0)) }
      }
    }
    if isWanted(.symbol(graph.result)) {
      blocks +=
        [.heading(level: 3, say(HeadingPhrase.cost))] + otherTerms(of: .value(graph.exampleCost()))
        + lines(steps.cost, layer: layers.upperBound)
    }
    return beginning(
      ofForwardPass: blocks.isEmpty
        ? nil : remarks(onForwardPass: .layers(lesson.biases))) + blocks
  }

  /// How much of these sums is not written out, if they are long.
  func otherTerms(of kind: Graph.Step.Kind) -> [Block] {
    guard let terms = steps.otherCount(of: kind) else { return [] }
    var hasBias = false
    if case .value(let id) = kind, let layer = steps.graph.symbol(of: id).layer {
      hasBias = work.result.layout.bias(layer, 0) != nil
    }
    return [.paragraph(say(ForwardPhrase.otherTerms(terms, hasBias: hasBias)))]
  }
}
