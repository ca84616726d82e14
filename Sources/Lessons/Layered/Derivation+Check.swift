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
    let found = wanted == nil ? check.parameters : check.parameters.only(Set(parameters))
    let digits = Swift.min(digits, Self.checkDigits)
    let rows = ParameterRows(
      layout: work.result.layout, parameters: found.map(\.index),
      words: GradientCheck.Verdict.allCases.map { Prose(stringLiteral: $0.rawValue) },
      numbers: { place, gaps in
        guard case .slope(let slope, let bound) = found[place].numeric,
          let trace = RoundedNumber(found[place].trace, digits: digits),
          let recomputed = found[place].recomputed.flatMap({ RoundedNumber($0, digits: digits) }),
          let numeric = RoundedNumber(slope, digits: digits),
          let bound = RoundedNumber(GradientCheck.roundedUp(bound), digits: 1)
        else { return nil }
        gaps.append(trace)
        gaps.append(recomputed)
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
        own, and by nudging \(check.numericCount == check.parameters.count ? "each parameter" : "some of the parameters") and \
        running forward, which needs no calculus at all. The nudged one says how far off it may be itself; it counts only \
        if that is at most a millionth of the derivative\(zeroRemark(found)).\(sampleRemark(check))\(decimalRemark)
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
      case .slope(let value, let bound):
        [cell(value), cell(GradientCheck.roundedUp(bound), digits: 1, orElse: "")]
      case .kink, .unknown, nil: ["–", "–"]
      }
    return [cell(parameter.trace), parameter.recomputed.map { cell($0) } ?? "–"] + nudged
      + [Prose(stringLiteral: parameter.verdict.rawValue)]
  }

  /// What there is to say of a parameter on a kink, or of one that disagrees.
  private func remark(_ parameter: GradientCheck.Parameter) -> Prose? {
    let name = self.parameter(parameter.index)
    switch parameter.verdict {
    case .agrees, .inconclusive, .unchecked: return nil
    case .disagrees: return "\(name): \(parameter.message ?? "the three do not agree")."
    case .kink:
      guard case .kink(let kink) = parameter.numeric else { return nil }
      let others: Prose =
        switch kink.count {
        case ...1: "\(.symbol(kink.quantity)) crosses"
        case 2: "\(.symbol(kink.quantity)) and one other quantity cross"
        default: "\(.symbol(kink.quantity)) and \(kink.count - 1) other quantities cross"
        }
      let (below, above) = kink.slopes(digits: Swift.min(digits, Self.checkDigits))
      let slopes: Prose =
        below == above
        ? "On both sides the slope of the \(.cost) is \(below)"
        : "The slope of the \(.cost) is \(below) for smaller \(name) and \(above) for larger \(name)"
      let used: Prose =
        Numeral(rounding: parameter.trace, digits: Swift.min(self.digits, Self.checkDigits))
        .map { "\(Formula.number($0))" } ?? "not finite"
      return """
        \(name): when it changes, \(others) 0, where there is a kink. \(slopes); the derivative used here is \
        \(used).
        """
    }
  }

  /// What a derivative of 0 needs in place of digits.
  private func zeroRemark(_ found: GradientCheck.Parameters) -> Prose {
    guard found.contains(where: { $0.trace == 0 }) else { return "" }
    return ", or below \(.power(.integer(10), -9)) where the derivative is 0"
  }

  private func sampleRemark(_ check: GradientCheck) -> Prose {
    check.numericCount == check.parameters.count ? "" : " A dash means that there is no numeric value."
  }

  private func verdict(_ check: GradientCheck) -> Prose {
    let total = check.parameters.count
    func count(_ verdict: GradientCheck.Verdict) -> Int { check.count(verdict) }
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
      let why: Prose =
        lesson.cost.rule.hasKink
        ? "they are not accurate enough, or the \(.cost) has a kink nearby or no finite value"
        : "they are not accurate enough, or the \(.cost) is not finite nearby"
      prose = "\(prose) On \(count(.inconclusive)) the nudges do not decide: \(why)."
    }
    if count(.kink) > 0 {
      prose = "\(prose) On \(count(.kink)) the nudges meet a kink."
    }
    return prose
  }
}

extension GradientCheck {
  /// A number that comes out no smaller than the bound when it is rounded to one digit.
  static func roundedUp(_ bound: Double) -> Double {
    guard let rounded = Numeral(rounding: bound, digits: 1), rounded.value < bound else { return bound }
    return bound + rounded.unit / 2
  }
}
