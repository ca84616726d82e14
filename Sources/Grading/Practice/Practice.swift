import Documents
import Formulas
import Lessons

/// A lesson derived one blank at a time, each answer checked as it is typed.
///
/// It does not read from a terminal: `respond` takes what was typed and returns the reply.
package struct Practice: Sendable {
  /// What happened at one blank.
  struct Entry: Hashable, Sendable {
    /// The last answer, as it was typed; `nil` while there is none.
    var written: String?
    var isRight = false
    var tries = 0
    var hints = 0
    /// Whether the value was shown.
    var isShown = false
  }

  let assessor: Assessor
  private let worksheet: Worksheet
  let header: String
  let digits: Int
  private let notation: Notation
  /// What happened at each blank, by the lines of the derivation.
  var entries: [Int: Entry] = [:]
  /// The lines that are asked for, in order.
  let asked: [Int]
  /// The place in `asked` of the current question; `asked.count` after the last.
  private var place = 0
  /// Whether the questions that were skipped are asked again, which happens once.
  private var isSecondRound = false
  /// Whether the session is over.
  package private(set) var isOver = false

  var exercise: Exercise { assessor.exercise }

  /// A session from the beginning, or continued from `answers`, the file of an earlier session.
  ///
  /// `lesson` is the variant already if there is one. Throws what a worksheet of the lesson throws.
  package init(_ lesson: Lesson, _ settings: Worksheet.Settings, resuming answers: [UInt8]? = nil)
    throws(WorkedExampleError)
  {
    try Worksheet.checkSize(of: lesson)
    try self.init(Exercise(lesson), settings, resuming: answers)
  }

  /// A session about a lesson of named quantities.
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
    (digits, notation) = (settings.digits, settings.notation)
    header = settings.header(of: settings.source ?? "-").text
    asked = assessor.exercise.asked
    if let answers { entries = takenUp(String(decoding: answers, as: UTF8.self)) }
    place = asked.firstIndex { !isDone($0) } ?? asked.count
    isOver = place == asked.count
  }

  private func say(_ phrase: SessionPhrase) -> Block { .paragraph(notation.language.say(phrase)) }

  /// The lesson and the instructions, which are shown at the beginning.
  package var greeting: [Block] {
    let instructions = SessionPhrase.instructions(
      count: asked.count, digits: digits, exercise.subject.kind)
    return worksheet.introduction + [say(instructions)]
      + (entries.isEmpty ? [] : [say(.continued(asked.count { isDone($0) }, of: asked.count))])
  }

  /// The current question: its heading, and the name after which the answer is typed.
  package var question: (heading: [Block], name: String)? {
    guard let line = current, let name = exercise.lines[line].name.answerName else { return nil }
    return (worksheet.question(of: line), name)
  }

  private var current: Int? { isOver || place >= asked.count ? nil : asked[place] }

  private func isDone(_ line: Int) -> Bool { entries[line].map { $0.isRight || $0.isShown } ?? false }

  /// Takes a line that was typed and returns the reply.
  package mutating func respond(to typed: String) -> [Block] {
    guard let line = current else { return [] }
    switch typed.filter({ $0 != " " }).lowercased() {
    case "": return [say(.empty)]
    case "?", "hint": return hint(line)
    case "skip":
      advance()
      return []
    case "back":
      guard place > 0 else { return [say(.first)] }
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

  /// Moves to the next unanswered question; after the last, once, to those that were skipped.
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
    case 1: return [say(.nudge(exercise.lines[line].nudge))]
    case 2:
      let definitions = worksheet.definitions(for: line)
      return [.equation(Tutor(exercise, digits: digits, in: notation).rule(of: line))]
        + (definitions.pieces.isEmpty ? [] : [.paragraph(definitions)])
    default:
      guard let value = Numeral(rounding: exercise.values[line], digits: digits) else { return [] }
      entries[line]?.isShown = true
      entries[line]?.written = value.typed
      advance()
      return [say(.value(value))]
    }
  }

  private mutating func judge(_ typed: String, _ line: Int) -> [Block] {
    guard let name = exercise.lines[line].name.answerName else { return [] }
    do {
      _ = try AnswerSheet(Array("\(name) = \(typed)".utf8), for: exercise)
    } catch {
      let problem = error.problems.first?.message
      return [problem.map { .paragraph("\($0).") } ?? say(.notANumber)]
    }
    entries[line, default: Entry()].tries += 1
    entries[line]?.written = typed
    guard let assessment, let row = assessment.rows.first(where: { $0.line == line }) else {
      entries[line]?.written = nil
      return [say(.notANumber)]
    }
    let isRight = row.verdict.isDone
    entries[line]?.isRight = isRight
    if isRight { advance() }
    return reply(row, assessment)
  }

  private func reply(_ row: Assessment.Row, _ assessment: Assessment) -> [Block] {
    switch row.verdict {
    case .correct: return [say(.correct)]
    case .tooFewDigits: return [say(.tooFewDigits(asked: digits))]
    case .carriedForward: return [say(.carriedForward)]
    case .wrong: break
    }
    if row.note == .lucky { return [say(.lucky)] }
    let diagnosis = assessment.marking.diagnoses.first { $0.line == row.line }
    let tutor = Tutor(exercise, digits: digits, in: notation)
    let facts = diagnosis.map { tutor.facts(of: $0, in: assessment) } ?? []
    guard let diagnosis, let mistake = diagnosis.mistake ?? diagnosis.possible.first?.mistake else {
      let words = [notation.language.say(SessionPhrase.wrong)] + facts
      return facts.isEmpty ? [say(.unexplained)] : [.paragraph(Prose.sentences(words))]
    }
    // The first reply is the hint alone; later replies say how the number came about.
    let tries = row.line.flatMap { entries[$0]?.tries } ?? 1
    guard tries == 1 else {
      return [say(.wrong)] + tutor.blocks(for: diagnosis, in: assessment)
    }
    // Where what is plain to see says more than the question, it is said instead.
    let isPlain = !facts.isEmpty && [.pen, .exchanged, .anySign].contains(mistake)
    let hint = isPlain ? facts : ["\(emphasis: notation.language.say(MistakePhrase.hint(mistake)))"]
    return [.paragraph(Prose.sentences([notation.language.say(SessionPhrase.wrong)] + hint))]
  }

  /// The score of the session.
  package var score: [Block] {
    let followed = Set(
      (assessment?.rows ?? []).filter { $0.verdict == .carriedForward }.compactMap(\.line))
    let done = asked.filter { entries[$0]?.isRight ?? false }
    // What follows correctly from a wrong number is done, but is not correct.
    let right = done.filter { !followed.contains($0) }
    let first = right.count { entries[$0]?.tries == 1 && entries[$0]?.hints == 0 }
    let shown = asked.count { entries[$0]?.isShown ?? false }
    let carried = done.count - right.count
    return [
      say(
        .score(
          SessionPhrase.Score(
            right: right.count, all: asked.count, first: first, later: right.count - first, carried: carried,
            shown: shown, open: asked.count - done.count - shown)))
    ]
  }

  /// What is said at the end of a session that is kept in a file, or is not because nothing was typed.
  package func farewell(file: String, isKept: Bool) -> String {
    notation.language.say(isKept ? SessionPhrase.saved(file) : .nothingTyped(file)).plain(in: notation)
  }
}
