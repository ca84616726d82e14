import Backprop
import Documents
import Formulas

/// One step of gradient descent.
extension Derivation {
  mutating func step() -> [Block] {
    let layout = work.result.layout
    let shown = (0..<layout.parameterCount).filter { wanted == nil || work.targets.contains(.updated($0)) }
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
    return wanted == nil ? blocks + afterwards(updated) : blocks
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
    let before = Equation(cost, [.init(ledger.isExact(cost) ? .equals : .approximately, .number(old))])
    let then = Equation(.symbol(Symbol(.newCost)), [.init(.approximately, .number(new))])
    let sentence: Prose =
      work.result.cost - after > 16 * .ulpOfOne * work.result.cost.magnitude
      ? "The step went downhill."
      : (after - work.result.cost).magnitude <= 16 * .ulpOfOne * work.result.cost.magnitude
        ? "The step changed nothing that a double can show."
        : "The cost has grown: the step was too long for the curve."
    return [.paragraph("Before the step \(before); run forward once more, and \(then). \(sentence)")]
  }
}
