import Documents
import Formulas
import Lessons

/// A summary of the answers of a whole class.
package struct ClassReport: Sendable {
  let students: [Student]
  /// The files that could not be read.
  let unread: [Unread]
  let reveals: Bool
  let rule: Points.Rule
  /// For each student the file of the first whose sheet is the same.
  let same: [String?]
  /// The people who were given a variant and handed in no answers.
  let missing: [String]
  let notation: Notation

  /// A report on these students and on files that could not be read; with `reveals` it has the correct values.
  package init(
    students: [Student], unread: [Unread], reveals: Bool, rule: Points.Rule = .followThrough,
    handedOut: HandedOut? = nil, in notation: Notation = .threeBlueOneBrown
  ) {
    self.notation = notation
    (self.students, self.unread, self.reveals, self.rule) = (students, unread, reveals, rule)
    // Whose file could not be read has handed in something.
    let present = students.flatMap(\.names) + unread.flatMap(\.names)
    missing = handedOut?.missing(besides: present) ?? []
    var first: [[String]: String] = [:]
    same = students.map { student in
      let written = student.written
      guard written.count >= Self.leastSame else { return nil }
      if let file = first[written] { return file }
      first[written] = student.file
      return nil
    }
  }

  /// The smallest number of answers for which equal sheets are noticed: fewer answers are often equal by chance.
  private static let leastSame = 3

  /// The marks of everybody, as CSV.
  package var marks: String {
    MarkSheet(students, rule: rule, same: same, unread: unread, missing: missing, in: notation).text
  }

  /// A table of the students, a table of the mistakes, and for each lesson a table of its quantities.
  package var blocks: [Block] {
    [.heading(level: 1, say(.title(sheets: students.count)))]
      + (unread.isEmpty ? [] : [.paragraph(say(.unread(unread.map(\.file))))])
      + (missing.isEmpty ? [] : [.paragraph(say(.missing(missing)))])
      + (students.isEmpty
        ? []
        : studentTable + elsewhere + conventions + equalSheets + mistakeTable + lessons.flatMap(quantityTable))
  }

  func say(_ phrase: ClassPhrase) -> Prose { notation.language.say(phrase) }

  func column(_ column: ClassPhrase.Column, _ alignment: Table.Alignment = .right) -> Table.Column {
    .init(say(.column(column)), alignment)
  }

  /// The names of the lessons, each once, in the order of the students.
  private var lessons: [String] {
    students.reduce(into: []) { if !$0.contains($1.lesson) { $0.append($1.lesson) } }
  }

  /// Students, with a mark for each quantity in the order of the derivation.
  private var studentTable: [Block] {
    let hasVariants = students.contains { $0.variant != nil || $0.handedOut != nil }
    // The column is left out if every line could be read.
    let hasUnread = students.contains { $0.assessment.missed.count > 0 }
    let rows = students.map { student -> [Prose] in
      let (assessment, points) = (student.assessment, student.points(rule))
      let first = assessment.marking.diagnoses.first
      return [Prose([.text(student.name)])]
        + (hasVariants ? [say(.variant(student.variant, given: student.otherVariant))] : [])
        + [
          say(.correct(points.count(.correct), of: points.outOf)),
          notation.language.say(ReportPhrase.score(earned: points.earned, outOf: points.outOf)),
          Prose([.code(marks(student))]),
          student.assessment.otherNumbers.map { say(.elsewhere($0)) }
            ?? first.map { name(of: student.explanation(of: $0)) } ?? "",
        ] + (hasUnread ? [assessment.missed.count > 0 ? "\(assessment.missed.count)" : ""] : [])
    }
    return [
      .heading(level: 2, say(.students)),
      .table(
        Table(
          [column(.student, .left)] + (hasVariants ? [column(.variant, .left)] : [])
            + [column(.correct), column(.points), column(.answers, .left), column(.firstMistake, .left)]
            + (hasUnread ? [column(.notRead)] : []),
          rows: rows)),
      .paragraph(say(.signs)), .paragraph(say(.pointsOf(rule))),
    ]
  }

  /// Who handed in other numbers than those that were given, or answers to other numbers.
  private var elsewhere: [Block] {
    students.flatMap { student -> [Block] in
      let points = student.points(rule)
      let given = student.otherVariant.map {
        say(
          .otherVariant(
            student.name, own: student.variant, given: $0, earned: points.earned, outOf: points.outOf))
      }
      let other = student.assessment.otherNumbers.map { say(.belongElsewhere(student.name, $0)) }
      return [given, other].compactMap { $0.map(Block.paragraph) }
    }
  }

  /// Who writes otherwise than the lesson, and is judged by that; and what is not judged.
  private var conventions: [Block] {
    students.flatMap { student in
      student.assessment.marking.conventions.map { .paragraph(say(.convention(student.name, $0))) }
        + (student.assessment.passedOver.kinds.isEmpty
          ? [] : [.paragraph(say(.passedOver(student.name, student.assessment.passedOver)))])
    }
  }

  /// Sheets with equal answers, at least one of which is wrong: correct answers are the same for everybody.
  private var equalSheets: [Block] {
    var groups: [(first: String, all: [Student])] = []
    for (student, file) in zip(students, same) {
      guard let file else { continue }
      if let place = groups.firstIndex(where: { $0.first == file }) {
        groups[place].all.append(student)
      } else {
        groups.append((file, students.filter { $0.file == file }.prefix(1) + [student]))
      }
    }
    return groups.compactMap { group in
      let areWrong = group.all.map { $0.assessment.count(.wrong) > 0 }
      guard areWrong.contains(true) else { return nil }
      return .paragraph(say(.same(group.all.map(\.file), areWrong: !areWrong.contains(false))))
    }
  }

  /// A sign for each quantity that is asked for, with a space between the groups.
  private func marks(_ student: Student) -> String {
    let verdicts = verdicts(of: student)
    var text = ""
    var last: Group?
    for line in student.exercise.asked {
      let group = Group(student.exercise.lines[line])
      if let last, last != group { text += " " }
      last = group
      text += verdicts[line].map(\.mark) ?? "."
    }
    return text
  }

  /// What stands for an explanation in a table.
  func name(of explanation: Explanation) -> Prose {
    switch explanation {
    case .mistake(let mistake): Prose([.text(mistake.id)])
    case .sign: say(.wrongSign)
    case .none: say(.notNamed)
    }
  }

  /// The verdicts of a student, by the lines of the derivation.
  func verdicts(of student: Student) -> [Int: Verdict] {
    let pairs = student.assessment.rows.compactMap { row in row.line.map { ($0, row.verdict) } }
    return Dictionary(pairs) { first, _ in first }
  }

  /// A group of quantities without a space between their signs: a pass through one layer.
  private struct Group: Equatable {
    let isForward: Bool
    let layer: Int?
    let example: Int?

    init(_ line: Line) {
      (layer, example, isForward) = (line.layer, line.example, line.isForward)
    }
  }
}

extension Verdict {
  /// The sign for it in the table of students.
  fileprivate var mark: String {
    switch self {
    case .correct: "+"
    case .tooFewDigits: "~"
    case .carriedForward: ">"
    case .wrong: "x"
    }
  }
}
