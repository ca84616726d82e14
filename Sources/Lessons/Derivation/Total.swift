import Backprop
import Formulas

/// The steps from the costs of the examples, and the penalty, to the one cost that is made smaller.
package struct Total {
  /// The examples whose costs stand as terms of the mean, counted from 0, in their order.
  let terms: [Int]
  /// What the other examples have together, if there are any: no term of its own for each.
  let hasRest: Bool
  /// R, where there is a penalty.
  package let penalty: Step?
  /// ∂R/∂w of each weight that is shown, and of no bias.
  package let penaltySlopes: [Step]
  /// C from the costs of the examples and R.
  package let cost: Step
  /// ∂C/∂C_x of each term, and of each example that is derived.
  package let shares: [Step]
  /// ∂C/∂R.
  package let penaltyShare: Step?
  /// ∂C/∂θ of each parameter that is shown, from its paths through each example and through R.
  package let derivatives: [Step]
  /// ∂C/∂ of the other quantities of the examples derived, from the same of their own cost.
  package let onward: [Step]
  /// Those that are shown.
  let parameters: [Layout.ID]

  /// Needed where the cost has parts; `derived` are the examples that are worked through.
  package init(
    _ lesson: Lesson, _ layout: Layout, derived: [Int], parameters: [Layout.ID],
    writing: Steps.Writing = .toBeRead
  ) {
    self.parameters = parameters
    let count = layout.exampleCount
    let all = Array(0..<count)
    terms =
      writing == .stepwise || count <= LongSums.mostInParentheses
      ? all : Set(derived.prefix(LongSums.firstTerms) + all.prefix(LongSums.firstTerms)).sorted()
    hasRest = terms.count < count
    let (c, r) = (layout.symbol(layout.cost, example: nil), layout.symbol(layout.penalty, example: nil))
    let weights = parameters.filter { !layout.isBias($0) }
    let rule = lesson.activePenalty.map {
      WeightDecay(
        Backprop.Penalty(l2: $0.l2.map(Formula.number), l1: $0.l1.map(Formula.number)), examples: count)
    }
    penalty = rule.map { rule in
      let ids = (0..<layout.parameterCount).filter { !layout.isBias($0) }
      var sums = LongSums(.penalty, isCut: writing == .toBeRead)
      let output = rule.output { term in
        sums.total(ids.count) { term(.symbol(layout.symbol(ids[$0], example: nil))) }
      }
      return Step(.symbol(r), output, others: sums.others)
    }
    penaltySlopes = weights.compactMap { id in
      let w = layout.symbol(id, example: nil)
      return rule.map { Step(.partial(r, by: w), $0.slope(.symbol(w))) }
    }
    let examples = terms.map { layout.symbol(layout.exampleCost, example: $0) }
    func mean(_ parts: [Formula], _ rest: Formula?, _ extra: Formula?) -> Formula {
      let sum = Formula.total(parts + (rest.map { [$0] } ?? []))
      let mean = count == 1 ? sum : .product([Self.share(count), sum])
      return extra.map { mean + $0 } ?? mean
    }
    let hasRest = hasRest
    func rest(_ id: Layout.ID) -> Formula? { hasRest ? .symbol(Self.rest(id)) : nil }
    cost = Step(
      .symbol(c), mean(examples.map(Formula.symbol), rest(layout.cost), rule.map { _ in .symbol(r) }))
    shares = Set(terms + derived).sorted().map { x in
      Step(.partial(c, by: layout.symbol(layout.exampleCost, example: x)), Self.share(count))
    }
    penaltyShare = rule.map { _ in Step(.partial(c, by: r), .integer(1)) }
    derivatives = parameters.map { id in
      let parameter = layout.symbol(id, example: nil)
      let isPenalized = rule != nil && parameter.meaning == .weight
      return Step(
        .partial(c, by: parameter),
        mean(
          examples.map { .partial($0, by: parameter) }, rest(id),
          isPenalized ? .partial(r, by: parameter) : nil))
    }
    onward = derived.flatMap { x -> [Step] in
      let own = layout.symbol(layout.exampleCost, example: x)
      return (layout.parameterCount..<layout.exampleCost).map { id in
        let symbol = layout.symbol(id, example: x)
        return Step(.partial(c, by: symbol), .product([.partial(c, by: own), .partial(own, by: symbol)]))
      }
    }
  }

  /// Every step, each after those that it needs.
  var all: [Step] {
    (penalty.map { [$0] } ?? []) + penaltySlopes + [cost] + shares + (penaltyShare.map { [$0] } ?? [])
      + derivatives + onward
  }

  /// 1/n.
  private static func share(_ count: Int) -> Formula {
    count == 1 ? .integer(1) : .quotient(.integer(1), .integer(count))
  }

  /// The sum over the examples that are no terms, of a derivative or of the cost.
  static func rest(_ id: Layout.ID) -> Symbol { Symbol(.otherTerms, indices: [id + 1]) }
}
