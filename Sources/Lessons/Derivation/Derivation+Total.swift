import Backprop
import Documents
import Formulas

/// From the costs of the examples, and the penalty, to the one cost that is made smaller.
extension Derivation {
  mutating func together(_ total: Total) -> [Block] {
    penalty(total) + mean(total)
  }

  private mutating func penalty(_ total: Total) -> [Block] {
    var blocks: [Block] = []
    if let penalty = total.penalty, isWanted(penalty.name) {
      if penalty.otherCount != nil {
        blocks.append(
          .paragraph(
            "(These sums are long: the last number in the parentheses is what the other terms make together.)"
          ))
      }
      blocks.append(line(penalty))
    }
    let slopes = total.penaltySlopes.filter { isWanted($0.name) }
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

  private mutating func mean(_ total: Total) -> [Block] {
    var blocks: [Block] = []
    if isWanted(total.cost.name) {
      blocks += [
        .paragraph(
          "\(strong: "The \(.cost).") \(Words.wholeCost(hasExamples, hasPenalty: total.penalty != nil))")
      ]
      blocks += otherExamples(total) + [line(total.cost)]
    }
    let derivatives = total.derivatives.filter { isWanted($0.name) }
    // One share says them all, but for those that are asked for.
    let shares = total.shares.enumerated().filter { position, share in
      position == 0 && !derivatives.isEmpty || wanted != nil && isWanted(share.name)
    }.map(\.element)
    let penaltyShare = total.penaltyShare.flatMap { isWanted($0.name) || !derivatives.isEmpty ? $0 : nil }
    if !shares.isEmpty || penaltyShare != nil {
      let words: Prose =
        hasExamples
        ? "Each example by its share in the mean\(total.penalty == nil ? "" : ", the penalty in full")."
        : "In full: nothing is divided."
      blocks.append(.paragraph("\(strong: "How the \(.cost) feels its parts.") \(words)"))
      blocks += (shares + (penaltyShare.map { [$0] } ?? [])).map { line($0) }
    }
    let onward = wanted == nil ? [] : total.onward.filter { isWanted($0.name) }
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
          "\(strong: "The derivatives.") \(Words.oneMoreStep(hasExamples, hasPenalty: total.penalty != nil))")
      )
      if let first = chainRule(total) { blocks.append(.equation(first)) }
      blocks += otherExamples(total)
      blocks += derivatives.map { line($0) }
      blocks += disagreement(derivatives)
    }
    guard !blocks.isEmpty else { return [] }
    let title: Prose = hasExamples ? "All examples together" : "With the penalty"
    return [.heading(level: 2, title)] + blocks
  }

  /// ∂C/∂w = Σ ∂C/∂C_x · ∂C_x/∂w, for the first parameter that is shown.
  private func chainRule(_ total: Total) -> Equation? {
    guard let derivative = total.derivatives.first(where: { isWanted($0.name) }), !total.hasRest,
      case .partial(let cost, let parameter) = derivative.name
    else { return nil }
    let parts = derivative.formula.names.compactMap { name -> Formula? in
      if case .partial(let part, _) = name { .product([.partial(cost, by: part), name]) } else { nil }
    }
    return Equation(.partial(cost, by: parameter), [.init(.equals, .total(parts))])
  }

  /// What stands for the examples that are no terms of their own.
  private func otherExamples(_ total: Total) -> [Block] {
    let isDerived = Set(examples.map(\.example)).isSuperset(of: total.terms)
    let elsewhere: Prose = "What belongs to examples that are not derived here is found in the same way."
    guard total.hasRest else { return isDerived ? [] : [.paragraph("(\(elsewhere))")] }
    let count = work.result.layout.exampleCount - total.terms.count
    let rest: Prose = "The last number in the parentheses is what the other \(count) examples make together."
    return [.paragraph(isDerived ? "(\(rest))" : "(\(rest) \(elsewhere))")]
  }

  /// Which derivatives have different signs from example to example, of all examples, whether shown or not.
  private func disagreement(_ derivatives: [Step]) -> [Block] {
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
