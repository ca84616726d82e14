import Backprop
import Formulas
import Lessons

/// Mistakes in the mean over the examples, in the penalty, and in the step.
extension Mistake {
  static let ofTotal = [
    Mistake(
      "batch-sum", .often, "The sum over the examples is not divided by their number.",
      "Average once, in the cost.",
      { site in gradientOfMean(site).map { $0.without(share(site)) } },
      { site in
        // The example's own δ goes for that of the total.
        if site.place == .share, case .quotient = site.right { return .integer(1) }
        return gradientOfMean(site).map { $0.without(share(site)) }
      },
      { site in mean(site).map { $0.without(share(site)) } }),
    Mistake(
      "batch-averaged-twice", .often, "The sum over the examples is divided by their number twice.",
      "Average once, in the cost.",
      { site in
        gradientOfMean(site).map { $0.replacing(share(site), with: share(site).divided(by: site.examples)) }
      }),
    Mistake(
      "bias-penalized", .seldom, "The penalty is applied to the biases, too.", "Is b in the penalty?",
      { site in
        guard case .totalGradient(isBias: true) = site.place, let l2 = site.lesson.activePenalty?.l2,
          case .partial(_, let bias) = site.line.name
        else { return nil }
        return site.right + over(site.examples, .number(l2)) * .symbol(bias)
      }),
    Mistake(
      "penalty-factor", .often, "The derivative of the penalty has a wrong factor.",
      "Differentiate (λ/2n) w².",
      // Nothing at all, 2λw, λw without its n, ½λw, λ alone, twice R, λw².
      { site in site.place == .penaltySlope ? .integer(0) : nil },
      { site in penalty(site) { .integer(2) * $0 * $1 } },
      { site in site.examples > 1 ? penalty(site) { $0 * .integer(site.examples) * $1 } : nil },
      { site in penalty(site) { ($0 * $1).divided(by: 2) } },
      { site in penalty(site) { l2, _ in l2 } },
      { site in site.place == .penalty ? .integer(2) * site.right : nil },
      { site in penalty(site) { $0 * .power($1, 2) } }),
  ]

  static let ofStep = [
    Mistake(
      "ascent", .sometimes, "The step goes uphill: it is added.", "Downhill subtracts.",
      { site in step(site) { w, eta, g in w + eta * g } }
    ).inGraphs([{ site in graphStep(site) { w, eta, g in w + eta * g } }]),
    Mistake(
      "step-factor", .sometimes, "The learning rate is in the step twice, or not at all.", "η appears once.",
      { site in step(site) { w, eta, g in w - .power(eta, 2) * g } },
      { site in step(site) { w, _, g in w - g } },
      { site in step(site) { w, eta, _ in w - eta * w } }
    ).inGraphs([
      { site in graphStep(site) { w, eta, g in w - .power(eta, 2) * g } },
      { site in graphStep(site) { w, _, g in w - g } },
      { site in graphStep(site) { w, eta, _ in w - eta * w } },
    ]),
    Mistake(
      "bias-not-updated", .seldom, "The bias keeps its value.", "Biases learn too.",
      { site in
        guard case .update(isBias: true) = site.place else { return nil }
        return step(site) { b, _, _ in b }
      }),
  ]

  private static func share(_ site: Site) -> Formula { .quotient(.integer(1), .integer(site.examples)) }

  private static func gradientOfMean(_ site: Site) -> Formula? {
    guard case .totalGradient = site.place, site.examples > 1 else { return nil }
    return site.right
  }

  private static func mean(_ site: Site) -> Formula? {
    site.place == .totalCost && site.examples > 1 ? site.right : gradientOfMean(site)
  }

  /// ∂R/∂w with another part for the squares, made of l2/n and w.
  private static func penalty(_ site: Site, _ part: (_ l2: Formula, _ w: Formula) -> Formula) -> Formula? {
    guard case .penaltySlope = site.place, let l2 = site.lesson.activePenalty?.l2,
      case .partial(_, let weight) = site.line.name
    else { return nil }
    let squares = part(over(site.examples, .number(l2)), .symbol(weight))
    guard let l1 = site.lesson.activePenalty?.l1 else { return squares }
    return squares + over(site.examples, .number(l1)) * .call(.sign, .symbol(weight))
  }

  private static func over(_ count: Int, _ part: Formula) -> Formula {
    count == 1 ? part : part / .integer(count)
  }

  /// A new parameter, from the old one, η and ∂C/∂ of it.
  private static func step(
    _ site: Site, _ formula: (_ old: Formula, _ eta: Formula, _ gradient: Formula) -> Formula
  ) -> Formula? {
    guard case .update = site.place, case .symbol(let new) = site.line.name else { return nil }
    let old = Symbol(new.meaning == .newWeight ? .weight : .bias, layer: new.layer, indices: new.indices)
    let cost = site.layout.symbol(site.layout.cost, example: nil)
    return formula(.symbol(old), .symbol(Symbol(.learningRate)), .partial(cost, by: old))
  }
}
