import Backprop
import Documents
import Formulas

/// Newton's step: to where the gradient would vanish if C were a parabola.
extension HessianNarrator {
  func newton(_ rows: [GraphDerivation]) -> [Block] {
    let (lesson, work) = (derivation.lesson, derivation.work)
    let result = derivation.first.result
    let heading = Block.heading(level: 2, say(.newton))
    guard let step = hessian.newtonStep(gradient: lesson.by.map { work.gradient($0) }) else {
      return [heading, .paragraph(say(.noNewton))]
    }
    let words = say(.newtonIs(result, curvesUpward: hessian.isPositiveDefinite))
    var ledger = rows[rows.count - 1].ledger
    for (place, row) in rows.enumerated() {
      for other in rows.indices {
        let name = entry(other, place)
        if let digits = row.ledger.digits(of: name) {
          ledger.define(name, as: digits)
        } else {
          ledger[name] = row.ledger[name]
        }
      }
      let slope = row.result
      if let digits = row.ledger.digits(of: slope) { ledger.define(slope, as: digits) }
    }
    let after = zip(lesson.by, step).map { (id: $0, value: work.value($0) + $1) }
    for (id, value) in after { ledger[.symbol(lesson.graph.symbol(of: id).updated)] = value }
    let digits = derivation.first.digits
    let lines = equations(rows.map(\.result)).map { Block.equation(ledger.line($0, $1, digits: digits)) }
    return [heading, .paragraph(words)] + (lines.isEmpty ? table(after, ledger, digits) : lines)
      + afterwards(after, result, digits)
  }

  /// How each new value follows, for one parameter or two.
  private func equations(_ slopes: [Formula]) -> [(Formula, Formula)] {
    let ids = derivation.lesson.by
    func updated(_ place: Int) -> Formula {
      .symbol(derivation.lesson.graph.symbol(of: ids[place]).updated)
    }
    if ids.count == 1 { return [(updated(0), name(ids[0]) - slopes[0] / entry(0, 0))] }
    guard ids.count == 2 else { return [] }
    let determinant = entry(0, 0) * entry(1, 1) - Formula.square(entry(0, 1))
    return [
      (updated(0), name(ids[0]) - (entry(1, 1) * slopes[0] - entry(0, 1) * slopes[1]) / determinant),
      (updated(1), name(ids[1]) - (entry(0, 0) * slopes[1] - entry(0, 1) * slopes[0]) / determinant),
    ]
  }

  private func table(_ after: [(id: Graph.ID, value: Double)], _ ledger: Ledger, _ digits: Int) -> [Block] {
    let rows = after.map { id, value -> [Prose] in
      let old = ledger.printed(name(id), digits: digits)
      let step = Numeral(rounding: value - derivation.work.value(id), digits: digits)
      return ["\(name(id))"]
        + [old, step, Numeral(rounding: value, digits: digits)].map {
          $0.map { "\(Formula.number($0))" } ?? ""
        }
    }
    let columns: [Table.Column] = [
      .init(say(.parameter), .left), .init(say(.value)), .init(say(.step)), .init(say(.newValue)),
    ]
    return [.table(Table(columns, rows: rows))]
  }

  private func afterwards(
    _ after: [(id: Graph.ID, value: Double)], _ result: Formula, _ digits: Int
  ) -> [Block] {
    let graph = derivation.lesson.graph
    guard let root = graph.result.entries.first else { return [] }
    let new = Dictionary(after.map { ($0.id, $0.value) }) { first, _ in first }
    let values: [Double] = graph.values { new[$0] ?? Double($1) }
    let old = derivation.work.trace.values[root]
    guard let value = Numeral(rounding: values[root], digits: digits)
    else { return [.paragraph(say(.notFinite(result)))] }
    let outcome: LearningPhrase.Outcome =
      values[root] < old ? .decreased : values[root] > old ? .increased : .unchanged
    let before = derivation.first.valued(result)
    return [.paragraph(say(.after(result, before: before, after: value, outcome)))]
  }
}
