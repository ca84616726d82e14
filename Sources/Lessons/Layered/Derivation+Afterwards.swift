import Backprop
import Documents
import Formulas

/// What comes of a step of gradient descent, for a page on which numbers can be changed.
extension Derivation {
  /// ‖∇C‖², the change of the cost that it predicts, and the one that happens; none where the document does not have them.
  ///
  /// The forward pass with the new parameters is computed, and not written.
  var linesAfterwards: [Spreadsheet.Line] {
    guard let rate = lesson.learningRate, rate.value != 0, lesson.learning.isPlain,
      lesson.learning.steps == 1,
      !moved.isEmpty
    else { return [] }
    let layout = work.result.layout
    let new = Dictionary(
      moved.map { (Formula.symbol(layout.symbol($0, example: nil)), Formula.symbol(layout.updated($0))) }
    ) { first, _ in first }
    let passes =
      examples.map { ($0, $0.graph.kinds(toInputs: false)) } + (whole.map { [($0, wholeKinds)] } ?? [])
    let forward = passes.flatMap { steps, kinds in
      kinds.compactMap { kind -> Spreadsheet.Line? in
        guard case .value(let id) = kind else { return nil }
        let own = sheetLine(steps.graph.value(of: id))
        return Spreadsheet.Line(
          own.name.renewed(new) ?? own.name, own.formula.substituting { $0.renewed(new) },
          orElse: own.other?.substituting { $0.renewed(new) }, kind: .hidden,
          isZeroWithinRounding: own.isZeroWithinRounding)
      }
    }
    let square = squaredGradient(moved)
    let rests = square.others.map { name, terms in
      Spreadsheet.Line(.symbol(name), terms.evaluated { $0 }, kind: .rest)
    }
    let (prediction, change) = changes(square.name)
    return forward + rests + [
      Spreadsheet.Line(square.name, square.sum), Spreadsheet.Line(prediction, prediction),
      Spreadsheet.Line(change, change),
    ]
  }

  /// ‖∇C‖² of the parameters that a step changes, and the terms that it leaves to a name.
  func squaredGradient(
    _ changed: [Layout.ID]
  ) -> (name: Formula, sum: Formula, others: [Symbol: OtherTerms]) {
    let (layout, cost) = (work.result.layout, work.cost)
    var sums = LongSums()
    let squares = sums.total(changed.count) {
      .power(.partial(cost, by: layout.symbol(changed[$0], example: nil)), 2)
    }
    let name = Symbol(lesson.trainsBiases ? .squaredGradient : .squaredWeightGradient)
    return (.symbol(name), squares, sums.others)
  }

  /// By how much the cost changes: −η‖∇C‖² to first order, and as it happens.
  func changes(_ square: Formula) -> (predicted: Formula, actual: Formula) {
    (-(.symbol(Symbol(.learningRate)) * square), .symbol(Symbol(.newCost)) - .symbol(work.cost))
  }
}

extension Formula {
  /// The same quantity of the forward pass with the new parameters, which `new` has by the old ones; `nil` for what no step changes.
  ///
  /// Only the cost has a name that is ever printed; the others are told from the old ones by a number of their example that
  /// none has.
  package func renewed(_ new: [Formula: Formula]) -> Formula? {
    guard case .symbol(let symbol) = self else { return nil }
    if symbol.meaning == .cost, symbol.example == nil { return .symbol(Symbol(.newCost)) }
    let isComputed = [.weightedInput, .activation, .cost, .penalty].contains(symbol.meaning)
    guard isComputed, symbol.layer != 0 else { return new[self] }
    return .symbol(
      Symbol(symbol.meaning, layer: symbol.layer, indices: symbol.indices, example: -(symbol.example ?? 1)))
  }
}
