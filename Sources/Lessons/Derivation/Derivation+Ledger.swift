import Backprop
import Formulas

/// What the names of the derivation stand for.
extension Derivation {
  /// The values of the parameters, of the examples that are derived, and of what is shown of the others.
  mutating func fillLedger(_ derived: [Int], ofEveryExample: Bool) {
    let layout = work.result.layout
    for example in ofEveryExample ? Array(lesson.examples.indices) : derived {
      ledger.add(work.result.trace(ofExampleAlone: example))
    }
    for (id, numeral) in lesson.parameters.enumerated() {
      let symbol = layout.symbol(id, example: nil)
      if symbol.meaning == .weight, let layer = symbol.layer, lesson.layers[layer - 1].isDrawn {
        ledger[.symbol(symbol)] = numeral.value
      } else {
        ledger.define(.symbol(symbol), as: numeral)
      }
    }
    for (x, example) in lesson.examples.enumerated() where derived.contains(x) {
      for (k, input) in example.inputs.enumerated() {
        ledger.define(.symbol(layout.symbol(layout.activation(0, k), example: x)), as: input)
      }
      for (j, target) in example.targets.enumerated() {
        ledger.define(.symbol(layout.target(j, example: x)), as: target)
      }
    }
    if let rate = lesson.learningRate { ledger.define(.symbol(Symbol(.learningRate)), as: rate) }
    if let total { fill(total, derived) }
    for (name, sum) in examples.flatMap(\.others) + Array(total?.otherTerms ?? [:]) {
      ledger.defineRest(name, as: sum)
    }
  }

  /// What each example has to do with the cost, and what the penalty has.
  private mutating func fill(_ total: Total, _ derived: [Int]) {
    let result = work.result
    let layout = result.layout
    let cost = work.cost
    var rest = Array(repeating: 0.0, count: layout.parameterCount)
    for x in lesson.examples.indices {
      let own = layout.symbol(layout.exampleCost, example: x)
      let gradient = result.gradient(ofExample: x)
      guard total.terms.contains(x) else {
        for id in parameters { rest[id] += gradient[id] }
        continue
      }
      ledger[.symbol(own)] = result.exampleCosts[x]
      let share = Formula.partial(cost, by: own)
      ledger[share] = 1 / Double(layout.exampleCount)
      let exact = Rational(1) / Rational(layout.exampleCount)
      if let decimal = Numeral(exact, digits: digits) { ledger.noteExact(share, decimal) }
      for id in parameters { ledger[.partial(own, by: layout.symbol(id, example: x))] = gradient[id] }
    }
    if total.hasRest {
      let others = lesson.examples.indices.filter { !total.terms.contains($0) }
      ledger[.symbol(Total.rest(layout.cost))] = others.reduce(0) { $0 + result.exampleCosts[$1] }
      for id in parameters { ledger[.symbol(Total.rest(id))] = rest[id] }
    }
    if let penalty = result.penaltyTrace {
      ledger[.symbol(penalty.symbol(layout.penalty))] = result.penalty
      for factor in penalty.factors {
        ledger[.partial(penalty.symbol(factor.of), by: penalty.symbol(factor.by))] = factor.value
      }
      ledger.define(.partial(cost, by: penalty.symbol(layout.penalty)), as: Numeral(integer: 1))
    }
    ledger[.symbol(cost)] = result.cost
    for id in parameters { ledger[.partial(cost, by: layout.symbol(id, example: nil))] = result.gradient[id] }
    for x in derived where total.onward.contains(where: { isWanted($0.name) }) && wanted != nil {
      let trace = result.trace(example: x)
      for id in layout.parameterCount..<layout.exampleCost {
        ledger[.partial(cost, by: trace.symbol(id))] = trace.gradients[id]
      }
    }
  }
}
