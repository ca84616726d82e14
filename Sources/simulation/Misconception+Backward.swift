import Formulas

/// The errors δ, and what goes back to the layer before.
extension Misconception {
  private static func error(
    _ id: String?, _ name: String, _ wrong: @escaping @Sendable (Spot, Int, Int) -> Formula?
  ) -> Misconception {
    Misconception(id, name) { spot in
      if case .error(let l, let j) = spot.place, spot.f(l) != "softmax" { wrong(spot, l, j) } else { nil }
    }
  }

  static let ofErrors = [
    error("missing-sigma-prime-output", "δ without the slope, at the output") { spot, l, j in
      l == spot.last && spot.line.shortcut == nil ? spot.upstream(l, j) : nil
    },
    error("missing-sigma-prime-hidden", "δ without the slope, in hidden layers") { spot, l, j in
      l < spot.last ? spot.upstream(l, j) : nil
    },
    error("sigma-prime-twice", "the slope once too often") { spot, l, j in
      product(spot.short, spot.slope(l, j))
    },
    error("sigma-prime-wrong-layer", "the slope of the next layer") { spot, l, j in
      spot.right.with(spot.slope(l, j), as: spot.slope(l + 1, min(j, max(0, spot.width(l + 1) - 1))))
    },
    error("dropped-upstream", "the slope alone") { spot, l, j in spot.slope(l, j) },
    error(nil, "the slope added") { spot, l, j in .added([spot.upstream(l, j), spot.slope(l, j)]) },
    error(nil, "divided by the slope") { spot, l, j in
      guard let up = spot.upstream(l, j), let slope = spot.slope(l, j) else { return nil }
      return up / slope
    },
    error(nil, "a for the slope") { spot, l, j in spot.right.with(spot.slope(l, j), as: spot.a(l, j)) },
    error(nil, "the slope of another neuron") { spot, l, j in
      guard spot.width(l) > 1 else { return nil }
      return spot.right.with(spot.slope(l, j), as: spot.slope(l, (j + 1) % spot.width(l)))
    },
    error("sign-of-error", "−δ") { spot, l, _ in
      l == spot.last && spot.line.shortcut == nil ? -spot.right : nil
    },
    error(nil, "−δ in hidden layers") { spot, l, _ in l < spot.last ? -spot.right : nil },
  ]

  private static func path(
    _ id: String?, _ name: String, _ wrong: @escaping @Sendable (Spot, Int, Int) -> Formula?
  ) -> Misconception {
    Misconception(id, name) { spot in
      if case .passed(let l, let k) = spot.place, l > 1 { wrong(spot, l, k) } else { nil }
    }
  }

  /// The sum over the paths out of a neuron, with something in place of a weight or of a δ.
  private static func sum(_ spot: Spot, _ l: Int, _ term: (Int) -> Formula?) -> Formula? {
    .added((0..<spot.width(l)).map(term))
  }

  static let ofPaths = [
    path("transposed-weights", "Σ w_kj δ_j") { spot, l, k in
      guard spot.width(l) == spot.width(l - 1), spot.width(l) > 1 else { return nil }
      return sum(spot, l) { product(spot.w(l, k, $0), spot.error(l, $0)) }
    },
    path("one-path-only", "the first path only") { spot, l, k in
      spot.width(l) > 1 ? product(spot.w(l, 0, k), spot.error(l, 0)) : nil
    },
    path("one-path-only", "the last path only") { spot, l, k in
      spot.width(l) > 1 ? product(spot.w(l, spot.width(l) - 1, k), spot.error(l, spot.width(l) - 1)) : nil
    },
    path(nil, "one of three paths forgotten") { spot, l, k in
      spot.width(l) > 2
        ? .added((1..<spot.width(l)).map { product(spot.w(l, $0, k), spot.error(l, $0)) }) : nil
    },
    path("paths-averaged", "the mean of the paths") { spot, l, _ in
      spot.width(l) > 1 ? .quotient(.integer(1), .integer(spot.width(l))) * spot.right : nil
    },
    path("missing-weight", "Σ δ") { spot, l, _ in sum(spot, l) { spot.error(l, $0) } },
    path("error-not-delta", "Σ w ∂C/∂a") { spot, l, k in
      sum(spot, l) { product(spot.w(l, $0, k), spot.upstream(l, $0)) }
    },
    path("updated-weights", "the weights after their step") { spot, l, k in
      guard spot.examples == 1, spot.roles.lesson.penalty == nil, let rate = spot.roles.lesson.learningRate
      else {
        return nil
      }
      return sum(spot, l) { j in
        guard let w = spot.w(l, j, k), let gradient = spot.gradient(l, j, k), let error = spot.error(l, j)
        else {
          return nil
        }
        return (w - .number(rate) * gradient) * error
      }
    },
    path("weight-of-wrong-layer", "w of the own layer") { spot, l, k in
      sum(spot, l) { product(spot.w(l - 1, k, min($0, spot.width(l - 2) - 1)), spot.error(l, $0)) }
    },
    path("delta-wrong-layer", "δ of the layer after the next") { spot, l, k in
      guard l < spot.last else { return nil }
      return sum(spot, l) { product(spot.w(l, $0, k), spot.error(l + 1, min($0, spot.width(l + 1) - 1))) }
    },
    path(nil, "w² for w") { spot, l, k in
      sum(spot, l) { product(spot.w(l, $0, k).map { .power($0, 2) }, spot.error(l, $0)) }
    },
    path(nil, "b for w") { spot, l, _ in sum(spot, l) { product(spot.b(l, $0), spot.error(l, $0)) } },
    path(nil, "the δ exchanged") { spot, l, k in
      spot.width(l) > 1
        ? sum(spot, l) { product(spot.w(l, $0, k), spot.error(l, ($0 + 1) % spot.width(l))) } : nil
    },
    path(nil, "w + δ") { spot, l, k in sum(spot, l) { .added([spot.w(l, $0, k), spot.error(l, $0)]) } },
  ]
}
