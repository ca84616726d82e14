import Formulas

/// The cost, and the slopes of the activations.
extension Misconception {
  private static func cost(_ id: String?, _ name: String, _ wrong: @escaping @Sendable (Spot) -> Formula?)
    -> Misconception
  {
    Misconception(id, name) { spot in spot.place == .cost ? wrong(spot) : nil }
  }

  /// ∂C/∂a of an output, or where that is not written, its δ.
  private static func start(
    _ id: String?, _ name: String, _ wrong: @escaping @Sendable (Spot, Int) -> Formula?
  ) -> Misconception {
    Misconception(id, name) { spot in
      if case .costSlope(let j) = spot.place, spot.isSquared { return wrong(spot, j) }
      if case .error(_, let j) = spot.place, spot.line.shortcut != nil { return wrong(spot, j) }
      return nil
    }
  }

  private static func difference(_ spot: Spot, _ j: Int) -> Formula? {
    guard let a = spot.a(spot.last, j), let y = spot.y(j) else { return nil }
    return a - y
  }

  static let ofCost = [
    cost("half-convention", "C with ½ too many") { half * $0.right },
    cost("half-convention", "C doubled") { .integer(2) * $0.right },
    cost("cost-not-squared", "Σ (a − y)") { spot in
      spot.isSquared ? .added((0..<spot.width(spot.last)).map { difference(spot, $0) }) : nil
    },
    cost("mean-over-outputs", "a mean over the outputs") { spot in
      let count = spot.width(spot.last)
      return count > 1 ? .quotient(.integer(1), .integer(count)) * spot.right : nil
    },
    cost("wrong-log-base", "log₁₀ for ln") { spot in
      spot.isSquared ? nil : spot.right / .call(.ln, .integer(10))
    },
    cost(nil, "the minus of the logarithm forgotten") { spot in spot.isSquared ? nil : -spot.right },
    cost(nil, "the root of the squares") { spot in spot.isSquared ? .call(.squareRoot, spot.right) : nil },
    start("missing-factor-2", "a − y") { spot, j in
      spot.roles.lesson.cost == .squaredError ? difference(spot, j) : nil
    },
    start("half-convention", "2 (a − y) for the half of a square") { spot, _ in
      spot.roles.lesson.cost == .halfSquaredError ? .integer(2) * spot.short : nil
    },
    start("sign-of-error", "y − a") { spot, _ in -spot.short },
    start("extra-inner-factor", "2 (y − a) a") { spot, j in product(-spot.short, spot.a(spot.last, j)) },
    start("mean-over-outputs", "a mean over the outputs") { spot, _ in
      let count = spot.width(spot.last)
      return count > 1 ? .quotient(.integer(1), .integer(count)) * spot.short : nil
    },
    start("wrong-target", "another output's target") { spot, j in
      let count = spot.width(spot.last)
      return count > 1 ? spot.short.with(spot.y(j), as: spot.y((j + 1) % count)) : nil
    },
    start(nil, "a + y") { spot, j in
      guard let a = spot.a(spot.last, j), let y = spot.y(j), let difference = difference(spot, j) else {
        return nil
      }
      return spot.short.with(difference, as: a + y)
    },
    start(nil, "the square not differentiated") { spot, j in difference(spot, j).map { .power($0, 2) } },
    start(nil, "3 (a − y)²") { spot, j in difference(spot, j).map { .integer(3) * .power($0, 2) } },
    start(nil, "|a − y|") { spot, j in
      difference(spot, j).flatMap { spot.short.with($0, as: .call(.magnitude, $0)) }
    },
    start(nil, "z − y") { spot, j in spot.short.with(spot.a(spot.last, j), as: spot.z(spot.last, j)) },
  ]

  private static func slope(
    _ id: String?, _ name: String, _ functions: Set<String> = ["sigmoid", "tanh"],
    _ wrong: @escaping @Sendable (Spot, Int, Formula, Formula) -> Formula?
  ) -> Misconception {
    Misconception(id, name) { spot in
      guard case .slope(let l, let i, let j) = spot.place, i == j, functions.contains(spot.f(l)),
        let a = spot.a(l, j), let z = spot.z(l, j)
      else { return nil }
      return wrong(spot, l, a, z)
    }
  }

  static let ofSlopes = [
    slope("sigma-prime-at-a", "σ(a)(1 − σ(a))") { spot, l, a, _ in
      spot.f(l) == "sigmoid"
        ? .call(.sigma, a) * (.integer(1) - .call(.sigma, a))
        : .integer(1) - .power(.call(.tanh, a), 2)
    },
    slope("sigma-prime-of-z", "z(1 − z), or 1 − z²") { spot, _, a, z in spot.right.with(a, as: z) },
    slope("sigma-for-sigma-prime", "a for its slope") { _, _, a, _ in a },
    slope("tanh-prime", "1 − tanh", ["tanh"]) { _, _, a, _ in .integer(1) - a },
    slope("tanh-prime", "−tanh²", ["tanh"]) { _, _, a, _ in -.power(a, 2) },
    slope(nil, "1 + a²", ["tanh"]) { _, _, a, _ in .integer(1) + .power(a, 2) },
    slope(nil, "a(1 − a) for tanh", ["tanh"]) { _, _, a, _ in a * (.integer(1) - a) },
    slope(nil, "1 − a² for σ", ["sigmoid"]) { _, _, a, _ in .integer(1) - .power(a, 2) },
    slope(nil, "a(1 + a)", ["sigmoid"]) { _, _, a, _ in a * (.integer(1) + a) },
    slope(nil, "1 − a", ["sigmoid"]) { _, _, a, _ in .integer(1) - a },
    slope(nil, "the slope times z") { spot, _, _, z in spot.right * z },
    slope(nil, "the slope twice") { spot, _, _, _ in .power(spot.right, 2) },
    slope("sigma-prime-wrong-layer", "the slope of the layer before") { spot, l, a, _ in
      guard spot.f(l) == spot.f(l - 1), case .slope(_, let j, _) = spot.place, j < spot.width(l - 1) else {
        return nil
      }
      return spot.right.with(a, as: spot.a(l - 1, j))
    },
    slope("relu-prime", "0 and 1 exchanged", ["relu"]) { _, _, _, z in .call(.step, -z) },
    slope("relu-prime", "the value for the slope", ["relu"]) { _, _, a, _ in a },
    slope(nil, "the slope 1", ["relu", "sigmoid", "tanh"]) { _, _, _, _ in .integer(1) },
    Misconception("softmax-diagonal", "only a(1 − a)") { spot in
      guard case .error(let l, let j) = spot.place, spot.f(l) == "softmax" else { return nil }
      return product(spot.slope(l, j), spot.upstream(l, j))
    },
  ]
}
