import Backprop
import Documents
import Formulas

/// A small change of one parameter, and what the cost does.
extension Derivation {
  /// What a derivative predicts for a small change, and what the cost really does.
  mutating func nudge() -> [Block] {
    var blocks: [Block] = [.heading(level: 2, say(HeadingPhrase.test))]
    guard let id = mostMoving else { return [] }
    let hundredth = Numeral.hundredth
    let step = Formula.number(ledger.isInFractions ? hundredth.asFraction ?? hundredth : hundredth)
    var nudged = work.result.objective
    nudged.network.parameters[id] += Numeral.hundredth.value
    let after = nudged.costInDoubles
    guard after.isFinite else {
      return blocks + [.paragraph(say(ChangePhrase.testNotFinite(step: step, of: parameter(id))))]
    }
    let (old, new) = (Formula.symbol(work.cost), Formula.symbol(Symbol(.newCost)))
    ledger[new] = after
    let exact = exactCost { $0[id] = $0[id] + Rational(hundredth) }
    if let exact { ledger.define(new, as: exact) }
    let line = TrueLine(digits: digits)
    let (prediction, difference) = (step * derivative(id), new - old)
    let predicted = hundredth.value * work.gradient[id]
    let change = costChange(
      to: nudged, cost: after, changing: [id], difference, prediction: prediction,
      predicted: (predicted, hundredth.value * work.rounding(of: id)))
    blocks += [
      .paragraph(say(ChangePhrase.test(step: step, of: parameter(id), cost: old))),
      .equation(Equation(prediction, line.sides(prediction, value: predicted, ledger: ledger))),
    ]
    if let phrase = change.phraseOfNone(of: old) { return blocks + [.paragraph(say(phrase))] }
    let words = ChangePhrase.difference(
      change.closeness, predictsNothing: predicted == 0, step: step, of: parameter(id),
      areKinksCertain: change.kinks.areCertain)
    return blocks + [
      .paragraph(say(ChangePhrase.actual)),
      .equation(Equation(difference, line.sides(difference, value: change.actual, ledger: ledger))),
      .paragraph(Prose.sentences([say(words), remarkOnRounding(exact == nil)])),
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
