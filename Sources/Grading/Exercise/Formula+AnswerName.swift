import Formulas

extension Formula {
  /// The name under which an answer is typed, which no notation changes: `z2[1]@3`, `dC3/dw2[1,3]`, `new b1`.
  ///
  /// The result is `nil` for what is no quantity and no derivative, and for the quantities of the forward pass with the new
  /// parameters, whose example is no number of any.
  package var answerName: String? {
    if case .symbol(let symbol) = self { return (symbol.example ?? 1) < 1 ? nil : symbol.name }
    if case .partial(let above, let below) = self { return "d\(above.name)/d\(below.name)" }
    return nil
  }
}
