import Backprop
import Formulas

/// Mistakes in a local gradient.
extension Mistake {
  static let ofGraphSlopes = [
    Mistake(
      "value-for-slope", .sometimes, "The value of the function stands for its slope.",
      "That is the value, not the slope."
    ).inGraphs([
      { site in site.slope.flatMap { site.argument(of: $0.of) == nil ? nil : site.name($0.of) } }
    ]),
    Mistake(
      "slope-left-out", .sometimes, "The slope of the function is left out.",
      "How steep is the function there?"
    ).inGraphs([
      { site in site.slope.flatMap { site.argument(of: $0.of) == nil ? nil : .integer(1) } }
    ]),
    Mistake(
      "slope-elsewhere", .sometimes,
      "The slope is worked out at another place: input and output are exchanged.",
      "Does this formula take what goes into the function, or what comes out of it?"
    ).inGraphs([
      { site in
        guard let gate = site.slope?.of, let argument = site.argument(of: gate) else { return nil }
        return site.right.replacing(site.name(gate), with: argument)
      },
      { site in
        guard let gate = site.slope?.of, let argument = site.argument(of: gate) else { return nil }
        return site.right.replacing(argument, with: site.name(gate))
      },
    ]),
    Mistake(
      "power-rule", .sometimes, "A power is not differentiated, or not raised.",
      "The exponent comes down as a factor, and one less stays."
    ).inGraphs([
      { site in site.slope == nil ? nil : site.right.leavingOutFactor(0) { $0.isNumber } },
      { site in
        guard site.slope != nil else { return nil }
        return site.right.substituting { part in
          if case .power(let base, let exponent) = part, exponent > 1 {
            exponent == 2 ? base : .power(base, exponent - 1)
          } else {
            nil
          }
        }
      },
      { site in
        guard let gate = site.slope?.of,
          case .power(let base, let exponent) = site.steps.graph.formula(of: gate),
          exponent > 1
        else { return nil }
        return .integer(exponent) * .power(base, exponent)
      },
    ]),
    Mistake(
      "other-argument", .sometimes, "The gradient is passed on to the argument that was not chosen.",
      "Which of them is the result of max or min? Only that one has an effect."
    ).inGraphs([
      { site in
        guard site.slope != nil else { return nil }
        return site.right.substituting { part in
          if case .truth(let x, let y, let orEqual) = part { .truth(y, x, orEqual: !orEqual) } else { nil }
        }
      }
    ]),
    Mistake(
      "own-value", .sometimes, "The value itself stands where what it is multiplied by belongs.",
      "If this value grows by 1, by how much does the product grow?"
    ).inGraphs([
      { site in
        guard let (gate, by) = site.slope, case .product(let factors) = site.steps.graph.formula(of: gate),
          factors.contains(site.name(by))
        else { return nil }
        return site.name(by)
      }
    ]),
  ]

  /// The step of a graph in a wrong way, from the old value, η and the derivative.
  static func graphStep(
    _ site: GraphSite, _ formula: (_ old: Formula, _ eta: Formula, _ gradient: Formula) -> Formula
  ) -> Formula? {
    guard case .update(let id) = site.kind else { return nil }
    return formula(site.name(id), .symbol(Symbol(.learningRate)), site.steps.derivative(by: id))
  }
}

extension Graph.Step.Kind {
  var isUpdate: Bool { if case .update = self { true } else { false } }
}
