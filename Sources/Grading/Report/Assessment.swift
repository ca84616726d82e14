import Backprop
import Formulas
import Lessons

/// What somebody handed in, judged answer by answer.
package struct Assessment: Sendable {
  /// An answer and its verdict.
  package struct Row: Sendable {
    package let answer: Answer
    /// The line of the derivation; `nil` for a number that the lesson gives.
    package let line: Int?
    /// The value of what was written: that of a formula, on the numbers that the person has.
    package let value: Double
    package let expected: Double
    package let verdict: Verdict
    /// What else there is to say of it.
    package let note: Note?
  }

  /// What is wrong with an answer besides its value.
  package enum Note: Hashable, Sendable {
    /// A step to it has another value than the answer.
    ///
    /// The value is left out where it would give away what the person has not found.
    case unequal(step: String, value: Double?)
    /// A formula that gives the right number for this network, and not for others.
    case lucky
    /// The lesson gives another number.
    case otherGiven
    /// A formula in what comes only after it, or in itself.
    case circular
    /// A division by 0, or a number beyond all bounds.
    case notFinite
  }

  package let rows: [Row]
  package let marking: Marking
  /// How many quantities are asked for, or were answered without that.
  package let quantities: Int
  /// How many of those that are asked for have no answer.
  package let open: Int
  /// Lines that read like answers and name nothing.
  package let missed: [MissedLine]

  /// How many answers have a verdict.
  package func count(_ verdict: Verdict) -> Int { rows.count { $0.verdict == verdict } }
}

