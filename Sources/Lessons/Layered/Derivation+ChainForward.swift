import Backprop
import Documents
import Formulas

/// The network, and the forward pass.
extension Derivation {
  var title: String {
    let title = lesson.title ?? ""
    return title.allSatisfy(\.isWhitespace) ? "A worked example" : title
  }

  func introduction() -> [Block] {
    [.heading(level: 1, Prose(stringLiteral: title))]
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
      [Table.Column("layer"), .init("weight")] + (hasBiases ? [.init("bias")] : []) + [
        .init("activation", .left)
      ]
    let rows = layers.map { l -> [Prose] in
      let bias = layout.bias(l, 0).map { given(symbol($0)) } ?? "none"
      return ["\(l)", given(symbol(layout.weight(l, 0, 0)))] + (hasBiases ? [bias] : [])
        + [lesson.layers[l - 1].activation.words.name]
    }
    return [
      .heading(level: 2, "The network"), .chain(picture), .network(networkPicture()),
      .table(Table(columns, rows: rows)),
    ]
  }

  mutating func chainForward() -> [Block] {
    let graph = steps.graph
    let shown = layers.filter {
      isWanted(name(graph.weightedInput($0, 0))) || isWanted(name(graph.activation($0, 0)))
    }
    var blocks = beginning(
      ofForwardPass: shown.isEmpty
        ? nil : remarks(onForwardPass: Words.chainForward(lesson.biases)))
    for l in shown {
      let words: Prose =
        isWanted(name(graph.activation(l, 0)))
        ? "The \(.weightedInput) and the activation:" : "The \(.weightedInput):"
      blocks.append(l == shown.first ? lead("Layer \(l).", words) : .paragraph("\(strong: "Layer \(l).")"))
      blocks += weightedInput(l, 0) + activation(l, 0)
    }
    if isWanted(.symbol(graph.result)) {
      blocks.append(
        lead("The \(.cost).", "One number that compares the output with the target."))
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
      .paragraph("That is no more than rounding leaves of such terms: it counts as 0, right on the kink."),
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
    guard let first = all.first else { return "" }
    let rest: Prose = all.dropFirst().reduce("") { "\($0), and \($1)" }
    return "Here \(first)\(rest)."
  }

  /// What a neuron does, the functions that go by a letter, and how many digits there are.
  func remarks(onForwardPass words: Prose) -> Prose {
    let definitions: Prose = definitions.pieces.isEmpty ? "" : "\(definitions) "
    return "\(words) \(definitions)\(roundingRemark)"
  }

  /// How many digits there are.
  var roundingRemark: Prose {
    if ledger.isInFractions {
      return
        "From the inputs to the \(.gradient) nothing is rounded: the numbers are fractions, and every line is exact."
    }
    return """
      Rounded numbers have \(digits) significant \(digits == 1 ? "digit" : "digits"), or as many more or fewer as the line \
      needs to be correct as printed.
      """
  }

  /// What is printed as 1, or as −1, is not quite; with few digits the neuron need not be saturated for that.
  private func saturation(_ l: Int, _ j: Int) -> [Block] {
    let (graph, words) = (steps.graph, lesson.layers[l - 1].activation.words)
    let (output, z) = (graph.activation(l, j), graph.weightedInput(l, j))
    let a = name(output)
    guard words.steepest != nil, !ledger.isExact(a), let printed = ledger.printed(a, digits: digits),
      printed.value.magnitude == 1, let slope = ledger[graph.factor(of: output, by: z)]
    else { return [] }
    let beginning: Prose = words.isSaturated(atSlope: slope) ? "The neuron is saturated:" : "Here"
    let end = Formula.integer(printed.isNegative ? -1 : 1)
    return [
      .paragraph("\(beginning) \(a) rounds to \(end) in the digits shown, though it never quite gets there.")
    ]
  }

  /// w = 1.2, as the lesson gives it; a weight that was drawn is rounded.
  func given(_ name: Formula) -> Prose { "\(valued(name))" }

  /// The same as a line by itself.
  func valued(_ name: Formula) -> Equation { ledger.valued(name, digits: digits) }
}
