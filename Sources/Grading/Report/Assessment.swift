import Backprop
import Formulas
import Lessons

/// What somebody handed in, judged answer by answer.
package struct Assessment: Sendable {
  /// An answer and its verdict.
  package struct Row: Sendable {
    /// What was written.
    package let answer: Answer
    /// The line of the derivation; `nil` for a number that the lesson gives.
    package let line: Int?
    /// The value of what was written: that of a formula, on the numbers that the person has.
    package let value: Double
    /// The true value.
    package let expected: Double
    /// How it is judged.
    package let verdict: Verdict
    /// What else there is to say of it.
    package let note: Note?
  }

  /// What is wrong with an answer besides its value.
  package enum Note: Hashable, Sendable {
    /// A step to it has another value than the answer.
    ///
    /// The value is left out where it would give away what the person has not found.
    case unequal(step: String, value: Double?)
    /// A formula that gives the right number for this network, and not for others.
    case lucky
    /// The lesson gives another number.
    case otherGiven
    /// The error δ of the example's own cost, which has this name, where the name that was written is that of the total cost.
    case ofOwnCost(Formula)
    /// A formula in what comes only after it, or in itself.
    case circular
    /// A division by 0, or a number beyond all bounds.
    case notFinite
  }

  /// In the order of the file.
  package let rows: [Row]
  /// What the numbers say of mistakes.
  package let marking: Marking
  /// How many quantities are asked for, or were answered without that.
  package let quantities: Int
  /// The lines that are asked for and have no answer.
  package let openLines: [Int]
  /// What looks like an answer and was not read.
  package let missed: UnreadLines
  /// How much the sheet counts its layers on from those of the lesson.
  package let layerShift: Int

  /// How many of those that are asked for have no answer.
  package var open: Int { openLines.count }

  /// Whether something is wrong, or was not read.
  package var isToBeCorrected: Bool { count(.wrong) > 0 || missed.count > 0 }

  /// How many answers have a verdict.
  package func count(_ verdict: Verdict) -> Int { rows.count { $0.verdict == verdict } }
}
