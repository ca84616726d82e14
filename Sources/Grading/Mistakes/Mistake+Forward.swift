import Backprop
import Formulas

/// Mistakes on the way from the input to the output.
extension Mistake {
  static let ofForwardPass = [
    Mistake(
      "missing-bias", .plausible, "The bias is left out of z.", "What else goes into z?",
      { site in
        guard case .weightedInput(let l, let j) = site.place, site.b(l, j) != nil else { return nil }
        return .total(site.neurons(l - 1).map { site.w(l, j, $0) * site.a(l - 1, $0) })
      }),
    Mistake(
      "bias-subtracted", .plausible, "The bias is subtracted.", "The bias is added.",
      { site in
        guard case .weightedInput(let l, let j) = site.place, let b = site.b(l, j) else { return nil }
        return .total(site.neurons(l - 1).map { site.w(l, j, $0) * site.a(l - 1, $0) } + [-b])
      }),
    Mistake(
      "transposed-forward", .plausible, "The weights of z are taken by columns.",
      "w_jk: to j, from k.",
      { site in
        guard case .weightedInput(let l, let j) = site.place, site.width(l) > 1,
          site.width(l) == site.width(l - 1)
        else { return nil }
        return .total(
          site.neurons(l - 1).map { site.w(l, $0, j) * site.a(l - 1, $0) } + (site.b(l, j).map { [$0] } ?? [])
        )
      }),
    Mistake(
      "z-for-a", .plausible, "z of the layer before stands where its a belongs.",
      "The layer hands on a, not z.",
      { site in
        guard case .weightedInput(let l, let j) = site.place, l > 1 else { return nil }
        return .total(
          site.neurons(l - 1).map { site.w(l, j, $0) * site.z(l - 1, $0) } + (site.b(l, j).map { [$0] } ?? [])
        )
      },
      { site in
        guard case .weightGradient(let l, let j, let k) = site.place, l > 1 else { return nil }
        return site.error(l, j) * site.z(l - 1, k)
      }),
    Mistake(
      "missing-activation", .plausible, "The activation function is left out: a = z.",
      "Put z through the activation.",
      { site in
        guard case .activation(let l, let j) = site.place, site.activation(l) != .identity else { return nil }
        return site.z(l, j)
      }),
    Mistake(
      "wrong-activation", .plausible, "Another activation function is used: tanh for σ, or σ for tanh.",
      "Which activation does this layer have?",
      { site in
        guard case .activation(let l, let j) = site.place else { return nil }
        return other(site.activation(l))?.activations([site.z(l, j)]).first?.value
      },
      { site in
        if case .activation(let l, let j) = site.place {
          return other(site.activation(l))?.activations([site.z(l, j)]).first?.value
        }
        guard case .slope(let l, let i, let j) = site.place, i == j else { return nil }
        return other(site.activation(l))?.slope(Reading(site.a(l, j)), site.z(l, j))
      }),
    Mistake(
      "exponent-sign", .seldom, "The sign in the exponent is wrong: 1/(1 + e^z).",
      "σ of something large should be near 1.",
      { site in
        guard case .activation(let l, let j) = site.place, site.activation(l) == .sigmoid else { return nil }
        return .call(.sigma, -site.z(l, j))
      }),
  ]

  /// tanh for σ and σ for tanh.
  private static func other(_ activation: Activation?) -> (any ActivationRule)? {
    activation == .sigmoid ? Activation.tanh.rule : activation == .tanh ? Activation.sigmoid.rule : nil
  }
}
