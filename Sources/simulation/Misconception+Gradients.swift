import Formulas

/// The derivatives by the parameters, of all examples together, and the step.
extension Misconception {
  private static func weight(
    _ id: String?, _ name: String, _ wrong: @escaping @Sendable (Spot, Int, Int, Int) -> Formula?
  )
    -> Misconception
  {
    Misconception(id, name) { spot in
      if case .weightGradient(let l, let j, let k) = spot.place { wrong(spot, l, j, k) } else { nil }
    }
  }

  private static func bias(
    _ id: String?, _ name: String, _ wrong: @escaping @Sendable (Spot, Int, Int) -> Formula?
  ) -> Misconception {
    Misconception(id, name) { spot in
      if case .biasGradient(let l, let j) = spot.place { wrong(spot, l, j) } else { nil }
    }
  }

  static let ofGradients = [
    weight("own-activation", "δ times the own a") { spot, l, j, _ in product(spot.error(l, j), spot.a(l, j))
    },
    weight("input-for-hidden", "δ times x") { spot, l, j, k in
      l > 1 && k < spot.width(0) ? product(spot.error(l, j), spot.a(0, k)) : nil
    },
    weight("delta-wrong-layer", "δ of the next layer") { spot, l, j, k in
      product(spot.error(l + 1, min(j, max(0, spot.width(l + 1) - 1))), spot.a(l - 1, k))
    },
    weight("delta-wrong-neuron", "another neuron's δ") { spot, l, j, k in
      spot.width(l) > 1 ? product(spot.error(l, (j + 1) % spot.width(l)), spot.a(l - 1, k)) : nil
    },
    weight("missing-activation-factor", "δ alone") { spot, l, j, _ in spot.error(l, j) },
    weight("weight-for-activation", "δ w") { spot, l, j, k in product(spot.error(l, j), spot.w(l, j, k)) },
    weight("z-for-a", "δ z") { spot, l, j, k in l > 1 ? product(spot.error(l, j), spot.z(l - 1, k)) : nil },
    weight("transposed-gradient", "δ_k a_j") { spot, l, j, k in
      spot.width(l) == spot.width(l - 1) && spot.width(l) > 1
        ? product(spot.error(l, k), spot.a(l - 1, j)) : nil
    },
    weight(nil, "another neuron's a") { spot, l, j, k in
      spot.width(l - 1) > 1 ? product(spot.error(l, j), spot.a(l - 1, (k + 1) % spot.width(l - 1))) : nil
    },
    weight(nil, "δ + a") { spot, l, j, k in .added([spot.error(l, j), spot.a(l - 1, k)]) },
    weight(nil, "a alone") { spot, l, _, k in spot.a(l - 1, k) },
    weight(nil, "∂C/∂a for δ") { spot, l, j, k in product(spot.upstream(l, j), spot.a(l - 1, k)) },
    weight("constant-factor", "three times as much") { spot, _, _, _ in .integer(3) * spot.right },
    bias("bias-times-activation", "δ a") { spot, l, j in product(spot.error(l, j), spot.a(l - 1, 0)) },
    bias("bias-times-bias", "δ b") { spot, l, j in product(spot.error(l, j), spot.b(l, j)) },
    bias("bias-gradient-summed", "the sum of all δ") { spot, l, _ in
      spot.width(l) > 1 ? .added((0..<spot.width(l)).map { spot.error(l, $0) }) : nil
    },
    bias("bias-missing-sigma-prime", "∂C/∂b = ∂C/∂a") { spot, l, j in spot.upstream(l, j) },
    bias(nil, "−δ") { spot, l, j in spot.error(l, j).map { -$0 } },
    bias(nil, "δ²") { spot, l, j in spot.error(l, j).map { .power($0, 2) } },
    bias(nil, "1") { _, _, _ in .integer(1) },
  ]

  private static func total(
    _ id: String?, _ name: String, _ wrong: @escaping @Sendable (Spot, Bool) -> Formula?
  ) -> Misconception {
    Misconception(id, name) { spot in
      guard spot.line.isAsked, spot.examples > 1 || spot.roles.lesson.penalty != nil,
        case .totalGradient(let isBias) = spot.place
      else { return nil }
      return wrong(spot, isBias)
    }
  }

  private static func step(
    _ id: String?, _ name: String, _ wrong: @escaping @Sendable (Formula, Formula, Bool) -> Formula?
  )
    -> Misconception
  {
    Misconception(id, name) { spot in
      guard case .update(let isBias) = spot.place, case .sum(let terms) = spot.right, terms.count == 2,
        case .negative(let step) = terms[1]
      else { return nil }
      return wrong(terms[0], step, isBias)
    }
  }

  static let ofStep = [
    total("batch-sum", "1/n forgotten") { spot, _ in
      let share = Formula.quotient(.integer(1), .integer(spot.examples))
      return spot.examples > 1 ? spot.right.with(share, as: .integer(1)) : nil
    },
    total("batch-averaged-twice", "1/n twice") { spot, _ in
      let share = Formula.quotient(.integer(1), .integer(spot.examples))
      return spot.examples > 1 ? spot.right.with(share, as: share * share) : nil
    },
    total("bias-penalized", "λ b") { spot, isBias in
      guard isBias, let l2 = spot.roles.lesson.penalty?.l2, let b = spot.line.name.below else { return nil }
      return spot.right + .number(l2) / .integer(spot.examples) * b
    },
    total(nil, "the penalty forgotten") { spot, isBias in
      guard !isBias, spot.right.terms.count > 1, let first = spot.right.terms.first else { return nil }
      return first
    },
    total(nil, "the first example only") { spot, _ in
      guard spot.examples > 1, case .product(let factors)? = spot.right.terms.first, factors.count == 2 else {
        return nil
      }
      return spot.right.with(factors[1], as: factors[1].terms.first)
    },
    Misconception("penalty-factor", "twice the slope of the penalty") { spot in
      spot.place == .penaltySlope ? .integer(2) * spot.right : nil
    },
    step("ascent", "w + η ∂C/∂w") { old, step, _ in old + step },
    step("step-factor", "η twice") { old, step, _ in step.factors.first.map { old - $0 * step } },
    step("step-factor", "η forgotten") { old, step, _ in step.factors.last.map { old - $0 } },
    step("bias-not-updated", "new b = b") { old, _, isBias in isBias ? old : nil },
    step(nil, "the step alone") { _, step, _ in step },
    step(nil, "η − ∂C/∂w") { old, step, _ in
      guard let rate = step.factors.first, let gradient = step.factors.last else { return nil }
      return old - rate - gradient
    },
    step(nil, "w (1 − η ∂C/∂w)") { old, step, _ in old * (.integer(1) - step) },
  ]
}
