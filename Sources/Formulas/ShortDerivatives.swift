/// Short names for the derivatives of one result, as courses have them: dx, x̄ or δₓ for ∂L/∂x.
public struct ShortDerivatives: Hashable, Sendable {
  /// How they are made, by the names on the command line.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// dx, as in circuits.
    case d
    /// x̄, the adjoint of x.
    case bar
    /// δ with the name below.
    case delta
  }

  let result: Symbol
  let kind: Kind

  /// Those of a result.
  public init(of result: Symbol, _ kind: Kind) { (self.result, self.kind) = (result, kind) }

  /// How the derivative by a quantity looks; `nil` for dx, and for a name that has an accent already, or is a word.
  func look(_ own: Notation.Look) -> Notation.Look? {
    guard own.accent == nil else { return nil }
    switch kind {
    case .d: return nil
    case .bar:
      guard own.letter.count == 1 else { return nil }
      var look = own
      look.accent = .bar
      return look
    case .delta:
      var look = Notation.Look("δ", below: own.below, newWord: own.newWord)
      look.marks = [own.letter] + own.marks
      look.behind = own.behind
      return look
    }
  }
}
