import Backprop
import Documents
import Formulas

/// The gradient, and what shows that it is right.
extension GraphDerivation {
  /// A numeric gradient never knows more.
  private static let checkDigits = 12
  /// More rows than these are not shown.
  static let mostRows = 100

  /// The parameters whose derivatives are shown.
  var parameters: [Graph.ID] { lesson.by.filter { isSummary || isWanted(.total($0)) } }

  /// All derivatives by what is given, three ways, side by side.
  func gradient() -> [Block] {
    let shown = Set(parameters)
    let found = work.check.parameters.filter { shown.contains($0.index) }
    guard !found.isEmpty else { return [] }
    let columns: [Table.Column] = [
      .init("quantity", .left), .init("value"), .init("derivative"), .init("forward"), .init("numeric"),
      .init("within"), .init("verdict", .left),
    ]
    let rest: [Block] =
      found.count > Self.mostRows
      ? [.paragraph("These are the first \(Self.mostRows) of \(found.count); --format json has them all.")]
      : []
    return [
      .heading(level: 2, "The gradient"),
      .paragraph(
        """
        Each derivative is the change of \(result) per unit of a small change of the quantity. Forward mode finds it in another \
        way, without a backward pass; the numeric derivative needs no calculus: it changes the quantity a little and computes \
        \(result) again, with a bound on its error.
        """), .table(Table(columns, rows: found.prefix(Self.mostRows).map(row))),
    ] + rest + [.paragraph(verdict())] + remarks(found)
  }

  private func row(_ parameter: GradientCheck.Parameter) -> [Prose] {
    let digits = Swift.min(digits, Self.checkDigits)
    func cell(_ value: Double, digits: Int) -> Prose {
      Numeral(rounding: value, digits: digits).map { "\(Formula.number($0))" } ?? "beyond a double"
    }
    let id = parameter.index
    let derivative =
      id == steps.root
      ? .integer(1) : ledger.printed(steps.derivative(by: id), digits: self.digits).map(Formula.number)
    let value = ledger.printed(name(id), digits: self.digits).map(Formula.number)
    let nudged: [Prose] =
      switch parameter.numeric {
      case .slope(let value, let bound):
        [cell(value, digits: digits), cell(GradientCheck.roundedUp(bound), digits: 1)]
      case .kink, .unknown, nil: ["–", "–"]
      }
    return ["\(name(id))", value.map { "\($0)" } ?? "", derivative.map { "\($0)" } ?? ""]
      + [parameter.recomputed.map { cell($0, digits: digits) } ?? "–"] + nudged
      + [Prose(stringLiteral: parameter.verdict.rawValue)]
  }

  /// What there is to say of kinks, and of what disagrees.
  private func remarks(_ found: [GradientCheck.Parameter]) -> [Block] {
    found.compactMap { parameter in
      guard parameter.verdict == .kink || parameter.verdict == .disagrees, let message = parameter.message
      else {
        return nil
      }
      return .paragraph("\(name(parameter.index)): \(message).")
    }
  }

  private func verdict() -> Prose {
    let check = work.check
    let total = check.parameters.count
    if !check.passed {
      return "\(strong: "They do not agree") on \(check.count(.disagrees)) of \(total): something is wrong."
    }
    if check.count(.agrees) == total, check.numericCount == total {
      return total == 1
        ? "The three agree."
        : "The three agree on \(total == 2 ? "both quantities" : "all \(total) quantities")."
    }
    var prose: Prose = "Trace and forward mode agree."
    if check.numericCount < total {
      prose = "\(prose) Of \(total) quantities \(check.numericCount) were changed numerically."
    }
    if check.count(.inconclusive) > 0 {
      prose =
        "\(prose) On \(check.count(.inconclusive)) the numeric derivative is not accurate enough to decide."
    }
    if check.count(.kink) > 0 { prose = "\(prose) On \(check.count(.kink)) there is a kink." }
    return prose
  }
}
