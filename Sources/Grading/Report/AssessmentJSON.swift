import Documents
import Formulas
import Lessons
import Texts

/// Writes an assessment for programs.
package struct AssessmentJSON {
  private let exercise: Exercise
  private let assessment: Assessment
  private let lesson: String
  private let reveals: Bool
  private let notation: Notation

  /// The assessment of answers to `lesson`; with `reveals` every answer has the correct value.
  package init(
    _ exercise: Exercise, _ assessment: Assessment, lesson: String, reveals: Bool,
    in notation: Notation = .threeBlueOneBrown
  ) {
    self.exercise = exercise
    self.assessment = assessment
    self.lesson = lesson
    self.reveals = reveals
    self.notation = notation
  }

  /// One object.
  package var text: String {
    """
    { "version": 1, "lesson": \(JSONText.quoted(lesson)),
      "answers": [\(list(assessment.rows.map(answer)))],
      "diagnoses": [\(list(assessment.marking.diagnoses.map(diagnosis)))],
      "score": { \(score) }\(conventions)\(otherNumbers)\(limits)\(passedOver)\(unread) }

    """
  }

  /// Correct ways of writing that differ from the lesson's; empty if there is none.
  private var conventions: String {
    let found = assessment.marking.conventions.map { JSONText.quoted($0.rawValue) }
    return found.isEmpty ? "" : ",\n  \"conventions\": [\(found.joined(separator: ", "))]"
  }

  /// The variant for which the answers are right; empty if they are for this one.
  private var otherNumbers: String {
    switch assessment.otherNumbers {
    case .variant(let seed): ",\n  \"rightFor\": \"\(seed.map(String.init) ?? "lesson")\""
    case .unknown: ",\n  \"rightFor\": \"unknown\""
    case nil: ""
    }
  }

  /// Why the search for mistakes ended early; empty if it did not.
  private var limits: String {
    let limits = Marking.Limit.allCases.filter(assessment.marking.limits.contains)
    guard !limits.isEmpty else { return "" }
    return ",\n  \"limits\": [\(limits.map { JSONText.quoted($0.rawValue) }.joined(separator: ", "))]"
  }

  /// How many numbers of each kind were not judged; empty if there is none.
  private var passedOver: String {
    let found = assessment.passedOver
    guard !found.kinds.isEmpty else { return "" }
    let counts = found.kinds.map { "\(JSONText.quoted($0.rawValue)): \(found[$0])" }
    return ",\n  \"notJudged\": { \(counts.joined(separator: ", ")) }"
  }

  /// Lines that look like answers but could not be read; empty if there is none.
  private var unread: String {
    let missed = assessment.missed
    guard missed.count > 0 else { return "" }
    let lines = missed.first.map {
      "{ \"line\": \($0.line), \"written\": \(JSONText.quoted($0.written)), \"reason\": \(JSONText.quoted($0.reason)) }"
    }
    return ",\n  \"unread\": { \"count\": \(missed.count), \"lines\": [\(list(lines))] }"
  }

  private func list(_ items: [String]) -> String {
    items.isEmpty ? "" : "\n    " + items.joined(separator: ",\n    ") + " "
  }

  /// An answer has the correct value if it is correct, or with `reveals`.
  private func answer(_ row: Assessment.Row) -> String {
    let mayBeSeen: Bool =
      switch row.verdict {
      case .correct: true
      case .tooFewDigits, .carriedForward, .wrong: reveals
      }
    let written = row.answer.sides.last?.written ?? ""
    return """
      { "line": \(row.answer.line), "name": \(JSONText.quoted(name(row.answer.name))), "written": \(JSONText.quoted(written)), \
      "expected": \(mayBeSeen ? JSONText.number(row.expected) : "null"), "verdict": \(JSONText.quoted(row.verdict.rawValue)) }
      """
  }

  private func diagnosis(_ diagnosis: Marking.Diagnosis) -> String {
    let named = diagnosis.named
    let hint = named.map { notation.language.say(MistakePhrase.hint($0.mistake)).plain(in: notation) } ?? ""
    let alike = named.map { Array($0.mistakes.dropFirst()) } ?? []
    func names(_ lines: [Int]) -> String {
      lines.map { JSONText.quoted(name(exercise.lines[$0].name)) }.joined(separator: ", ")
    }
    func ids(_ mistakes: [Mistake]) -> String {
      mistakes.map { JSONText.quoted($0.id) }.joined(separator: ", ")
    }
    return """
      { "mistake": \(JSONText.quoted(named?.mistake.id ?? "unknown")), "at": \(names([diagnosis.line])), \
      "likelihood": \(named.map { JSONText.number($0.likelihood) } ?? "null"), "hint": \(JSONText.quoted(hint)), \
      "explains": [\(names(diagnosis.explains))], "alike": [\(ids(alike))], \
      "mayBe": [\(ids(diagnosis.possible.map(\.mistake)))] }
      """
  }

  private func name(_ formula: Formula) -> String { formula.answerName ?? "" }

  private var score: String {
    let counts = Verdict.allCases.map { ($0.key, assessment.count($0)) }
    return counts.map { "\"\($0)\": \($1)" }.joined(separator: ", ")
  }
}

extension Verdict {
  /// The key in the JSON object of the score.
  fileprivate var key: String {
    switch self {
    case .correct: "correct"
    case .tooFewDigits: "tooFewDigits"
    case .carriedForward: "carriedForward"
    case .wrong: "wrong"
    }
  }
}
