import Documents
import Formulas
import Lessons

/// What somebody is told of an assessed sheet.
package struct Report: Sendable {
  let exercise: Exercise
  let assessment: Assessment
  /// What the sheet is called.
  let name: String
  /// Whether right values are shown where the answer is wrong.
  let reveals: Bool
  /// What it is worth, where that is said.
  let points: Points?

  /// A report on the sheet that is called `name`; with `reveals` right values are shown where an answer is wrong.
  package init(
    _ exercise: Exercise, _ assessment: Assessment, name: String, reveals: Bool, points: Points? = nil
  ) {
    self.exercise = exercise
    self.assessment = assessment
    self.name = name
    self.reveals = reveals
    self.points = points
  }

  /// The score, what lies behind the wrong numbers, and every answer.
  package var blocks: [Block] {
    [.heading(level: 1, "\(Prose([.text(name)])): \(score)")] + diagnoses + unread + [
      .heading(level: 2, "Answer by answer"), table,
    ]
      + notes
  }

  private var score: Prose { "\(assessment.count(.correct)) of \(assessment.quantities) right" }

  private var summary: Prose {
    var parts: [Prose] = Verdict.allCases.compactMap { verdict in
      let count = assessment.count(verdict)
      return count == 0 ? nil : "\(count) \(Prose([.text(verdict.words)]))"
    }
    if assessment.open > 0 { parts.append("\(assessment.open) left open\(openNames)") }
    let list = parts.enumerated().reduce("" as Prose) { $0 + ($1.offset == 0 ? "" : ", ") + $1.element }
    return list + "." + (points.map { " Points: \(Prose([.text($0.words)]))." as Prose } ?? "")
  }

  /// Which ones, if they are few.
  private var openNames: Prose {
    guard assessment.open <= Self.mostOpenNamed else { return "" }
    let names = assessment.openLines.map { exercise.lines[$0].name.withExample }
    return " (\(Prose.enumeration(names)))"
  }

  private static let mostOpenNamed = 6

  private var isAllRight: Bool {
    !assessment.rows.isEmpty && assessment.missed.count == 0
      && assessment.rows.allSatisfy { $0.verdict.isRight && $0.note == nil }
  }

  private var diagnoses: [Block] {
    let tutor = Tutor(exercise, digits: assessment.marking.digits)
    let found = assessment.marking.diagnoses
    let conventions = assessment.marking.conventions.map { Block.paragraph(words(of: $0)) }
    guard !found.isEmpty else {
      return [.paragraph(isAllRight ? "\(summary) Nothing is wrong." : summary)] + conventions
    }
    var blocks: [Block] = [.paragraph(summary)] + conventions
    for (number, diagnosis) in found.prefix(Self.mostDiagnoses).enumerated() {
      blocks.append(.heading(level: 2, "\(number == 0 ? "First" : "Then"): \(place(of: diagnosis))"))
      blocks += tutor.blocks(for: diagnosis, in: assessment)
    }
    let others = found.dropFirst(Self.mostDiagnoses)
    if !others.isEmpty {
      let names = others.enumerated().reduce("" as Prose) { text, next in
        text + (next.offset == 0 ? "" : ", ") + place(of: next.element)
      }
      blocks.append(
        .paragraph("These are wrong as well: \(names). Correct what is above, and check it again."))
    }
    return blocks
  }

  /// What is written otherwise than in the lesson, and right.
  private func words(of convention: Marking.Convention) -> Prose {
    switch convention {
    case .negativeErrors: "Your δ is \(Prose([.text("−∂C/∂z")])), as some books have it; it is read so."
    case .otherHalf:
      "Your cost has another factor ½ or 2 than the lesson's, and all that follows goes with it; it is read so."
    case .sumOverExamples:
      "Your cost is the sum over the examples, where the lesson's is the mean; all that follows goes with it, and it is read so."
    case .transposedWeights: "Your weights stand from inputs to outputs, transposed; they are read so."
    case .otherSideOfKink:
      "Where z is 0, ReLU has no slope; you take 1, and the lesson 0. Both are right."
    }
  }

  private func place(of diagnosis: Marking.Diagnosis) -> Prose {
    let row = assessment.rows.first { $0.line == diagnosis.line }
    return "\(exercise.lines[diagnosis.line].name.withExample)\(row.map { ", line \($0.answer.line)" } ?? "")"
  }

  /// Nobody corrects more at a time.
  private static let mostDiagnoses = 6

  private var table: Block {
    var columns: [Table.Column] = [
      .init("line"), .init("quantity", .left), .init("written", .left), .init("verdict", .left),
    ]
    if reveals { columns.append(.init("right value")) }
    let rows = assessment.rows.map { row -> [Prose] in
      var cells: [Prose] = [
        "\(row.answer.line)", row.answer.name.withExample,
        Prose([.code(shown(row.answer.sides.last?.written ?? ""))]),
        Prose([.text(row.verdict.words)]),
      ]
      if reveals {
        let numeral = Numeral(rounding: row.expected, digits: assessment.marking.digits + 1)
        cells.append(numeral.map { "\(Formula.number($0))" } ?? "")
      }
      return cells
    }
    return .table(Table(columns, rows: rows))
  }

  /// Long arithmetic is cut.
  private func shown(_ text: String) -> String { text.count > 32 ? text.prefix(31) + "…" : text }

  private var notes: [Block] {
    // What is said above is not said again.
    let told = Set(assessment.marking.diagnoses.map(\.line))
    let notes: [Block] = assessment.rows.compactMap { row in
      if case .ofOwnCost = row.note, row.line.map(told.contains) ?? false { return nil }
      return row.note.map {
        .paragraph("Line \(row.answer.line), \(row.answer.name.withExample): " + words(of: $0, row))
      }
    }
    return notes
  }

  /// What looks like an answer and was not read, and how the sheet counts its layers.
  private var unread: [Block] {
    var blocks: [Block] = []
    if assessment.layerShift != 0 {
      let first = 1 + assessment.layerShift
      blocks.append(
        .paragraph(
          "The sheet counts layers from another start: its layer \(first) is layer 1 of the lesson, and it was read so."
        ))
    }
    let missed = assessment.missed
    guard missed.count > 0 else { return blocks }
    blocks.append(.heading(level: 2, "Not read"))
    let start: Prose =
      missed.count == 1
      ? "One thing that looks like an answer was not read"
      : "\(missed.count) things that look like answers were not read"
    blocks.append(
      .paragraph(start + ", so it is not known whether \(missed.count == 1 ? "it is" : "they are") right:"))
    let shown = missed.first.prefix(Self.mostUnread)
    blocks += shown.map { line in
      .paragraph("Line \(line.line), \(Prose([.code(line.written)])): \(Prose([.text(line.reason)])).")
    }
    if missed.count > shown.count {
      blocks.append(.paragraph("There are \(missed.count - shown.count) more."))
    }
    return blocks
  }

  private static let mostUnread = 20

  private func words(of note: Assessment.Note, _ row: Assessment.Row) -> Prose {
    switch note {
    case .unequal(let step, let value):
      let value = value.flatMap { Numeral(rounding: $0, digits: assessment.marking.digits + 1) }
      let middle: Prose = value.map { "is \(Formula.number($0)), and" } ?? "is"
      let written = row.answer.sides.last?.written ?? ""
      return "\(Prose([.code(shown(step))])) \(middle) not \(Prose([.code(shown(written))]))."
    case .ofOwnCost(let own):
      return Tutor.wordsOfOwnCost(own, row, examples: exercise.subject.words.examples)
    case .circular:
      return "the formula needs what only comes after it, or itself; it has to begin with what comes before."
    case .notFinite:
      return "this has no finite value."
    case .lucky:
      let words = exercise.subject.words
      return "the formula gives the right number \(words.here), but not \(words.elsewhere)."
    case .otherGiven:
      let given = Numeral("\(row.expected)")
      return "the lesson gives \(given.map { Formula.number($0) } ?? .integer(0))."
    }
  }
}

extension Verdict {
  /// In a sentence.
  package var words: String {
    switch self {
    case .correct: "correct"
    case .tooFewDigits: "too few digits"
    case .carriedForward: "carried forward"
    case .wrong: "wrong"
    }
  }
}
