import Documents
import Formulas
import Lessons

/// Which mistakes a class made, and how its answers to each quantity are.
extension ClassReport {
  /// The mistakes, the most frequent first.
  var mistakeTable: [Block] {
    var counts: [String: (explanation: Explanation, students: [String], first: Int)] = [:]
    for student in students {
      var seen: Set<String> = []
      for (place, diagnosis) in student.assessment.marking.diagnoses.enumerated() {
        let explanation = student.explanation(of: diagnosis)
        let id = explanation.id
        guard seen.insert(id).inserted else { continue }
        var count = counts[id] ?? (explanation, [], 0)
        count.students.append(student.name)
        if place == 0 { count.first += 1 }
        counts[id] = count
      }
    }
    guard !counts.isEmpty else {
      return students.contains { $0.assessment.count(.wrong) > 0 || $0.assessment.missed.count > 0 }
        ? [] : [.paragraph(notation.language.say(ReportPhrase.noneWrong))]
    }
    let rows = counts.sorted { ($1.value.students.count, $0.key) < ($0.value.students.count, $1.key) }.map {
      id, count -> [Prose] in
      [
        "\(count.students.count)", "\(count.first)",
        name(of: count.explanation),
        say(
          .names(
            Array(count.students.prefix(Self.mostNamed)), more: max(0, count.students.count - Self.mostNamed))
        ),
        say(.description(count.explanation)),
      ]
    }
    return [
      .heading(level: 2, say(.mistakes)),
      .table(
        Table(
          [
            column(.numberOfStudents), column(.asFirstMistake), column(.mistake, .left),
            column(.students, .left), column(.description, .left),
          ],
          rows: rows)),
    ]
  }

  private static let mostNamed = 4

  /// For each quantity of a lesson, how many answers have which verdict.
  func quantityTable(of lesson: String) -> [Block] {
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
        [notation.language.say(ReportPhrase.quantity(count.name))]
          + Verdict.allCases.map { "\(count.verdicts[$0] ?? 0)" } + ["\(count.open)"]
      }
    }
    guard !rows.isEmpty else { return [] }
    return [
      .heading(level: 2, say(.quantities(of: lesson))),
      .table(
        Table(
          [column(.quantity, .left)]
            + Verdict.allCases.map { .init(notation.language.say(ReportPhrase.verdict($0))) } + [
              column(.notAnswered)
            ],
          rows: rows)),
    ]
  }
}
