import Backprop
import Documents
import Formulas

/// One step of gradient descent.
extension Derivation {
  mutating func step() -> [Block] {
    let layout = work.result.layout
    let isWhole = wanted == nil || isSummary
    let shown = isWhole ? parameters : parameters.filter { work.targets.contains(.updated($0)) }
    guard let rate = lesson.learningRate, !shown.isEmpty else { return [] }
    let eta = Formula.symbol(Symbol(.learningRate))
    let updated = work.updated(lesson)
    var blocks: [Block] = [
      .heading(level: 2, "One step downhill"),
      .paragraph(
        """
        Each parameter moves against its derivative, by \(eta) times as much, where \
        \(Equation(eta, [.init(.equals, .number(rate))])) is the learning rate: all at once, from the weights of the \
        forward pass.\(lesson.trainsBiases ? "" : " In this lesson the biases are held fixed.")
        """),
    ]
    for id in shown where updated[id] != nil {
      let symbol = layout.symbol(id, example: nil)
      let new = Formula.symbol(layout.updated(id))
      ledger[new] = updated[id] ?? nil
      blocks.append(line(Step(new, .symbol(symbol) - eta * .partial(work.cost, by: symbol))))
    }
    return isWhole ? blocks + afterwards(updated) : blocks
  }

  /// The cost before and after.
  private mutating func afterwards(_ updated: [Double?]) -> [Block] {
    var objective = work.result.objective
    objective.network.parameters = zip(objective.network.parameters, updated).map { $1 ?? $0 }
    guard let after = try? Backpropagation(objective).cost,
      let new = Numeral(rounding: after, digits: digits),
      let old = ledger.printed(.symbol(work.cost), digits: digits)
    else {
      return [
        .paragraph(
          "With the new parameters the cost is beyond all bounds: the learning rate is far too large.")
      ]
    }
    let cost = Formula.symbol(work.cost)
    ledger[.symbol(Symbol(.newCost))] = after
    let before = Equation(cost, [.init(ledger.isExact(cost) ? .equals : .approximately, .number(old))])
    let then = Equation(.symbol(Symbol(.newCost)), [.init(.approximately, .number(new))])
    let sentence: Prose =
      work.result.cost - after > 16 * .ulpOfOne * work.result.cost.magnitude
      ? "The step went downhill."
      : (after - work.result.cost).magnitude <= 16 * .ulpOfOne * work.result.cost.magnitude
        ? "The step changed nothing that a double can show."
        : "The cost has grown: the step was too long for the curve."
    return [.paragraph("Before the step \(before); run forward once more, and \(then). \(sentence)")]
      + promise(updated, moved: after - work.result.cost)
  }

  /// What the gradient promised of the step, −η‖∇C‖², and what became of it.
  private mutating func promise(_ updated: [Double?], moved: Double) -> [Block] {
    let stepped = updated.indices.filter { updated[$0] != nil }
    let derivatives = stepped.map { id in
      let name = Formula.partial(work.cost, by: work.result.layout.symbol(id, example: nil))
      if ledger[name] == nil { ledger[name] = work.result.gradient[id] }
      return name
    }
    var sums = LongSums(layer: 1)
    let eta = Formula.symbol(Symbol(.learningRate))
    let formula = sums.short(
      -(eta * .total(derivatives.map { .power($0, 2) })), mostTerms: LongSums.mostInParentheses)
    for (name, sum) in sums.others { ledger.defineRest(name, as: sum) }
    let promised = formula.evaluated { ledger[$0] ?? .nan }
    guard promised.isFinite else { return [] }
    let length = Formula.power(.symbol(Symbol(.gradientLength)), 2)
    let line = TrueLine(digits: digits)
    let change = .symbol(Symbol(.newCost)) - Formula.symbol(work.cost)
    let which: Prose = lesson.trainsBiases ? "all its derivatives" : "the derivatives of what moved"
    return [
      .paragraph(
        """
        For a small enough step the gradient promises a change of as much as its own length squared, which is the sum of \
        the squares of \(which), times the learning rate\(sums.others.isEmpty ? "" : " (the last number is what the others make together)"):
        """),
      .equation(
        Equation(-(eta * length), line.sides(formula, value: promised, ledger: ledger))),
    ]
      + (moved == 0
        ? [.paragraph("The cost did not move by a single digit that a double has.")]
        : [
          .paragraph("and what came of it is"),
          .equation(Equation(change, line.sides(change, value: moved, ledger: ledger))),
          .paragraph(Words.step(promised: promised, moved: moved, cost: work.result.cost)),
        ])
  }
}
