import Documents
import Formulas

/// Says what lies behind wrong numbers, as a tutor would.
package struct Tutor: Sendable {
  let exercise: Exercise
  let digits: Int

  package init(_ exercise: Exercise, digits: Int) {
    self.exercise = exercise
    self.digits = digits
  }

  /// What to say of one thing that went wrong: what it is, how the number comes about, and where to look.
  package func blocks(for diagnosis: Marking.Diagnosis, in assessment: Assessment) -> [Block] {
    let name = exercise.lines[diagnosis.line].name
    guard let suspect = diagnosis.suspect else { return slip(diagnosis, in: assessment) }
    let title: Prose =
      "\(strong: Prose([.text(suspect.mistake.title)])) (\(Prose([.code(suspect.mistake.id)]))) "
    let opening: [Block]
    if diagnosis.isOfAnother {
      let elsewhere: Prose = """
        This \(name) does not follow from the lines before it. It is what a whole derivation gives with \(formulas(suspect, diagnosis)) \
        \(value(diagnosis.foreseen)), \(written(diagnosis, assessment)).
        """
      opening = [.paragraph(title + elsewhere)]
    } else {
      let where_ = suspect.layer.map { " In layer \($0) only." as Prose } ?? ""
      let how: Prose = """
        With \(formulas(suspect, diagnosis)) one gets \
        \(value(diagnosis.foreseen))\(diagnosis.source == diagnosis.line ? "" : " for \(name)" as Prose), \
        \(written(diagnosis, assessment)).\(where_)
        """
      opening = [.paragraph(title + how)]
    }
    return opening + [.paragraph(Prose([.emphasis(Prose([.text(suspect.mistake.hint)]))]))]
      + doubt(diagnosis) + carried(diagnosis)
  }

  /// The rule of a line, in symbols.
  package func rule(of line: Int) -> Equation {
    Equation(
      exercise.lines[line].name,
      [.init(.equals, exercise.lines[line].shortcut ?? exercise.lines[line].formula)])
  }

  /// The wrong formula beside the right one.
  private func formulas(_ suspect: Suspect, _ diagnosis: Marking.Diagnosis) -> Prose {
    let line = exercise.lines[diagnosis.source]
    guard let formula = suspect.formulas[diagnosis.source] else { return "it" }
    return "\(Equation(line.name, [.init(.equals, formula)])), in place of \(line.shortcut ?? line.formula),"
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
        kind: reckon the line again from the numbers before it, \(rule(of: diagnosis.line)).
        """)
    ] + carried(diagnosis)
  }

  /// What else it may be.
  private func doubt(_ diagnosis: Marking.Diagnosis) -> [Block] {
    guard !diagnosis.others.isEmpty else { return [] }
    let others = diagnosis.others.map { other -> Prose in
      "\(Prose([.code(other.mistake.id)])), \(Prose([.text(other.mistake.title)]))"
    }
    let list = others.reduce("" as Prose) { $0 + " " + $1 }
    let telling: Prose =
      diagnosis.telling.map { "A number for \(exercise.lines[$0].name) would tell." }
      ?? "On this network no other quantity tells."
    return [.paragraph("These numbers fit something else as well:\(list) \(telling)")]
  }

  /// What comes out wrong after it.
  private func carried(_ diagnosis: Marking.Diagnosis) -> [Block] {
    let after = diagnosis.explains.filter { $0 != diagnosis.line }
    guard let last = after.last else { return [] }
    let first = after.prefix(Self.mostNamed).map { exercise.lines[$0].name }
    let names = first.enumerated().reduce("" as Prose) { text, next in
      text + (next.offset == 0 ? "" : ", ") + "\(next.element)"
    }
    let rest: Prose = after.count > first.count ? ", … to \(exercise.lines[last].name)" : ""
    return [.paragraph("It is carried on into \(names)\(rest).")]
  }

  private static let mostNamed = 6
}
