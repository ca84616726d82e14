import Texts

/// What interactive programs print: prompts, and values in the next line.
extension Cursor {
  /// Whether what was said last begins with a number or an array.
  var lastSideIsNumber: Bool {
    let start = Relation.all(in: self).last?.upperBound ?? position
    var side = Cursor(bytes, start..<end)
    side.skipMarksAndBlanks()
    return side.startsArray || side.skipsToNumber || side.next == "("
  }

  /// Whether nothing stands behind the last sign: what is said may follow below.
  var lastSideIsOpen: Bool {
    let start = Relation.all(in: self).last?.upperBound ?? position
    let side = Cursor(bytes, start..<end)
    return side.trimmed.isEmpty || side.isBlankToFill
  }

  /// The name whose value a program shows in its next line: `>>> dW1`, `>>> print(dW1)`, `In [3]: dW1`.
  func nameThatIsShown(_ names: any NameReading) -> (match: NameMatch, name: Range<Int>)? {
    var cursor = self
    guard cursor.take(">>> ") || cursor.take("julia> ") || cursor.take(">> ") || cursor.takeNotebookPrompt()
    else { return nil }
    let isPrinted =
      cursor.take("print(") || cursor.take("disp(") || cursor.take("println(") || cursor.take("@show ")
    let start = cursor.position
    guard let match = names.take(&cursor, isLeft: true) else { return nil }
    let name = start..<cursor.position
    if isPrinted { _ = cursor.take(")") }
    cursor.skipBlanks()
    return cursor.isAtEnd ? (match, name) : nil
  }

  /// The name that is all of a line, perhaps with a colon behind it: what it stands for may be printed below.
  func nameAlone(_ names: any NameReading) -> (match: NameMatch, name: Range<Int>)? {
    guard end - position <= 64 else { return nil }
    var cursor = self
    cursor.skipListMarkers()
    cursor.skipMarksAndBlanks()
    let start = cursor.position
    guard let match = names.take(&cursor, isLeft: true) else { return nil }
    let name = start..<cursor.position
    cursor.skipMarksAndBlanks()
    _ = cursor.take(":")
    cursor.skipMarksAndBlanks()
    return cursor.isAtEnd ? (match, name) : nil
  }

  private mutating func takeNotebookPrompt() -> Bool {
    var ahead = self
    guard ahead.take("In [") else { return false }
    _ = ahead.digits()
    guard ahead.take("]: ") else { return false }
    self = ahead
    return true
  }

  /// All of the line, if it is a number or an array; `Out[3]:` before it is passed over.
  var numberOrArray: Range<Int>? {
    var cursor = self
    if cursor.take("Out[") {
      _ = cursor.digits()
      _ = cursor.take("]:")
    }
    cursor.skipBlanksAndLines()
    let rest = Cursor(bytes, cursor.position..<end)
    return rest.startsArray || rest.skipsToNumber ? cursor.position..<end : nil
  }

  private var skipsToNumber: Bool {
    var ahead = self
    _ = ahead.takeMinus()
    return ahead.isAtNumber
  }
}
