import Backprop
import Documents
import Formulas

/// What shows that the gradient is right.
extension GraphDerivation {
  /// A numeric gradient never knows more.
  private static let checkDigits = 12
  /// More rows than these are not shown.
  private static let mostRows = 100

  /// Three ways, side by side.
  func check() -> [Block] {
    let shown = Set(parameters)
    let found = work.check.parameters.filter { shown.contains($0.index) }
    guard !found.isEmpty else { return [] }
    let digits = Swift.min(digits, Self.checkDigits)
    let rows = found.prefix(Self.mostRows).map { parameter -> [Prose] in
      ["\(name(parameter.index))"] + cells(parameter, digits: digits)
    }
    let columns: [Table.Column] = [
      .init("quantity", .left), .init("trace"), .init("forward mode"), .init("numeric"),
      .init("off by at most"), .init("verdict", .left),
    ]
    let remarks = found.compactMap { parameter -> Block? in
      guard parameter.verdict == .kink || parameter.verdict == .disagrees, let message = parameter.message
      else {
        return nil
      }
      return .paragraph("\(name(parameter.index)): \(message).")
    }
    return [
      .heading(level: 2, "Is it right?"),
      .paragraph(
        """
        The same derivatives in two other ways: forward mode carries a derivative along with every value, and the numeric one \
        changes the quantity a little and computes everything again, with a bound on its own error.
        """), .table(Table(columns, rows: rows)), .paragraph(verdict()),
    ] + remarks
  }

  private func cells(_ parameter: GradientCheck.Parameter, digits: Int) -> [Prose] {
    func cell(_ value: Double, digits: Int) -> Prose {
      Numeral(rounding: value, digits: digits).map { "\(Formula.number($0))" } ?? "beyond a double"
    }
    let nudged: [Prose] =
      switch parameter.numeric {
      case .slope(let value, let bound):
        [cell(value, digits: digits), cell(GradientCheck.roundedUp(bound), digits: 1)]
      case .kink, .unknown, nil: ["–", "–"]
      }
    let forward = parameter.recomputed.map { cell($0, digits: digits) } ?? "–"
    return [cell(parameter.trace, digits: digits), forward] + nudged
      + [Prose(stringLiteral: parameter.verdict.rawValue)]
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
