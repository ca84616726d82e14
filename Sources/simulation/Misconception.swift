import Formulas

/// A wrong formula that somebody believes, as a function of where a line stands.
struct Misconception: Sendable {
  /// The id that the published list of mistakes has for it; `nil` for a mistake that it has not.
  let id: String?
  /// What is believed.
  let name: String
  /// The formula in a line; `nil` where there is nothing to be believed.
  let wrong: @Sendable (Spot) -> Formula?

  init(_ id: String?, _ name: String, _ wrong: @escaping @Sendable (Spot) -> Formula?) {
    (self.id, self.name, self.wrong) = (id, name, wrong)
  }

  /// What is simulated in networks.
  static let all = ofForwardPass + ofCost + ofSlopes + ofErrors + ofPaths + ofGradients + ofStep
}

/// Forward.
extension Misconception {
  private static func z(
    _ id: String?, _ name: String, _ wrong: @escaping @Sendable (Spot, Int, Int) -> Formula?
  ) -> Misconception {
    Misconception(id, name) { spot in
      if case .weightedInput(let l, let j) = spot.place { wrong(spot, l, j) } else { nil }
    }
  }

  private static func a(
    _ id: String?, _ name: String, _ wrong: @escaping @Sendable (Spot, Int, Int) -> Formula?
  ) -> Misconception {
    Misconception(id, name) { spot in
      if case .activation(let l, let j) = spot.place { wrong(spot, l, j) } else { nil }
    }
  }

  static let ofForwardPass = [
    z("missing-bias", "z without b") { spot, l, j in
      .added((0..<spot.width(l - 1)).map { product(spot.w(l, j, $0), spot.a(l - 1, $0)) })
    },
    z("bias-subtracted", "z = Σ w a − b") { spot, l, j in spot.b(l, j).map { spot.right - $0 - $0 } },
    z(nil, "b twice") { spot, l, j in spot.b(l, j).map { spot.right + $0 } },
    z(nil, "z = Σ w a · b") { spot, l, j in
      spot.b(l, j).flatMap { b in
        .added((0..<spot.width(l - 1)).map { product(spot.w(l, j, $0), spot.a(l - 1, $0)) }).map { $0 * b }
      }
    },
    z("transposed-forward", "z_j = Σ w_kj a_k") { spot, l, j in
      guard spot.width(l) == spot.width(l - 1), spot.width(l) > 1 else { return nil }
      return .added(
        (0..<spot.width(l)).map { product(spot.w(l, $0, j), spot.a(l - 1, $0)) }
          + (spot.b(l, j).map { [$0] } ?? []))
    },
    z("z-for-a", "z from the z before") { spot, l, _ in
      guard l > 1 else { return nil }
      return (0..<spot.width(l - 1)).reduce(spot.right) { $0?.with(spot.a(l - 1, $1), as: spot.z(l - 1, $1)) }
    },
    z(nil, "the first input only") { spot, l, j in
      guard spot.width(l - 1) > 1, let b = spot.b(l, j) else { return nil }
      return product(spot.w(l, j, 0), spot.a(l - 1, 0)).map { $0 + b }
    },
    z(nil, "inputs exchanged") { spot, l, j in
      guard spot.width(l - 1) > 1, let b = spot.b(l, j) else { return nil }
      let count = spot.width(l - 1)
      return Formula.added((0..<count).map { product(spot.w(l, j, $0), spot.a(l - 1, ($0 + 1) % count)) }).map
      { $0 + b }
    },
    z(nil, "w + a") { spot, l, j in
      guard let w = spot.w(l, j, 0), let a = spot.a(l - 1, 0) else { return nil }
      return spot.right.with(w * a, as: w + a)
    },
    a("missing-activation", "a = z") { spot, l, j in spot.z(l, j) },
    a("wrong-activation", "tanh for σ, or σ for tanh") { spot, l, j in
      switch spot.f(l) {
      case "sigmoid": spot.z(l, j).map { .call(.tanh, $0) }
      case "tanh", "relu": spot.z(l, j).map { .call(.sigma, $0) }
      default: nil
      }
    },
    a("exponent-sign", "1/(1 + e^z)") { spot, l, j in
      spot.f(l) == "sigmoid" ? spot.z(l, j).map { .integer(1) / (.integer(1) + .call(.exp, $0)) } : nil
    },
    a(nil, "f of half of z") { spot, l, j in spot.right.with(spot.z(l, j), as: product(half, spot.z(l, j))) },
    a(nil, "f twice") { spot, l, j in
      ["sigmoid", "tanh"].contains(spot.f(l)) ? spot.right.with(spot.z(l, j), as: spot.right) : nil
    },
    a(nil, "|z| for max(0, z)") { spot, l, j in
      spot.f(l) == "relu" ? spot.z(l, j).map { .call(.magnitude, $0) } : nil
    },
  ]
}
