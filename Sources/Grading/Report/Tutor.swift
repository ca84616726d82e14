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
    let name = exercise.lines[diagnosis.line].name
    guard let suspect = diagnosis.suspect else { return slip(diagnosis, in: assessment) }
    if let row = assessment.rows.first(where: { $0.line == diagnosis.line }),
      case .ofOwnCost(let own) = row.note
    {
      let words = Self.wordsOfOwnCost(own, row, examples: exercise.subject.words.examples)
      return [.paragraph("Line \(row.answer.line): " + words)] + carried(diagnosis, in: assessment)
    }
    let mistake = suspect.mistake
    let title: Prose = "\(strong: Prose([.text(mistake.sentence)])) (\(Prose([.code(mistake.id)]))). "
    let words: Prose
    if diagnosis.isOfAnother {
      words = """
        This \(name) does not follow from the lines before it: \(value(diagnosis.foreseen)), \(written(diagnosis, assessment)), \
        is what a whole derivation gives with \(formulas(suspect, diagnosis)).
        """
    } else {
      let place = Self.words(for: suspect.scope)
      words = """
        With \(formulas(suspect, diagnosis)), one gets \
        \(value(diagnosis.foreseen))\(diagnosis.source == diagnosis.line ? "" : " for \(name)" as Prose), \
        \(written(diagnosis, assessment)).\(place)
        """
    }
    return [.paragraph(title + words), .paragraph(Prose([.emphasis(Prose([.text(mistake.hint)]))]))]
      + doubt(diagnosis) + carried(diagnosis, in: assessment)
  }

  /// Where else it could have been made, and was not.
  private static func words(for scope: Suspect.Scope) -> Prose {
    if case .layer(let layer) = scope { " It is so in layer \(layer) only." } else { "" }
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

  /// The wrong formula beside the right one.
  private func formulas(_ suspect: Suspect, _ diagnosis: Marking.Diagnosis) -> Prose {
    let line = exercise.lines[diagnosis.source]
    guard let formula = suspect.formulas[diagnosis.source] else { return "it" }
    return "\(Equation(line.name, [.init(.equals, formula)])), in place of \(right(diagnosis.source))"
  }

  /// What was written, beside what the wrong formula gives.
  private func written(_ diagnosis: Marking.Diagnosis, _ assessment: Assessment) -> Prose {
    guard let row = assessment.rows.first(where: { $0.line == diagnosis.line }) else { return "this is here" }
    let text = row.answer.sides.last?.written ?? ""
    let shown = Numeral(rounding: diagnosis.foreseen, digits: digits)
    // −0.354 is written with any minus.
    let isTheSame = shown.map { $0.value == row.value } ?? false
    return isTheSame ? "which is what you wrote" : "and you wrote \(Prose([.code(text)]))"
  }

  private func value(_ value: Double) -> Formula {
    Numeral(rounding: value, digits: digits).map { .number($0) } ?? .integer(0)
  }

  /// What nothing explains.
  private func slip(_ diagnosis: Marking.Diagnosis, in assessment: Assessment) -> [Block] {
    let name = exercise.lines[diagnosis.line].name
    return [
      .paragraph(
        """
        \(strong: "No known mistake gives this \(name).") A slip in reckoning, a digit copied wrongly, or a mistake of its own \
        kind: work the line out again from the numbers before it\(ruleAfterComma(of: diagnosis.line)).
        """)
    ] + carried(diagnosis, in: assessment)
  }

  /// What else it may be.
  private func doubt(_ diagnosis: Marking.Diagnosis) -> [Block] {
    guard !diagnosis.others.isEmpty else { return [] }
    let others = diagnosis.others.map { other -> Prose in
      "\(Prose([.code(other.mistake.id)])) (\(Prose([.text(other.mistake.sentence)])))"
    }
    let list = others.enumerated().reduce("" as Prose) { text, next in
      text + (next.offset == 0 ? "" : next.offset == others.count - 1 ? " or " : ", ") + next.element
    }
    let telling: Prose =
      diagnosis.telling.map { "A number for \(exercise.lines[$0].name) would." }
      ?? Prose([.text("\(exercise.subject.words.here.capitalizedFirst) nothing else would.")])
    return [.paragraph("These numbers do not tell it from \(list). \(telling)")]
  }

  /// What comes out wrong because of it: by the same mistake once more, or rightly from what was wrong.
  private func carried(_ diagnosis: Marking.Diagnosis, in assessment: Assessment) -> [Block] {
    let wrong = Set(assessment.rows.filter { $0.verdict == .wrong }.compactMap(\.line))
    let after = diagnosis.explains.filter { $0 != diagnosis.line }
    // A line with a mistake of its own is spoken of there.
    let again = after.filter { wrong.contains($0) && diagnosis.suspect?.formulas[$0] != nil }
    let onward = after.filter { !wrong.contains($0) }
    var sentences: [Prose] = []
    // A slip is not made twice.
    if !again.isEmpty, diagnosis.suspect != nil { sentences.append("The same once more in \(list(again)).") }
    if !onward.isEmpty { sentences.append("It is carried forward into \(list(onward)).") }
    return sentences.isEmpty ? [] : [.paragraph(sentences.dropFirst().reduce(sentences[0]) { $0 + " " + $1 })]
  }

  private func list(_ lines: [Int]) -> Prose {
    let first = lines.prefix(Self.mostNamed).enumerated().reduce("" as Prose) { text, next in
      text + (next.offset == 0 ? "" : ", ") + exercise.lines[next.element].name.withExample
    }
    let rest = lines.count - Self.mostNamed
    return rest > 0 ? first + " and \(rest) more" : first
  }

  private static let mostNamed = 6
}

extension String {
  /// As it begins a sentence.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
