import Backprop
import Documents
import Formulas

/// Newton's step: to where the gradient would vanish if C were quadratic.
extension HessianNarrator {
  func newton(_ rows: [GraphDerivation]) -> [Block] {
    let (lesson, work) = (derivation.lesson, derivation.work)
    let result = derivation.first.result
    let heading = Block.heading(level: 2, say(.newton))
    guard let step = hessian.newtonStep(gradient: lesson.by.map { work.gradient($0) }) else {
      return [heading, .paragraph(say(.noNewton))]
    }
    let words = say(
      .newtonIs(
        result, step: Optimizer.letter("Delta"), hessian: Optimizer.letter("H"),
        gradient: Optimizer.letter("g"), isFromGivens: lesson.hasLaterSteps,
        curvesUpward: hessian.isPositiveDefinite))
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
      if let digits = row.ledger.digits(of: slope) {
        ledger.define(slope, as: digits)
      } else {
        ledger[slope] = row.ledger[slope]
      }
    }
    let changes = withoutRests(step, rows.map(\.result), ledger)
    let after = zip(lesson.by, changes).map { (id: $0, value: work.value($0) + $1) }
    for (id, value) in after { ledger[updated(id).name] = value }
    let digits = derivation.first.digits
    let steps = zip(lesson.by.indices, changes).map { (name: delta($0), value: $1) }
    for (name, value) in steps { ledger[name] = value }
    let system = self.system(rows.map(\.result), ledger, digits)
    let lines = equations(rows.map(\.result)).map { name, formula in
      var line = ledger.line(name, formula, digits: digits)
      line.left = lesson.by.map(updated).first { $0.name == name }?.shown ?? name
      line.name = name
      return Block.equation(line)
    }
    return [heading, .paragraph(words)] + (system.map { [.paragraph(say($0))] } ?? [])
      + (lines.isEmpty ? table(after, ledger, digits) : lines) + afterwards(after, ledger)
  }

  /// The step, 0 where it is no more than the rounding of the formula that it is shown by.
  private func withoutRests(_ step: [Double], _ slopes: [Formula], _ ledger: Ledger) -> [Double] {
    let formulas = equations(slopes).prefix(step.count).map(\.formula)
    guard formulas.count == step.count else { return step }
    return zip(step, formulas).map { value, formula in
      let bound: Rounded = formula.evaluated { Rounded(ledger[$0] ?? .nan) }
      return bound.error.isFinite && value.magnitude <= bound.error * .ulpOfOne ? 0 : value
    }
  }

  /// What a step changes a parameter by: Δ, with the place of the parameter where there are several.
  private func delta(_ place: Int) -> Formula {
    .symbol(
      Symbol(.optimizer(Word("Delta")), indices: derivation.lesson.by.count == 1 ? [] : [place + 1]))
  }

  /// The equations of two parameters in numbers, as in 10 · Δ₁ + 1 · Δ₂ = −8.
  private func system(_ slopes: [Formula], _ ledger: Ledger, _ digits: Int) -> FurtherPhrase? {
    guard slopes.count == 2 else { return nil }
    func number(_ name: Formula) -> Formula {
      ledger.printed(name, digits: digits).map(Formula.number) ?? name
    }
    return .newtonInNumbers(
      slopes.enumerated().map { i, slope in
        let left = number(entry(0, i)) * delta(0) + number(entry(1, i)) * delta(1)
        return Equation(left, [.init(.equals, (-number(slope)).simplified)])
      })
  }

  /// How each new value follows, for one parameter or two.
  func equations(_ slopes: [Formula]) -> [(name: Formula, formula: Formula)] {
    let ids = derivation.lesson.by
    let steps: [Formula]
    switch ids.count {
    case 1: steps = [-(slopes[0] / entry(0, 0))]
    case 2:
      let determinant = entry(0, 0) * entry(1, 1) - Formula.square(entry(0, 1))
      steps = [
        (entry(0, 1) * slopes[1] - entry(1, 1) * slopes[0]) / determinant,
        (entry(0, 1) * slopes[0] - entry(0, 0) * slopes[1]) / determinant,
      ]
    default: return []
    }
    return steps.enumerated().map { (delta($0), $1) }
      + ids.enumerated().map { (updated($1).name, name($1) + delta($0)) }
  }

  /// A new value as it is shown, and a name that tells it from the new value of a step of the optimizer.
  private func updated(_ id: Graph.ID) -> (shown: Formula, name: Formula) {
    let shown = derivation.lesson.graph.symbol(of: id).updated
    return (.symbol(shown), .symbol(Symbol(shown.meaning, indices: shown.indices, example: 0)))
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
    _ after: [(id: Graph.ID, value: Double)], _ ledger: Ledger
  ) -> [Block] {
    let (graph, result, digits) = (
      derivation.lesson.graph, derivation.first.result, derivation.first.digits
    )
    guard let root = graph.result.entries.first else { return [] }
    let new = Dictionary(after.map { ($0.id, $0.value) }) { first, _ in first }
    let values: [Double] = graph.values { new[$0] ?? Double($1) }
    let old = derivation.work.trace.values[root]
    // Where the new values are exact, so is what follows from them.
    let none = Rational(0) / Rational(0)
    let fractions: [Rational] = graph.values { id, given in
      new[id] == nil ? Rational(given) : ledger.digits(of: updated(id).name).map(Rational.init) ?? none
    }
    let exact = ledger.numeral(fractions[root], digits: digits)
    guard let value = exact ?? Numeral(rounding: values[root], digits: digits)
    else { return [.paragraph(say(.notFinite(result)))] }
    let outcome: LearningPhrase.Outcome =
      values[root] < old ? .decreased : values[root] > old ? .increased : .unchanged
    let before = derivation.first.valued(result)
    return [
      .paragraph(say(.after(result, before: before, after: value, isExact: exact != nil, outcome)))
    ]
  }
}
