import Documents
import Formulas
import Lessons

/// A lesson derived one blank at a time, each answer checked as it is typed.
///
/// It knows no terminal: what is typed goes into `respond`, and what is to be said comes out.
package struct Practice: Sendable {
  /// What became of a blank.
  struct Entry: Hashable, Sendable {
    /// The last answer, as it was typed; `nil` while there is none.
    var written: String?
    var isRight = false
    var tries = 0
    var hints = 0
    /// Whether the value was asked for.
    var isShown = false
  }

  let assessor: Assessor
  private let worksheet: Worksheet
  let header: String
  let digits: Int
  /// By their lines.
  var entries: [Int: Entry] = [:]
  /// What is asked for, in order.
  let asked: [Int]
  /// Which of them is being asked for; `asked.count` after the last.
  private var place = 0
  /// Those that were skipped come again once.
  private var isSecondRound = false
  /// Whether the session is over.
  package private(set) var isOver = false

  var exercise: Exercise { assessor.exercise }

  /// A session from its beginning, or where `answers` left it: the file of an earlier one.
  ///
  /// `lesson` is the variant already if there is one. Throws what a worksheet of the lesson throws.
  package init(_ lesson: Lesson, _ settings: Worksheet.Settings, resuming answers: [UInt8]? = nil)
    throws(WorkedExampleError)
  {
    try Worksheet.checkSize(of: lesson)
    try self.init(Exercise(lesson), settings, resuming: answers)
  }

  /// The same of a lesson of named quantities.
  package init(_ lesson: NamedLesson, _ settings: Worksheet.Settings, resuming answers: [UInt8]? = nil)
    throws(WorkedExampleError)
  {
    try self.init(Exercise(lesson), settings, resuming: answers)
  }

  private init(_ exercise: Exercise, _ settings: Worksheet.Settings, resuming answers: [UInt8]?)
    throws(WorkedExampleError)
  {
    worksheet = try Worksheet(exercise, settings)
    assessor = Assessor(exercise)
    digits = settings.digits
    header = settings.header(of: settings.source ?? "-").text
    asked = assessor.exercise.asked
    if let answers { entries = takenUp(String(decoding: answers, as: UTF8.self)) }
    place = asked.firstIndex { !isDone($0) } ?? asked.count
    isOver = place == asked.count
  }

  /// What stands at the beginning.
  package var greeting: [Block] {
    worksheet.introduction + [
      .paragraph(
        """
        \(asked.count) numbers are asked for, one at a time. Type each with \(digits) significant digits, as arithmetic, or as a \
        formula in the names that are shown. \(Prose([.code("?")])) gives a hint: first a nudge, then the rule, then the value. \
        \(Prose([.code("skip")])) leaves a number for the end, \(Prose([.code("back")])) goes one back, \
        \(Prose([.code(exercise.subject.words.command)])) shows the \(exercise.subject.words.noun) again, \(Prose([.code("quit")])) ends.
        """)
    ]
      + (entries.isEmpty
        ? []
        : [.paragraph("Taken up again: \(asked.count { isDone($0) }) of \(asked.count) are there already.")])
  }

  /// What is asked for now: its place in the derivation, and the name after which the answer is typed.
  package var question: (heading: [Block], name: String)? {
    guard let line = current, let name = exercise.lines[line].name.answerName else { return nil }
    return (worksheet.question(of: line), name)
  }

  private var current: Int? { isOver || place >= asked.count ? nil : asked[place] }

  private func isDone(_ line: Int) -> Bool { entries[line].map { $0.isRight || $0.isShown } ?? false }

  /// Takes a line that was typed, and says what there is to say.
  package mutating func respond(to typed: String) -> [Block] {
    guard let line = current else { return [] }
    switch typed.filter({ $0 != " " }).lowercased() {
    case "": return [.paragraph("Type a number, or ? for a hint, or quit.")]
    case "?", "hint": return hint(line)
    case "skip":
      advance()
      return []
    case "back":
      guard place > 0 else { return [.paragraph("This is the first.")] }
      place -= 1
      entries[asked[place]]?.isRight = false
      entries[asked[place]]?.isShown = false
      return []
    case "net", "graph": return worksheet.introduction
    case "score": return score
    case "quit", "exit", "q":
      isOver = true
      return []
    default: return judge(typed, line)
    }
  }

  /// The next that is open; after the last, once, those that were skipped.
  private mutating func advance() {
    let next = asked.indices.first { $0 > place && !isDone(asked[$0]) }
    if let next {
      place = next
    } else if !isSecondRound, let skipped = asked.indices.first(where: { !isDone(asked[$0]) }) {
      isSecondRound = true
      place = skipped
    } else {
      isOver = true
    }
  }

  private mutating func hint(_ line: Int) -> [Block] {
    entries[line, default: Entry()].hints += 1
    switch entries[line]?.hints {
    case 1: return [.paragraph(exercise.lines[line].nudge)]
    case 2: return [.equation(Tutor(exercise, digits: digits).rule(of: line))]
    default:
      guard let value = Numeral(rounding: exercise.values[line], digits: digits) else { return [] }
      entries[line]?.isShown = true
      entries[line]?.written = value.typed
      advance()
      return [.paragraph("It is \(Formula.number(value)).")]
    }
  }

  private mutating func judge(_ typed: String, _ line: Int) -> [Block] {
    guard let name = exercise.lines[line].name.answerName else { return [] }
    do {
      _ = try AnswerSheet(Array("\(name) = \(typed)".utf8), for: exercise)
    } catch {
      return [.paragraph(Prose([.text((error.problems.first?.message ?? "that is no number") + ".")]))]
    }
    entries[line, default: Entry()].tries += 1
    entries[line]?.written = typed
    guard let assessment, let row = assessment.rows.first(where: { $0.line == line }) else {
      entries[line]?.written = nil
      return [.paragraph("That is no number.")]
    }
    let isRight = row.verdict != .wrong
    entries[line]?.isRight = isRight
    if isRight { advance() }
    return reply(row, assessment)
  }

  private func reply(_ row: Assessment.Row, _ assessment: Assessment) -> [Block] {
    switch row.verdict {
    case .correct: return [.paragraph("Right.")]
    case .tooFewDigits: return [.paragraph("Right, but with too few digits.")]
    case .carriedForward:
      return [.paragraph("It follows rightly from what you have; the mistake is further up.")]
    case .wrong: break
    }
    if row.note == .lucky { return [.paragraph("Right for these numbers, but not for others.")] }
    let diagnosis = assessment.marking.diagnoses.first { $0.line == row.line }
    guard let diagnosis, let mistake = diagnosis.mistake ?? diagnosis.possible.first?.mistake else {
      return [.paragraph("Not yet. Work it out again, or type ? for a hint.")]
    }
    // At the first try the question alone; then how the number came about.
    let tries = row.line.flatMap { entries[$0]?.tries } ?? 1
    return tries == 1
      ? [.paragraph("Not yet. \(Prose([.emphasis(Prose([.text(mistake.hint)]))]))")]
      : [.paragraph("Not yet.")] + Tutor(exercise, digits: digits).blocks(for: diagnosis, in: assessment)
  }

  /// How it went.
  package var score: [Block] {
    let followed = Set(
      (assessment?.rows ?? []).filter { $0.verdict == .carriedForward }.compactMap(\.line))
    let done = asked.filter { entries[$0]?.isRight ?? false }
    // What follows rightly from a wrong number is done, and is not right.
    let right = done.filter { !followed.contains($0) }
    let first = right.count { entries[$0]?.tries == 1 && entries[$0]?.hints == 0 }
    let shown = asked.count { entries[$0]?.isShown ?? false }
    let carried = done.count - right.count
    let parts: [Prose] =
      ["\(first) at the first try", "\(right.count - first) after more tries or with a hint"]
      + (carried > 0 ? ["\(carried) carried forward"] : [])
      + ["\(shown) shown", "\(asked.count - done.count - shown) left open"]
    return [
      .paragraph(
        "\(right.count) of \(asked.count) right: " + parts.dropFirst().reduce(parts[0]) { $0 + ", " + $1 }
          + ".")
    ]
  }
}
