import Formulas

/// What is said of a change of the cost, as the derivatives predict it and as it happens.
enum ChangePhrase: Phrase {
  /// A change of one parameter, and what C is predicted to change by.
  case test(step: Formula, of: Formula, cost: Formula)
  /// With the parameter changed the cost is not finite.
  case testNotFinite(step: Formula, of: Formula)
  /// The change that happens.
  case actual
  /// The cost has the same value: exactly, in doubles with a derivative of 0, and because the change is too small for them.
  case none(Formula), noneInDoubles(Formula), tooSmallForDoubles(Formula)
  /// The new cost has no fraction that fits.
  case roundedCost

  /// Why the two differ, after a change of one parameter by a step.
  case difference(
    CostChange.Closeness, predictsNothing: Bool, step: Formula, of: Formula, areKinksCertain: Bool)
  /// The same after a step of gradient descent, and whether the cost has decreased.
  case differenceOfStep(CostChange.Closeness, decreased: Bool, areKinksCertain: Bool)
}

extension ChangePhrase {
  /// The parameter that is changed, and what comes of it, are those of the numbers as they are given.
  var isOfNumbers: Bool { true }
}
