import Documents
import Formulas

extension Exercise {
  /// The lines and the mistakes for a page that judges by itself.
  func rules(digits: Int) -> AnswerRules {
    // The page finds out by itself what is made in one layer only.
    let everywhere = suspects().filter { if case .layer = $0.scope { false } else { true } }
      .sorted { $0.prior > $1.prior }
    return AnswerRules(
      lines: rules.map { rule in [rule.formula.formula] + (rule.shortcut.map { [$0.formula] } ?? []) },
      layers: self.lines.map(\.layer), givens: Array(values[lines.count...]),
      mistakes: everywhere.map { suspect in
        AnswerRules.Mistake(
          hint: suspect.mistake.hint, formulas: suspect.changes.mapValues(\.formula),
          isLastResort: suspect.mistake.evidence == .lastResort)
      },
      digits: digits)
  }
}
