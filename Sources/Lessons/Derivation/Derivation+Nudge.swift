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
    guard let after = try? Backpropagation(nudged).cost else {
      return blocks + [
        .paragraph("A nudge of \(step) to \(parameter(id)) takes the \(.cost) beyond all bounds.")
      ]
    }
    let (old, new) = (Formula.symbol(work.cost), Formula.symbol(Symbol(.newCost)))
    ledger[new] = after
    let exact = exactCost { $0[id] = $0[id] + Rational(hundredth) }
    if let exact { ledger.define(new, as: exact) }
    let line = TrueLine(digits: digits)
    let (promise, change) = (step * derivative(id), new - old)
    let promised = hundredth.value * work.gradient[id]
    let moved = ledger.fraction(change)?.approximation ?? after - work.result.cost
    blocks += [
      .paragraph(
        """
        Add \(step) to \(parameter(id)), change nothing else, and run forward again. The derivative promises that \
        \(old) moves by
        """), .equation(Equation(promise, line.sides(promise, value: promised, ledger: ledger))),
    ]
    if moved == 0, exact == nil || promised == 0 {
      let nothing: Prose =
        promised == 0
        ? "and it does not move."
        : "That is too little to be seen: no digit of the \(.cost) changes that a double has."
      return blocks + [.paragraph(nothing)]
    }
    return blocks + [
      .paragraph("and it moves by"),
      .equation(Equation(change, line.sides(change, value: moved, ledger: ledger))),
      .paragraph(
        (ledger.fraction(change - promise) == Rational(0)
          ? "Just as much as was promised."
          : Words.nudge(
            promised: promised, moved: moved, cost: exact == nil ? work.result.cost : 0, step: step,
            crossesKink: crossesKink(to: nudged)))
          + remarkOnRounding(exact == nil)),
    ]
  }

  /// Whether a ReLU, or a weight under absolute values, is on another side of its kink with other parameters.
  func crossesKink(to other: Objective<Double>) -> Bool {
    let (before, layout) = (work.result.objective, work.result.layout)
    if before.penalty?.l1 != nil {
      let weights = zip(before.network.layers, other.network.layers).lazy.map { ($0.weights, $1.weights) }
      if weights.contains(where: { zip($0, $1).contains { Double.sign($0) != Double.sign($1) } }) {
        return true
      }
    }
    let kinked = before.network.layers.indices.filter { before.network.layers[$0].activation.rule.hasKink }
    guard !kinked.isEmpty, let after = try? Backpropagation(other) else { return false }
    return before.examples.indices.contains { example in
      let (old, new) = (work.result.trace(example: example).values, after.trace(example: example).values)
      return kinked.contains { l in
        (0..<layout.widths[l + 1]).contains { j in
          let z = layout.weightedInput(l + 1, j)
          return Double.step(old[z]) != Double.step(new[z])
        }
      }
    }
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
