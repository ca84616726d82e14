import Backprop
import Documents
import Formulas

/// The gradient, and one step of gradient descent.
extension GraphDerivation {
  /// The parameters whose derivatives are shown.
  var parameters: [Graph.ID] { lesson.by.filter { isSummary || isWanted(steps.derivative(by: $0)) } }

  /// More rows than these are not shown.
  private static let mostRows = 100

  /// All derivatives by what is given, side by side.
  func gradient() -> [Block] {
    let shown = parameters
    guard !shown.isEmpty else { return [] }
    let rows = shown.prefix(Self.mostRows).map { id -> [Prose] in
      let derivative = steps.derivative(by: id)
      let printed =
        id == steps.root ? .integer(1) : ledger.printed(derivative, digits: digits).map(Formula.number)
      let value = ledger.printed(name(id), digits: digits).map(Formula.number)
      return ["\(name(id))", value.map { "\($0)" } ?? "", printed.map { "\($0)" } ?? ""]
    }
    let columns: [Table.Column] = [
      .init("quantity", .left), .init("value"), .init("derivative of \(result)"),
    ]
    let rest: [Block] =
      shown.count > Self.mostRows
      ? [.paragraph("These are the first \(Self.mostRows) of \(shown.count); --format json has them all.")]
      : []
    return [
      .heading(level: 2, "The gradient"),
      .paragraph(
        "How much \(result) grows for each unit by which a quantity grows a little; negative means that it shrinks."
      ),
      .table(Table(columns, rows: rows)),
    ] + rest
  }

  /// Against the gradient, by the learning rate.
  mutating func step() -> [Block] {
    guard let rate = lesson.learningRate else { return [] }
    let moved = lesson.by.filter { isSummary || isWanted(steps.update(of: $0).name) }
    guard !moved.isEmpty else { return [] }
    let eta = Formula.symbol(Symbol(.learningRate))
    var blocks: [Block] = [
      .heading(level: 2, "One step downhill"),
      .paragraph(
        """
        Each quantity of the gradient moves against its derivative, by \(eta) times as much, where \
        \(Equation(eta, [.init(.equals, .number(rate))])) is the learning rate.
        """),
    ]
    let after = updated(rate)
    for id in moved.prefix(Self.mostRows) where id != steps.root {
      let update = steps.update(of: id)
      ledger[update.name] = after[id]
      blocks.append(line(update))
    }
    return blocks + resultAfterwards(after)
  }

  /// The values of the parameters after the step.
  func updated(_ rate: Numeral) -> [Graph.ID: Double] {
    var after: [Graph.ID: Double] = [:]
    for id in lesson.by { after[id] = work.trace.values[id] - rate.value * work.gradient(id) }
    return after
  }

  private func resultAfterwards(_ after: [Graph.ID: Double]) -> [Block] {
    guard let root = steps.root, wanted == nil || isSummary else { return [] }
    let values: [Double] = graph.values { after[$0] ?? Double($1) }
    guard let old = ledger.printed(result, digits: digits),
      let new = Numeral(rounding: values[root], digits: digits)
    else {
      return [.paragraph("After the step \(result) is not finite: the learning rate is too large.")]
    }
    let direction: Prose =
      values[root] < work.trace.values[root]
      ? "so it became smaller."
      : values[root] == work.trace.values[root]
        ? "so it stayed as it was." : "so it became larger: the learning rate is too large for this step."
    return [
      .paragraph(
        """
        Before the step \(result) was \(Formula.number(old)); with the new values it is about \(Formula.number(new)), \
        \(direction)
        """)
    ]
  }
}
