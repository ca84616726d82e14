import Texts

/// Names, signs and words.
extension DefinitionReader {
  mutating func skipBlanks() {
    cursor.skipBlanks()
    while cursor.take("\n") { cursor.skipBlanks() }
  }

  /// `x` is a name here.
  mutating func takeSignOfFactor() -> Operand.Sign? {
    if cursor.takeTimesSign() { return .times }
    if cursor.take("/") || cursor.take("÷") { return .over }
    if cursor.take("@") { return .matrixTimes }
    return cursor.next == "(" || isAtFactor ? .nothing : nil
  }

  mutating func takeDots() -> Bool {
    skipBlanks()
    return cursor.take("...") || cursor.take("…")
  }

  /// Takes the word with no letter after it.
  mutating func takeWord(_ word: String) -> Bool {
    skipBlanks()
    guard isAt(word) else { return false }
    return cursor.take(word)
  }

  private func isAt(_ word: String) -> Bool {
    guard cursor.begins(with: word) else { return false }
    var ahead = cursor
    _ = ahead.take(word)
    return !(ahead.next.map(Self.continuesName) ?? false)
  }

  /// Whether a name or a function begins here, and no word of the language.
  private var isAtFactor: Bool {
    guard let next = cursor.next, Self.beginsName(next) else { return false }
    return !isAt("for") && !isAt("in") && !isAt("else")
  }

  /// Whether what is next ends the name of a definition.
  var endsItsName: Bool {
    var ahead = self
    ahead.skipBlanks()
    return !ahead.cursor.takeMinus() && ahead.cursor.next != "(" && ahead.cursor.next != "."
  }

  /// Takes a name as it is kept: with English names for Greek letters, and plain digits.
  mutating func takeName() -> String? {
    guard let first = cursor.next, Self.beginsName(first) else { return nil }
    let start = cursor.position
    while let byte = cursor.byte(0), byte < 0x80, Self.continuesName(Unicode.Scalar(byte)) { cursor.skip() }
    var name = cursor.text(start..<cursor.position)
    // A letter that is not ASCII, or a mark on the last one.
    while let next = cursor.next, Self.continuesName(next) {
      name += Self.plain(next)
      cursor.skip()
    }
    return name
  }

  private static func plain(_ scalar: Unicode.Scalar) -> String {
    Letters.greek(scalar) ?? Letters.mark(scalar) ?? Letters.marked(scalar) ?? Letters.lowered(scalar)
      ?? String(scalar)
  }

  static func beginsName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? (scalar >= "a" && scalar <= "z") || (scalar >= "A" && scalar <= "Z")
      : Letters.greek(scalar) != nil || Letters.marked(scalar) != nil
  }

  static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    beginsName(scalar) || (scalar >= "0" && scalar <= "9") || scalar == "_"
      || (!scalar.isASCII && (Letters.lowered(scalar) != nil || Letters.mark(scalar) != nil))
  }
}
