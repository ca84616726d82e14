import Backprop
import Documents
import Formulas

/// One step of gradient descent.
extension Derivation {
  mutating func step() -> [Block] {
    let shown = asked
    guard let rate = lesson.learningRate, !shown.isEmpty else { return [] }
    let updated = work.updated(lesson)
    var blocks: [Block] = [
      .heading(level: 2, "One step downhill"),
      .paragraph(wordsOfStep(rate)),
    ]
    if rate.value == 0 {
      blocks = blocks.dropLast() + [.paragraph("With a learning rate of 0 nothing moves.")]
      if showsWholeStep { return blocks }
    }
    for id in shown where updated[id] != nil {
      let update = update(of: id)
      ledger[update.name] = updated[id] ?? nil
      blocks.append(line(update))
    }
    return showsWholeStep ? blocks + afterwards(updated) : blocks
  }

  /// What a step does.
  func wordsOfStep(_ rate: Numeral) -> Prose {
    let eta = Formula.symbol(Symbol(.learningRate))
    return """
      Each \(lesson.trainsBiases ? "parameter" : "weight") moves against its derivative, by \(eta) times as much, where \
      \(Equation(eta, [.init(.equals, .number(rate))])) is the learning rate: all at once, from the weights of the \
      forward pass.\(lesson.trainsBiases ? "" : " In this lesson the biases are held fixed.")
      """
  }

  private var showsWholeStep: Bool { wanted == nil || isSummary }

  /// The parameters whose step is asked for.
  private var asked: [Layout.ID] {
    showsWholeStep ? parameters : parameters.filter { work.targets.contains(.updated($0)) }
  }

  /// The steps that are shown.
  var updates: [Step] {
    let updated = work.updated(lesson)
    return updated.isEmpty ? [] : asked.filter { updated[$0] != nil }.map(update)
  }

  /// A parameter's step: against its derivative, by η times as much.
  private func update(of id: Layout.ID) -> Step {
    let eta = Formula.symbol(Symbol(.learningRate))
    return Step(.symbol(work.result.layout.updated(id)), parameter(id) - eta * derivative(id))
  }

  /// The cost before and after.
  private mutating func afterwards(_ updated: [Double?]) -> [Block] {
    let exact = exactCostAfterStep()
    guard let after = try? Backpropagation(stepped(updated)).cost,
      let new = exact.flatMap({ Numeral(fraction: $0) }) ?? Numeral(rounding: after, digits: digits),
      let old = ledger.printed(.symbol(work.cost), digits: digits)
    else {
      return [
        .paragraph(
          "With the new parameters the \(.cost) is beyond all bounds: the learning rate is far too large.")
      ]
    }
    let cost = Formula.symbol(work.cost)
    ledger[.symbol(Symbol(.newCost))] = after
    if let exact { ledger.define(.symbol(Symbol(.newCost)), as: exact) }
    let before = Equation(cost, [.init(ledger.isExact(cost) ? .equals : .approximately, .number(old))])
    let then = Equation(
      .symbol(Symbol(.newCost)), [.init(exact == nil ? .approximately : .equals, .number(new))])
    let moved = exact.flatMap { new in ledger.fraction(cost).flatMap { (new - $0).approximation } }
    let rounding = moved == nil ? 16 * .ulpOfOne * work.result.cost.magnitude : 0
    let change = moved ?? after - work.result.cost
    let sentence: Prose =
      change < -rounding
      ? "The step went downhill."
      : change > rounding
        ? "The \(.cost) has grown: the step was too long for the curve."
        : "The \(.cost) is the same as before\(moved == nil ? ", to the last digits of a double" : "")."
    let remark = remarkOnRounding(exact == nil)
    return [.paragraph("Before the step \(before); run forward once more, and \(then). \(sentence)\(remark)")]
      + promise(updated, moved: change)
  }

  /// What the gradient promised of the step, −η‖∇C‖², and what became of it.
  private mutating func promise(_ updated: [Double?], moved: Double) -> [Block] {
    let derivatives = updated.indices.filter { updated[$0] != nil }.map { id in
      let name = derivative(id)
      if ledger[name] == nil { ledger[name] = work.gradient[id] }
      return name
    }
    var sums = LongSums(layer: 1)
    let squares = sums.short(.total(derivatives.map { .power($0, 2) }))
    for (name, sum) in sums.others { ledger.defineRest(name, as: sum) }
    let known = ledger
    let value = squares.evaluated { known[$0] ?? .nan }
    guard let rate = lesson.learningRate?.value, (rate * value).isFinite else { return [] }
    let length = Formula.symbol(Symbol(lesson.trainsBiases ? .squaredGradient : .squaredWeightGradient))
    ledger[length] = value
    let (promise, promised) = (-(.symbol(Symbol(.learningRate)) * length), -(rate * value))
    let line = TrueLine(digits: digits)
    let change = .symbol(Symbol(.newCost)) - Formula.symbol(work.cost)
    let which: Prose =
      lesson.trainsBiases ? "all its derivatives" : "the derivatives of the weights, which alone move"
    let squareLine = self.line(Step(length, squares))
    return [
      .paragraph(
        """
        For a small enough step the gradient promises a change of as much as the square of its own length, which is the \
        sum of the squares of \(which), times the learning rate\(sums.others.isEmpty ? "" : " (the last number is what the others make together)"):
        """), squareLine,
      .equation(Equation(promise, line.sides(promise, value: promised, ledger: ledger))),
    ]
      + (moved == 0 && promised == 0
        ? [.paragraph("and nothing came of it.")]
        : [
          .paragraph("and what came of it is"),
          .equation(Equation(change, line.sides(change, value: moved, ledger: ledger))),
          .paragraph(
            Words.step(
              promised: promised, moved: moved, cost: work.result.cost,
              crossesKink: crossesKink(to: stepped(updated)))),
        ])
  }

  /// The network after the step.
  private func stepped(_ updated: [Double?]) -> Objective<Double> {
    var objective = work.result.objective
    objective.network.parameters = zip(objective.network.parameters, updated).map { $1 ?? $0 }
    return objective
  }
}
