import Documents
import Formulas

/// Says what lies behind wrong numbers, as a tutor would.
package struct Tutor: Sendable {
  let exercise: Exercise
  let digits: Int

  package init(_ exercise: Exercise, digits: Int) {
    self.exercise = exercise
    self.digits = digits
  }

  /// What to say of one thing that went wrong: what it is, how the number comes about, and where to look.
  package func blocks(for diagnosis: Marking.Diagnosis, in assessment: Assessment) -> [Block] { [] }
}
