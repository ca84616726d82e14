import Documents
import Formulas

extension Exercise {
  /// The lines and the mistakes for a page that judges by itself.
  func rules(digits: Int) -> AnswerRules {
    AnswerRules(
      lines: rules.map { rule in [rule.formula.formula] + (rule.shortcut.map { [$0.formula] } ?? []) },
      layers: self.lines.map(\.layer), givens: Array(values[lines.count...]),
      mistakes: suspects().map { suspect in
        AnswerRules.Mistake(
          hint: suspect.mistake.hint, formulas: suspect.changes.mapValues(\.formula),
          isLastResort: false)
      },
      digits: digits)
  }
}
