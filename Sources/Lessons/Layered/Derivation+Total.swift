import Backprop
import Documents
import Formulas

/// From the costs of the examples, and the penalty, to the one cost that is made smaller.
extension Derivation {
  mutating func penalty(_ whole: Steps) -> [Block] {
    var blocks: [Block] = []
    let entry = whole.graph.penaltyEntry
    if whole.graph.hasPenalty, isWanted(.symbol(whole.graph.symbol(of: entry))) {
      if whole.otherCount(of: .value(entry)) != nil {
        blocks.append(
          .paragraph(
            "(These sums are long: the last number in the parentheses is what the other terms make together.)"
          ))
      }
      blocks.append(line(whole.value(of: entry)))
    }
    let slopes = candidates.compactMap { whole.step(.factor(of: entry, by: $0)) }.filter { isWanted($0.name) }
    if !slopes.isEmpty {
      blocks.append(
        .paragraph(
          "\(strong: "How the penalty feels each weight.") \(Words.penaltySlope(lesson.activePenalty, examples: work.result.layout.exampleCount))"
        ))
      blocks += slopes.map { line($0) }
      let resting = slopes.flatMap(\.formula.names).filter { ledger[$0] == 0 }
      if lesson.activePenalty?.l1 != nil, let first = resting.first {
        blocks.append(
          .paragraph(
            "At 0, as \(first) is, an absolute value has a kink: its slope is taken to be 0, between the −1 and the 1 beside it."
          ))
      }
    }
    guard !blocks.isEmpty else { return [] }
    return [
      .heading(level: 2, "The penalty"),
      .paragraph(
        """
        Large weights \(.raiseCost), too. To the network this is one more path from each weight to the \(.cost), which \
        goes through no neuron and depends on no example; biases have none. \
        \(Words.penalty(lesson.activePenalty, examples: work.result.layout.exampleCount))
        """),
    ] + blocks
  }

  mutating func mean(_ whole: Steps) -> [Block] {
    var blocks: [Block] = []
    let hasPenalty = whole.graph.hasPenalty
    if isWanted(.symbol(whole.graph.result)) {
      blocks += [
        .paragraph(
          "\(strong: "The \(.cost).") \(Words.wholeCost(hasExamples, hasPenalty: hasPenalty))")
      ]
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
      let words: Prose =
        hasExamples
        ? "Each example by its share in the mean\(hasPenalty ? ", the penalty in full" : "")."
        : "In full: nothing is divided."
      blocks.append(.paragraph("\(strong: "How the \(.cost) feels its parts.") \(words)"))
      blocks += shares.map { line($0) }
    }
    let onward = wanted == nil ? [] : onward.filter { isWanted($0.name) }
    if !hasExamples, !onward.isEmpty {
      blocks.append(
        .paragraph(
          "The penalty touches no neuron: inside the network the derivatives of the whole \(.cost) are those of the example's own."
        ))
    }
    blocks += onward.map { line($0) }
    if !derivatives.isEmpty {
      blocks.append(
        .paragraph(
          "\(strong: "The derivatives.") \(Words.oneMoreStep(hasExamples, hasPenalty: hasPenalty))")
      )
      if let first = chainRule(whole.graph, derivatives) { blocks.append(.equation(first)) }
      blocks += otherExamples(whole)
      blocks += derivatives.map { line($0) }
      blocks += disagreement(derivatives)
    }
    guard !blocks.isEmpty else { return [] }
    let title: Prose = hasExamples ? "All examples together" : "With the penalty"
    return [.heading(level: 2, title)] + blocks
  }

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
    let elsewhere: Prose = "What belongs to examples that are not derived here is found in the same way."
    let count = whole.graph.layout.exampleCount - whole.graph.terms.count
    guard count > 0 else { return isDerived ? [] : [.paragraph("(\(elsewhere))")] }
    let rest: Prose = "The last number in the parentheses is what the other \(count) examples make together."
    return [.paragraph(isDerived ? "(\(rest))" : "(\(rest) \(elsewhere))")]
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
    let which: Prose =
      torn.count == 1
      ? "\(.symbol(first))"
      : torn.count == derivatives.count
        ? "each of these parameters" : "\(torn.count) of these parameters, \(.symbol(first)) being the first,"
    return [
      .paragraph(
        "For \(which) the derivatives of the examples have different signs, so they cancel in the mean, at least in part."
      )
    ]
  }
}
