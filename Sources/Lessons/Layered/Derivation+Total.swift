import Backprop
import Documents
import Formulas

/// From the costs of the examples, and the penalty, to the one cost that is made smaller.
extension Derivation {
  mutating func penalty(_ whole: Steps) -> [Block] {
    var blocks: [Block] = []
    let (entry, examples) = (whole.graph.penaltyEntry, work.result.layout.penaltyDivisor)
    if whole.graph.hasPenalty, isWanted(.symbol(whole.graph.symbol(of: entry))) {
      if whole.otherCount(of: .value(entry)) != nil {
        blocks.append(.paragraph(say(ForwardPhrase.otherTermsInParentheses)))
      }
      blocks.append(line(whole.value(of: entry)))
    }
    let slopes = candidates.compactMap { whole.step(.factor(of: entry, by: $0)) }.filter { isWanted($0.name) }
    if !slopes.isEmpty {
      blocks.append(.paragraph(say(TotalPhrase.penaltySlopes(lesson.activePenalty, examples: examples))))
      blocks += slopes.map { line($0) }
      let resting = slopes.flatMap(\.formula.names).filter { ledger[$0] == 0 }
      if lesson.activePenalty?.l1 != nil, let first = resting.first {
        blocks.append(.paragraph(say(TotalPhrase.weightIsZero(first))))
      }
    }
    guard !blocks.isEmpty else { return [] }
    let penalty = TotalPhrase.penalty(name(entry, in: whole), of: lesson.activePenalty, examples: examples)
    return [.heading(level: 2, say(HeadingPhrase.penalty)), .paragraph(say(penalty))] + blocks
  }

  mutating func total(_ whole: Steps) -> [Block] {
    var blocks: [Block] = []
    if isWanted(.symbol(whole.graph.result)) {
      let words = Prose.sentences(["\(strong: say(TotalPhrase.cost))", say(TotalPhrase.parts(parts))])
      blocks.append(.paragraph(words))
      blocks += otherExamples(whole) + (whole.graph.root.map { [line(whole.value(of: $0))] } ?? [])
    }
    let derivatives = totals.filter { isWanted($0.name) }
    // One share says them all, but for those that are asked for.
    let shares = shares.enumerated().filter { position, share in
      let ofPenalty = share.kind == .total(whole.graph.penaltyEntry)
      return (position == 0 || ofPenalty) && !derivatives.isEmpty
        || (wanted != nil || ofPenalty) && isWanted(share.name)
    }.map(\.element)
    if !shares.isEmpty {
      blocks.append(.paragraph(say(TotalPhrase.shares(parts))))
      blocks += shares.map { line($0) }
    }
    let onward = wanted == nil ? [] : onward.filter { isWanted($0.name) }
    let (total, own) = (Formula.symbol(work.cost), Formula.symbol(steps.graph.result))
    if !hasExamples, !onward.isEmpty {
      let letters = [.weightedInput, .activation].map { Formula.symbol(Symbol($0)) }
      blocks.append(.paragraph(say(TotalPhrase.inside(letters: letters, total: total, own: own))))
    }
    blocks += onward.map { line($0) }
    if !derivatives.isEmpty {
      let words = TotalPhrase.derivatives(
        total: total, own: own, penalty: whole.graph.penaltyName, examples: parts.examples)
      blocks.append(.paragraph(say(words)))
      if let first = chainRule(whole.graph, derivatives) { blocks.append(.equation(first)) }
      blocks += otherExamples(whole)
      blocks += derivatives.map { line($0) }
      blocks += disagreement(derivatives)
    }
    guard !blocks.isEmpty else { return [] }
    let heading: HeadingPhrase = !hasExamples ? .costWithPenalty : parts.isSum ? .sum : .mean
    return [.heading(level: 2, say(heading))] + blocks
  }

  /// What the cost is made of.
  var parts: TotalPhrase.Parts {
    .init(
      examples: work.result.layout.exampleCount, hasPenalty: lesson.activePenalty != nil,
      isSum: lesson.reduction == .sum)
  }

  private func name(_ entry: Graph.ID, in whole: Steps) -> Formula { .symbol(whole.graph.symbol(of: entry)) }

  /// ∂C/∂w = Σ ∂C/∂C_x · ∂C_x/∂w, for the first parameter that is shown.
  private func chainRule(_ graph: NetworkGraph, _ derivatives: [Graph.Step]) -> Equation? {
    guard let derivative = derivatives.first, graph.terms.count == graph.layout.exampleCount,
      case .partial(let cost, let parameter) = derivative.name
    else { return nil }
    let parts = derivative.formula.names.compactMap { name -> Formula? in
      if case .partial(let part, _) = name { .product([.partial(cost, by: part), name]) } else { nil }
    }
    return Equation(.partial(cost, by: parameter), [.init(.equals, .total(parts))])
  }

  /// What stands for the examples that are no terms of their own.
  private func otherExamples(_ whole: Steps) -> [Block] {
    let isDerived = Set(examples.map(\.example)).isSuperset(of: whole.graph.terms)
    let count = whole.graph.layout.exampleCount - whole.graph.terms.count
    if count == 0, isDerived { return [] }
    return [.paragraph(say(TotalPhrase.otherExamples(count, areSomeNotDerived: !isDerived)))]
  }

  /// Which derivatives have different signs from example to example, of all examples, whether shown or not.
  private func disagreement(_ derivatives: [Graph.Step]) -> [Block] {
    guard hasExamples else { return [] }
    let (layout, differs) = (work.result.layout, work.exact?.signsDiffer ?? work.result.signsDiffer)
    let torn = derivatives.compactMap { step -> Symbol? in
      guard case .partial(_, let parameter) = step.name, let id = layout.id(of: parameter) else { return nil }
      return differs[id] ? parameter : nil
    }
    guard let first = torn.first else { return [] }
    let which: TotalPhrase.Differing =
      torn.count == 1
      ? .one(.symbol(first))
      : torn.count == derivatives.count ? .all : .some(torn.count, first: .symbol(first))
    return [.paragraph(say(parts.isSum ? TotalPhrase.signsDifferInSum(which) : .signsDiffer(which)))]
  }
}
