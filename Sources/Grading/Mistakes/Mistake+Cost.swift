import Backprop
import Formulas

/// Mistakes in the cost and its first derivative.
extension Mistake {
  static let ofCost = [
    Mistake(
      "missing-factor-2", .sometimes, "The factor 2 of the square's derivative is missing.",
      "Differentiate the square: where did the 2 go?",
      { site in
        guard case .costSlope = site.place, site.lesson.cost != .halfSquaredError, site.isSquared else {
          return nil
        }
        return site.right.halved
      }),
    Mistake(
      "half-convention", .sometimes, "The ½ of one convention is mixed with the 2 of the other.",
      "Which cost does the lesson declare?",
      { site in
        guard case .cost = site.place, site.isSquared else { return nil }
        return site.lesson.cost == .halfSquaredError ? site.right.doubled : site.right.halved
      },
      { site in
        guard case .costSlope = site.place, site.isSquared else { return nil }
        return site.lesson.cost == .halfSquaredError ? site.right.doubled : site.right.halved
      }),
    Mistake(
      "sign-of-error", .sometimes, "The error is taken the other way round: y − a.",
      "If a grows a little, does C grow or fall?",
      { site in
        site.isSlopeOfCost ? site.short.reversed : nil
      },
      // y − a for (a − y)², as it is said aloud.
      { site in
        site.isSlopeOfCost && site.lesson.cost == .squaredError ? site.short.reversed.halved : nil
      }),
    Mistake(
      "extra-inner-factor", .seldom, "The inner derivative is taken to be a.",
      "The inner derivative of (y − a) is −1.",
      { site in
        guard case .costSlope(let j) = site.place, site.isSquared else { return nil }
        return site.right.reversed * site.a(site.last, j)
      }),
    Mistake(
      "cost-not-squared", .plausible, "The error is not squared in the cost.", "Square it.",
      { site in
        guard case .cost = site.place, site.isSquared else { return nil }
        return site.right.substituting { part in
          if case .power(let base, 2) = part { base } else { nil }
        }
      }),
    Mistake(
      "mean-over-outputs", .plausible, "The cost is averaged over the outputs, where it has only their sum.",
      "Does this cost average over the outputs?",
      { site in
        guard case .cost = site.place, site.outputs > 1, site.lesson.cost != .meanSquaredError else {
          return nil
        }
        return site.right.divided(by: site.outputs)
      },
      { site in
        guard site.isSlopeOfCost, site.outputs > 1, site.lesson.cost != .meanSquaredError else { return nil }
        return site.short.divided(by: site.outputs)
      },
      { site in
        guard site.isSlopeOfCost || site.place == .cost, site.outputs > 1,
          site.lesson.cost != .meanSquaredError
        else { return nil }
        return site.short.divided(by: site.outputs)
      }),
    Mistake(
      "wrong-target", .plausible, "The target of another output is used.",
      "Which target belongs to this output?",
      // The next output's, or the one after that, in the slopes alone and in the cost as well.
      (1...2).flatMap { offset in
        [false, true].map { inCost in
          { @Sendable site in wrongTarget(site, offset, inCost: inCost) }
        }
      }),
    Mistake(
      "wrong-log-base", .sometimes, "A logarithm to base 10 or 2 is used for ln.", "ln, the natural one.",
      { site in wrongBase(site, 10) }, { site in wrongBase(site, 2) }),
  ]

  private static func wrongTarget(_ site: Site, _ offset: Int, inCost: Bool) -> Formula? {
    guard offset < site.outputs else { return nil }
    func exchanged(_ formula: Formula) -> Formula {
      formula.substituting { part in
        site.neurons(site.last).first { part == site.y($0) }.map { site.y(($0 + offset) % site.outputs) }
      }
    }
    return site.isSlopeOfCost || (inCost && site.place == .cost) ? exchanged(site.short) : nil
  }

  private static func wrongBase(_ site: Site, _ base: Int) -> Formula? {
    guard case .cost = site.place, site.lesson.cost.takesLogarithms else { return nil }
    return site.right / .call(.ln, .integer(base))
  }
}
