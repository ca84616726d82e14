import Formulas

extension ChangePhrase {
  var english: Prose {
    switch self {
    case .test(let step, let name, let cost):
      """
      Add \(step) to \(name), keep everything else, and repeat the forward pass. The derivative predicts that \(cost) changes \
      by about
      """
    case .testNotFinite(let step, let name): "With \(name) changed by \(step), the \(.cost) is not finite."
    case .actual: "The actual change is"
    case .none(let cost): "\(cost) does not change."
    case .noneInDoubles(let cost): "\(cost) keeps its value in double precision."
    case .tooSmallForDoubles(let cost):
      "The actual change is too small for double precision: \(cost) keeps its value."
    case .roundedCost:
      "(As a fraction the new \(.cost) needs integers of more than 128 bits, so it is rounded here.)"
    case .difference(let closeness, let predictsNothing, let step, let name, let areKinksCertain):
      switch closeness {
      case .exact: Self.exact
      case .predictionTooSmall, .withinRounding: Self.withinRounding
      case .acrossKinks: Self.acrossKinks(areKinksCertain)
      case .withinTenth:
        """
        The difference comes from the curvature of the \(.cost). It shrinks faster than the change in \(name): if you halve a small change, the difference becomes about a quarter, or less.
        """
      case .beyondTenth:
        predictsNothing
          ? "The predicted change is 0, because the derivative is 0. The actual change comes from the curvature of the \(.cost)."
          : "The difference is more than a tenth of the predicted change: for a change of \(step), the linear approximation is not accurate here."
      }
    case .differenceOfStep(let closeness, let decreased, let areKinksCertain):
      switch closeness {
      case .exact: Self.exact
      case .predictionTooSmall: "The predicted change is too small for double precision."
      case .withinRounding: Self.withinRounding
      case .acrossKinks: Self.acrossKinks(areKinksCertain)
      case .withinTenth: "The difference is due to the curvature of the \(.cost) along the step."
      case .beyondTenth:
        decreased
          ? "The difference is more than a tenth of the predicted change: the slope of the \(.cost) changes a lot along the step. The smaller the learning rate, the better the prediction."
          : "The \(.cost) should have decreased, but it has not: the step is too large for the linear approximation."
      }
    }
  }

  private static let exact: Prose = "The actual change equals the predicted change exactly."
  private static let withinRounding: Prose = "The difference is within rounding error."

  private static func acrossKinks(_ areCertain: Bool) -> Prose {
    """
    This change \(areCertain ? "meets" : "may meet") a kink of the \(.cost), where its slope jumps. The prediction uses one \
    slope only, so the difference need not shrink with the square of the change.
    """
  }
}
