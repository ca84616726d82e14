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
    let shown = Set(wanted == nil ? [] : parameters)
    let found = wanted == nil ? check.parameters : check.parameters.filter { shown.contains($0.index) }
    let digits = Swift.min(digits, Self.checkDigits)
    let rows = ParameterRows(
      layout: work.result.layout, parameters: found.map(\.index),
      words: GradientCheck.Verdict.allCases.map { Prose(stringLiteral: $0.rawValue) },
      numbers: { place, gaps in
        guard case .slope(let slope, let bound) = found[place].numeric,
          let trace = RoundedNumber(found[place].trace, digits: digits),
          let vectorized = RoundedNumber(found[place].vectorized, digits: digits),
          let numeric = RoundedNumber(slope, digits: digits), let bound = RoundedNumber(bound, digits: 1)
        else { return nil }
        gaps.append(trace)
        gaps.append(vectorized)
        gaps.append(numeric)
        gaps.append(bound)
        return GradientCheck.Verdict.allCases.firstIndex(of: found[place].verdict).map { .words($0) }
      },
      cells: { Self.cells(found[$0], digits: digits) })
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
        far off it may be itself; it counts if that is less than a millionth of the derivative.\(sampleRemark(check))\(decimalRemark)
        """), .table(Table(columns, rows: rows.family)), .paragraph(verdict(check)),
    ] + remarks
  }

  /// What the three ways found, and what the comparison says.
  private static func cells(_ parameter: GradientCheck.Parameter, digits: Int) -> [Prose] {
    func cell(_ value: Double, digits: Int = digits, orElse missing: Prose = "beyond a double") -> Prose {
      Numeral(rounding: value, digits: digits).map { "\(Formula.number($0))" } ?? missing
    }
    let nudged: [Prose] =
      switch parameter.numeric {
      case .slope(let value, let bound): [cell(value), cell(bound, digits: 1, orElse: "")]
      case .kink, .unknown, nil: ["–", "–"]
      }
    return [cell(parameter.trace), cell(parameter.vectorized)] + nudged
      + [Prose(stringLiteral: parameter.verdict.rawValue)]
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

  private func sampleRemark(_ check: GradientCheck) -> Prose {
    check.numericCount == check.parameters.count ? "" : " A dash stands where nothing was nudged."
  }

  private func verdict(_ check: GradientCheck) -> Prose {
    let total = check.parameters.count
    func count(_ verdict: GradientCheck.Verdict) -> Int { check.parameters.count { $0.verdict == verdict } }
    let parameters: Prose =
      total == 1 ? "the one parameter" : total == 2 ? "both parameters" : "all \(total) parameters"
    if !check.passed {
      return "\(strong: "They do not agree") on \(count(.disagrees)) of \(total): something is wrong."
    }
    if count(.agrees) == total, check.numericCount == total {
      return "Three computations that share no derivative agree on \(parameters)."
    }
    var prose: Prose = "Trace and matrices agree on \(parameters)."
    if check.numericCount < total {
      prose =
        "\(prose) Nudging each of them would take long, so a sample of \(check.numericCount) was nudged."
      if count(.inconclusive) + count(.kink) == 0 { prose = "\(prose) There the nudges agree as well." }
    }
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
