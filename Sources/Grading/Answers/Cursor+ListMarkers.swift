import Texts

/// What stands before an item of a list, a quotation, or a conclusion.
extension Cursor {
  /// Passes over `> `, `- `, `1. `, `(3) `, `3a) `, `§ 7 `, `- [ ] `, `☑ `, `⇒ `, `\\item`, however many there are.
  mutating func skipListMarkers() {
    skipBlanks()
    while takeMarker() { skipBlanks() }
  }

  private mutating func takeMarker() -> Bool {
    if take(">") || take("=>") { return true }
    if ["\\item", "\\Rightarrow", "\\implies", "\\therefore"].contains(where: { take($0) }) { return true }
    var ahead = self
    if ahead.takeSign() {
    } else if ahead.take("-") || ahead.take("*") || ahead.take("+") || ahead.take("–") || ahead.takeLabel()
      || ahead.take("[ ]")
      || ahead.take("[x]")
    {
      guard let next = ahead.next, Self.isBlank(next) else { return false }
    } else {
      return false
    }
    // (a3) = 0.5 names a quantity.
    ahead.skipBlanks()
    var beyond = ahead
    guard !ahead.isAtEnd, !Relation.take(&beyond) else { return false }
    self = ahead
    return true
  }

  /// A bullet, a box, an arrow: a sign that is in no name and before no number.
  private mutating func takeSign() -> Bool {
    guard let next, !next.isASCII, !Self.signsOfMathematics.contains(next),
      // Pictures are drawn with lines and with parentheses that are built up.
      !(0x2500...0x257F).contains(next.value), !(0x239B...0x23B3).contains(next.value)
    else { return false }
    switch next.properties.generalCategory {
    case .otherSymbol, .mathSymbol, .otherPunctuation:
      skip()
      // What makes a picture of a sign.
      _ = take("\u{FE0F}")
      guard next == "§" else { return true }
      skipBlanks()
      _ = digits()
      _ = take(".") || take(")")
      return true
    case _: return false
    }
  }

  private static let signsOfMathematics: Set<Unicode.Scalar> = [
    "∂", "∇", "∆", "√", "−", "≈", "≃", "≅", "≔", "≐", "±", "∓", "‖", "∥", "∑", "∏", "∞", "⁺", "⁻", "⁽", "₍",
    "′",
  ]

  /// 1. , 1) , (1) , 3a) , iv) .
  private mutating func takeLabel() -> Bool {
    let isEnclosed = take("(")
    let start = position
    let number = digits()
    while let next, next.isASCII, Self.isLetter(next) { skip() }
    guard (1...5).contains(position - start) else { return false }
    let hasLetters = position - start > number.utf8.count
    return take(")") || !isEnclosed && !hasLetters && take(".")
  }
}
