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
      words: GradientCheck.Verdict.allCases.map { say(CheckPhrase.verdict($0)) },
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
      cells: { [self] in cells(found[$0], digits: digits) })
    let columns = [
      column(.parameter, .left), column(.chainRule), column(.matrices), column(.finiteDifferences),
      column(.errorBound), column(.verdict, .left),
    ]
    let remarks = found.compactMap { remark($0).map { Block.paragraph(say($0)) } }
    let introduction = CheckPhrase.introduction(
      isWhole: check.numericCount == check.parameters.count,
      hasZeros: found.contains { $0.trace == 0 }, decimals)
    return [
      .heading(level: 2, say(HeadingPhrase.check)), .paragraph(say(introduction)),
      .table(Table(columns, rows: rows.family)),
      .paragraph(say(CheckPhrase.result(counts(check), costHasKinks: lesson.cost.rule.hasKink))),
    ] + remarks
  }

  /// What the three ways found, and what the comparison says.
  private func cells(_ parameter: GradientCheck.Parameter, digits: Int) -> [Prose] {
    func cell(_ value: Double, digits: Int = digits, orElse missing: CheckPhrase = .notFinite) -> Prose {
      Numeral(rounding: value, digits: digits).map { "\(Formula.number($0))" } ?? say(missing)
    }
    let missing = say(CheckPhrase.missing)
    let nudged: [Prose] =
      switch parameter.numeric {
      case .slope(let value, let bound):
        [cell(value), cell(GradientCheck.roundedUp(bound), digits: 1, orElse: .missing)]
      case .kink, .unknown, nil: [missing, missing]
      }
    return [cell(parameter.trace), parameter.recomputed.map { cell($0) } ?? missing] + nudged
      + [say(CheckPhrase.verdict(parameter.verdict))]
  }

  /// What there is to say of a parameter on a kink, or of one that disagrees.
  private func remark(_ parameter: GradientCheck.Parameter) -> CheckPhrase? {
    CheckPhrase(
      parameter, name: self.parameter(parameter.index), result: nil,
      digits: Swift.min(digits, Self.checkDigits)
    ) { .crossing(.symbol($0.quantity), others: Swift.max(0, $0.count - 1)) }
  }

  /// How many parameters have which verdict.
  private func counts(_ check: GradientCheck) -> VerdictCounts {
    VerdictCounts(all: check.parameters.count, tried: check.numericCount, check.count)
  }
}

extension GradientCheck {
  /// A number that comes out no smaller than the bound when it is rounded to one digit.
  static func roundedUp(_ bound: Double) -> Double {
    guard let rounded = Numeral(rounding: bound, digits: 1), rounded.value < bound else { return bound }
    return bound + rounded.unit / 2
  }
}