/// Assesses what people hand in for one exercise.
package struct Assessor: Sendable {
  package let marker: Marker
  /// The lesson whose variants show whether a formula is right for other numbers as well.
  private let variants: Lesson

  package var exercise: Exercise { marker.exercise }

  /// An assessor who tries formulas on other numbers, too: those of three variants of the lesson.
  package init(_ marker: Marker, of lesson: Lesson) {
    self.marker = marker
    variants = lesson
  }

  /// Judges all answers.
  package func assess(_ sheet: AnswerSheet) -> Assessment {
    let own = ownValues(sheet)
    let understood = understood(sheet)
    var claims: [Int: Claim] = [:]
    for answer in sheet.answers {
      guard let line = exercise.line(of: answer.name), let side = answer.sides.last else { continue }
      // A formula that is right says no number that could be wrong.
      guard understood[line] != .always, isBefore(line, side.formula) else { continue }
      let claim = claim(side, own)
      if claim.value.isFinite { claims[line] = claim }
    }
    let marking = marker.mark(claims)
    let verdicts = Dictionary(marking.marks.map { ($0.line, $0.verdict) }) { first, _ in first }
    let rows = sheet.answers.compactMap { row($0, own, verdicts, understood) }
    let asked = Set(exercise.asked)
    let answered = Set(rows.compactMap(\.line))
    return Assessment(
      rows: rows, marking: marking, quantities: asked.union(answered).count + rows.count { $0.line == nil },
      open: asked.subtracting(answered).count, missed: sheet.missed)
  }

  /// The person's own numbers, and the true ones where there are none.
  private func ownValues(_ sheet: AnswerSheet) -> [Double] {
    var values = exercise.values
    for answer in sheet.answers {
      if let entry = exercise.entries[answer.name], let decimal = answer.sides.last?.decimal {
        values[entry] = decimal.value
      }
    }
    return values
  }

  /// Where a formula gives the right value.
  private enum Understanding {
    case always, onlyHere
  }

  /// What is known of the formulas that are right for this network.
  private func understood(_ sheet: AnswerSheet) -> [Int: Understanding] {
    var known: [Int: Understanding] = [:]
    var drawn: [Exercise]?
    for answer in sheet.answers {
      guard let line = exercise.line(of: answer.name), let formula = answer.sides.last?.formula,
        hasNames(formula),
        isBefore(line, formula), isRight(formula, in: exercise, line)
      else { continue }
      let others = drawn ?? otherNumbers
      drawn = others
      // Who put a given number in means this network.
      known[line] =
        hasGivenNumbers(formula) || others.allSatisfy { isRight(formula, in: $0, line) } ? .always : .onlyHere
    }
    return known
  }

  /// Three others, drawn without asking whether they tell mistakes apart.
  private var otherNumbers: [Exercise] {
    return (1...3 as ClosedRange<UInt64>).compactMap { seed in
      let lesson = try? Variant.lesson(of: variants, seed: seed) { _ in true }
      return try? lesson.map(Exercise.init)
    }
  }

  private func row(
    _ answer: Answer, _ own: [Double], _ verdicts: [Int: Verdict],
    _ understood: [Int: Understanding]
  ) -> Assessment.Row? {
    guard let entry = exercise.entries[answer.name], let side = answer.sides.last else { return nil }
    let expected = exercise.values[entry]
    let claim = claim(side, own)
    guard let line = exercise.line(of: answer.name) else {
      let isSame = (claim.value - expected).magnitude <= Swift.max(claim.unit, 1e-9 * expected.magnitude)
      return Assessment.Row(
        answer: answer, line: nil, value: claim.value, expected: expected,
        verdict: isSame ? .correct : .wrong,
        note: isSame ? nil : .otherGiven)
    }
    var verdict = verdicts[line] ?? .wrong
    var note = answer.sides.dropLast().lazy.compactMap { unequal($0, claim, own) }.first
    switch understood[line] {
    case .always: verdict = .correct
    case .onlyHere:
      verdict = .wrong
      note = .lucky
    case nil:
      if !isBefore(line, side.formula) {
        verdict = .wrong
        note = .circular
      }
    }
    if !claim.value.isFinite {
      verdict = .wrong
      note = .notFinite
    }
    return Assessment.Row(
      answer: answer, line: line, value: claim.value, expected: expected, verdict: verdict, note: note)
  }

  private func hasNames(_ formula: Formula) -> Bool { !formula.names.isEmpty }

  /// Whether a formula is made of what comes before a line: C = C would prove itself.
  private func isBefore(_ line: Int, _ formula: Formula) -> Bool {
    formula.names.allSatisfy { name in
      exercise.entries[name].map { $0 < line || $0 >= exercise.lines.count } ?? false
    }
  }

  /// Whether one of the numbers that the lesson gives is put in: who does that means this network, and no other.
  private func hasGivenNumbers(_ formula: Formula) -> Bool {
    let givens = Set(exercise.givens.map(\.middle.magnitude))
    var found = false
    _ = formula.substituting { part -> Formula? in
      switch part {
      case .number, .quotient(.number, .number):
        let value: Double = part.evaluated { _ in .nan }
        if givens.contains(value) { found = true }
      case .symbol, .partial, .nabla, .negative, .sum, .product, .quotient, .power, .call, .max, .min,
        .transpose,
        .matrixProduct, .elementwise:
        break
      }
      return nil
    }
    return found
  }

  /// Whether a formula gives the line's value, on the true values of all names.
  private func isRight(_ formula: Formula, in exercise: Exercise, _ line: Int) -> Bool {
    guard exercise.values.indices.contains(line) else { return false }
    let value: Double = formula.evaluated { name in
      exercise.entries[name].map { exercise.values[$0] } ?? .nan
    }
    let truth = exercise.values[line]
    return (value - truth).magnitude <= 1e-9 * Swift.max(truth.magnitude, value.magnitude)
  }

  /// What was written, with what its digits leave open.
  private func claim(_ side: Side, _ own: [Double]) -> Claim {
    if let decimal = side.decimal {
      return Claim(decimal.value, unit: decimal.value == 0 && decimal.unit == 1 ? 0 : decimal.unit)
    }
    let value: Double = side.formula.evaluated { name in exercise.entries[name].map { own[$0] } ?? .nan }
    let tiny = Claim.exactness * value.magnitude
    if hasNames(side.formula) { return Claim(value, unit: tiny) }
    let range = range(side.formula, own)
    return Claim(value, unit: range.width.isFinite ? Swift.max(tiny, range.width / 2) : tiny)
  }

  /// Between which numbers an expression lies, if each decimal in it may be off by one unit of its last digit.
  private func range(_ formula: Formula, _ own: [Double]) -> Interval {
    var decimals: [Interval] = []
    let open = formula.substituting { part -> Formula? in
      guard case .number(let numeral) = part, numeral.digits.contains(".") else { return nil }
      decimals.append(Interval(numeral.value - numeral.unit, numeral.value + numeral.unit))
      return .symbol(Symbol(.entry, layer: decimals.count - 1))
    }
    return open.evaluated { name in
      if case .symbol(let symbol) = name, symbol.meaning == .entry, let place = symbol.layer {
        return decimals[place]
      }
      return Interval(exactly: exercise.entries[name].map { own[$0] } ?? .nan)
    }
  }

  /// A step whose value is not that of the answer.
  private func unequal(_ step: Side, _ claim: Claim, _ own: [Double]) -> Assessment.Note? {
    let range =
      step.decimal.map { Interval($0.value - $0.unit, $0.value + $0.unit) } ?? self.range(step.formula, own)
    guard !range.meets(claim.interval) else { return nil }
    let isKnown = step.formula.names.allSatisfy { name in
      exercise.entries[name].map { $0 >= exercise.lines.count || own[$0] != exercise.values[$0] } ?? false
    }
    let value: Double = step.formula.evaluated { name in exercise.entries[name].map { own[$0] } ?? .nan }
    return .unequal(step: step.written, value: isKnown && value.isFinite ? value : nil)
  }
}
