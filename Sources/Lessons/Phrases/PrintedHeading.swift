import Documents
import Formulas

/// What documents write above tables and sections, in each language, for those who read documents.
package enum PrintedHeading {
  /// Above the column of the check that no other table has, in small letters.
  package static let finiteDifferences = inAll(ColumnPhrase.finiteDifferences).map { $0.lowercased() }

  /// Above what is derived a second time.
  package static let second =
    inAll(FurtherPhrase.seconds) + inAll(FurtherPhrase.hessian) + inAll(FurtherPhrase.newton)

  /// What stands before and after the number of a step.
  package static let step = inAll(LearningPhrase.step(2)).compactMap {
    title -> (before: String, after: String)? in
    let parts = title.split(separator: "2", omittingEmptySubsequences: false)
    return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
  }

  private static func inAll(_ phrase: some Phrase) -> [String] {
    Language.allCases.map { $0.say(phrase).plain(in: Notation(language: $0)) }
  }
}
