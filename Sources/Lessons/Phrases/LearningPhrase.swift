import Backprop
import Formulas

/// What is said of the steps of an optimizer, and of what comes of them.
enum LearningPhrase: Phrase {
  /// The result and where it moves.
  enum Outcome: Hashable, Sendable {
    case decreased, increased, unchanged
  }

  /// What a step makes smaller or larger: the cost, or the result of a graph.
  enum Goal: Hashable, Sendable {
    case cost
    case result(Formula)
  }

  /// The rule of an optimizer with its constants and the values that it keeps, and whether each step follows one example.
  case rule(Optimizer, constants: [Equation], takesEachExample: Bool)
  /// The heading of a step: the only one, one of several by its number, and the last part of one of several.
  case onlyStep(Optimizer), step(Int), newValues
  /// What has become of the result, and whether it was to become larger.
  case outcome(Goal, Outcome, ascends: Bool)
  /// The result before and after a step.
  case change(before: Equation, after: Numeral, isRounded: Bool, ofParameters: Bool)
  /// Which example a later step follows.
  case nextExample
  /// No check of any step disagrees.
  case agreement
  /// Above the table of all steps, and above its column of results.
  case curve(Formula, ofAllExamples: Bool), result(Formula, ofAllExamples: Bool)
  /// Where trained weights come from: so far into a training, in batches, with a seed.
  case trained(TrainingPlace, batch: Int, seed: UInt64)
  /// Above the column of the numbers of the steps.
  case columnOfSteps
}

extension LearningPhrase {
  var isOfNumbers: Bool {
    switch self {
    case .outcome, .change, .agreement: true
    case .rule, .onlyStep, .step, .newValues, .nextExample, .curve, .result, .trained, .columnOfSteps: false
    }
  }
}
