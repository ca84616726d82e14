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
    var blocks: [Block] = [
      .heading(level: 2, "One step of gradient descent"), .paragraph(wordsOfStep(rate)),
    ]
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
      Gradient descent subtracts from each quantity \(eta) times its derivative, where \
      \(Equation(eta, [.init(.equals, .number(rate))])) is the learning rate. All derivatives are taken at the old values, and \
      all quantities change at the same time.
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
    let descent = GradientDescent(rate: rate.value)
    return Dictionary(
      lesson.by.map { ($0, descent.updated(work.trace.values[$0], work.gradient($0))) }
    ) { first, _ in first }
  }

  private func resultAfterwards(_ after: [Graph.ID: Double]) -> [Block] {
    guard let root = steps.root, wanted == nil || isSummary else { return [] }
    let values: [Double] = graph.values { after[$0] ?? Double($1) }
    let exact = exactResult(root)
    let short = exact.flatMap { ledger.numeral($0.after, digits: digits) }
    guard let new = short ?? Numeral(rounding: values[root], digits: digits)
    else {
      return [
        .paragraph(
          "A forward pass with the new values gives no finite \(result): the learning rate is too large.")
      ]
    }
    let isSame = exact.map { $0.after == $0.before } ?? (values[root] == work.trace.values[root])
    let change: Prose =
      isSame
      ? "\(result) is the same as before."
      : values[root] < work.trace.values[root]
        ? "\(result) has decreased."
        : "\(result) has increased: the learning rate is too large for this step."
    return [
      .paragraph(
        """
        Before the step \(valued(result)). A forward pass with the new values gives \(short == nil ? "about " : "")\(Formula.number(new)). \(change)
        """)
    ]
  }

  /// The result before and after the step; `nil` where rounding enters it, or the graph is large.
  private func exactResult(_ root: Graph.ID) -> (before: Rational, after: Rational)? {
    guard graph.count <= Self.mostEntries, let rate = lesson.learningRate else { return nil }
    let before: GraphTrace<Rational> = work.exact ?? GraphTrace(graph)
    let moved = Set(lesson.by)
    let after: [Rational] = graph.values { id, numeral in
      moved.contains(id) ? Rational(numeral) - Rational(rate) * before.gradients[id] : Rational(numeral)
    }
    guard before.values[root].isExact, after[root].isExact else { return nil }
    return (before.values[root], after[root])
  }
}
