import Documents
import Formulas

/// Says what lies behind wrong numbers, as a tutor would.
package struct Tutor: Sendable {
  let exercise: Exercise
  let digits: Int

  /// A tutor who writes numbers with so many significant digits.
  package init(_ exercise: Exercise, digits: Int) {
    self.exercise = exercise
    self.digits = digits
  }

  /// What to say of one thing that went wrong: what it is, how the number comes about, and where to look.
  package func blocks(for diagnosis: Marking.Diagnosis, in assessment: Assessment) -> [Block] {
    if let row = row(of: diagnosis, assessment), case .ofOwnCost(let own) = row.note {
      let words = Self.wordsOfOwnCost(own, row, examples: exercise.subject.words.examples)
      return [.paragraph("Line \(row.answer.line): " + words)] + carried(diagnosis, in: assessment)
    }
    guard let finding = diagnosis.named else { return open(diagnosis, in: assessment) }
    let mistake = finding.mistake
    let title: Prose = "\(strong: Prose([.text(mistake.sentence)])) (\(Prose([.code(mistake.id)]))). "
    if !finding.alikeHere.isEmpty {
      let others = names(finding.alikeHere.map(\.mistake), "or")
      let all: Prose = "Or it is \(others): these numbers cannot tell them apart."
      return [.paragraph(title + words(of: finding, diagnosis, assessment)), .paragraph(all)]
        + alike(finding) + carried(diagnosis, in: assessment)
    }
    return [
      .paragraph(title + words(of: finding, diagnosis, assessment)),
      .paragraph(Prose([.emphasis(Prose([.text(mistake.hint)]))])),
    ] + alike(finding) + carried(diagnosis, in: assessment)
  }

  private func row(of diagnosis: Marking.Diagnosis, _ assessment: Assessment) -> Assessment.Row? {
    assessment.rows.first { $0.line == diagnosis.line }
  }

  /// How the number comes about.
  private func words(
    of finding: Marking.Finding, _ diagnosis: Marking.Diagnosis, _ assessment: Assessment
  ) -> Prose {
    let name = exercise.lines[diagnosis.line].name
    guard let formula = finding.formula else {
      return diagnosis.facts.map { fact($0, name) }.reduce("What you wrote has the digits of what follows.") {
        $0 + " " + $1
      }
    }
    let equation = Equation(exercise.lines[finding.source].name, [.init(.equals, formula)])
    if finding.isOfAnother {
      return """
        This \(name) does not follow from the lines before it: \(value(finding.foreseen)), \
        \(written(finding.foreseen, diagnosis, assessment)), is what a whole derivation gives with \(equation), in place of \
        \(right(finding.source)).
        """
    }
    let of: Prose = finding.source == diagnosis.line ? "" : " for \(name)"
    let place: Prose = finding.layer.map { " It is so in layer \($0) only." } ?? ""
    return """
      With \(equation), in place of \(right(finding.source)), one gets \(value(finding.foreseen))\(of), \
      \(written(finding.foreseen, diagnosis, assessment)).\(place)
      """
  }

  /// Other names for the same numbers.
  private func alike(_ finding: Marking.Finding) -> [Block] {
    guard !finding.alike.isEmpty else { return [] }
    return [.paragraph("The same numbers come out of \(names(finding.alike, "or")).")]
  }

  private func names(_ mistakes: [Mistake], _ last: Prose) -> Prose {
    mistakes.enumerated().reduce("" as Prose) { text, next in
      let name: Prose =
        "\(Prose([.code(next.element.id)])) (\(Prose([.text(next.element.sentence)])))"
      let isLast = next.offset == mistakes.count - 1
      return text + (next.offset == 0 ? "" : isLast ? " " + last + " " : ", ") + name
    }
  }

  /// What is said of a δ that is right for the cost of its example alone, and was written for that of all.
  static func wordsOfOwnCost(_ own: Formula, _ row: Assessment.Row, examples: Int) -> Prose {
    """
    \(Prose([.code(row.answer.nameAsWritten)])) is read as \(row.answer.name.withExample), with the factor \
    \(.integer(1) / .integer(examples)). The documents call \(own) the error δ; its name is \
    \(Prose([.code(own.answerName ?? "")])).
    """
  }

  /// The rule of a line, after a comma; where it is a number, it would be the answer.
  private func ruleAfterComma(of line: Int) -> Prose {
    right(line).names.isEmpty ? "" : ", \(rule(of: line))"
  }

  /// The rule of a line, in symbols.
  package func rule(of line: Int) -> Equation {
    Equation(exercise.lines[line].name, [.init(.equals, right(line))])
  }

  /// What is right in a line, without names for what is another name only: w for ∂z/∂a.
  private func right(_ line: Int) -> Formula {
    let line = exercise.lines[line]
    return (line.shortcut ?? line.formula).substituting { part in
      if case .product(let factors) = part {
        let plain = factors.map(unnamed).filter { $0 != .integer(1) }
        return plain.first.map { plain.count == 1 ? $0 : .product(plain) }
      }
      return nil
    }
  }

  private func unnamed(_ formula: Formula) -> Formula {
    guard let line = exercise.line(of: formula).map({ exercise.lines[$0] }) else { return formula }
    return line.isOtherName ? line.formula : formula
  }

  /// What was written, beside what is foreseen.
  private func written(_ foreseen: Double, _ diagnosis: Marking.Diagnosis, _ assessment: Assessment) -> Prose
  {
    guard let row = row(of: diagnosis, assessment) else { return "this is here" }
    let text = row.answer.sides.last?.written ?? ""
    let shown = Numeral(rounding: foreseen, digits: digits)
    // −0.354 is written with any minus.
    let isTheSame = shown.map { $0.value == row.value } ?? false
    return isTheSame ? "which is what you wrote" : "and you wrote \(Prose([.code(text)]))"
  }

  private func value(_ value: Double) -> Formula {
    Numeral(rounding: value, digits: digits).map { .number($0) } ?? .integer(0)
  }

  /// What is not named: what is plain to see, what it may be, and where to look.
  private func open(_ diagnosis: Marking.Diagnosis, in assessment: Assessment) -> [Block] {
    let name = exercise.lines[diagnosis.line].name
    var blocks: [Block] = []
    let facts = diagnosis.facts.map { fact($0, name) }
    let start: Prose = "\(strong: "This \(name) does not follow from the numbers before it.")"
    if diagnosis.possible.isEmpty {
      blocks.append(
        .paragraph(
          facts.reduce(start) { $0 + " " + $1 }
            + " These numbers alone do not tell why: work it out again\(ruleAfterComma(of: diagnosis.line)).")
      )
    } else {
      blocks.append(.paragraph(facts.reduce(start) { $0 + " " + $1 }))
      for finding in diagnosis.possible {
        let title: Prose =
          "It may be \(Prose([.code(finding.mistake.id)])): \(Prose([.text(finding.mistake.title)])) "
        blocks.append(.paragraph(title + words(of: finding, diagnosis, assessment)))
      }
    }
    return blocks + carried(diagnosis, in: assessment)
  }

  /// A fact, in a sentence.
  private func fact(_ fact: Marking.Fact, _ name: Formula) -> Prose {
    switch fact {
    case .copied(let line): "The same number stands for \(exercise.lines[line].name.withExample)."
    case .zero: "You wrote 0."
    case .times(-1, _): "It has the other sign."
    case .times(let above, let below):
      "It is \(below == 1 ? .integer(above) : .integer(above) / .integer(below)) times what follows from them."
    }
  }

  /// What comes out wrong because of it: by the same mistake once more, or rightly from what was wrong.
  private func carried(_ diagnosis: Marking.Diagnosis, in assessment: Assessment) -> [Block] {
    let wrong = Set(assessment.rows.filter { $0.verdict == .wrong }.compactMap(\.line))
    let told = Set(assessment.marking.diagnoses.map(\.line))
    let after = diagnosis.explains.filter { $0 != diagnosis.line }
    // A line with a mistake of its own is spoken of there.
    let again = after.filter { wrong.contains($0) && !told.contains($0) }
    let onward = after.filter { !wrong.contains($0) && $0 > diagnosis.line }
    var sentences: [Prose] = []
    if !again.isEmpty { sentences.append("The same once more in \(list(again, all: true)).") }
    if !onward.isEmpty { sentences.append("It is carried forward into \(list(onward)).") }
    return sentences.isEmpty ? [] : [.paragraph(sentences.dropFirst().reduce(sentences[0]) { $0 + " " + $1 })]
  }

  /// Every wrong line is named; of those that follow the first.
  private func list(_ lines: [Int], all: Bool = false) -> Prose {
    let most = all ? lines.count : Self.mostNamed
    let first = lines.prefix(most).enumerated().reduce("" as Prose) { text, next in
      text + (next.offset == 0 ? "" : ", ") + exercise.lines[next.element].name.withExample
    }
    let rest = lines.count - most
    return rest > 0 ? first + " and \(rest) more" : first
  }

  private static let mostNamed = 6
}
