import Documents
import Formulas

/// Writes the explanations of wrong answers.
package struct Tutor: Sendable {
  let exercise: Exercise
  let digits: Int

  /// A tutor who writes numbers with so many significant digits.
  package init(_ exercise: Exercise, digits: Int) {
    self.exercise = exercise
    self.digits = digits
  }

  /// The explanation of one wrong answer: the mistake, the wrong formula that gives the number, and a hint.
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
      let all: Prose = "It may also be \(others): these numbers do not distinguish them."
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

  /// The wrong formula that gives the number.
  private func words(
    of finding: Marking.Finding, _ diagnosis: Marking.Diagnosis, _ assessment: Assessment
  ) -> Prose {
    let name = exercise.lines[diagnosis.line].name
    guard let formula = finding.formula else {
      return diagnosis.facts.map { fact($0, name) }.reduce(
        "Your number has almost the digits of the number that follows from those before it."
      ) {
        $0 + " " + $1
      }
    }
    let equation = Equation(exercise.lines[finding.source].name, [.init(.equals, formula)])
    if finding.isOfAnother {
      return """
        Your \(name) does not follow from your answers before it. A complete derivation with \(equation) in place of \
        \(right(finding.source)) gives \(value(finding.foreseen))\(written(finding.foreseen, diagnosis, assessment)).
        """
    }
    let of: Prose = finding.source == diagnosis.line ? "" : " for \(name)"
    let place: Prose = finding.layer.map { " Only layer \($0) shows this mistake." } ?? ""
    return """
      With \(equation) in place of \(right(finding.source)) one gets \(value(finding.foreseen))\(of)\
      \(written(finding.foreseen, diagnosis, assessment)).\(place)
      """
  }

  /// Other mistakes that would give the same numbers.
  private func alike(_ finding: Marking.Finding) -> [Block] {
    guard !finding.alike.isEmpty else { return [] }
    return [.paragraph("The same numbers would result from \(names(finding.alike, "or")).")]
  }

  private func names(_ mistakes: [Mistake], _ last: Prose) -> Prose {
    mistakes.enumerated().reduce("" as Prose) { text, next in
      let name: Prose =
        "\(Prose([.code(next.element.id)])) (\(Prose([.text(next.element.sentence)])))"
      let isLast = next.offset == mistakes.count - 1
      return text + (next.offset == 0 ? "" : isLast ? " " + last + " " : ", ") + name
    }
  }

  /// The sentence about a δ of one example's cost that was written under the name for the total cost.
  static func wordsOfOwnCost(_ own: Formula, _ row: Assessment.Row, examples: Int) -> Prose {
    """
    \(Prose([.code(row.answer.nameAsWritten)])) is read as \(row.answer.name.withExample), with the factor \
    \(.integer(1) / .integer(examples)). The documents call \(own) the error δ; its name is \
    \(Prose([.code(own.answerName ?? "")])).
    """
  }

  /// The rule of a line, after a colon; none if it is a number, which would be the answer.
  private func ruleAfterColon(of line: Int) -> Prose {
    right(line).names.isEmpty ? "" : ": \(rule(of: line))"
  }

  /// The rule of a line, in symbols.
  package func rule(of line: Int) -> Equation {
    Equation(exercise.lines[line].name, [.init(.equals, right(line))])
  }

  /// The correct formula of a line, with names replaced that stand for another name only: w for ∂z/∂a.
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

  /// What was written, as the end of a sentence about the number that the mistake gives.
  private func written(_ foreseen: Double, _ diagnosis: Marking.Diagnosis, _ assessment: Assessment) -> Prose
  {
    guard let row = row(of: diagnosis, assessment) else { return "" }
    let text = row.answer.sides.last?.written ?? ""
    let shown = Numeral(rounding: foreseen, digits: digits)
    // A minus sign may be written as a hyphen.
    let isTheSame = shown.map { $0.value == row.value } ?? false
    return isTheSame ? ", which is what you wrote" : "; you wrote \(Prose([.code(text)]))"
  }

  private func value(_ value: Double) -> Formula {
    Numeral(rounding: value, digits: digits).map { .number($0) } ?? .integer(0)
  }

  /// A wrong answer without a certain explanation: the facts about the number, and the mistakes that may explain it.
  private func open(_ diagnosis: Marking.Diagnosis, in assessment: Assessment) -> [Block] {
    let name = exercise.lines[diagnosis.line].name
    var blocks: [Block] = []
    let facts = diagnosis.facts.map { fact($0, name) }
    let start: Prose = "\(strong: "This \(name) does not follow from the numbers before it.")"
    if diagnosis.possible.isEmpty {
      blocks.append(
        .paragraph(
          facts.reduce(start) { $0 + " " + $1 }
            + " These numbers do not show why. Compute it again\(ruleAfterColon(of: diagnosis.line)).")
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

  /// A fact about a number, as a sentence.
  private func fact(_ fact: Marking.Fact, _ name: Formula) -> Prose {
    switch fact {
    case .copied(let line): "You wrote the same number for \(exercise.lines[line].name.withExample)."
    case .zero: "You wrote 0."
    case .times(-1, _): "Only its sign is wrong."
    case .times(let above, let below):
      "It is \(below == 1 ? .integer(above) : .integer(above) / .integer(below)) times the number that follows."
    }
  }

  /// The other answers that this mistake makes wrong: by the same mistake again, or by a correct calculation from a wrong number.
  private func carried(_ diagnosis: Marking.Diagnosis, in assessment: Assessment) -> [Block] {
    let wrong = Set(assessment.rows.filter { $0.verdict == .wrong }.compactMap(\.line))
    let told = Set(assessment.marking.diagnoses.map(\.line))
    let after = diagnosis.explains.filter { $0 != diagnosis.line }
    // A line with its own explanation is not listed here.
    let again = after.filter { wrong.contains($0) && !told.contains($0) }
    let onward = after.filter { !wrong.contains($0) && $0 > diagnosis.line }
    var sentences: [Prose] = []
    if !again.isEmpty { sentences.append("The same mistake appears in \(list(again, all: true)).") }
    if !onward.isEmpty {
      sentences.append(
        "Carried forward: \(list(onward)) \(onward.count == 1 ? "follows" : "follow") correctly from it.")
    }
    return sentences.isEmpty ? [] : [.paragraph(sentences.dropFirst().reduce(sentences[0]) { $0 + " " + $1 })]
  }

  /// The names of some lines: all of them, or the first few and how many more there are.
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
