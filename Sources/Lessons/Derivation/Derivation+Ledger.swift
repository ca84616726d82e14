import Backprop
import Formulas

/// What the names of the derivation stand for.
extension Derivation {
  /// The values of the parameters, of the examples that are derived, and of what is shown of the others.
  mutating func fillLedger(_ derived: [Int], ofEveryExample: Bool) {
    let layout = work.result.layout
    let traced = ofEveryExample ? Array(lesson.examples.indices) : derived
    for example in traced {
      ledger.add(work.result.trace(ofExampleAlone: example), of: lesson)
    }
    if let total {
      total.forEachName(layout, trace: work.result.trace(ofExampleAlone:), penalty: work.result.penaltyTrace)
      {
        ledger[$0] = $1
      }
      ledger[.symbol(work.cost)] = work.result.cost
      for id in total.parameters { ledger[derivative(id)] = work.gradient[id] }
    }
    if let exact = work.exact {
      for example in traced { ledger.define(inFractions: exact.trace(ofExampleAlone: example)) }
      if let total {
        total.forEachName(layout, trace: exact.trace(ofExampleAlone:), penalty: exact.penaltyTrace) {
          ledger.define($0, as: $1)
        }
        if let cost = exact.cost(with: exact.objective.network.parameters) {
          ledger.define(.symbol(work.cost), as: cost)
        }
        for id in total.parameters { ledger.define(derivative(id), as: exact.gradient[id]) }
      }
    }
    defineGivens(traced)
    for example in traced where !derived.contains(example) {
      noteCopies(Steps(lesson, layout, example: example).all)
    }
    noteShares()
    for example in examples {
      example.forEachSum { if isWanted($0.name) { ledger.defineRests(of: $0) } }
    }
    if let penalty = total?.penalty { ledger.defineRests(of: penalty) }
    for step in total?.onward ?? [] where wanted != nil && isWanted(step.name) {
      let known = ledger
      ledger[step.name] = step.formula.evaluated { known[$0] ?? .nan }
      if let exact = known.fraction(step.formula) { ledger.define(step.name, as: exact) }
    }
  }

  /// The numbers of the lesson: a weight that was drawn has no digits of its own.
  private mutating func defineGivens(_ traced: [Int]) {
    let layout = work.result.layout
    // Otherwise the traces know them.
    if ledger.isInFractions || traced.isEmpty {
      for (id, numeral) in lesson.parameters.enumerated() {
        ledger.define(.symbol(layout.symbol(id, example: nil)), as: numeral)
      }
    }
    for (x, example) in lesson.examples.enumerated() where traced.contains(x) {
      for (k, input) in example.inputs.enumerated() {
        ledger.define(.symbol(layout.symbol(layout.activation(0, k), example: x)), as: input)
      }
      for (j, target) in example.targets.enumerated() {
        ledger.define(.symbol(layout.target(j, example: x)), as: target)
      }
    }
    if let rate = lesson.learningRate { ledger.define(.symbol(Symbol(.learningRate)), as: rate) }
  }

  /// What is another name for a known number, as ∂z/∂a = w is, is as exact as that; elsewhere the line itself finds it.
  private mutating func noteCopies(_ steps: [Step]) {
    for step in steps {
      if case .number(let numeral) = step.formula { ledger.noteExact(step.name, numeral) }
      if case .symbol = step.formula, ledger.isExact(step.formula),
        let numeral = ledger.printed(step.formula, digits: digits)
      {
        ledger.noteExact(step.name, numeral)
      }
    }
  }

  /// The shares of the parts in the cost are what they are, where few digits say it.
  private mutating func noteShares() {
    for step in (total?.shares ?? []) + (total?.penaltyShare.map { [$0] } ?? []) {
      let exact = step.formula.evaluated { _ in Rational(0) / Rational(0) }
      if let numeral = ledger.numeral(exact, digits: digits) { ledger.noteExact(step.name, numeral) }
    }
  }
}

extension Total {
  /// What each example, and the penalty, has to do with the cost, in any arithmetic.
  fileprivate func forEachName<A: Algebra>(
    _ layout: Layout, trace: (Int) -> Trace<A>, penalty: Trace<A>?, _ body: (Formula, A) -> Void
  ) {
    for share in shares { body(share.name, A(1) / A(layout.exampleCount)) }
    var costOfRest = A(0)
    var slopesOfRest = Array(repeating: A(0), count: hasRest ? parameters.count : 0)
    for x in 0..<layout.exampleCount {
      let trace = trace(x)
      let own = layout.symbol(layout.exampleCost, example: x)
      let isTerm = terms.contains(x)
      if isTerm {
        body(.symbol(own), trace.values[layout.exampleCost])
        for id in parameters { body(.partial(own, by: layout.symbol(id, example: x)), trace.gradients[id]) }
      } else {
        costOfRest = costOfRest + trace.values[layout.exampleCost]
        for (place, id) in parameters.enumerated() {
          slopesOfRest[place] = slopesOfRest[place] + trace.gradients[id]
        }
      }
    }
    if hasRest {
      body(.symbol(Self.rest(layout.cost)), costOfRest)
      for (id, sum) in zip(parameters, slopesOfRest) { body(.symbol(Self.rest(id)), sum) }
    }
    if let penalty {
      body(.symbol(penalty.symbol(layout.penalty)), penalty.values[layout.penalty])
      let shown = Set(parameters)
      for factor in penalty.factors where factor.by == layout.penalty || shown.contains(factor.by) {
        body(.partial(penalty.symbol(factor.of), by: penalty.symbol(factor.by)), factor.value)
      }
    }
  }
}
