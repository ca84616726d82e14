import Formulas

/// What is said of a step of gradient descent.
enum DescentPhrase: Phrase {
  /// What the step changes.
  enum Changed: Hashable, Sendable {
    /// The weights and the biases, the weights alone, and the quantities of a graph.
    case parameters, weights, quantities
  }

  /// What has become of the cost.
  enum Outcome: Hashable, Sendable {
    /// Smaller.
    case decreased
    /// Larger, and whether the step starts on a kink.
    case increased(fromKink: Bool)
    /// The same, exactly or in doubles.
    case unchanged(exactly: Bool)
    /// Changed by no more than rounding.
    case withinRounding
  }

  /// What the step does with the learning rate.
  case rule(Changed, rate: Equation)
  /// The biases stay as they are.
  case biasesFixed
  /// The learning rate is 0.
  case rateIsZero
  /// The cost before and after, and what has become of it.
  case outcome(before: Equation, after: Equation, Outcome)
  /// The new cost is not finite.
  case notFinite
  /// What the step changes the cost by, to first order, with the sum of squares that stands in it.
  case prediction(Formula, squares: Formula, of: Changed, isShortened: Bool, startsOnKink: Bool)
}

extension DescentPhrase {
  var isOfNumbers: Bool {
    switch self {
    case .rateIsZero, .outcome, .notFinite, .prediction: true
    case .rule, .biasesFixed: false
    }
  }
}
