import Formulas

/// What a session at a terminal says.
package enum SessionPhrase: Phrase {
  /// A first hint: a question that leads to the formula without naming it.
  package enum Nudge: Hashable, Sendable {
    /// To a derivative that is asked for as a whole, and to what the forward pass gives after the step.
    case paths, newForward
    /// To a new parameter, and to what an optimizer keeps.
    case step, state
    /// To a value of a network, or of a graph.
    case weightedInput, activation, cost, penalty, mean, definition
    /// To a local gradient: of a softmax, of another activation, of the penalty.
    case softmax, slope, penaltySlope
    /// To a derivative with respect to what is used: a weight, a bias, an activation, something else.
    case weight, bias, feeds, change, uses
    /// To an error δ, whose slope may cancel, and to the derivative of the cost.
    case error, cancelled, costSlope
  }

  /// How many of the numbers are right, and how they were found.
  package struct Score: Hashable, Sendable {
    let right, all: Int
    /// Of those that are right: at the first try, and later.
    let first, later: Int
    let carried, shown, open: Int
  }

  /// What is asked for, with how many digits, and what can be typed.
  case instructions(count: Int, digits: Int, SubjectKind)
  /// The session goes on after so many numbers.
  case continued(Int, of: Int)
  /// Nothing was typed; there is no number before; what was typed is no number.
  case empty, first, notANumber
  /// A first hint, and the last one.
  case nudge(Nudge), value(Numeral)
  /// A number is right, with all digits that are asked for, or for a wrong number before it.
  case correct, carriedForward
  /// A number is right as far as it goes, but so many digits are asked for.
  case tooFewDigits(asked: Int)
  /// A formula is right for these numbers only.
  case lucky
  /// A number is wrong; a hint, if there is one, follows, or it is not known why.
  case wrong, unexplained
  /// The score.
  case score(Score)
  /// The file of a session is written; or it is not, because nothing was typed.
  case saved(String), nothingTyped(String)
  /// What can be typed between two steps of a worked example, and at the last.
  case steps(isLast: Bool)
}
