import Backprop
import Documents
import Formulas

/// What shows that the gradient is right.
extension Derivation {
  /// A numeric gradient never knows more.
  private static let checkDigits = 12

  /// Three ways, side by side.
  func check() -> [Block] {
    let check = work.check
    let shown = Set(parameters)
    let found = check.parameters.filter { shown.contains($0.index) }
    let byIndex = Dictionary(uniqueKeysWithValues: found.enumerated().map { ($1.index, $0) })
    let verdicts = GradientCheck.Verdict.allCases
    let digits = Swift.min(digits, Self.checkDigits)
    let rows = ParameterRows(
      layout: work.result.layout, parameters: found.map(\.index),
      words: verdicts.map { Prose(stringLiteral: $0.rawValue) }
    ) { id in
      guard let place = byIndex[id] else { return .other([]) }
      return Self.cells(found[place], verdicts, digits: digits)
    }
    let columns: [Table.Column] = [
      .init("parameter", .left), .init("trace"), .init("vectorized"), .init("numeric"),
      .init("off by at most"),
      .init("verdict", .left),
    ]
    let remarks = found.compactMap {
      remark($0).map(Block.paragraph)
    }
    return [
      .heading(level: 2, "Is it right?"),
      .paragraph(
        """
        The same derivatives, found in two other ways: by the matrix equations of backpropagation, computed on their \
        own, and by nudging each parameter and running forward, which needs no calculus at all. The nudged one says how \
        far off it may be itself; it counts if that is less than a millionth of the derivative.\(decimalRemark)
        """), .table(Table(columns, rows: rows.family)), .paragraph(verdict(check)),
    ] + remarks
  }

  /// What the three ways found, and what the comparison says.
  private static func cells(
    _ parameter: GradientCheck.Parameter, _ verdicts: [GradientCheck.Verdict], digits: Int
  ) -> ParameterRows.Cells {
    let (trace, vectorized) = (
      Numeral(rounding: parameter.trace, digits: digits),
      Numeral(rounding: parameter.vectorized, digits: digits)
    )
    var nudged: [Numeral?] = []
    switch parameter.numeric {
    case .slope(let value, let bound):
      let (slope, error) = (Numeral(rounding: value, digits: digits), Numeral(rounding: bound, digits: 1))
      if let trace, let vectorized, let slope, let error {
        return .numbers([trace, vectorized, slope, error], words: verdicts.firstIndex(of: parameter.verdict))
      }
      nudged = [slope, error]
    case .kink, .unknown, nil: break
    }
    func cells(_ numerals: [Numeral?], _ missing: Prose) -> [Prose] {
      numerals.map { $0.map { "\(Formula.number($0))" } ?? missing }
    }
    return .other(
      cells([trace, vectorized], "beyond a double")
        + (nudged.isEmpty ? ["–", "–"] : cells([nudged[0]], "beyond a double") + cells([nudged[1]], ""))
        + [Prose(stringLiteral: parameter.verdict.rawValue)])
  }

  /// What there is to say of a parameter on a kink, or of one that disagrees.
  private func remark(_ parameter: GradientCheck.Parameter) -> Prose? {
    let name = self.parameter(parameter.index)
    switch parameter.verdict {
    case .agrees, .inconclusive: return nil
    case .disagrees: return "\(name): \(parameter.message ?? "the three do not agree")."
    case .kink:
      guard case .kink(let kink) = parameter.numeric else { return nil }
      func slope(_ slope: Kink.Slope?) -> Prose {
        let numeral = slope.flatMap {
          Numeral(rounding: $0.value, digits: Swift.min(digits, Self.checkDigits))
        }
        return numeral.map { "\(Formula.number($0))" } ?? "not finite"
      }
      let (below, above) = (slope(kink.below), slope(kink.above))
      guard below != above else {
        return
          "\(name): a nudge takes \(.symbol(kink.quantity)) across its kink at 0, though both sides have the slope \(below)."
      }
      return """
        \(name): a nudge takes \(.symbol(kink.quantity)) across its kink at 0. The slope of the \(.cost) is \
        \(below) on the side of smaller \(name) and \(above) on the other, and the derivative \
        used lies between them.
        """
    }
  }

  private func verdict(_ check: GradientCheck) -> Prose {
    let total = check.parameters.count
    func count(_ verdict: GradientCheck.Verdict) -> Int { check.parameters.count { $0.verdict == verdict } }
    let parameters: Prose =
      total == 1 ? "the one parameter" : total == 2 ? "both parameters" : "all \(total) parameters"
    if !check.passed {
      return "\(strong: "They do not agree") on \(count(.disagrees)) of \(total): something is wrong."
    }
    if count(.agrees) == total {
      return "Three computations that share no derivative agree on \(parameters)."
    }
    var prose: Prose = "Trace and matrices agree on \(parameters)."
    if count(.inconclusive) > 0 {
      prose =
        "\(prose) On \(count(.inconclusive)) the nudges cannot tell: their own error is more than a millionth of the derivative."
    }
    if count(.kink) > 0 {
      prose = "\(prose) On \(count(.kink)) the nudges meet a kink."
    }
    return prose
  }
}
