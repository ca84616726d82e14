import Documents
import Formulas

/// Writes the explanations of wrong answers.
package struct Tutor: Sendable {
  let exercise: Exercise
  let digits: Int
  let language: Language

  /// A tutor who writes numbers with so many significant digits.
  package init(_ exercise: Exercise, digits: Int, in notation: Notation = .threeBlueOneBrown) {
    self.exercise = exercise
    self.digits = digits
    language = notation.language
  }

  private func paragraph(_ phrases: [TutorPhrase]) -> Block {
    .paragraph(Prose.sentences(phrases.map(language.say)))
  }

  /// The explanation of one wrong answer: the mistake, the wrong formula that gives the number, and a hint.
  package func blocks(for diagnosis: Marking.Diagnosis, in assessment: Assessment) -> [Block] {
    guard let finding = diagnosis.named else { return open(diagnosis, in: assessment) }
    let mistake = finding.mistake
    let others = others(besides: mistake, finding.alikeHere.map(\.mistake), diagnosis)
    let isSign = finding.formula == nil && isOnlySign(diagnosis, assessment)
    return [
      paragraph(
        isSign ? [.slipOfSign(mistake)] : [.named(mistake)] + explanation(of: finding, diagnosis, assessment)),
      others.isEmpty
        ? .paragraph(Prose([.emphasis(language.say(MistakePhrase.hint(isSign ? .signOfValue : mistake)))]))
        : paragraph([.mayAlsoBe(others)]),
    ] + (finding.alike.isEmpty ? [] : [paragraph([.sameNumbers(finding.alike)])])
      + carried(diagnosis, in: assessment)
  }

  /// The other mistakes with these numbers, each once; where a sign is said to be wrong, that is not said again.
  private func others(
    besides named: Mistake, _ mistakes: [Mistake], _ diagnosis: Marking.Diagnosis
  ) -> [Mistake] {
    let isSign = named == .signOfError || diagnosis.facts.contains(.times(-1, over: 1))
    var seen = Set(isSign ? [named.id, Mistake.sign.id] : [named.id])
    return mistakes.filter { seen.insert($0.id).inserted }
  }

  private func row(of diagnosis: Marking.Diagnosis, _ assessment: Assessment) -> Assessment.Row? {
    assessment.rows.first { $0.line == diagnosis.line }
  }

  /// The wrong formula that gives the number.
  private func explanation(
    of finding: Marking.Finding, _ diagnosis: Marking.Diagnosis, _ assessment: Assessment
  ) -> [TutorPhrase] {
    let name = exercise.lines[diagnosis.line].name
    guard let formula = finding.formula else {
      return [.slip(isFirst: isFirst(diagnosis.line))] + diagnosis.facts.map(fact)
    }
    let row = row(of: diagnosis, assessment)
    let foreseen = unrounded(finding, diagnosis.line, row) ?? finding.foreseen
    let written = row.map { self.written(foreseen, in: $0) }
    let rewriting = TutorPhrase.Rewriting(
      wrong: Equation(exercise.lines[finding.source].name, [.init(.equals, formula)]),
      right: right(finding.source), value: value(foreseen, as: row, more: written?.isCut == true ? 1 : 0),
      written: written)
    if finding.isOfAnother { return [.whole(name, rewriting)] }
    return [.rewritten(rewriting, for: finding.source == diagnosis.line ? nil : name)]
      + (finding.layer.map { [.onlyLayer($0)] } ?? [])
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

  /// What a mistake gives with numbers that are not rounded on the way, where that is what was written, and what it gives with
  /// those of the sheet is not.
  private func unrounded(_ finding: Marking.Finding, _ line: Int, _ row: Assessment.Row?) -> Double? {
    guard let row, finding.source == line, !isWritten(finding.foreseen, in: row),
      let formula = finding.formula
    else { return nil }
    let value = formula.evaluated { name in exercise.entries[name].map { exercise.values[$0] } ?? .nan }
    return isWritten(value, in: row) ? value : nil
  }

  /// Whether a value in as many digits as an answer has is that answer.
  private func isWritten(_ value: Double, in row: Assessment.Row) -> Bool {
    Numeral(rounding: value, digits: digits(of: row)).map { $0.value == row.value } ?? false
  }

  /// How an answer agrees with a value.
  private func written(_ value: Double, in row: Assessment.Row) -> TutorPhrase.Written {
    if isWritten(value, in: row) { return .same }
    let text = row.answer.sides.last?.written ?? ""
    guard let unit = row.answer.sides.last?.decimal?.unit, unit > 0, value * row.value > 0 else {
      return .other(text)
    }
    // The number is shown with one digit more, which must not round up to the next.
    let shown = Numeral(rounding: value, digits: digits(of: row) + 1)?.value ?? value
    let rest = shown.magnitude - row.value.magnitude
    return rest > 0 && rest < unit * (1 - 1e-9) ? .cut(text) : .other(text)
  }

  private func value(_ value: Double, as row: Assessment.Row?, more: Int) -> Formula {
    Numeral(rounding: value, digits: (row.map(digits(of:)) ?? digits) + more).map { .number($0) }
      ?? .integer(0)
  }

  /// The digits with which a number is compared: those that were written, and a few of a fraction, which has all.
  private func digits(of row: Assessment.Row) -> Int {
    let written = row.answer.sides.last?.decimal.map { Claim($0.value, unit: $0.unit).withoutFilling.digits }
    return written.map { Swift.max(2, Swift.min($0, Self.mostDigits)) } ?? Swift.min(digits, Self.ofFractions)
  }

  private static let (mostDigits, ofFractions) = (12, 4)

  /// A wrong answer without a certain explanation: the facts about the number, and the mistakes that may explain it.
  private func open(_ diagnosis: Marking.Diagnosis, in assessment: Assessment) -> [Block] {
    let isSign = isOnlySign(diagnosis, assessment)
    let start =
      [.unexplained(exercise.lines[diagnosis.line].name, isFirst: isFirst(diagnosis.line))]
      + (isSign ? [.otherSign] : diagnosis.facts.map(fact))
    // That a sign is wrong is not said again.
    let possible = diagnosis.possible.filter { !(isSign && ($0.formula == nil || $0.mistake == .anySign)) }
    // The rule that is a number would be the answer.
    let rule = right(diagnosis.line).names.isEmpty ? nil : rule(of: diagnosis.line)
    let blocks =
      possible.isEmpty
      ? [paragraph(start + [.computeAgain(rule, isHinted: isSign || !diagnosis.facts.isEmpty)])]
      : [paragraph(start)]
        + possible.map { finding in
          paragraph(
            [.mayBe(finding.mistake)]
              + (finding.formula == nil
                ? [.slip(isFirst: isFirst(diagnosis.line))] : explanation(of: finding, diagnosis, assessment))
          )
        }
    return blocks + carried(diagnosis, in: assessment)
  }

  /// What is plain to see of a number, in sentences.
  func facts(of diagnosis: Marking.Diagnosis, in assessment: Assessment) -> [Prose] {
    let seen = isOnlySign(diagnosis, assessment) ? [.otherSign] : diagnosis.facts.map(fact)
    return seen.map(language.say)
  }

  /// Whether a line needs nothing but what is given.
  private func isFirst(_ line: Int) -> Bool {
    exercise.rules[line].needs.allSatisfy { $0 >= exercise.lines.count }
  }

  /// Whether an answer is what follows with the other sign.
  func isOnlySign(_ diagnosis: Marking.Diagnosis, _ assessment: Assessment) -> Bool {
    if diagnosis.facts.contains(.times(-1, over: 1)) { return true }
    guard diagnosis.facts.isEmpty, let row = row(of: diagnosis, assessment), row.value != 0 else {
      return false
    }
    return isWritten(-diagnosis.foreseen, in: row)
  }

  private func fact(_ fact: Marking.Fact) -> TutorPhrase {
    switch fact {
    case .copied(let line): .copied(exercise.lines[line].name)
    case .zero: .zero
    case .times(-1, _): .otherSign
    case .times(let above, let below): .times(above, over: below)
    }
  }

  /// The other answers that this mistake makes wrong: by the same mistake again, or by a correct calculation from a wrong number.
  private func carried(_ diagnosis: Marking.Diagnosis, in assessment: Assessment) -> [Block] {
    let wrong = Set(assessment.rows.filter { $0.verdict == .wrong }.compactMap(\.line))
    let told = Set(assessment.marking.diagnoses.map(\.line))
    // A line with its own explanation is not listed here.
    let again = diagnosis.explains.filter {
      $0 != diagnosis.line && wrong.contains($0) && !told.contains($0)
    }
    let onward = following([diagnosis.line] + again, diagnosis, in: assessment)
    func names(_ lines: some Sequence<Int>) -> [Formula] { lines.map { exercise.lines[$0].name } }
    let first = onward.prefix(Self.mostNamed)
    let phrases: [TutorPhrase] =
      (again.isEmpty ? [] : [diagnosis.named == nil ? .perhapsAgain(names(again)) : .again(names(again))])
      + (onward.isEmpty
        ? [] : [.carried(names(first), more: onward.count - first.count, isFromOne: again.isEmpty)])
    return phrases.isEmpty ? [] : [paragraph(phrases)]
  }

  /// The answers that are carried forward from some that are wrong, without another wrong one on the way.
  private func following(
    _ lines: [Int], _ diagnosis: Marking.Diagnosis, in assessment: Assessment
  ) -> [Int] {
    let pairs = assessment.rows.compactMap { row in row.line.map { ($0, row.verdict) } }
    let verdicts = Dictionary(pairs) { first, _ in first }
    // A wrong formula may stand in a line without an answer.
    let unwritten = diagnosis.named?.formulas.keys.filter { verdicts[$0] == nil } ?? []
    var reached = Set(lines + unwritten)
    return exercise.lines.indices.filter { line in
      guard !reached.contains(line), exercise.rules[line].needs.contains(where: reached.contains) else {
        return false
      }
      switch verdicts[line] {
      case .correct, .tooFewDigits, .wrong: return false
      case .carriedForward, nil:
        reached.insert(line)
        return verdicts[line] != nil
      }
    }
  }

  private static let mostNamed = 6
}
