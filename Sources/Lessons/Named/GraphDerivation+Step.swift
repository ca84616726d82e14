import Backprop
import Documents
import Formulas

/// A step of the optimizer.
extension GraphDerivation {
  /// Against the gradient, by the learning rate.
  mutating func step() -> [Block] {
    guard let rate = lesson.learningRate else { return [] }
    let moved = lesson.by.filter { id in
      isSummary || UpdateQuantity.allCases.contains { isWanted(.update(id, $0)) }
    }
    guard !moved.isEmpty else { return [] }
    var blocks =
      [Block.heading(level: 2, say(lesson.learning.heading))] + rateLine(rate)
    blocks.append(.paragraph(wordsOfStep(rate)))
    for id in moved.prefix(Self.mostRows) where id != steps.root {
      noteUpdates(of: id)
      for update in steps.updates(of: id) where isSummary || isWanted(update.kind) {
        blocks.append(line(update))
      }
    }
    return lesson.learning.steps == 1 ? blocks + resultAfterwards(updated()) : blocks
  }

  /// η as the schedule has it.
  private mutating func rateLine(_ start: Numeral) -> [Block] {
    guard let line = lesson.learning.rateLine(start), let formula = line.sides.first?.formula else {
      return []
    }
    return [.equation(ledger.line(line.left, formula, digits: digits))]
  }

  /// What a step of gradient descent does.
  func wordsOfStep(_ rate: Numeral) -> Prose {
    let eta = Learning.rateName
    return lesson.learning.isPlain
      ? say(DescentPhrase.rule(.quantities, rate: Equation(eta, [.init(.equals, .number(rate))])))
      : say(lesson.learning.rule(valued(eta), ledger, digits: digits))
  }

  /// The values of the lines of a quantity's step.
  mutating func noteUpdates(of id: Graph.ID) {
    let values = lesson.update(of: work.trace.values[id], id, slope: work.gradient(id))
    for (update, line) in zip(steps.updates(of: id), values) { ledger[update.name] = line.value }
    guard let exact = work.exact else { return }
    let fractions = lesson.update(of: exact.values[id], id, slope: exact.gradients[id])
    for (update, line) in zip(steps.updates(of: id), fractions) {
      ledger.define(update.name, as: line.value)
    }
  }

  /// The values of the parameters after the step.
  func updated() -> [Graph.ID: Double] {
    Dictionary(
      lesson.by.compactMap { id in
        lesson.update(of: work.trace.values[id], id, slope: work.gradient(id)).last.map { (id, $0.value) }
      }
    ) { first, _ in first }
  }

  private func resultAfterwards(_ after: [Graph.ID: Double]) -> [Block] {
    guard let root = steps.root, wanted == nil || isSummary else { return [] }
    let values: [Double] = graph.values { after[$0] ?? Double($1) }
    let exact = exactResult(root)
    let short = exact.flatMap { ledger.numeral($0.after, digits: digits) }
    guard let new = short ?? Numeral(rounding: values[root], digits: digits)
    else { return [.paragraph(say(GraphPhrase.notFinite(result)))] }
    let isSame = exact.map { $0.after == $0.before } ?? (values[root] == work.trace.values[root])
    let (before, after) = (work.trace.values[root], isSame ? work.trace.values[root] : values[root])
    let outcome =
      lesson.learning.isPlain && after > before
      ? say(GraphPhrase.increased(result))
      : say(lesson.learning.outcome(.result(result), before: before, after: after))
    let change = LearningPhrase.change(
      before: valued(result), after: new, isRounded: short == nil, ofParameters: false)
    return [.paragraph(Prose.sentences([say(change), outcome]))]
  }

  /// The result before and after the step; `nil` where rounding enters it, or the graph is large.
  private func exactResult(_ root: Graph.ID) -> (before: Rational, after: Rational)? {
    guard graph.count <= Self.mostEntries, lesson.learningRate != nil else { return nil }
    let before: GraphTrace<Rational> = work.exact ?? GraphTrace(graph)
    let moved = Set(lesson.by)
    let after: [Rational] = graph.values { id, numeral in
      let old = Rational(numeral)
      return moved.contains(id)
        ? lesson.update(of: old, id, slope: before.gradients[id]).last?.value ?? old : old
    }
    guard before.values[root].isExact, after[root].isExact else { return nil }
    return (before.values[root], after[root])
  }
}
