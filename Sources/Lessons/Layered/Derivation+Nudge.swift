import Backprop
import Documents
import Formulas

/// A nudge of one parameter, and what the cost does.
extension Derivation {
  /// What a derivative promises for a small step, and what the cost really does.
  mutating func nudge() -> [Block] {
    var blocks: [Block] = [.heading(level: 2, "A nudge, to see that it is so")]
    guard let id = mostMoving else { return [] }
    let hundredth = Numeral.hundredth
    let step = Formula.number(ledger.isInFractions ? hundredth.asFraction ?? hundredth : hundredth)
    var nudged = work.result.objective
    nudged.network.parameters[id] += Numeral.hundredth.value
    let after = nudged.costInDoubles
    guard after.isFinite else {
      return blocks + [
        .paragraph("With \(parameter(id)) changed by \(step), the \(.cost) is not finite.")
      ]
    }
    let (old, new) = (Formula.symbol(work.cost), Formula.symbol(Symbol(.newCost)))
    ledger[new] = after
    let exact = exactCost { $0[id] = $0[id] + Rational(hundredth) }
    if let exact { ledger.define(new, as: exact) }
    let line = TrueLine(digits: digits)
    let (promise, difference) = (step * derivative(id), new - old)
    let promised = hundredth.value * work.gradient[id]
    let change = costChange(
      to: nudged, cost: after, changing: [id], difference, prediction: promise,
      predicted: (promised, hundredth.value * work.rounding(of: id)))
    blocks += [
      .paragraph(
        """
        Add \(step) to \(parameter(id)), change nothing else, and run forward again. The derivative promises that \
        \(old) moves by
        """), .equation(Equation(promise, line.sides(promise, value: promised, ledger: ledger))),
    ]
    if change.direction == .unchanged, let words = Words.noChange(change, of: old) {
      return blocks + [.paragraph(words)]
    }
    return blocks + [
      .paragraph("and it moves by"),
      .equation(Equation(difference, line.sides(difference, value: change.actual, ledger: ledger))),
      .paragraph(Words.nudge(change, step: step) + remarkOnRounding(exact == nil)),
    ]
  }

  /// The weight with the largest derivative, or where no weight has one, another parameter.
  private var mostMoving: Layout.ID? {
    let gradient = work.gradient
    let moving = parameters.filter { gradient[$0] != 0 }
    let weights = moving.filter { !work.result.layout.isBias($0) }
    return (weights.isEmpty ? moving : weights).max { gradient[$0].magnitude < gradient[$1].magnitude }
      ?? parameters.first
  }
}
