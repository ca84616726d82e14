import Backprop
import Documents
import Formulas

/// The network, and the forward pass.
extension Derivation {
  private var title: String? {
    let title = lesson.title ?? ""
    return title.allSatisfy(\.isWhitespace) ? nil : title
  }

  /// What stands above the document.
  var heading: Prose { title.map { "\($0)" } ?? say(HeadingPhrase.untitled) }

  func introduction() -> [Block] {
    [.heading(level: 1, heading)]
      + Summary.paragraphs(lesson.summary ?? "").map(Block.paragraph)
  }

  func chainNetwork() -> [Block] {
    let layout = work.result.layout
    let picture = ChainPicture(
      [ChainPicture.Neuron(symbol(layout.activation(0, 0)))]
        + layers.map { l in
          ChainPicture.Neuron(
            symbol(layout.activation(l, 0)), weight: symbol(layout.weight(l, 0, 0)),
            below: layout.bias(l, 0).map(symbol))
        } + [ChainPicture.Neuron(.symbol(work.cost), below: .symbol(layout.target(0, example: nil)))])
    let hasBiases = layers.contains { layout.bias($0, 0) != nil }
    let columns =
      [column(.layer), column(.weight)] + (hasBiases ? [column(.bias)] : []) + [column(.activation, .left)]
    let rows = layers.map { l -> [Prose] in
      let bias = layout.bias(l, 0).map { given(symbol($0)) } ?? say(NetworkPhrase.noBias)
      return ["\(l)", given(symbol(layout.weight(l, 0, 0)))] + (hasBiases ? [bias] : [])
        + [kind(l)]
    }
    return [
      .heading(level: 2, say(HeadingPhrase.network)), .chain(picture), .network(networkPicture()),
      .table(Table(columns, rows: rows)),
    ] + layers.flatMap(outputBlocks)
  }

  mutating func chainForward() -> [Block] {
    let graph = steps.graph
    let shown = layers.filter {
      isWanted(name(graph.weightedInput($0, 0))) || isWanted(name(graph.activation($0, 0)))
    }
    var blocks = beginning(
      ofForwardPass: shown.isEmpty
        ? nil : remarks(onForwardPass: .chain(lesson.biases)))
    for l in shown {
      let words = ForwardPhrase.valuesOfLayer(hasActivation: isWanted(name(graph.activation(l, 0))))
      let head = ForwardPhrase.layer(l)
      blocks.append(l == shown.first ? lead(head, words) : .paragraph("\(strong: say(head))"))
      blocks += weightedInput(l, 0) + activation(l, 0)
    }
    if isWanted(.symbol(graph.result)) {
      blocks.append(lead(ForwardPhrase.cost, ForwardPhrase.costCompares))
      blocks += lines(steps.cost, layer: layers.upperBound)
    }
    return blocks
  }

  /// The line of z, and what is left of a sum that counts as 0.
  mutating func weightedInput(_ l: Int, _ j: Int) -> [Block] {
    let step = steps.value(of: steps.graph.weightedInput(l, j))
    let (sum, _) = ledger.line(step, digits: digits)
    guard ledger[step.name] == 0, case .number(let printed) = sum.sides.last?.formula,
      printed.value != 0
    else { return [.equation(sum)] }
    return [
      .equation(sum),
      .paragraph(say(ForwardPhrase.roundingErrorOnly)),
    ]
  }

  /// The line of a, if it is wanted, and what there is to say of its digits.
  mutating func activation(_ l: Int, _ j: Int) -> [Block] {
    let step = steps.value(of: steps.graph.activation(l, j))
    return isWanted(step.name) ? [line(step)] + saturation(l, j) : []
  }

  /// The activation functions that go by a letter, in full.
  var definitions: Prose {
    var all: [Equation] = []
    for equation in lesson.layers.flatMap(\.activation.words.definitions) where !all.contains(equation) {
      all.append(equation)
    }
    return say(ForwardPhrase.definitions(all))
  }

  /// What a neuron does, the functions that go by a letter, and how many digits there are.
  func remarks(onForwardPass words: ForwardPhrase) -> Prose {
    let rounding = ledger.isInFractions ? ForwardPhrase.fractions : .rounding(digits: digits)
    return Prose.sentences([say(words), definitions, say(rounding)])
  }

  /// A column of a table.
  func column(_ phrase: ColumnPhrase, _ alignment: Table.Alignment = .right) -> Table.Column {
    .init(say(phrase), alignment)
  }

  /// What is printed as 1, or as −1, is not quite; with few digits the neuron need not be saturated for that.
  private func saturation(_ l: Int, _ j: Int) -> [Block] {
    let (graph, words) = (steps.graph, lesson.layers[l - 1].activation.words)
    let (output, z) = (graph.activation(l, j), graph.weightedInput(l, j))
    let a = name(output)
    guard words.steepest != nil, lesson.layers[l - 1].output.isPlain, !ledger.isExact(a),
      let printed = ledger.printed(a, digits: digits),
      printed.value.magnitude == 1, let slope = ledger[graph.factor(of: output, by: z)]
    else { return [] }
    let end = Formula.integer(printed.isNegative ? -1 : 1)
    let isSaturated = words.isSaturated(atSlope: slope)
    return [.paragraph(say(ForwardPhrase.printedAsEnd(a, end: end, isSaturated: isSaturated)))]
  }

  /// w = 1.2, as the lesson gives it; a weight that was drawn is rounded.
  func given(_ name: Formula) -> Prose { "\(ledger.valued(name, digits: givenDigits))" }

  /// The same as a line by itself.
  func valued(_ name: Formula) -> Equation { ledger.valued(name, digits: digits) }
}
