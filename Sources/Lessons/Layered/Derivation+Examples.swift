import Backprop
import Documents
import Formulas

/// What is learned from, and what it costs to be wrong.
extension Derivation {
  func network() -> [Block] {
    letters() + (lesson.isChain ? chainNetwork() : layersNetwork()) + (hasExamples ? examplesTable() : [])
      + [.paragraph(hasExamples ? cost : "\(givens(ofExample: 0)), and \(cost)")]
  }

  /// What to know of them before they are met.
  private func letters() -> [Block] {
    notation.remark(hasExamples: hasExamples).map { [.paragraph($0)] } ?? []
  }

  /// What stands before the lines of ∂C/∂z; a letter for it is introduced where it is first met, be that in a later
  /// example.
  mutating func leadToError(_ what: Prose, _ words: Prose) -> Block {
    let isNew = notation.hasLetterForError && !isErrorKnown
    isErrorKnown = true
    return isNew ? .paragraph("\(strong: what) \(words)") : lead(what, words)
  }

  /// How a pass through the network begins: with the heading, the example that it is of, and what is said of it once.
  func beginning(ofPass name: String, _ words: Prose?) -> [Block] {
    let explanation = words.map { [Block.paragraph($0)] } ?? []
    guard hasExamples else { return [.heading(level: 2, Prose(stringLiteral: name))] + explanation }
    let number = steps.example + 1
    return [.heading(level: 2, Prose(stringLiteral: "Example \(number), \(name.lowercased())"))]
      + (name == "Forward" ? [.paragraph("\(givens(ofExample: steps.example)).")] : [])
      + (isFirst ? explanation : [])
  }

  /// How the forward pass begins, with the inputs that were asked for; `words` are `nil` where nothing is computed.
  func beginning(ofForwardPass words: Prose?) -> [Block] {
    let inputs = askedInputs
    if words == nil, inputs.isEmpty { return [] }
    guard !inputs.isEmpty else { return beginning(ofPass: "Forward", words) }
    let subject: Prose = inputs.count == 1 ? "The input." : "The inputs."
    return beginning(ofPass: "Forward", words)
      + [
        .paragraph(
          "\(strong: subject) The lesson gives \(inputs.count == 1 ? "it" : "them"), so there is nothing to derive."
        )
      ]
      + inputs.map { .equation(valued($0)) }
  }

  /// The inputs of the example that is being written that were asked for by name.
  private var askedInputs: [Formula] {
    let inputs = work.targets.compactMap { target in
      if case .quantity(let id, steps.example) = target, id < work.result.layout.weightedInput(1, 0) {
        id
      } else {
        nil
      }
    }
    return inputs.sorted().map(symbol)
  }

  func givens(ofExample x: Int) -> Prose {
    let layout = work.result.layout
    let inputs = (0..<layout.widths[0]).map {
      Formula.symbol(layout.symbol(layout.activation(0, $0), example: x))
    }
    let targets = (0..<(layout.widths.last ?? 0)).map { Formula.symbol(layout.target($0, example: x)) }
    return """
      The \(inputs.count == 1 ? "input is" : "inputs are") \(list(inputs)), the \
      \(targets.count == 1 ? "target" : "targets") \(list(targets))
      """
  }

  /// The first few of them, as they are given.
  private func list(_ names: [Formula]) -> Prose {
    let shown = names.prefix(Self.widestTable).map(given)
    let list = shown.dropFirst().reduce(shown.first ?? "") { "\($0), \($1)" }
    return names.count > shown.count ? "\(list) and \(names.count - shown.count) more" : list
  }

  /// What an example costs, and what all of it does.
  private var cost: Prose {
    let name: Prose = "\(lesson.cost.rule.name)\(lesson.targets.words)"
    let c = Formula.symbol(steps.graph.result)
    let formula: Prose =
      lesson.isChain ? ", \(Equation(c, [.init(.equals, steps.cost.formula)]))" : ""
    let which: Prose = lesson.isChain ? " for example \(steps.example + 1)" : ""
    guard work.result.layout.costHasParts else { return "the \(.cost) is \(name)\(formula)." }
    let whole = Formula.symbol(work.cost)
    let penalty: Prose =
      self.whole?.graph.penaltyName.map { ", plus a penalty \($0) on the weights" } ?? ""
    guard hasExamples else {
      return
        "the \(.cost) of this example, \(c), is \(name)\(formula). The \(.cost) \(whole) is that\(penalty)."
    }
    let count = work.result.layout.exampleCount
    let derived: Prose =
      examples.count == count || wanted != nil && !isSummary
      ? ""
      : " Of the \(count) examples, \(examples.count == 1 ? "number \(steps.example + 1) is" : "\(examples.count) are") derived here; the option --example names any other."
    return """
      The \(.cost) of one example is \(name)\(formula)\(which), and the \(.cost) \(whole) is the mean \
      over \(count == 2 ? "both" : "all \(count)")\(penalty). Under the heading of an example, the neurons and the target are those of that example.\(derived)
      """
  }

  private func examplesTable() -> [Block] {
    let layout = work.result.layout
    let (inputs, outputs) = (layout.widths[0], layout.widths.last ?? 0)
    guard inputs + outputs <= 2 * Self.widestTable else { return [] }
    let shown = lesson.examples.prefix(LongSums.mostTerms)
    let columns =
      [Table.Column("example")]
      + (0..<inputs).map { .init("\(.symbol(layout.symbol(layout.activation(0, $0), example: nil)))") }
      + (0..<outputs).map { .init("\(.symbol(layout.target($0, example: nil)))") }
    let rows = shown.enumerated().map { x, example -> [Prose] in
      ["\(x + 1)"] + (example.inputs + example.targets).map { "\(Formula.number($0))" }
    }
    let more = lesson.examples.count - shown.count
    return [
      .paragraph(
        "\(strong: more > 0 ? "The first \(shown.count) of the \(lesson.examples.count) examples" : "The examples"):"
      ),
      .table(Table(columns, rows: rows)),
    ]
  }
}
