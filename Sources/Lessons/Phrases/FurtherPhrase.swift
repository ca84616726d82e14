import Formulas

/// What is said of derivatives besides the gradient: in forward mode, of many results, and of the second order.
enum FurtherPhrase: Phrase {
  /// A mode with what it derives, and what that takes.
  enum Mode: Hashable, Sendable {
    /// One pass, by one quantity.
    case forward, backward
    /// All of a gradient, in so many passes or in one.
    case forwardPasses(Int), backwardPass
  }

  /// Above the two modes, above their comparison, and above a check that follows the derivation.
  case forwardMode, backwardMode, bothModes, check
  /// What forward mode carries along from x, which starts with an equation.
  case forward(by: Formula, start: Equation)
  /// What both modes find.
  case found(Equation, backward: Equation, agree: Bool)
  /// What the table of operations counts, and when which mode needs fewer of them.
  case operations, cheaperMode
  /// A cell of that table: a mode, and all of so many derivatives.
  case mode(Mode), allOfGradient(Int)
  /// Above its columns.
  case columnOfMode, columnOfSubject, multiplications, additions

  /// The derivatives of an entry, and what leads to them: nothing, or the way back.
  case derivatives(Formula), nothingLeads(Formula), wayBack(Formula)
  /// How many backward passes a Jacobian takes.
  case onePass(Formula), passes(Formula, count: Int)
  /// Local gradients that have the name of another derivative.
  case localGradients([Formula])
  /// Above the Jacobian, and what it is.
  case jacobian, jacobianIs(of: Formula, by: Formula, rows: Int, columns: Int)
  /// What leads the check of a Jacobian, and that of second derivatives.
  case checkOfJacobian, checkOfSecond

  /// Above one second derivative, and above several.
  case second, seconds
  /// What a second backward pass is.
  case secondPass(Formula)
  /// Signs or conditions that a small change does not change; whether one of them is at an edge.
  case flatSigns([Formula], areMore: Bool, isOnEdge: Bool)
  /// What the second derivative says: at a kink, if it is 0, and otherwise.
  case secondAtKink(Formula, by: Formula), secondIsZero(Formula, by: Formula)
  case secondMeans(Formula, by: Formula, value: Equation)
  /// Above the Hessian, and what it is; two parameters as they are typed, if no line is shown.
  case hessian, hessianIs(size: Int, pair: String?)
  /// Parameters that the result does not depend on: one or two, or the first of so many others.
  case leftOut([Formula], others: Int, result: Formula)
  /// Two entries that are the same number, the only two or an example; or that differ.
  case symmetric(Formula, Formula, isOnly: Bool), notSymmetric(Formula, Formula)
  /// Above Newton's step.
  case newton
  /// What it is, with the letters of step, Hessian and gradient; whether it starts at the given numbers, although the lesson takes
  /// steps of its own, and whether the result curves upward in every direction.
  case newtonIs(
    Formula, step: Formula, hessian: Formula, gradient: Formula, isFromGivens: Bool, curvesUpward: Bool)
  /// Its equations with the numbers in them.
  case newtonInNumbers([Equation])
  /// The Hessian has no inverse.
  case noNewton
  /// Above the columns of the new values.
  case parameter, value, step, newValue
  /// The result after the step, exact or rounded, and whether it is smaller, larger or the same.
  case after(Formula, before: Equation, after: Numeral, isExact: Bool, LearningPhrase.Outcome)
  /// The result after the step is no number.
  case notFinite(Formula)
}

extension FurtherPhrase {
  var isOfNumbers: Bool {
    switch self {
    case .found, .flatSigns, .secondAtKink, .secondIsZero, .notSymmetric, .newtonInNumbers, .noNewton, .after,
      .notFinite:
      true
    case .newtonIs(_, _, _, _, _, let curvesUpward): !curvesUpward
    case .forwardMode, .backwardMode, .bothModes, .check, .forward, .operations, .cheaperMode, .mode,
      .allOfGradient, .columnOfMode, .columnOfSubject, .multiplications, .additions, .derivatives,
      .nothingLeads, .wayBack, .onePass, .passes, .localGradients, .jacobian, .jacobianIs, .checkOfJacobian,
      .checkOfSecond, .second, .seconds, .secondPass, .secondMeans, .hessian, .hessianIs, .leftOut,
      .symmetric, .newton, .parameter, .value, .step, .newValue:
      false
    }
  }
}
