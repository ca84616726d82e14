import Backprop
import Documents
import Formulas

/// The results of the steps of a lesson: the cost and the parameters before the first step and after each.
struct LearningCurve: Sendable {
  /// Before the first step, or after one.
  struct Row: Sendable {
    /// η of the step that led there; `nil` before the first, and where it does not change.
    let rate: Numeral?
    /// The parameters, if they are few.
    let parameters: [Numeral?]
    /// The cost as it is printed, and its value.
    let cost: Numeral?
    let value: Double
  }

  /// The name of the cost.
  let cost: Formula
  /// Whether each step followed one example only.
  let takesEachExample: Bool
  /// The parameters that have a column.
  let names: [Formula]
  var rows: [Row] = []

  /// More parameters than these have no column.
  static let mostColumns = 4

  /// A table, and a plot.
  func blocks(in language: Language) -> [Block] {
    let hasRates = rows.contains { $0.rate != nil }
    // A number knows what it is the value of, and before which step.
    func cell(_ numeral: Numeral?, of name: Formula, after step: Int) -> Prose {
      numeral.map { "\(Equation($0, of: name).ofStep(step + 1))" } ?? ""
    }
    let columns =
      [Table.Column(language.say(LearningPhrase.columnOfSteps))]
      + (hasRates ? [.init("\(Learning.rateName)")] : []) + names.map { .init("\($0)") }
      + [.init(language.say(LearningPhrase.result(cost, ofAllExamples: takesEachExample)))]
    let cells = rows.enumerated().map { step, row -> [Prose] in
      ["\(step)"] + (hasRates ? [row.rate.map { "\(Formula.number($0))" } ?? ""] : [])
        + zip(row.parameters, names).map { cell($0, of: $1, after: step) }
        + [cell(row.cost, of: cost, after: step)]
    }
    var plot = CostPlot(before: rows.first?.value ?? 0, of: "\(cost)", per: .step)
    for row in rows.dropFirst() { plot.append(row.value) }
    let heading = LearningPhrase.curve(cost, ofAllExamples: takesEachExample)
    return [.heading(level: 2, language.say(heading)), .table(Table(columns, rows: cells)), .plot(plot)]
  }
}

extension [Block] {
  /// Of a later step only the lines, under the headings of its passes.
  func ofLaterStep(_ number: Int, _ heading: Prose, _ words: [Block] = []) -> [Block] {
    let shown = compactMap { block -> Block? in
      switch block {
      case .heading(2, let title): .heading(level: 3, title)
      case .equation(let equation): .equation(equation.ofStep(number))
      case .family: block
      case .heading, .paragraph, .matrix, .table, .chain, .network, .graph, .bars, .plot, .verbatim,
        .questions:
        nil
      }
    }
    return [.heading(level: 2, heading)] + words + shown
  }
}

extension WorkedExampleError {
  /// What went wrong in a step after the first.
  func inStep(_ number: Int) -> WorkedExampleError {
    switch self {
    case .noFiniteResult(let reason):
      .noFiniteResult("in step \(number) \(reason): the learning rate may be too large")
    case .refused(let reason): .refused("in step \(number) \(reason)")
    case .unknownQuantity, .notDerived, .noExample, .notAWeight: self
    }
  }
}
