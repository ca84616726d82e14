import Backprop
import Formulas

/// What is said of a step.
extension Learning {
  /// Whether it is one step of gradient descent, of all examples, with the learning rate of the lesson.
  var isPlain: Bool {
    optimizer == .gradientDescent && schedule == .constant && steps == 1 && !takesEachExample
  }

  /// Which rule it follows, with its constants; `eta` is the learning rate with its value.
  func rule(_ eta: Equation, _ ledger: Ledger, digits: Int) -> LearningPhrase {
    let constants = [eta] + optimizer.givens.map { ledger.valued($0.name, digits: digits) }
    return .rule(optimizer, constants: constants, takesEachExample: takesEachExample)
  }

  /// The heading above the new parameters.
  var heading: LearningPhrase {
    // A later step has its number above it already.
    steps == 1 ? .onlyStep(optimizer) : number == 1 ? .step(1) : .newValues
  }

  /// What has become of the result in a step that is not one of plain gradient descent.
  func outcome(_ goal: LearningPhrase.Goal, before: Double, after: Double) -> LearningPhrase {
    .outcome(
      goal, before == after ? .unchanged : after < before ? .decreased : .increased,
      ascends: optimizer.ascends)
  }
}
