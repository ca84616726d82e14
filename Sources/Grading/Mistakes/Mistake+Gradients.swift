import Backprop
import Formulas

/// Mistakes in the derivatives by weights and biases.
extension Mistake {
  static let ofGradients = [
    Mistake(
      "own-activation", .seldom, "The activation of the neuron itself is used.",
      "What does this weight multiply?",
      { site in
        guard case .weightGradient(let l, let j, _) = site.place else { return nil }
        return site.error(l, j) * site.a(l, j)
      }),
    Mistake(
      "input-for-hidden", .plausible, "The input of the network is used in a later layer.",
      "Which layer feeds this weight?",
      { site in
        guard case .weightGradient(let l, let j, let k) = site.place, l > 1, k < site.width(0) else {
          return nil
        }
        return site.error(l, j) * site.a(0, k)
      }),
    Mistake(
      "missing-activation-factor", .plausible, "The activation that the weight multiplies is left out.",
      "∂z/∂w is not 1.",
      { site in
        guard case .weightGradient(let l, let j, _) = site.place else { return nil }
        return site.error(l, j)
      }),
    Mistake(
      "weight-for-activation", .plausible, "The weight stands where the activation belongs.",
      "∂z/∂w is what w multiplies.",
      { site in
        guard case .weightGradient(let l, let j, let k) = site.place else { return nil }
        return site.error(l, j) * site.w(l, j, k)
      }),
    Mistake(
      "delta-wrong-layer", .seldom, "δ of the next layer is used.", "One layer off?",
      { site in
        withDelta(at: site) { l, j in l < site.last && j < site.width(l + 1) ? site.error(l + 1, j) : nil }
      }),
    Mistake(
      "delta-wrong-neuron", .plausible, "δ of another neuron is used.", "Whose weight is this?",
      (1...3).map { offset in
        { @Sendable site in
          withDelta(at: site) { l, j in
            offset < site.width(l) ? site.error(l, (j + offset) % site.width(l)) : nil
          }
        }
      }),
    Mistake(
      "transposed-gradient", .plausible, "Rows and columns of the gradient are exchanged.",
      "To j, from k.",
      { site in
        guard case .weightGradient(let l, let j, let k) = site.place, site.width(l) > 1,
          site.width(l) == site.width(l - 1)
        else { return nil }
        return site.error(l, k) * site.a(l - 1, j)
      }),
    Mistake(
      "bias-times-activation", .plausible, "The derivative by the bias is multiplied by an activation.",
      "z = wa + b: by how much does z move when b does?",
      [
        { site in
          guard case .biasGradient(let l, let j) = site.place else { return nil }
          return site.error(l, j) * site.a(l, j)
        }
      ]
        + (0..<3).map { k in
          { @Sendable site in
            guard case .biasGradient(let l, let j) = site.place, k < site.width(l - 1) else { return nil }
            return site.error(l, j) * site.a(l - 1, k)
          }
        }),
    Mistake(
      "bias-times-bias", .sometimes, "The derivative by the bias is multiplied by the bias.",
      "z = wa + b: by how much does z move when b does?",
      { site in
        guard case .biasGradient(let l, let j) = site.place else { return nil }
        return site.b(l, j).map { site.error(l, j) * $0 }
      }),
    Mistake(
      "bias-gradient-summed", .plausible, "The errors of all neurons are added up for one bias.",
      "Each bias has one neuron.",
      { site in
        guard case .biasGradient(let l, _) = site.place, site.width(l) > 1 else { return nil }
        return .total(site.neurons(l).map { site.error(l, $0) })
      }),
    Mistake(
      "bias-missing-sigma-prime", .plausible, "∂C/∂a stands for the derivative by the bias.",
      "z lies between b and a.",
      { site in
        guard case .biasGradient(let l, let j) = site.place, site.activation(l) != .identity else {
          return nil
        }
        return site.slopeOfCost(l, j)
      }),
  ]

  /// The derivative by a weight or a bias, with another δ.
  private static func withDelta(at site: Site, _ delta: (_ layer: Int, _ neuron: Int) -> Formula?) -> Formula?
  {
    if case .weightGradient(let l, let j, let k) = site.place {
      return delta(l, j).map { $0 * site.a(l - 1, k) }
    }
    if case .biasGradient(let l, let j) = site.place { return delta(l, j) }
    return nil
  }
}
