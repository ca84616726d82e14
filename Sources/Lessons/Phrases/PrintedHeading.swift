import Documents
import Formulas

/// What documents write above tables and sections, in each language, for those who read documents.
package enum PrintedHeading {
  /// Above the column of a check that no other table has, in small letters.
  package static let checks = (inAll(ColumnPhrase.finiteDifferences) + inAll(GraphPhrase.column(.numeric)))
    .map { $0.lowercased() }

  /// Above the neurons that given weights lead to, in small letters.
  package static let into = inAll(ColumnPhrase.into).map { $0.lowercased() }

  /// Above columns of what is given, and of derivatives of parts of the cost, in small letters.
  package static let others =
    ([.weight, .bias, .activation, .otherExamples, .errorBound, .verdict]
    as [ColumnPhrase]).flatMap { inAll($0) }.map { $0.lowercased() }

  /// What stands before and after the part of the cost in the heading of its derivatives, in small letters.
  package static let part = inAll(ColumnPhrase.part(.symbol(Symbol(.cost)))).compactMap { title in
    parts(title.lowercased(), around: "c")
  }

  /// Above what is derived a second time.
  package static let second =
    inAll(FurtherPhrase.seconds) + inAll(FurtherPhrase.hessian) + inAll(FurtherPhrase.newton)

  /// What stands before and after the number of a step.
  package static let step = inAll(LearningPhrase.step(2)).compactMap { parts($0, around: "2") }

  /// What stands before and after the cost above the table of all steps.
  package static let curve = inAll(LearningPhrase.curve(.symbol(Symbol(.cost)), ofAllExamples: false))
    .compactMap {
      parts($0, around: "C")
    }

  /// What stands above the columns of a check, in each language: only worked examples have all of it.
  package static let check = Language.allCases.flatMap { language in
    let long: [any Phrase] = [ColumnPhrase.errorBound, ColumnPhrase.verdict]
    let short: [any Phrase] = [GraphPhrase.Column.numeric, .bound, .verdict].map { GraphPhrase.column($0) }
    return [long, short].map { $0.map { language.say($0).plain(in: Notation(language: language)) } }
  }

  private static func parts(_ title: String, around letter: Character) -> (before: String, after: String)? {
    let parts = title.split(separator: letter, omittingEmptySubsequences: false)
    return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
  }

  private static func inAll(_ phrase: some Phrase) -> [String] {
    Language.allCases.map { $0.say(phrase).plain(in: Notation(language: $0)) }
  }
}
