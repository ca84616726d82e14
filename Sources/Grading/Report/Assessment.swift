import Backprop
import Formulas
import Lessons

/// The verdict on each answer of a sheet, and the mistakes that explain the wrong ones.
package struct Assessment: Sendable {
  /// An answer and its verdict.
  package struct Row: Sendable {
    /// What was written.
    package let answer: Answer
    /// The line of the derivation; `nil` for a number that the lesson gives.
    package let line: Int?
    /// The value of the answer; a formula is evaluated with the person's own numbers.
    package let value: Double
    /// The correct value.
    package let expected: Double
    /// The verdict.
    package let verdict: Verdict
    /// A remark, if there is one.
    package let note: Note?
  }

  /// A remark on an answer besides its verdict.
  package enum Note: Hashable, Sendable {
    /// A step before the answer, such as 2·3 in `2*3 = 5`, has another value than the answer.
    ///
    /// The value is left out if it would give away an answer that the person has not found.
    case unequal(step: String, value: Double?)
    /// A formula that gives the correct number for this lesson, but not with other numbers.
    case lucky
    /// The lesson gives another number.
    case otherGiven
    /// A formula that uses a quantity that is computed later, or the answer itself.
    case circular
    /// A formula without a finite value, such as a division by 0.
    case notFinite
  }

  /// The answers in the order of the file.
  package let rows: [Row]
  /// The mistakes that explain the numbers.
  package let marking: Marking
  /// How many quantities are asked for or were answered.
  package let quantities: Int
  /// The lines that are asked for and have no answer.
  package let openLines: [Int]
  /// Lines that look like answers but could not be read.
  package let missed: UnreadLines
  /// Numbers that are not asked for: they are counted only.
  package let passedOver: PassedOver
  /// The difference between the numbers that the sheet and the lesson give to a layer.
  package let layerShift: Int
  /// The files of the sheet, if there are several.
  package let files: AnswerSheet.Files?
  /// The numbers to which the answers belong, if they are not those of the exercise.
  package var otherNumbers: OtherNumbers?

  /// How many quantities that are asked for have no answer.
  package var open: Int { openLines.count }

  /// Whether an answer is wrong or could not be read.
  package var isToBeCorrected: Bool { count(.wrong) > 0 || missed.count > 0 }

  /// How many answers have a verdict.
  package func count(_ verdict: Verdict) -> Int { rows.count { $0.verdict == verdict } }
}
