import Documents
import Formulas
import Lessons

/// The report on an assessed sheet of answers.
package struct Report: Sendable {
  let exercise: Exercise
  let assessment: Assessment
  /// The title of the report: the name of the file or of the person.
  let name: String
  /// Whether the correct value is shown beside each answer.
  let reveals: Bool
  /// The points, if they are shown.
  let points: Points?
  let notation: Notation

  /// A report on the sheet that is called `name`; with `reveals` it has a column of correct values.
  package init(
    _ exercise: Exercise, _ assessment: Assessment, name: String, reveals: Bool, points: Points? = nil,
    in notation: Notation = .threeBlueOneBrown
  ) {
    self.exercise = exercise
    self.assessment = assessment
    self.name = name
    self.reveals = reveals
    self.points = points
    self.notation = notation
  }

  private func say(_ phrase: ReportPhrase) -> Prose { notation.language.say(phrase) }

  /// The score, the mistakes that explain the wrong numbers, and a table of all answers.
  package var blocks: [Block] {
    let title = ReportPhrase.title(name, correct: assessment.count(.correct), of: assessment.quantities)
    return [.heading(level: 1, say(title))] + diagnoses + unread
      + (assessment.rows.isEmpty ? [] : [.heading(level: 2, say(.answers)), table]) + notes
  }

  private var summary: [ReportPhrase] {
    let counts = Verdict.allCases.map { ReportPhrase.Count(verdict: $0, count: assessment.count($0)) }
    // Names are shown if they are few.
    let names =
      assessment.open <= Self.mostOpenNamed ? assessment.openLines.map { exercise.lines[$0].name } : []
    let hasUnread = assessment.missed.count > 0
    return [
      .summary(counts.filter { $0.count > 0 }, open: assessment.open, names: names, hasUnread: hasUnread)
    ]
      + (assessment.count(.tooFewDigits) > 0 ? [.tooFewDigits(asked: assessment.marking.asked)] : [])
      + (points.map { [.points(earned: $0.earned, outOf: $0.outOf)] } ?? [])
  }

  private static let mostOpenNamed = 6

  private var isAllRight: Bool {
    !assessment.rows.isEmpty && assessment.missed.count == 0
      && assessment.rows.allSatisfy { $0.verdict.isRight && $0.note == nil }
  }

  private var diagnoses: [Block] {
    let tutor = Tutor(exercise, digits: assessment.marking.digits, in: notation)
    let found = assessment.marking.diagnoses
    let said = summary + (found.isEmpty && isAllRight ? [.noneWrong] : [])
    var blocks: [Block] = [.paragraph(Prose.sentences(said.map(say)))]
    blocks += assessment.otherNumbers.map { [.paragraph(say(.otherNumbers($0)))] } ?? []
    blocks += assessment.files.map { [.paragraph(say(.files($0)))] } ?? []
    blocks += assessment.marking.conventions.map { .paragraph(say(.convention($0))) } + changes
    for (number, diagnosis) in found.prefix(Self.mostDiagnoses).enumerated() {
      blocks.append(.heading(level: 2, say(.wrongAnswer(place(of: diagnosis), isFirst: number == 0))))
      blocks += tutor.blocks(for: diagnosis, in: assessment)
    }
    let others = found.dropFirst(Self.mostDiagnoses).map(place).sorted { $0.line ?? .max < $1.line ?? .max }
    if !others.isEmpty { blocks.append(.paragraph(say(.otherWrong(others)))) }
    return blocks
  }

  /// The value after the step, where a change of it was written that is not right.
  private var changes: [Block] {
    assessment.rows.compactMap { row in
      guard let old = row.answer.changed, !row.verdict.isRight,
        let new = Numeral(rounding: row.value, digits: assessment.marking.digits)
      else { return nil }
      return .paragraph(say(.change(line: row.answer.line, of: old, row.answer.name, is: new)))
    }
  }

  private func place(of diagnosis: Marking.Diagnosis) -> ReportPhrase.Place {
    let row = assessment.rows.first { $0.line == diagnosis.line }
    return ReportPhrase.Place(name: exercise.lines[diagnosis.line].name, line: row?.answer.line)
  }

  /// The largest number of mistakes that are explained in one report.
  private static let mostDiagnoses = 6

  /// The answers by their lines; those of one line as they stand in it.
  private var inOrder: [Assessment.Row] {
    assessment.rows.enumerated().sorted {
      ($0.element.answer.line, $0.offset) < ($1.element.answer.line, $1.offset)
    }.map(\.element)
  }

  private var table: Block {
    func column(_ column: ReportPhrase.Column, _ alignment: Table.Alignment = .right) -> Table.Column {
      .init(say(.column(column)), alignment)
    }
    let columns =
      [column(.line), column(.quantity, .left), column(.answer, .left), column(.verdict, .left)]
      + (reveals ? [column(.correctValue)] : [])
    let rows = inOrder.map { row -> [Prose] in
      var cells: [Prose] = [
        "\(row.answer.line)", say(row.answer.changed.map { .changeOf($0) } ?? .quantity(row.answer.name)),
        Prose([.code(shown(row.answer.sides.last?.written ?? ""))]),
        say(.verdict(row.verdict)),
      ]
      if reveals {
        let before = row.answer.changed.flatMap { exercise.entries[$0] }.map { exercise.values[$0] } ?? 0
        cells.append(correct(row.expected - before))
      }
      return cells
    }
    return .table(Table(columns, rows: rows + (reveals ? open : [])))
  }

  /// What was not answered, with the correct values.
  private var open: [[Prose]] {
    let none = say(.notAnswered(hasUnread: assessment.missed.count > 0))
    return assessment.openLines.map { line in
      ["", say(.quantity(exercise.lines[line].name)), "", none, correct(exercise.values[line])]
    }
  }

  /// A correct value with one digit more than the answers have; with fewer, if it is exact with them.
  private func correct(_ value: Double) -> Prose {
    let digits = assessment.marking.digits + 1
    let exact = (1..<max(2, digits)).lazy.compactMap { Numeral(rounding: value, digits: $0) }
      .first { abs($0.value - value) <= 1e-12 * value.magnitude }
    return (exact ?? Numeral(rounding: value, digits: digits)).map { "\(Formula.number($0))" } ?? ""
  }

  /// The answer as written, shortened if it is long arithmetic.
  private func shown(_ text: String) -> String { text.count > 32 ? text.prefix(31) + "…" : text }

  private var notes: [Block] {
    assessment.rows.compactMap { row in
      row.note.map {
        .paragraph(say(.remark(line: row.answer.line, row.answer.name, remark($0, row))))
      }
    }
  }

  /// Lines that look like answers but could not be read, and notes on how the sheet numbers its layers and on what was not judged.
  private var unread: [Block] {
    var blocks: [Block] = []
    if assessment.layerShift != 0 {
      blocks.append(.paragraph(say(.layers(first: 1 + assessment.layerShift))))
    }
    if !assessment.passedOver.kinds.isEmpty {
      blocks.append(.paragraph(say(.passedOver(assessment.passedOver))))
    }
    let missed = assessment.missed
    guard missed.count > 0 else { return blocks }
    blocks += [.heading(level: 2, say(.unread)), .paragraph(say(.unreadLines(missed.count)))]
    let shown = missed.first.prefix(Self.mostUnread)
    blocks += shown.map { .paragraph(say(.unreadLine($0.line, $0.written, reason: $0.reason))) }
    if missed.count > shown.count { blocks.append(.paragraph(say(.unreadRest(missed.count - shown.count)))) }
    return blocks
  }

  private static let mostUnread = 20

  private func remark(_ note: Assessment.Note, _ row: Assessment.Row) -> ReportPhrase.Remark {
    switch note {
    case .unequal(let step, let value):
      .unequal(
        step: shown(step),
        value: value.flatMap { Numeral(rounding: $0, digits: assessment.marking.digits + 1) },
        written: shown(row.answer.sides.last?.written ?? ""))
    case .circular: .circular
    case .notFinite: .notFinite
    case .lucky: .lucky(isGraph: exercise.subject.kind == .graph)
    case .otherGiven: .otherGiven(Numeral("\(row.expected)").map { .number($0) } ?? .integer(0))
    }
  }
}
