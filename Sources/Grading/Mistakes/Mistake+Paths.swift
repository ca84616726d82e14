import Backprop
import Formulas

/// Mistakes on the way back to the layer before: ∂C/∂a of a neuron, over all neurons that it feeds.
extension Mistake {
  static let ofPaths = [
    Mistake(
      "transposed-weights", .sometimes, "The weights are taken by rows where columns belong.",
      "Follow the arrows out of this neuron.",
      { site in
        guard case .passed(let l, let k) = site.place, site.width(l) > 1, site.width(l) == site.width(l - 1)
        else {
          return nil
        }
        return .total(site.neurons(l).map { site.w(l, k, $0) * site.error(l, $0) })
      }),
    Mistake(
      "one-path-only", .seldom, "Only one of the paths is counted.", "How many neurons does this one feed?",
      (0..<4).map { path in
        { @Sendable site in
          guard case .passed(let l, let k) = site.place, site.width(l) > 1, path < site.width(l) else {
            return nil
          }
          return site.w(l, path, k) * site.error(l, path)
        }
      } + [
        { site in
          guard case .passed(let l, let k) = site.place, site.width(l) > 1, k < site.width(l) else {
            return nil
          }
          return site.w(l, k, k) * site.error(l, k)
        }
      ]),
    Mistake(
      "paths-averaged", .plausible, "The paths are averaged, not added.", "The nudges add up.",
      { site in
        guard case .passed(let l, _) = site.place, site.width(l) > 1 else { return nil }
        return site.right.divided(by: site.width(l))
      }),
    Mistake(
      "missing-weight", .seldom, "The weight is left out on the way back.",
      "How strongly does a push the next z?",
      { site in
        guard case .passed(let l, _) = site.place else { return nil }
        return .total(site.neurons(l).map { site.error(l, $0) })
      }),
    Mistake(
      "updated-weights", .sometimes, "The weight after its own step is used on the way back.",
      "Go back with the weights you went forward with.",
      { site in
        // Of several examples, or with a penalty, nobody has the new weight at this point.
        guard case .passed(let l, let k) = site.place, let rate = site.lesson.learningRate, rate.value != 0,
          !site.layout.costHasParts
        else { return nil }
        let eta = Formula.symbol(Symbol(.learningRate))
        return .total(
          site.neurons(l).map { j in (site.w(l, j, k) - eta * site.gradient(l, j, k)) * site.error(l, j) })
      }),
    Mistake(
      "weight-of-wrong-layer", .plausible, "The weight of another layer is used on the way back.",
      "Which weight leads out of this neuron?",
      { site in
        guard case .passed(let l, let k) = site.place, l > 1, k < site.width(l - 2) else { return nil }
        guard site.width(l) == site.width(l - 1) else { return nil }
        return .total(site.neurons(l).map { site.w(l - 1, $0, k) * site.error(l, $0) })
      }),
    Mistake(
      "error-not-delta", .seldom, "∂C/∂a is passed back in place of δ.",
      "Pass back ∂C/∂z (the error δ), not ∂C/∂a.",
      { site in
        guard case .passed(let l, let k) = site.place, site.activation(l) != .identity else { return nil }
        return .total(site.neurons(l).map { site.w(l, $0, k) * site.slopeOfCost(l, $0) })
      }),
  ]
}
