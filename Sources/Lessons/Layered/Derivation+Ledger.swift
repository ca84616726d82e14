import Backprop
import Formulas

/// What the names of the derivation stand for.
extension Derivation {
  /// The values of the parameters, of the examples that are derived, and of what is shown of the others.
  mutating func fillLedger(_ derived: [Int], ofEveryExample: Bool) {
    let layout = work.result.layout
    let traced = ofEveryExample ? Array(lesson.examples.indices) : derived
    for example in traced {
      ledger.add(work.result.trace(ofExampleAlone: example), of: lesson, digits: digits)
    }
    if let whole {
      forEachName(
        of: whole.graph, trace: work.result.trace(ofExampleAlone:), penalty: work.result.penaltyTrace
      ) {
        ledger[$0] = $1
      }
      ledger[.symbol(work.cost)] = work.result.cost
      for id in candidates { ledger[derivative(id)] = work.gradient[id] }
    }
    if let exact = work.exact {
      for example in traced { ledger.define(inFractions: exact.trace(ofExampleAlone: example)) }
      if let whole {
        forEachName(of: whole.graph, trace: exact.trace(ofExampleAlone:), penalty: exact.penaltyTrace) {
          ledger.define($0, as: $1)
        }
        if let cost = exact.cost(with: exact.objective.network.parameters) {
          ledger.define(.symbol(work.cost), as: cost)
        }
        for id in candidates { ledger.define(derivative(id), as: exact.gradient[id]) }
      }
    }
    defineGivens(traced)
    for example in traced where !derived.contains(example) {
      let steps = Steps(lesson, layout, example: example)
      noteCopies(steps.graph.kinds().flatMap(steps.steps))
    }
    noteShares()
    for steps in examples {
      // What is derived by a parameter is no sum.
      for kind in steps.graph.kinds(toInputs: !endsAtWeights, toParameters: false)
      where isWanted(steps.graph.name(of: kind)) {
        ledger.defineRests(steps.others(of: kind))
      }
    }
    guard let whole else { return }
    if whole.graph.hasPenalty { ledger.defineRests(whole.others(of: .value(whole.graph.penaltyEntry))) }
    for step in onward where wanted != nil && isWanted(step.name) {
      let known = ledger
      ledger[step.name] = step.formula.evaluated { known[$0] ?? .nan }
      if let exact = known.fraction(step.formula) { ledger.define(step.name, as: exact) }
    }
  }

  /// ∂C/∂C_x of each example that is a term or derived, and ∂C/∂R.
  var shares: [Graph.Step] { wholeSteps { [.cost, .penalty].contains($0.meaning) } }

  /// ∂C/∂ of what is inside of the examples that are derived.
  var onward: [Graph.Step] { wholeSteps { [.weightedInput, .activation].contains($0.meaning) } }

  /// ∂C/∂ of the parameters.
  var totals: [Graph.Step] { wholeSteps { [.weight, .bias].contains($0.meaning) } }

  /// The derivatives of the total cost by some quantities.
  private func wholeSteps(by isMeant: (Symbol) -> Bool) -> [Graph.Step] {
    guard let whole else { return [] }
    return wholeKinds.compactMap { kind in
      guard case .total(let id) = kind, isMeant(whole.graph.symbol(of: id)) else { return nil }
      return whole.step(kind)
    }
  }

  /// The numbers of the lesson: a weight that was drawn has no digits of its own.
  private mutating func defineGivens(_ traced: [Int]) {
    let layout = work.result.layout
    // Otherwise the traces know them.
    if ledger.isInFractions || traced.isEmpty {
      for (name, value) in lesson.givenParameters(layout) {
        ledger.define(name, asGiven: value, digits: digits)
      }
    }
    for (name, value) in traced.flatMap({ lesson.givens(ofExample: $0, layout) }) {
      ledger.define(name, asGiven: value, digits: digits)
    }
    ledger.define(lesson.step(layout))
  }

  /// What is another name for a known number, as ∂z/∂a = w is, is as exact as that; elsewhere the line itself finds it.
  private mutating func noteCopies(_ steps: [Graph.Step]) {
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
    for step in shares {
      let exact = step.formula.evaluated { _ in Rational(0) / Rational(0) }
      if let numeral = ledger.numeral(exact, digits: digits) { ledger.noteExact(step.name, numeral) }
    }
  }
}

extension Derivation {
  /// What each example, and the penalty, has to do with the total cost, in any arithmetic.
  private func forEachName<A: Algebra>(
    of graph: NetworkGraph, trace: (Int) -> Trace<A>, penalty: Trace<A>?, _ body: (Formula, A) -> Void
  ) {
    let (layout, parameters) = (graph.layout, candidates)
    let hasRest = graph.terms.count < layout.exampleCount
    for share in shares { body(share.name, share.formula.evaluated { _ in A(0) }) }
    var costOfRest = A(0)
    var slopesOfRest = Array(repeating: A(0), count: hasRest ? parameters.count : 0)
    for x in 0..<layout.exampleCount {
      let trace = trace(x)
      let own = layout.symbol(layout.exampleCost, example: x)
      let isTerm = graph.terms.contains(x)
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
      body(.symbol(NetworkGraph.otherExamples(layout.cost)), costOfRest)
      for (id, sum) in zip(parameters, slopesOfRest) { body(.symbol(NetworkGraph.otherExamples(id)), sum) }
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
