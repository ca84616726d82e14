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
  var picture: [Block] { derivation.first.picture() }
  var passed: Bool { derivation.work.check.passed && row.work.check.passed }

  func blocks() -> [Block] {
    var second = row.derivation
    let start =
      derivation.introduction(second) + second.forward(upTo: derivation.derived.valueCount)
      + derivation.backward(in: &second)
    var known = derivation.knownFactors
    let back = second.backward(
      .heading(level: 2, "The second derivative"), derivation.words(second), knowing: &known)
    return start + back + [meaning(second)] + check(second)
  }

  private func name(_ id: Graph.ID) -> Formula { .symbol(derivation.lesson.graph.symbol(of: id)) }

  private func meaning(_ second: GraphDerivation) -> Block {
    let entry = second.steps.derivative(by: outer)
    if row.work.check.parameters.contains(where: { $0.verdict == .kink }) {
      return .paragraph(
        "There is a kink here: no one number says how \(second.result) changes with \(name(outer)), and the check has the slopes on both sides."
      )
    }
    if row.work.gradient(outer) == 0 {
      return .paragraph("A small change of \(name(outer)) does not change \(second.result), to first order.")
    }
    return .paragraph(
      "If \(name(outer)) is changed by a small amount, \(second.result) changes by \(second.valued(entry)) times that amount."
    )
  }

  private func check(_ second: GraphDerivation) -> [Block] {
    GraphDerivation.check(SecondDerivation.wordsOfCheck, [(second, Array(row.work.check.parameters))])
  }

  func writeJSON(to sink: inout some TextSink) throws {
    try GraphJSON(lesson: row.lesson, work: row.work, steps: row.derivation.steps, wanted: nil).write(
      to: &sink)
  }
}

extension GraphDerivation {
  /// Derivatives of several derivations, three ways.
  static func check(_ words: Prose, _ found: [(GraphDerivation, [GradientCheck.Parameter])]) -> [Block] {
    let all = found.flatMap(\.1)
    guard let (last, _) = found.last, !all.isEmpty else { return [] }
    let columns: [Table.Column] = [
      .init("derivative", .left), .init("chain rule"), .init("forward mode"), .init("numeric"),
      .init("error bound"), .init("verdict", .left),
    ]
    return [
      .heading(level: 2, "Check"), .paragraph(words),
      .table(Table(columns, rows: found.flatMap { own, parameters in parameters.map(own.row) })),
      .paragraph(last.verdict(all, of: "derivatives")),
    ] + found.flatMap { $0.remarks($1) }
  }
}
