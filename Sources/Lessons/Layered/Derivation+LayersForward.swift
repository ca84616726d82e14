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
    let shape = layout.widths.map(String.init).joined(separator: "-")
    var blocks: [Block] = [
      .heading(level: 2, "The network"),
      .paragraph(
        """
        A \(shape) network: \(layout.widths.first == 1 ? "one input" : "\(layout.widths.first ?? 0) inputs"), then \(lesson.layers.count == 1 ? "one layer" : "\(lesson.layers.count) layers"). \
        The first index of a weight is the neuron that it leads to, the second the one that it comes from.
        """), .network(networkPicture()),
    ]
    for l in layers {
      let activation = lesson.layers[l - 1].activation.words.name
      let (inputs, neurons) = (layout.widths[l - 1], layout.widths[l])
      if inputs <= Self.widestTable, neurons <= 2 * Self.widestTable {
        blocks += [
          .paragraph("\(strong: "Layer \(l)"), \(activation)\(drawn(l)):"), .table(table(ofLayer: l)),
        ]
      } else {
        blocks.append(
          .paragraph(
            "\(strong: "Layer \(l)"), \(activation): \(neurons) neurons, with \(inputs) weights into each\(drawn(l))."
          ))
      }
    }
    return blocks
  }

  private func drawn(_ l: Int) -> Prose {
    lesson.layers[l - 1].weights.areDrawn ? ", drawn at random from the lesson's seed" : ""
  }

  private func table(ofLayer l: Int) -> Table {
    let layout = work.result.layout
    let hasBiases = layout.bias(l, 0) != nil
    let before = (0..<layout.widths[l - 1]).map {
      Table.Column("from \(symbol(layout.activation(l - 1, $0)))")
    }
    let rows = (0..<layout.widths[l]).map { j -> [Prose] in
      let weights = (0..<layout.widths[l - 1]).map { k -> Prose in
        let name = symbol(layout.weight(l, j, k))
        return layout.widths[l - 1] <= Self.widestNamed ? given(name) : number(name)
      }
      return ["\(symbol(layout.weightedInput(l, j)))"] + weights
        + (layout.bias(l, j).map { [given(symbol($0))] } ?? [])
    }
    return Table([.init("into", .left)] + before + (hasBiases ? [.init("bias")] : []), rows: rows)
  }

  private func number(_ name: Formula) -> Prose {
    ledger.printed(name, digits: digits).map { "\(Formula.number($0))" } ?? ""
  }

  mutating func layersForward() -> [Block] {
    var blocks: [Block] = []
    let graph = steps.graph
    for l in layers {
      let shown = (0..<graph.layout.widths[l]).filter {
        isWanted(name(graph.weightedInput(l, $0))) || isWanted(name(graph.activation(l, $0)))
      }
      guard !shown.isEmpty else { continue }
      blocks.append(.heading(level: 3, "Layer \(l)"))
      blocks += otherTerms(of: .value(graph.weightedInput(l, 0)))
      let isSoftmax = lesson.layers[l - 1].activation == .softmax
      for j in shown {
        blocks += weightedInput(l, j)
        if !isSoftmax { blocks += activation(l, j) }
      }
      if isSoftmax {
        blocks.append(
          .paragraph("The softmax gives each neuron its share of the whole: all shares add up to 1."))
        let shares = shown.map { graph.activation(l, $0) }.filter { isWanted(name($0)) }
        blocks += shares.map { line(steps.value(of: $0)) }
      }
    }
    if isWanted(.symbol(graph.result)) {
      blocks +=
        [.heading(level: 3, "The \(.cost)")] + otherTerms(of: .value(graph.exampleCost()))
        + lines(steps.cost, layer: layers.upperBound)
    }
    return beginning(
      ofForwardPass: blocks.isEmpty
        ? nil : remarks(onForwardPass: Words.layersForward(lesson.biases))) + blocks
  }

  /// How much of these sums is not written out, if they are long.
  func otherTerms(of kind: Graph.Step.Kind) -> [Block] {
    guard let terms = steps.otherCount(of: kind) else { return [] }
    var bias: Prose = ""
    if case .value(let id) = kind, let layer = steps.graph.symbol(of: id).layer,
      work.result.layout.bias(layer, 0) != nil
    {
      bias = ", the bias among them,"
    }
    return [
      .paragraph(
        "(These sums are long: the last number is what the other \(terms) terms\(bias) make together.)")
    ]
  }
}
