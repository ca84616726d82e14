import Backprop
import Formulas
import Lessons

/// The claim of an answer: its value and its precision.
extension Assessor {
  /// The person's own numbers, and the correct values for lines without an answer.
  func ownValues(_ sheet: AnswerSheet) -> OwnValues {
    var own = OwnValues(exercise.values)
    for answer in sheet.answers {
      if let entry = exercise.entries[answer.name], let decimal = answer.sides.last?.decimal {
        own.write(decimal, at: entry)
      }
    }
    if sheet.answers.contains(where: { $0.sides.contains { $0.decimal == nil } }) {
      own.know(also: exercise.values, lines: exercise.lines.count)
    }
    return own
  }

  /// A person's numbers, by their entries.
  struct OwnValues {
    private var values: [Double]
    private var units: [Int: Double] = [:]
    /// Those for which decimals may stand, if there is arithmetic.
    fileprivate(set) var known = KnownNumbers([], lines: 0)

    fileprivate init(_ values: [Double]) { self.values = values }

    fileprivate mutating func know(also others: [Double], lines: Int) {
      known = KnownNumbers([values, others], lines: lines)
    }

    fileprivate mutating func write(_ decimal: Decimal, at entry: Int) {
      values[entry] = decimal.value
      units[entry] = decimal.unit
    }

    subscript(entry: Int) -> Double { values[entry] }

    /// The value with all digits if the written number may be its rounding, because the person may compute with more digits.
    func range(_ entry: Int) -> Interval {
      units[entry].map { Interval(values[entry] - $0, values[entry] + $0) }
        ?? Interval(exactly: values[entry])
    }
  }

  /// The value that was written for a line, with the uncertainty of its digits.
  func claim(_ side: Side, for line: Int, _ own: OwnValues) -> Claim {
    if let decimal = side.decimal {
      return Claim(decimal.value, unit: decimal.value == 0 && decimal.unit == 1 ? 0 : decimal.unit)
    }
    let value: Double = side.formula.evaluated { name in exercise.entries[name].map { own[$0] } ?? .nan }
    let tiny = Claim.exactness * value.magnitude
    if hasNames(side.formula) { return Claim(value, unit: tiny) }
    let range = range(side.formula, for: line, own)
    return Claim(value, unit: range.width.isFinite ? Swift.max(tiny, range.width / 2) : tiny)
  }

  /// The interval of an expression's values, written for a line, if each decimal in it may differ from what it stands for.
  func range(_ formula: Formula, for line: Int, _ own: OwnValues) -> Interval {
    var decimals: [Interval] = []
    let open = formula.substituting { part -> Formula? in
      guard case .number(let numeral) = part, numeral.digits.contains(".") else { return nil }
      let slack = own.known.slack(of: numeral, in: line)
      decimals.append(Interval(numeral.value - slack, numeral.value + slack))
      return .symbol(Symbol(.entry, layer: decimals.count - 1))
    }
    return open.evaluated { name in
      if case .symbol(let symbol) = name, symbol.meaning == .entry, let place = symbol.layer {
        return decimals[place]
      }
      return exercise.entries[name].map(own.range) ?? Interval(exactly: .nan)
    }
  }

  /// The formulas before an answer that give it, if the answer is a number.
  func workings(of answer: Answer, _ line: Int, _ claim: Claim, _ own: OwnValues) -> [Formula]? {
    guard answer.sides.last?.decimal != nil else { return nil }
    let formulas = answer.sides.dropLast().filter { side in
      side.decimal == nil && isBefore(line, side.formula) && unequal(side, claim, for: line, own) == nil
    }
    return formulas.isEmpty ? nil : formulas.map(\.formula)
  }

  /// A step whose value is not that of the answer.
  func unequal(_ step: Side, _ claim: Claim, for line: Int, _ own: OwnValues) -> Assessment.Note? {
    let range =
      step.decimal.map { Interval($0.value - $0.unit, $0.value + $0.unit) }
      ?? self.range(step.formula, for: line, own)
    guard !range.meets(claim.interval) else { return nil }
    let isKnown = step.formula.names.allSatisfy { name in
      exercise.entries[name].map { $0 >= exercise.lines.count || own[$0] != exercise.values[$0] } ?? false
    }
    let value: Double = step.formula.evaluated { name in exercise.entries[name].map { own[$0] } ?? .nan }
    return .unequal(step: step.written, value: isKnown && value.isFinite ? value : nil)
  }
}
