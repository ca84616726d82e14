import Documents
import Formulas
import Texts

/// The marks of a class as CSV, a row for each person, for a spreadsheet or a gradebook.
struct MarkSheet {
  private let students: [ClassReport.Student]
  private let rule: Points.Rule
  private let same: [String?]
  /// The files that could not be read.
  private let unread: [ClassReport.Unread]
  /// The people who handed in no answers.
  private let missing: [String]
  private let notation: Notation

  init(
    _ students: [ClassReport.Student], rule: Points.Rule, same: [String?], unread: [ClassReport.Unread],
    missing: [String],
    in notation: Notation
  ) {
    (self.students, self.rule, self.same) = (students, rule, same)
    (self.unread, self.missing, self.notation) = (unread, missing, notation)
  }

  /// CSV by RFC 4180, with the line ends of Unix.
  var text: String { ([Self.heading] + rows).map(Self.line).joined() }

  private func say(_ phrase: ClassPhrase) -> String {
    notation.language.say(phrase).plain(in: notation)
  }

  private static let heading = [
    "file", "name", "lesson", "variant", "variant handed out", "answered", "right", "carried forward",
    "too few digits", "wrong", "not read", "not judged", "points", "out of", "first mistake", "same as",
    "convention",
  ]

  private var rows: [[String]] {
    zip(students, same).map { row($0, same: $1 ?? "") }
      + unread.map { empty(file: $0.file, name: $0.person ?? "", say(.notReadable)) }
      + missing.map { empty(file: "", name: $0, say(.noSheet)) }
  }

  private func empty(file: String, name: String, _ why: String) -> [String] {
    [file, name] + Self.heading.dropFirst(2).map { $0 == "first mistake" ? why : "" }
  }

  private func row(_ student: ClassReport.Student, same: String) -> [String] {
    let (assessment, points) = (student.assessment, student.points(rule))
    let first =
      assessment.otherNumbers.map { say(.elsewhere($0)) }
      ?? assessment.marking.diagnoses.first.map { $0.mistake?.id ?? "unknown" }
    return [
      student.file, student.person ?? "", student.lesson, student.variant.map { "\($0)" } ?? "",
      student.handedOut.map { say(.handedOut($0)) } ?? "", "\(points.counted.count)",
      "\(points.count(.correct))",
      "\(points.count(.carriedForward))", "\(points.count(.tooFewDigits))",
      "\(points.count(.wrong))", "\(assessment.missed.count)",
      "\(assessment.passedOver.count)", Self.number(points.earned),
      "\(points.outOf)", first ?? "", same,
      assessment.marking.conventions.map(\.rawValue).joined(separator: " "),
    ]
  }

  /// A number, without a decimal point if it is whole.
  private static func number(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : "\(value)"
  }

  private static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\n" }

  /// A cell, with an apostrophe before a text that a spreadsheet would read as a formula.
  private static func cell(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t".contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    guard safe.contains(where: { ",\"\n\r\r\n".contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
