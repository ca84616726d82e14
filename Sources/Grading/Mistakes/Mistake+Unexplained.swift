import Formulas

/// What is said where a number is off by a plain factor and nothing else explains it.
extension Mistake {
  static let unexplained = [
    Mistake(
      "constant-factor", .lastResort, "The number is off by a constant factor.",
      "Off by exactly this factor: where could it come from?",
      Kind.allCases.flatMap { kind in
        factors.map { factor in
          { @Sendable site in Kind(site.place) == kind ? factor(site).map { $0 * site.short } : nil }
        }
      }
    ).inGraphs(
      isHabit: false,
      [(2, 1), (1, 2), (3, 1), (1, 3), (4, 1), (1, 4)].map { above, below in
        let factor: Formula = below == 1 ? .integer(above) : .quotient(.integer(above), .integer(below))
        return { site in site.kind.isUpdate ? nil : factor * site.right }
      })
  ]

  /// −1, then 2, 3, 4 and their inverses, n and 1/n, of examples and of outputs.
  private static let factors: [@Sendable (Site) -> Formula?] = [
    { _ in .integer(-1) },
    { _ in .integer(2) }, { _ in .quotient(.integer(1), .integer(2)) },
    { _ in .integer(3) }, { _ in .quotient(.integer(1), .integer(3)) },
    { _ in .integer(4) }, { _ in .quotient(.integer(1), .integer(4)) },
    { site in site.examples > 4 ? .integer(site.examples) : nil },
    { site in site.examples > 4 ? .quotient(.integer(1), .integer(site.examples)) : nil },
    { site in site.outputs > 4 ? .integer(site.outputs) : nil },
    { site in site.outputs > 4 ? .quotient(.integer(1), .integer(site.outputs)) : nil },
  ]

  /// What may be off: each by itself.
  private enum Kind: CaseIterable {
    case cost, costSlope, slope, error, passed, gradient, total

    init?(_ place: Place) {
      switch place {
      case .cost, .totalCost: self = .cost
      case .costSlope: self = .costSlope
      case .slope: self = .slope
      case .error: self = .error
      case .passed: self = .passed
      case .weightGradient, .biasGradient: self = .gradient
      case .totalGradient: self = .total
      case .weightedInput, .activation, .weightFactor, .biasFactor, .pathFactor, .penalty, .penaltySlope,
        .share,
        .onward, .update, .afterwards:
        return nil
      }
    }
  }
}
