import Backprop
import Documents
import Formulas

/// A step of the optimizer.
extension Derivation {
  mutating func step() -> [Block] {
    let shown = asked
    guard let rate = lesson.learningRate, !shown.isEmpty else { return [] }
    let updated = work.updated(lesson)
    var blocks = [Block.heading(level: 2, say(lesson.learning.heading))] + rateLine(rate)
    blocks.append(.paragraph(wordsOfStep(rate)))
    if rate.value == 0 {
      blocks = blocks.dropLast() + [.paragraph(say(DescentPhrase.rateIsZero))]
      if showsWholeStep { return blocks }
    }
    for id in shown where updated[id] != nil {
      noteUpdates(of: id)
      blocks += updates(of: id).map { line($0) }
    }
    return showsWholeStep && lesson.learning.steps == 1 ? blocks + afterwards(updated) : blocks
  }

  /// η as the schedule has it.
  private mutating func rateLine(_ start: Numeral) -> [Block] {
    guard let line = lesson.learning.rateLine(start), let formula = line.sides.first?.formula else {
      return []
    }
    return [.equation(ledger.line(line.left, formula, digits: digits))]
  }

  /// The values of the lines of a parameter's step.
  mutating func noteUpdates(of id: Layout.ID) {
    let (layout, result) = (work.result.layout, work.result)
    let values = lesson.update(
      of: result.objective.network.parameters[id], id, slope: result.gradient[id], layout)
    for (update, line) in zip(updates(of: id), values) { ledger[update.name] = line.value }
    guard let exact = work.exact else { return }
    let fractions = lesson.update(
      of: exact.objective.network.parameters[id], id, slope: exact.gradient[id], layout)
    for (update, line) in zip(updates(of: id), fractions) { ledger.define(update.name, as: line.value) }
  }

  /// What a step does.
  func wordsOfStep(_ rate: Numeral) -> Prose {
    let eta = Learning.rateName
    let rule =
      lesson.learning.isPlain
      ? say(DescentPhrase.rule(changed, rate: Equation(eta, [.init(.equals, .number(rate))])))
      : say(lesson.learning.rule(valued(eta), ledger, digits: digits))
    let areFixed = !lesson.trainsBiases && lesson.biases != .none
    return Prose.sentences([rule, areFixed ? say(DescentPhrase.biasesFixed) : ""])
  }

  private var changed: DescentPhrase.Changed { lesson.trainsBiases ? .parameters : .weights }

  private var showsWholeStep: Bool { wanted == nil || isSummary }

  /// The parameters whose step is asked for.
  private var asked: [Layout.ID] {
    showsWholeStep ? parameters : parameters.filter { work.targets.contains(.updated($0)) }
  }

  /// The steps that are shown.
  var updates: [Graph.Step] { moved.flatMap(updates) }

  /// The parameters whose steps are shown.
  var moved: [Layout.ID] { asked.filter { lesson.moves($0, work.result.layout) } }

  /// A parameter's step.
  func updates(of id: Layout.ID) -> [Graph.Step] { (whole ?? steps).graph.updates(of: id) }

  /// The cost before and after.
  private mutating func afterwards(_ updated: [Double?]) -> [Block] {
    let exact = exactCostAfterStep()
    let moved = stepped(updated)
    let after = moved.costInDoubles
    guard
      let new = exact.flatMap({ Numeral(fraction: $0) }) ?? Numeral(rounding: after, digits: digits),
      let old = ledger.printed(.symbol(work.cost), digits: digits)
    else {
      return [.paragraph(say(DescentPhrase.notFinite))]
    }
    guard lesson.learning.isPlain else {
      let change = LearningPhrase.change(
        before: valued(.symbol(work.cost)), after: new, isRounded: exact == nil, ofParameters: true)
      let outcome = lesson.learning.outcome(.cost, before: work.result.cost, after: after)
      return [.paragraph(Prose.sentences([say(change), say(outcome)]))]
    }
    let cost = Formula.symbol(work.cost)
    let newCost = Formula.symbol(Symbol(.newCost))
    ledger[newCost] = after
    if let exact { ledger.define(newCost, as: exact) }
    let before = Equation(cost, [.init(ledger.isExact(cost) ? .equals : .approximately, .number(old))])
    let then = Equation(newCost, [.init(exact == nil ? .approximately : .equals, .number(new))])
    let square = squaredGradient(updated)
    let squareLine: Block = .equation(ledger.line(square.name, square.sum, digits: digits))
    let (prediction, actual) = changes(square.name)
    let rate = lesson.learningRate?.value ?? 0
    let change = costChange(
      to: moved, cost: after, changing: updated.indices.filter { updated[$0] != nil }, actual,
      prediction: prediction, predicted: (-(rate * square.value), rate * square.rounding))
    let remark = remarkOnRounding(exact == nil)
    let outcome = DescentPhrase.outcome(before: before, after: then, change.outcome)
    let paragraph: Block = .paragraph(Prose.sentences([say(outcome), remark]))
    guard change.predicted.isFinite else { return [paragraph] }
    let line = TrueLine(digits: digits)
    let words = DescentPhrase.prediction(
      prediction, squares: square.name, of: changed, isShortened: square.hasRest,
      startsOnKink: change.kinks.startsOnKink)
    return [
      paragraph, .paragraph(lesson.hasKinks ? say(words) : say(words).ofAnyNumbers), squareLine,
      .equation(named(prediction, line.sides(prediction, value: change.predicted, ledger: ledger))),
    ] + difference(change, actual)
  }

  /// The change that happens, and why it differs from the predicted one.
  private func difference(_ change: CostChange, _ formula: Formula) -> [Block] {
    let line = TrueLine(digits: digits)
    let words: ChangePhrase =
      change.actual == 0 && change.predicted == 0
      ? .none(.symbol(work.cost))
      : .differenceOfStep(
        change.closeness, decreased: change.direction == .decreased,
        areKinksCertain: change.kinks.areCertain)
    return [
      .paragraph(say(ChangePhrase.actual).ofAnyNumbers),
      .equation(named(formula, line.sides(formula, value: change.actual, ledger: ledger))),
      .paragraph(say(words)),
    ]
  }

  /// A change with its number, told by its name from one that the document makes elsewhere.
  private func named(_ change: Formula, _ sides: [Equation.Side]) -> Equation {
    var equation = Equation(change, sides)
    equation.name = change
    return equation
  }

  /// ‖∇C‖² of the parameters that the step changes, with its rounding; the ledger knows its terms and its value.
  private mutating func squaredGradient(
    _ updated: [Double?]
  ) -> (name: Formula, sum: Formula, value: Double, rounding: Double, hasRest: Bool) {
    let changed = updated.indices.filter { updated[$0] != nil }
    let (length, squares, others) = squaredGradient(changed)
    for id in changed.prefix(LongSums.mostTerms) where ledger[derivative(id)] == nil {
      ledger[derivative(id)] = work.gradient[id]
    }
    for (name, terms) in others { ledger.defineRest(name, as: terms) { work.derivative($0) } }
    let known = ledger
    let value = squares.evaluated { known[$0] ?? .nan }
    ledger[length] = value
    let rounding = changed.reduce(0) { $0 + 2 * work.gradient[$1].magnitude * work.rounding(of: $1) }
    return (
      length, squares, value, rounding + Double(changed.count + 1) * .ulpOfOne * value,
      !others.isEmpty
    )
  }

  /// The network after the step.
  private func stepped(_ updated: [Double?]) -> Objective<Double> {
    var objective = work.result.objective
    objective.network.parameters = zip(objective.network.parameters, updated).map { $1 ?? $0 }
    return objective
  }
}
