import Documents
import Formulas

/// What is said of a change of the cost, and of its prediction.
extension Words {
  /// The cost has the same value after the nudge; `nil` if the prediction is large enough for that to need a reason.
  static func noChange(_ change: CostChange, of cost: Formula) -> Prose? {
    if change.closeness == .exact { return "and it does not move." }
    if change.predicted == 0 { return "and \(cost) keeps its value in double precision." }
    return change.predicted.magnitude <= change.rounding
      ? "The actual change is too small for double precision: \(cost) keeps its value." : nil
  }

  /// How what a derivative promised of a nudge compares with what the cost did.
  static func nudge(_ change: CostChange, step: Formula) -> Prose {
    switch change.closeness {
    case .exact: "Just as much as was promised."
    case .predictionTooSmall, .withinRounding: withinRounding
    case .acrossKinks: acrossKinks(change.kinks)
    case .withinTenth:
      "The difference comes from the curvature of the \(.cost). It is of second order: for small changes of the parameter, it shrinks at least as fast as the square of the change."
    case .beyondTenth:
      change.predicted == 0
        ? "Nothing was promised: what moves the \(.cost) is its bend, which no slope sees."
        : "The two are not close: a step of \(step) is too long here for a straight line."
    }
  }

  /// Which way the cost went in a step of gradient descent.
  static func direction(_ change: CostChange) -> Prose {
    switch change.direction {
    case .decreased: "The step went downhill."
    case .increased:
      change.kinks.startsOnKink
        ? "The \(.cost) has increased. On a kink the derivative that is used need not point downhill."
        : "The \(.cost) has increased: the step was too large."
    case .unchanged:
      change.rounding == 0
        ? "The \(.cost) is the same as before." : "The \(.cost) is unchanged in double precision."
    case .withinRounding: "The \(.cost) has changed by no more than its rounding error."
    }
  }

  /// How what the gradient promised of a step compares with what became of it.
  static func step(_ change: CostChange) -> Prose {
    switch change.closeness {
    case .exact: "Just as much as was promised."
    case .predictionTooSmall: "The predicted change is too small for double precision."
    case .withinRounding: withinRounding
    case .acrossKinks: acrossKinks(change.kinks)
    case .withinTenth: "The little that is left between the two is the bend of the \(.cost) along the way."
    case .beyondTenth:
      change.direction == .decreased
        ? "The two differ: over a step of this length the \(.cost) bends. With a small enough learning rate the prediction is accurate."
        : "The \(.cost) should have decreased, but it has not: the step is too large for the linear approximation."
    }
  }

  private static let withinRounding: Prose = "What is left between the two is no more than rounding."

  private static func acrossKinks(_ kinks: KinkCrossings) -> Prose {
    let has: Prose =
      kinks.areCertain ? "has a kink, where its slope jumps" : "may have a kink, where its slope jumps"
    return """
      Within this change the \(.cost) \(has). The prediction uses one slope only, so the difference need not be of \
      second order.
      """
  }
}
