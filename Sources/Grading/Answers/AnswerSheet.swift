import Formulas
import Lessons
import Texts

/// What somebody handed in: a filled-in worksheet, a list of names and values, a table, or JSON.
package struct AnswerSheet: Sendable {
  /// The most bytes that are read: 16 MiB.
  package static let byteLimit = JSONValue.byteLimit

  /// In the order of the file; blanks that were left empty are not among them.
  package let answers: [Answer]
  /// The names of blanks that were left empty, each once.
  package let unanswered: [Formula]

  /// Lines that read like answers and name nothing, the first few.
  package let missed: [MissedLine]

  /// Reads the answers to an exercise.
  ///
  /// All that is wrong is found in one go. It is JSON if it begins with a brace, and lines of text otherwise; a line whose left
  /// side has not the shape of a name is passed over.
  package init(_ bytes: [UInt8], for exercise: Exercise) throws(LessonError) {
    try Self.checkSize(bytes)
    var reader = AnswerReader(bytes, exercise.names)
    if Self.isJSON(bytes) {
      reader.readObject(try Self.json(bytes))
    } else {
      reader.readLines()
    }
    if reader.isEmpty { reader.problems.add(Self.noAnswer(in: bytes, example: reader.names.example)) }
    guard reader.problems.count == 0 else { throw LessonError(reader.problems, in: bytes) }
    answers = reader.answers
    missed = reader.missed
    let answered = Set(answers.map(\.name))
    unanswered = reader.blanks.filter { !answered.contains($0) }
  }

  static func checkSize(_ bytes: [UInt8]) throws(LessonError) {
    guard bytes.count > byteLimit else { return }
    throw LessonError(
      Problem(at: 0..<0, "the answers have more than 16 MiB, which is the most that is read"), in: bytes)
  }

  /// Whether the first thing in it is a brace.
  static func isJSON(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: UTF8Text.byteOrderMark) ? UTF8Text.byteOrderMark.count : 0
    return bytes[start...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "{")
  }

  static func json(_ bytes: [UInt8]) throws(LessonError) -> JSONValue {
    do {
      return try JSONValue(parsing: bytes)
    } catch {
      throw LessonError(error, in: bytes)
    }
  }

  private static func noAnswer(in bytes: [UInt8], example: String) -> Problem {
    // In another encoding there is no name to be found.
    if let problem = UTF8Text.problem(in: bytes) { return problem }
    if let missed = MissedLine(firstOf: bytes) {
      let name = Cursor(bytes, missed.nameRange).text(missed.nameRange)
      return Problem(
        at: missed.nameRange,
        "\(shortened(name)) is no name of a quantity; names are written as in \(example)")
    }
    return Problem(at: 0..<0, "there is no answer in it: a line is name = value, as in \(example) = -0.35")
  }
}

extension ProblemList {
  mutating func add(_ problem: Problem) { add(at: problem.range, problem.message) }
}
