import Backprop
import Formulas

/// Mistakes in δ, from ∂C/∂a to ∂C/∂z.
extension Mistake {
  static let ofErrors = [
    Mistake(
      "missing-sigma-prime-output", .sometimes, "δ of the output lacks the slope of the activation.",
      "How far does a move when z moves?",
      { site in
        guard case .error(let l, let j) = site.place, l == site.last, !site.cancels,
          site.activation(l) != .identity
        else { return nil }
        return site.slopeOfCost(l, j)
      }),
    Mistake(
      "missing-sigma-prime-hidden", .sometimes, "δ of a hidden layer lacks the slope of the activation.",
      "Every layer brings its own σ′.",
      { site in
        guard case .error(let l, let j) = site.place, l < site.last, site.activation(l) != .identity else {
          return nil
        }
        return site.slopeOfCost(l, j)
      }),
    Mistake(
      "sigma-prime-twice", .sometimes, "The slope is multiplied in, though it has cancelled.",
      "The a(1 − a) has already cancelled.",
      { site in
        guard case .error(let l, let j) = site.place, let left = site.line.shortcut else { return nil }
        return site.slope(l, j).map { left * $0 }
      }),
    Mistake(
      "sigma-prime-wrong-layer", .sometimes, "The slope of a neighbouring layer is used.",
      "Which z made this a?",
      { site in slope(of: 1, at: site) }, { site in slope(of: -1, at: site) }),
    Mistake(
      "dropped-upstream", .sometimes, "What came from above is dropped: only the slope is left.",
      "Multiply what came from above; do not replace it.",
      { site in
        guard case .error(let l, let j) = site.place, site.activation(l) != .identity else { return nil }
        return site.slopeName(l, j)
      }),
  ]

  private static func slope(of offset: Int, at site: Site) -> Formula? {
    guard case .error(let l, let j) = site.place, site.line.shortcut == nil, l + offset >= 1,
      let slope = site.slope(l + offset, j), site.slope(l, j) != slope
    else { return nil }
    return slope * site.slopeOfCost(l, j)
  }
}
