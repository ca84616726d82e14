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

  /// A report on the sheet that is called `name`; with `reveals` it has a column of correct values.
  package init(
    _ exercise: Exercise, _ assessment: Assessment, name: String, reveals: Bool, points: Points? = nil
  ) {
    self.exercise = exercise
    self.assessment = assessment
    self.name = name
    self.reveals = reveals
    self.points = points
  }

  /// The score, the mistakes that explain the wrong numbers, and a table of all answers.
  package var blocks: [Block] {
    [.heading(level: 1, "\(Prose([.text(name)])): \(score)")] + diagnoses + unread + [
      .heading(level: 2, "All answers"), table,
    ]
      + notes
  }

  private var score: Prose { "\(assessment.count(.correct)) of \(assessment.quantities) correct" }

  private var summary: Prose {
    var parts: [Prose] = Verdict.allCases.compactMap { verdict in
      let count = assessment.count(verdict)
      return count == 0 ? nil : "\(count) \(Prose([.text(verdict.words)]))"
    }
    if assessment.open > 0 { parts.append("\(assessment.open) not answered\(openNames)") }
    let list = parts.enumerated().reduce("" as Prose) { $0 + ($1.offset == 0 ? "" : ", ") + $1.element }
    let digits: Prose =
      assessment.count(.tooFewDigits) > 0
      ? " Answers marked \(emphasis: "too few digits") are correct in the digits that they have." : ""
    return list + "." + digits + (points.map { " Points: \(Prose([.text($0.words)]))." as Prose } ?? "")
  }

  /// The names of the quantities without an answer, if they are few.
  private var openNames: Prose {
    guard assessment.open <= Self.mostOpenNamed else { return "" }
    let names = assessment.openLines.map { exercise.lines[$0].name.withExample }
    return " (\(English.list(names)))"
  }

  private static let mostOpenNamed = 6

  private var isAllRight: Bool {
    !assessment.rows.isEmpty && assessment.missed.count == 0
      && assessment.rows.allSatisfy { $0.verdict.isRight && $0.note == nil }
  }

  private var diagnoses: [Block] {
    let tutor = Tutor(exercise, digits: assessment.marking.digits)
    let found = assessment.marking.diagnoses
    let conventions = assessment.marking.conventions.map { Block.paragraph(words(of: $0)) } + changes
    guard !found.isEmpty else {
      return [.paragraph(isAllRight ? "\(summary) No answer is wrong." : summary)] + conventions
    }
    var blocks: [Block] = [.paragraph(summary)] + conventions
    for (number, diagnosis) in found.prefix(Self.mostDiagnoses).enumerated() {
      blocks.append(
        .heading(
          level: 2, "\(number == 0 ? "First wrong answer" : "Another wrong answer"): \(place(of: diagnosis))")
      )
      blocks += tutor.blocks(for: diagnosis, in: assessment)
    }
    let others = found.dropFirst(Self.mostDiagnoses)
    if !others.isEmpty {
      let names = others.enumerated().reduce("" as Prose) { text, next in
        text + (next.offset == 0 ? "" : ", ") + place(of: next.element)
      }
      blocks.append(
        .paragraph(
          "These answers are wrong as well: \(names). Correct the mistakes above first, then check again."))
    }
    return blocks
  }

  /// The value after the step, where a change of it was written that is not right.
  private var changes: [Block] {
    assessment.rows.compactMap { row in
      guard let old = row.answer.changed, !row.verdict.isRight,
        let new = Numeral(rounding: row.value, digits: assessment.marking.digits)
      else { return nil }
      return .paragraph(
        "Line \(row.answer.line) gives the change Δ\(old). With it \(row.answer.name) is \(Formula.number(new)), which is judged."
      )
    }
  }

  /// A correct way of writing that differs from the lesson's, in a sentence.
  private func words(of convention: Marking.Convention) -> Prose {
    switch convention {
    case .negativeErrors: "Your δ is \(Prose([.text("−∂C/∂z")])), as in some books. It is read that way."
    case .otherHalf:
      "Your cost differs from the lesson's by a factor of 2. Your other answers agree with your cost, and are judged by it."
    case .sumOverExamples:
      "Your cost is the sum over the examples; the lesson's cost is the mean. Your other answers agree with the sum, and are judged by it."
    case .transposedWeights:
      "Your weight matrices are transposed: a row for each input. They are read that way."
    case .rateInVelocity:
      "Your velocity contains the learning rate, as in Nielsen's book. It is read that way."
    case .otherSideOfKink:
      "At z = 0 ReLU has no derivative. You use the slope 1 there, the lesson uses 0. Both are correct."
    }
  }

  private func place(of diagnosis: Marking.Diagnosis) -> Prose {
    let row = assessment.rows.first { $0.line == diagnosis.line }
    return "\(exercise.lines[diagnosis.line].name.withExample)\(row.map { ", line \($0.answer.line)" } ?? "")"
  }

  /// The largest number of mistakes that are explained in one report.
  private static let mostDiagnoses = 6

  private var table: Block {
    var columns: [Table.Column] = [
      .init("line"), .init("quantity", .left), .init("answer", .left), .init("verdict", .left),
    ]
    if reveals { columns.append(.init("correct value")) }
    let rows = assessment.rows.map { row -> [Prose] in
      var cells: [Prose] = [
        "\(row.answer.line)", row.answer.changed.map { "Δ\($0)" } ?? row.answer.name.withExample,
        Prose([.code(shown(row.answer.sides.last?.written ?? ""))]),
        Prose([.text(row.verdict.words)]),
      ]
      if reveals {
        let before = row.answer.changed.flatMap { exercise.entries[$0] }.map { exercise.values[$0] } ?? 0
        let numeral = Numeral(rounding: row.expected - before, digits: assessment.marking.digits + 1)
        cells.append(numeral.map { "\(Formula.number($0))" } ?? "")
      }
      return cells
    }
    return .table(Table(columns, rows: rows))
  }

  /// The answer as written, shortened if it is long arithmetic.
  private func shown(_ text: String) -> String { text.count > 32 ? text.prefix(31) + "…" : text }

  private var notes: [Block] {
    // The explanation of a wrong answer has this note already.
    let told = Set(assessment.marking.diagnoses.map(\.line))
    let notes: [Block] = assessment.rows.compactMap { row in
      if case .ofOwnCost = row.note, row.line.map(told.contains) ?? false { return nil }
      return row.note.map {
        .paragraph("Line \(row.answer.line), \(row.answer.name.withExample): " + words(of: $0, row))
      }
    }
    return notes
  }

  /// Lines that look like answers but could not be read, and a note if the sheet numbers its layers differently.
  private var unread: [Block] {
    var blocks: [Block] = []
    if assessment.layerShift != 0 {
      let first = 1 + assessment.layerShift
      blocks.append(
        .paragraph(
          "The sheet numbers its layers differently: its layer \(first) is layer 1 of the lesson. It is read that way."
        ))
    }
    let missed = assessment.missed
    guard missed.count > 0 else { return blocks }
    blocks.append(.heading(level: 2, "Not read"))
    let start: Prose =
      missed.count == 1
      ? "One line looks like an answer, but could not be read. It is not judged:"
      : "\(missed.count) lines look like answers, but could not be read. They are not judged:"
    blocks.append(.paragraph(start))
    let shown = missed.first.prefix(Self.mostUnread)
    blocks += shown.map { line in
      .paragraph("Line \(line.line), \(Prose([.code(line.written)])): \(Prose([.text(line.reason)])).")
    }
    if missed.count > shown.count {
      blocks.append(.paragraph("\(missed.count - shown.count) more are not shown."))
    }
    return blocks
  }

  private static let mostUnread = 20

  private func words(of note: Assessment.Note, _ row: Assessment.Row) -> Prose {
    switch note {
    case .unequal(let step, let value):
      let value = value.flatMap { Numeral(rounding: $0, digits: assessment.marking.digits + 1) }
      let middle: Prose = value.map { "is \(Formula.number($0))," } ?? "is"
      let written = row.answer.sides.last?.written ?? ""
      return "\(Prose([.code(shown(step))])) \(middle) not \(Prose([.code(shown(written))]))."
    case .ofOwnCost(let own):
      return Tutor.wordsOfOwnCost(own, row, examples: exercise.subject.words.examples)
    case .circular:
      return "the formula uses a quantity that is computed later, or \(row.answer.name.withExample) itself."
    case .notFinite:
      return "the value of the formula is not finite."
    case .lucky:
      let words = exercise.subject.words
      return "the formula gives the correct number \(words.here), but not \(words.elsewhere)."
    case .otherGiven:
      let given = Numeral("\(row.expected)")
      return "the lesson gives \(given.map { Formula.number($0) } ?? .integer(0))."
    }
  }
}

extension Verdict {
  /// The word for it in reports.
  package var words: String {
    switch self {
    case .correct: "correct"
    case .tooFewDigits: "too few digits"
    case .carriedForward: "carried forward"
    case .wrong: "wrong"
    }
  }
}
