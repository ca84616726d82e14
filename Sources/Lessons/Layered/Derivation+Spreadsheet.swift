import Backprop
import Documents
import Formulas

/// The numbers of the derivation, and how they follow from each other.
extension Derivation {
  /// `nil` where not all lines are written, or some of them as families.
  var spreadsheet: Spreadsheet? {
    let layout = work.result.layout
    guard wanted == nil, !isSummary, !ledger.isInFractions, examples.count == lesson.examples.count,
      layout.widths.dropLast().allSatisfy({ $0 < Self.leastFamily })
    else { return nil }
    let parameters = lesson.givenParameters(layout).enumerated().map { id, given in
      let isExact = ledger.isExact(given.name)
      let drawn = Numeral("\(work.result.objective.network.parameters[id])")
      return Spreadsheet.Given(given.name, isExact ? given.value : drawn ?? given.value, isExact: isExact)
    }
    let examples = lesson.examples.indices.flatMap { lesson.givens(ofExample: $0, layout) }.map {
      name, value in
      Spreadsheet.Given(
        name, value, isExact: ledger.isExact(name),
        range: name.isTarget && !lesson.cost.takesAnyTarget ? .none : .all)
    }
    return Spreadsheet(
      digits: digits, givens: parameters + examples + lesson.step(layout).map(Spreadsheet.Given.init),
      lines: lines)
  }

  private var lines: [Spreadsheet.Line] {
    let own = examples.flatMap { steps in
      steps.graph.kinds(toInputs: !endsAtWeights).flatMap { lines($0, steps) }
        + [steps.wholeProduct].compactMap { $0.map(sheetLine) }
    }
    return own + (whole.map { whole in wholeKinds.flatMap { lines($0, whole) } } ?? [])
      + updates.map(sheetLine) + linesAfterwards
  }

  /// A step after the first, which begins with what the one before has left; after the last only the values.
  var linesOfLaterStep: [Spreadsheet.Line] {
    guard wanted == nil, !isSummary else { return [] }
    let (number, layout) = (lesson.learning.number, work.result.layout)
    let graph = (whole ?? steps).graph
    let states = lesson.learning.optimizer.rule.type.states
    let kept = (0..<layout.parameterCount).filter { lesson.moves($0, layout) }.flatMap { id in
      ([.parameter] + states).map { quantity in
        let (old, new) = (
          graph.symbol(of: quantity, at: id, isNew: false), graph.symbol(of: quantity, at: id, isNew: true)
        )
        return Spreadsheet.Line(.symbol(old), .symbol(new), kind: .kept)
      }
    }
    let isOver = number > lesson.learning.steps
    return (kept + (isOver ? values : lines)).map { $0.ofStep(number) }
  }

  /// The forward pass alone.
  private var values: [Spreadsheet.Line] {
    let passes =
      examples.map { ($0, $0.graph.kinds(toInputs: false)) } + (whole.map { [($0, wholeKinds)] } ?? [])
    return passes.flatMap { steps, kinds in
      kinds.flatMap { kind -> [Spreadsheet.Line] in
        if case .value = kind { lines(kind, steps) } else { [] }
      }
    }
  }

  private func lines(_ kind: Graph.Step.Kind, _ steps: Steps) -> [Spreadsheet.Line] {
    steps.others(of: kind).map { name, terms in
      Spreadsheet.Line(.symbol(name), terms.evaluated { $0 }, kind: .rest)
    } + steps.steps(kind).map(sheetLine)
  }

  /// How a step follows from others.
  func sheetLine(_ step: Graph.Step) -> Spreadsheet.Line {
    Spreadsheet.Line(
      step.name, step.formula, orElse: step.whenSaturated, kind: step.addsPaths ? .lineOfTerms : .line,
      isZeroWithinRounding: isSumOfForwardPass(step.name))
  }
}

extension Derivation {
  /// Whether it is a weighted input, or an activation with what a skip adds to it: sums of which no rest of rounding is kept.
  private func isSumOfForwardPass(_ name: Formula) -> Bool {
    guard case .symbol(let symbol) = name, let layer = symbol.layer, layer > 0 else { return false }
    return symbol.meaning == .weightedInput
      || symbol.meaning == .activation && output(layer).hasSkip
  }
}

extension Formula {
  fileprivate var isTarget: Bool {
    if case .symbol(let symbol) = self { symbol.meaning == .target } else { false }
  }
}

extension Cost {
  /// Whether a target may be any number: some are probabilities, or signs.
  fileprivate var takesAnyTarget: Bool { !takesLogarithms && kind != .hinge }
}

extension Spreadsheet.Given {
  /// What a step needs; the learning rate can be changed.
  init(_ name: Formula, _ kept: Learning.Kept) {
    self.init(
      name, kept.numeral, isExact: kept.isExact,
      range: kept.isExact && name == Learning.rateName ? .positive : .none)
  }
}
