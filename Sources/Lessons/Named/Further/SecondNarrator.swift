import Backprop
import Documents
import Formulas

/// Tells one second derivative: the derivation of a first derivative, derived once more.
struct SecondNarrator: Narrator {
  private let derivation: SecondDerivation
  private let row: SecondDerivation.Row
  /// What the first derivative is derived by.
  private let outer: Graph.ID

  /// ∂²C/∂(first)∂(second), which is ∂C/∂(second) derived by the first.
  init(_ names: FurtherNames, _ first: String, _ second: String, settings: Settings)
    throws(WorkedExampleError)
  {
    let outer = try names.parameter(first, for: "--second")
    let inner = try names.parameter(second, for: "--second")
    self.outer = outer
    let parameters = outer == inner ? [outer] : [outer, inner].sorted()
    derivation = try SecondDerivation(names.lesson, by: parameters, for: "--second", settings: settings)
    row = try derivation.row(inner, by: [outer])
  }

  var title: String? { derivation.lesson.title }
  var summary: String? { derivation.lesson.summary }
  var picture: [Block] { derivation.picture }
  var passed: Bool { derivation.work.check.passed && row.work.check.passed }

  func blocks() -> [Block] {
    var second = row.derivation
    let start =
      derivation.introduction(second) + second.forward(upTo: derivation.derived.valueCount)
      + derivation.backward(in: &second)
    var known = derivation.knownFactors
    let back = second.backward(
      .heading(level: 2, second.say(FurtherPhrase.second)), derivation.words(second), knowing: &known)
    return start + back + [meaning(second)] + check(second)
  }

  private func name(_ id: Graph.ID) -> Formula { .symbol(derivation.lesson.graph.symbol(of: id)) }

  private func meaning(_ second: GraphDerivation) -> Block {
    let entry = second.steps.derivative(by: outer)
    let phrase: FurtherPhrase =
      row.work.check.parameters.contains { $0.verdict == .kink }
      ? .secondAtKink(second.result, by: name(outer))
      : row.work.gradient(outer) == 0
        ? .secondIsZero(second.result, by: name(outer))
        : .secondMeans(second.result, by: name(outer), value: second.valued(entry))
    return .paragraph(second.say(phrase))
  }

  private func check(_ second: GraphDerivation) -> [Block] {
    GraphDerivation.check(.checkOfSecond, [(second, Array(row.work.check.parameters))])
  }

  func writeJSON(to sink: inout some TextSink) throws {
    try GraphJSON(lesson: row.lesson, work: row.work, steps: row.derivation.steps, wanted: nil).write(
      to: &sink)
  }
}

extension GraphDerivation {
  /// Derivatives of several derivations, three ways.
  static func check(_ words: FurtherPhrase, _ found: [(GraphDerivation, [GradientCheck.Parameter])])
    -> [Block]
  {
    let all = found.flatMap(\.1)
    guard let (last, _) = found.last, !all.isEmpty else { return [] }
    return [
      .heading(level: 2, last.say(FurtherPhrase.check)), .paragraph(last.say(words)),
      .table(Table(last.columnsOfCheck, rows: found.flatMap { own, parameters in parameters.map(own.row) })),
      .paragraph(last.verdict(all)),
    ] + found.flatMap { $0.remarks($1) }
  }
}
