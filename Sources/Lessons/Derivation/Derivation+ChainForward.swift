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

  mutating func forward(_ chain: Chain) -> [Block] {
    let passes = zip(layers, chain.forward).filter {
      isWanted($0.1.weightedInput.name) || isWanted($0.1.activation.name)
    }
    var blocks = beginning(
      ofForwardPass: passes.isEmpty
        ? nil
        : """
        Each neuron weighs what it gets, adds its bias, and puts the sum through its activation. \(definitions)\(roundingRemark)
        """)
    for (l, pass) in passes {
      blocks.append(lead("Layer \(l).", "The \(.weightedInput), then the activation."))
      let (sum, _) = ledger.line(pass.weightedInput, digits: digits)
      blocks.append(.equation(sum))
      if ledger[pass.weightedInput.name] == 0, case .number(let printed) = sum.sides.last?.formula,
        printed.value != 0
      {
        blocks.append(
          .paragraph("That is no more than rounding leaves of such terms: it counts as 0, right on the kink.")
        )
      }
      guard isWanted(pass.activation.name) else { continue }
      blocks.append(line(pass.activation))
      blocks += saturation(pass.activation.name, of: lesson.layers[l - 1].activation)
    }
    if isWanted(steps.cost.name) {
      blocks.append(
        lead("The \(.cost).", "How far the output is from the target, in one number."))
      blocks += lines(steps.cost, layer: lesson.layers.count)
    }
    return blocks
  }

  /// The activation functions that go by a letter, in full.
  var definitions: Prose { definition.map { "Here \($0). " } ?? "" }

  /// The activation function that goes by a letter.
  var definition: Equation? {
    Set(lesson.layers.map(\.activation)).compactMap(\.words.definition).first
  }

  /// How many digits there are.
  var roundingRemark: Prose {
    if ledger.isInFractions {
      return "Nothing is rounded on the way: the numbers are fractions, and every line is exact."
    }
    return """
      Numbers that were rounded show \(digits) \(digits == 1 ? "digit" : "digits"), and more where a line needs them to \
      come out as printed.
      """
  }

  /// What is printed as 1, or as −1, is not quite.
  func saturation(_ name: Formula, of activation: Activation) -> [Block] {
    guard activation.words.saturates, !ledger.isExact(name),
      let printed = ledger.printed(name, digits: digits), printed.value.magnitude == 1
    else { return [] }
    let end = Formula.integer(printed.isNegative ? -1 : 1)
    return [
      .paragraph(
        "The neuron is saturated: \(name) rounds to \(end) in the digits shown, though it never quite gets there."
      )
    ]
  }

  /// w = 1.2, as the lesson gives it; a weight that was drawn is rounded.
  func given(_ name: Formula) -> Prose { "\(valued(name))" }

  /// The same as a line by itself.
  func valued(_ name: Formula) -> Equation {
    let relation: Equation.Relation = ledger.isExact(name) ? .equals : .approximately
    let value = ledger.printed(name, digits: digits)
    return Equation(name, value.map { [.init(relation, .number($0))] } ?? [])
  }
}
