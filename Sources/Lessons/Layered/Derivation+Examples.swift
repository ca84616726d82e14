import Backprop
import Documents
import Formulas

/// What is learned from, and what it costs to be wrong.
extension Derivation {
  func network() -> [Block] {
    letters() + (lesson.isChain ? chainNetwork() : layersNetwork()) + (hasExamples ? examplesTable() : [])
      + [.paragraph(Prose.sentences(cost.map(say)))] + roundedGivens.map { .paragraph(say($0)) }
  }

  /// What is said of numbers that are not shown in full.
  private var roundedGivens: [NetworkPhrase] {
    guard !ledger.isInFractions else { return [] }
    func isLong(_ numbers: [Numeral]) -> Bool { numbers.contains { !$0.isShownWhole(digits: digits) } }
    let isAnyRounded =
      lesson.examples.contains { isLong($0.inputs) || isLong($0.targets) }
      || lesson.layers.contains { layer in
        isLong(layer.biases ?? [])
          || !layer.weights.areDrawn && (0..<layer.weights.count).contains { isLong(layer.weights[$0]) }
      }
    return isAnyRounded ? [.roundedGivens(Numeral.mostShown(besides: digits))] : []
  }

  /// What to know of them before they are met.
  private func letters() -> [Block] {
    let remark: NetworkPhrase? =
      switch notation.alphabet {
      case .threeBlueOneBrown: nil
      case .nielsen: .notationOfNielsen(hasExamples: hasExamples && lesson.reduction == .mean)
      case .slides:
        .notationOfSlides(
          weightedInput: .symbol(Symbol(.weightedInput)), activation: .symbol(Symbol(.activation)))
      }
    return remark.map { [.paragraph(say($0))] } ?? []
  }

  /// What stands before the lines of ∂C/∂z; a letter for it is introduced where it is first met, be that in a later
  /// example.
  mutating func leadToError(_ what: BackwardPhrase.Lead, _ words: BackwardPhrase) -> Block {
    let isNew = notation.hasLetterForError && !isErrorKnown
    isErrorKnown = true
    return isNew
      ? .paragraph(Prose.sentences(["\(strong: say(BackwardPhrase.lead(what)))", say(words)]))
      : lead(what, words)
  }

  /// The number of the example that is being written, where there are several.
  var exampleNumber: Int? { hasExamples ? steps.example + 1 : nil }

  /// How a pass through the network begins: with the heading, the example that it is of, and what is said of it once.
  func beginning(ofPass heading: HeadingPhrase, _ words: Prose?, givens: [Block] = []) -> [Block] {
    let explanation = words.map { [Block.paragraph($0)] } ?? []
    return [.heading(level: 2, say(heading))] + (hasExamples ? givens : []) + (isFirst ? explanation : [])
  }

  /// How the forward pass begins, with the inputs that were asked for; `words` are `nil` where nothing is computed.
  func beginning(ofForwardPass words: Prose?) -> [Block] {
    let inputs = askedInputs
    if words == nil, inputs.isEmpty { return [] }
    let asked =
      inputs.isEmpty ? [] : [Block.paragraph(say(ForwardPhrase.inputs(count: inputs.count)))]
    return beginning(
      ofPass: .forwardPass(example: exampleNumber), words,
      givens: [.paragraph(say(NetworkPhrase.givens(givens(ofExample: steps.example))))])
      + asked + inputs.map { .equation(valued($0)) }
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

  func givens(ofExample x: Int) -> NetworkPhrase.Givens {
    let layout = work.result.layout
    let inputs = (0..<layout.widths[0]).map {
      Formula.symbol(layout.symbol(layout.activation(0, $0), example: x))
    }
    let targets = (0..<(layout.widths.last ?? 0)).map { Formula.symbol(layout.target($0, example: x)) }
    // The first few of them.
    func first(_ names: [Formula]) -> [Equation] {
      names.prefix(Self.widestTable).map { ledger.valued($0, digits: givenDigits) }
    }
    return NetworkPhrase.Givens(
      inputs: first(inputs), otherInputs: max(0, inputs.count - Self.widestTable), targets: first(targets),
      otherTargets: max(0, targets.count - Self.widestTable))
  }

  /// How an example is judged, and what the total cost is.
  private var cost: [NetworkPhrase] {
    let count = work.result.layout.exampleCount
    let own = NetworkPhrase.CostOfExample(
      kind: lesson.cost, targets: lesson.targets, name: .symbol(steps.graph.result),
      formula: formulaOfCost, example: exampleNumber)
    let total =
      work.result.layout.costHasParts
      ? NetworkPhrase.TotalCost(
        name: .symbol(work.cost), examples: count, penalty: whole?.graph.penaltyName,
        isSum: lesson.reduction == .sum) : nil
    guard hasExamples, let total else { return [.givensAndCost(givens(ofExample: 0), own, total)] }
    let letters = [.weightedInput, .activation, .target].map { Formula.symbol(Symbol($0)) }
    let isCut = examples.count < count && (wanted == nil || isSummary)
    let derived: NetworkPhrase =
      examples.count == 1
      ? .onlyExample(steps.example + 1, of: count) : .onlyExamples(examples.count, of: count)
    return [.cost(own, total, letters: letters)] + (isCut ? [derived] : [])
  }

  /// How the cost of an example is computed, without its last terms if there is no room for them in a line.
  private var formulaOfCost: Formula {
    let whole = steps.cost.formula
    let line = "\(Equation(.symbol(steps.graph.result), [.init(.equals, whole)]))" as Prose
    if line.plain(in: notation).columns <= Self.widestInProse { return whole }
    var sums = LongSums()
    return sums.short(whole, mostTerms: LongSums.firstTerms, keeping: Self.termsInProse)
  }

  /// A formula that is wider, in columns, has no room in a sentence.
  private static let widestInProse = 58
  /// Of such a sum so many terms stand there: TeX cannot break a line within its parentheses.
  private static let termsInProse = 2

  private func examplesTable() -> [Block] {
    let layout = work.result.layout
    let (inputs, outputs) = (layout.widths[0], layout.widths.last ?? 0)
    guard inputs + outputs <= 2 * Self.widestTable else { return [] }
    let shown = lesson.examples.prefix(LongSums.mostTerms)
    let columns =
      [column(.example)]
      + (0..<inputs).map { .init("\(.symbol(layout.symbol(layout.activation(0, $0), example: nil)))") }
      + (0..<outputs).map { .init("\(.symbol(layout.target($0, example: nil)))") }
    let rows = shown.enumerated().map { x, example -> [Prose] in
      ["\(x + 1)"]
        + lesson.givens(ofExample: x, layout).map { name, value in
          let shown =
            value.isShownWhole(digits: digits)
            ? value : Numeral(rounding: value.value, digits: givenDigits) ?? value
          return "\(Equation(shown, of: name))"
        }
    }
    return [
      .paragraph(say(NetworkPhrase.examples(shown: shown.count, of: lesson.examples.count))),
      .table(Table(columns, rows: rows)),
    ]
  }
}
