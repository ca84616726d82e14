import Texts

/// What stands at a name and at the beginning of a value.
extension Cursor {
  /// Whether a number begins here, with a sign or without, or an array.
  var isAtNumberOrArray: Bool {
    var ahead = self
    ahead.skipMarksAndBlanks()
    if ahead.startsArray { return true }
    _ = ahead.takeMinus() || ahead.take("+")
    ahead.skipBlanks()
    return ahead.isAtNumber
  }

  /// Passes over words in parentheses behind a blank.
  mutating func skipRemarkInParentheses() {
    var ahead = self
    ahead.skipMarks()
    guard let blank = ahead.next, Self.isBlank(blank) else { return }
    ahead.skipBlanks()
    guard ahead.take("(") else { return }
    let start = ahead.position
    while let next = ahead.next, next != ")" {
      if next == "(" { return }
      ahead.skip()
    }
    let words = text(start..<ahead.position).split { !$0.isLetter }
    guard ahead.take(")"), words.contains(where: { $0.count > 2 }) else { return }
    self = ahead
  }

  /// Where an array that begins here ends; `nil` where none does.
  var endOfValue: Int? {
    var ahead = self
    ahead.skipMarksAndBlanks()
    guard ahead.startsArray else { return nil }
    if ahead.takeMatrixEnvironment() == nil {
      // array(
      while let next = ahead.next, next != "[", next != "(" { ahead.skip() }
      guard ahead.takeBracketed() != nil else { return nil }
    }
    _ = ahead.takeTransposition()
    return ahead.position
  }

  /// Where a number that begins here ends, if it is a word by itself.
  var endOfNumber: Int? {
    var ahead = self
    _ = ahead.takeMinus() || ahead.take("+")
    guard ahead.takeMantissa() != nil else { return nil }
    _ = ahead.takeExponent()
    guard let next = ahead.next else { return ahead.position }
    return Self.isBlank(next) || [",", ";", "|", "}"].contains(next) ? ahead.position : nil
  }

  /// Where a number ends, in a line of a log such as `z1=0.66 a1=0.6593`; 0.2099 a2 = 0.1017 is a product.
  var endOfNumberBetweenPairs: Int? {
    guard let found = endOfNumber, end > found, !Self.isBlank(Unicode.Scalar(bytes[end - 1])) else {
      return nil
    }
    return found
  }

  /// Whether an array begins here: [, array([, \begin{pmatrix}.
  var startsArray: Bool {
    var ahead = self
    ahead.skipMarksAndBlanks()
    if ahead.take("\\left") { ahead.skip() }
    if ahead.next == "[" { return true }
    if Self.matrixEnvironments.contains(where: { ahead.begins(with: "\\begin{\($0)}") }) { return true }
    let start = ahead.position
    while let next = ahead.next, next.isASCII, ahead.position - start < 32,
      Self.isLetter(next) || next == "." || next == "_"
    {
      ahead.skip()
    }
    return ahead.position > start && (ahead.begins(with: "([") || ahead.begins(with: "( ["))
  }
}
