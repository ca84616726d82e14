import Texts

/// What says that a value is the one after the step.
extension Cursor {
  /// w1', w1′, w1+, w1(t+1), `w_{t+1}`, w1 updated, w1 new.
  mutating func takeNewMark() -> Bool {
    var ahead = self
    if ahead.takePrime()
      || ["^\\prime", "^{\\prime}", "(t+1)", "_{t+1}", "^{(t+1)}", "^(t+1)"].contains(where: {
        ahead.take($0)
      })
      || ahead.takeNewInParentheses()
    {
      self = ahead
      return true
    }
    if ahead.take("+") {
      // A plus with a term behind it is a sum.
      ahead.skipBlanks()
      guard ahead.isAtEnd || ahead.next == "=" || ahead.next == "≈" || ahead.next == ":" || ahead.next == "$"
      else {
        return false
      }
      self = ahead
      return true
    }
    ahead.skipBlanks()
    guard ahead.position > position, ahead.takeWordForNew() else { return false }
    self = ahead
    return true
  }

  /// (new), with blanks before it or without.
  private mutating func takeNewInParentheses() -> Bool {
    var ahead = self
    ahead.skipBlanks()
    guard ahead.take("(new)") || ahead.take("(updated)") else { return false }
    self = ahead
    return true
  }

  /// What says it, in every language in which documents are written.
  static let wordsForNew = ["new", "updated", "upd", "neu", "新"]

  /// Takes new w1, new_w1 up to the name, with the blanks before it.
  mutating func takeNewBeforeName() -> Bool {
    guard Self.wordsForNew.contains(where: { take($0) }) else { return false }
    skipBlanks()
    _ = take("_")
    return true
  }

  /// A word for it: new, \text{new}, updated.
  mutating func takeWordForNew() -> Bool {
    var ahead = self
    let isCommand = ["\\text{", "\\mathrm{", "\\textrm{", "\\mathit{"].contains { ahead.take($0) }
    guard Self.wordsForNew.contains(where: { ahead.take($0) }) else { return false }
    if isCommand { guard ahead.take("}") else { return false } }
    if let next = ahead.next, Self.isLetter(next) { return false }
    self = ahead
    return true
  }
}
