import Backprop
import Documents
import Formulas

/// One step of gradient descent.
extension GraphDerivation {
  /// Against the gradient, by the learning rate.
  mutating func step() -> [Block] {
    guard let rate = lesson.learningRate else { return [] }
    let moved = lesson.by.filter { isSummary || isWanted(.update($0)) }
    guard !moved.isEmpty else { return [] }
    var blocks: [Block] = [.heading(level: 2, "One step downhill"), .paragraph(wordsOfStep(rate))]
    let after = updated(rate)
    for id in moved.prefix(Self.mostRows) where id != steps.root {
      blocks.append(.equation(update(of: id, to: after[id])))
    }
    return blocks + resultAfterwards(after)
  }

  /// What a step of gradient descent does.
  func wordsOfStep(_ rate: Numeral) -> Prose {
    let eta = Formula.symbol(Symbol(.learningRate))
    return """
      Each quantity of the gradient moves against its derivative, by \(eta) times as much, where \
      \(Equation(eta, [.init(.equals, .number(rate))])) is the learning rate.
      """
  }

  /// How the new value of a quantity is worked out.
  mutating func update(of id: Graph.ID, to value: Double?) -> Equation {
    let update = steps.update(of: id)
    ledger[update.name] = value
    return equation(of: update)
  }

  /// The values of the parameters after the step.
  func updated(_ rate: Numeral) -> [Graph.ID: Double] {
    var after: [Graph.ID: Double] = [:]
    for id in lesson.by { after[id] = work.trace.values[id] - rate.value * work.gradient(id) }
    return after
  }

  private func resultAfterwards(_ after: [Graph.ID: Double]) -> [Block] {
    guard let root = steps.root, wanted == nil || isSummary else { return [] }
    let values: [Double] = graph.values { after[$0] ?? Double($1) }
    guard let old = ledger.printed(result, digits: digits),
      let new = Numeral(rounding: values[root], digits: digits)
    else {
      return [.paragraph("After the step \(result) is not finite: the learning rate is too large.")]
    }
    let direction: Prose =
      values[root] < work.trace.values[root]
      ? "so it became smaller."
      : values[root] == work.trace.values[root]
        ? "so it stayed as it was." : "so it became larger: the learning rate is too large for this step."
    return [
      .paragraph(
        """
        Before the step \(result) was \(Formula.number(old)); with the new values it is about \(Formula.number(new)), \
        \(direction)
        """)
    ]
  }
}
