import Backprop
import Formulas

/// Mistakes in the slope of an activation function.
extension Mistake {
  static let ofSlopes = [
    Mistake(
      "sigma-prime-at-a", .sometimes, "The slope is taken at a, where it belongs to z.",
      "You squashed twice.",
      { site in
        guard let (l, j) = site.ownSlope, let rule = site.activation(l)?.rule, !rule.isStraight,
          !rule.mixesNeurons, let squashed = rule.activations([site.a(l, j)]).first
        else { return nil }
        return rule.slope(Reading(squashed.value), site.a(l, j))
      }),
    Mistake(
      "sigma-prime-of-z", .sometimes, "z stands in the slope, where a belongs.", "a(1 − a) wants a, not z.",
      { site in
        guard let (l, j) = site.ownSlope, site.isSmooth(l) else { return nil }
        return site.right.replacing(site.a(l, j), with: site.z(l, j))
      }),
    Mistake(
      "sigma-for-sigma-prime", .plausible, "The activation itself stands for its slope.",
      "That is the value, not the slope.",
      { site in
        guard let (l, j) = site.ownSlope, site.isSmooth(l) else { return nil }
        return site.a(l, j)
      }),
    Mistake(
      "tanh-prime", .sometimes, "The derivative of tanh is not 1 − tanh² here.", "At z = 0 the slope is 1.",
      { site in
        guard let (l, j) = site.ownSlope, site.activation(l) == .tanh else { return nil }
        return .integer(1) - site.a(l, j)
      },
      { site in
        guard let (l, j) = site.ownSlope, site.activation(l) == .tanh else { return nil }
        return -(.power(site.a(l, j), 2))
      }),
    Mistake(
      "relu-prime", .sometimes, "The slope of ReLU does not go by the sign of z.", "The sign of z decides.",
      // 0 and 1 exchanged, the value for the slope, 1 at 0 as well, and the sign of what comes from above.
      { site in
        guard let (l, j) = site.ownSlope, site.isReLU(l) else { return nil }
        return .call(.step, -site.z(l, j))
      },
      { site in
        guard let (l, j) = site.ownSlope, site.isReLU(l) else { return nil }
        return site.a(l, j)
      },
      { site in
        guard let (l, j) = site.ownSlope, site.isReLU(l) else { return nil }
        return .integer(1) - .call(.step, -site.z(l, j))
      },
      { site in
        guard case .error(let l, let j) = site.place, site.isReLU(l) else { return nil }
        return .max(.integer(0), site.slopeOfCost(l, j))
      }),
    Mistake(
      "softmax-diagonal", .often, "Each output of the softmax is taken to depend on its own z alone.",
      "With softmax every output depends on every z: which slopes besides ∂a_j/∂z_j are not 0?",
      { site in
        if case .slope(_, let i, let j) = site.place, i != j { return .integer(0) }
        guard case .error(let l, let j) = site.place, site.activation(l) == .softmax else { return nil }
        return site.slopeName(l, j) * site.slopeOfCost(l, j)
      }),
  ]
}

extension Site {
  /// The layer and the neuron, where the line is the slope of a neuron by its own z.
  fileprivate var ownSlope: (layer: Int, neuron: Int)? {
    if case .slope(let l, let i, let j) = place, i == j { (l, j) } else { nil }
  }

  fileprivate func isSmooth(_ l: Int) -> Bool { activation(l)?.rule.isStraight == false }

  fileprivate func isReLU(_ l: Int) -> Bool { activation(l) == .relu }
}
