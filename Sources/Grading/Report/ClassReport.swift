import Documents
import Formulas
import Lessons
import Texts

/// What a whole class handed in, summed up.
package struct ClassReport: Sendable {
  /// One person's answers.
  package struct Student: Sendable {
    let name: String
    let exercise: Exercise
    let lesson: String
    /// How they were judged.
    package let assessment: Assessment

    /// Answers to an exercise; `lesson` is what it is called.
    package init(name: String, exercise: Exercise, lesson: String, assessment: Assessment) {
      self.name = name
      self.exercise = exercise
      self.lesson = lesson
      self.assessment = assessment
    }
  }

  private let students: [Student]
  /// The names of files that could not be read.
  private let unread: [String]
  private let reveals: Bool

  /// A report on these, and on files that could not be read; with `reveals` right values are shown.
  package init(students: [Student], unread: [String], reveals: Bool) {
    self.students = students
    self.unread = unread
    self.reveals = reveals
  }

  /// A table of the students, one of the mistakes, and for each lesson one of its quantities.
  package var blocks: [Block] {
    [.heading(level: 1, "\(students.count) \(students.count == 1 ? "sheet" : "sheets") checked")]
      + (unread.isEmpty
        ? [] : [.paragraph("Not read: \(Prose([.text(unread.joined(separator: ", "))])).")])
      + (students.isEmpty ? [] : studentTable + mistakeTable + lessons.flatMap(quantityTable))
  }

  /// Each lesson once, in the order of the students.
  private var lessons: [String] {
    students.reduce(into: []) { if !$0.contains($1.lesson) { $0.append($1.lesson) } }
  }

  /// Every student's JSON.
  package var json: String {
    let sheets = students.map { student in
      """
      { "name": \(JSONText.quoted(student.name)), "assessment":
      \(AssessmentJSON(student.exercise, student.assessment, lesson: student.lesson, reveals: reveals).text)}
      """
    }
    return "[\n" + sheets.joined(separator: ",\n") + "\n]\n"
  }

  /// Students, with a mark for each quantity in the order of the derivation.
  private var studentTable: [Block] {
    let rows = students.map { student -> [Prose] in
      let assessment = student.assessment
      let first = assessment.marking.diagnoses.first
      return [
        Prose([.text(student.name)]),
        "\(assessment.count(.correct) + assessment.count(.rounded)) of \(assessment.quantities)",
        Prose([.code(marks(student))]),
        first.map { Prose([.text($0.suspect?.mistake.id ?? "slip")]) } ?? "",
      ]
    }
    return [
      .heading(level: 2, "Students"),
      .table(
        Table(
          [
            .init("student", .left), .init("right"), .init("quantities, in order", .left),
            .init("first mistake", .left),
          ],
          rows: rows)),
      .paragraph("Of each quantity: + correct, ~ rounded, > carried forward, x wrong, . left open."),
    ]
  }

  /// A letter for each quantity that is asked for, with a space between the groups.
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

  /// By lines.
  private func verdicts(of student: Student) -> [Int: Verdict] {
    let pairs = student.assessment.rows.compactMap { row in row.line.map { ($0, row.verdict) } }
    return Dictionary(pairs) { first, _ in first }
  }

  /// What stands together: a pass through one layer.
  private struct Group: Equatable {
    let isForward: Bool
    let layer: Int?
    let example: Int?

    init(_ line: Line) {
      (layer, example, isForward) = (line.layer, line.example, line.isForward)
    }
  }

  /// The mistakes, the most frequent first.
  private var mistakeTable: [Block] {
    var counts: [String: (title: String, students: [String], first: Int)] = [:]
    for student in students {
      var seen: Set<String> = []
      for (place, diagnosis) in student.assessment.marking.diagnoses.enumerated() {
        let id = diagnosis.suspect?.mistake.id ?? "slip"
        guard seen.insert(id).inserted else { continue }
        var count =
          counts[id] ?? (diagnosis.suspect?.mistake.title ?? "A number that follows from nothing.", [], 0)
        count.students.append(student.name)
        if place == 0 { count.first += 1 }
        counts[id] = count
      }
    }
    guard !counts.isEmpty else {
      return students.contains { $0.assessment.count(.wrong) > 0 }
        ? [] : [.paragraph("Nobody made a mistake.")]
    }
    let rows = counts.sorted { ($1.value.students.count, $0.key) < ($0.value.students.count, $1.key) }.map {
      id, count -> [Prose] in
      [
        "\(count.students.count)", "\(count.first)", Prose([.text(id)]),
        Prose([.text(names(count.students))]),
        Prose([.text(count.title)]),
      ]
    }
    return [
      .heading(level: 2, "Mistakes"),
      .table(
        Table(
          [
            .init("students"), .init("as the first"), .init("mistake", .left), .init("whose", .left),
            .init("what it is", .left),
          ],
          rows: rows)),
    ]
  }

  /// The first few.
  private func names(_ students: [String]) -> String {
    students.prefix(Self.mostNamed).joined(separator: ", ")
      + (students.count > Self.mostNamed ? " and \(students.count - Self.mostNamed) more" : "")
  }

  private static let mostNamed = 4

  /// How each quantity of a lesson came out.
  private func quantityTable(of lesson: String) -> [Block] {
    var order: [String] = []
    var counts: [String: (name: Formula, verdicts: [Verdict: Int], open: Int)] = [:]
    for student in students where student.lesson == lesson {
      let verdicts = verdicts(of: student)
      for line in student.exercise.asked {
        let name = student.exercise.lines[line].name
        let key = name.answerName ?? ""
        if counts[key] == nil { order.append(key) }
        var count = counts[key] ?? (name, [:], 0)
        if let verdict = verdicts[line] { count.verdicts[verdict, default: 0] += 1 } else { count.open += 1 }
        counts[key] = count
      }
    }
    let rows = order.compactMap { key -> [Prose]? in
      counts[key].map { count in
        [count.name.withExample] + Verdict.allCases.map { "\(count.verdicts[$0] ?? 0)" } + ["\(count.open)"]
      }
    }
    guard !rows.isEmpty else { return [] }
    return [
      .heading(level: 2, "Quantities of \(Prose([.text(lesson)]))"),
      .table(
        Table(
          [.init("quantity", .left)] + Verdict.allCases.map { .init(Prose([.text($0.words)])) } + [
            .init("left open")
          ],
          rows: rows)),
    ]
  }
}

extension Verdict {
  /// One letter.
  fileprivate var mark: String {
    switch self {
    case .correct: "+"
    case .rounded: "~"
    case .carriedForward: ">"
    case .wrong: "x"
    }
  }
}
