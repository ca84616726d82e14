import Texts

/// Names and values without a sign of equality between them.
extension LineReading {
  /// NAME: VALUE, NAME,VALUE, NAME;VALUE, NAME and a tab, NAME [ARRAY], NAME is VALUE, NAME NUMBER.
  mutating func readWeak(_ line: Cursor) {
    var cursor = line
    cursor.skipMarksAndBlanks()
    // :name: is a field of reStructuredText.
    _ = cursor.take(":")
    if readPairs(cursor) { return }
    guard let (match, name) = takeName(&cursor) else { return }
    if let node = Cursor(cursor.bytes, cursor.position..<cursor.end).valueOfNode {
      statements += readNode(node, of: name, cursor.bytes)
      return
    }
    cursor.skipMarks()
    let afterName = cursor.position
    cursor.skipBlanks()
    // A tab is a blank as well.
    let hasTab = cursor.bytes[afterName..<cursor.position].contains(0x09)
    let isList = cursor.take(",") || cursor.take(";") || cursor.take("|")
    let hasWord = !isList && ["is ", "equals ", "ist ", "est "].contains { cursor.take($0) }
    // print("z1", z1)
    let isPrinted =
      cursor.position > afterName
      && Decimal.read(Cursor(cursor.bytes, Cursor(cursor.bytes, cursor.position..<cursor.end).trimmed)) != nil
    guard
      isList || cursor.take("::") || cursor.take(":") || hasTab || hasWord || isPrinted || cursor.startsArray
    else { return }
    cursor.skipMarksAndBlanks()
    // C – 0.24 says what C is; the hyphen of C - 0.24 may as well be the sign of the number.
    if isPrinted, !hasTab, let dash = cursor.next, "-–—−".unicodeScalars.contains(dash) {
      var ahead = cursor
      ahead.skip()
      if let blank = ahead.next, Cursor.isBlank(blank) {
        guard dash == "–" || dash == "—" else { return }
        cursor = ahead
        cursor.skipBlanks()
      }
    }
    if !hasWord { cursor.skipHedge() }
    // A tab keeps the next column apart.
    let tab = cursor.bytes[cursor.position..<cursor.end].firstIndex(of: 0x09)
    let value = cursor.position..<(tab ?? cursor.end)
    let rest = Cursor(cursor.bytes, value)
    let looksLikeValue =
      rest.isAtNumber || rest.startsArray || rest.numberOfProgram != nil
      || rest.next.map { "(+-−–½¼¾√".unicodeScalars.contains($0) } ?? false
    // What a loop over named parameters prints may be either.
    let text = cursor.text(name)
    if text.hasSuffix(".weight") || text.hasSuffix(".bias"), rest.startsArray {
      strangers.append(name)
      return
    }
    let looksBlank = rest.isBlankToFill && (isList || hasTab || !value.isEmpty)
    guard looksLikeValue || looksBlank else { return }
    statements.append(Statement(match: match, name: name, value: value))
  }

  /// What a program prints in one line, `dW2 [[0.1 0.2]] db2 [[0.3]]`: names with a value behind each, and no more.
  private mutating func readPairs(_ line: Cursor) -> Bool {
    var cursor = line
    var pairs: [Statement] = []
    // {'dw3': 0.1, 'db3': 0.2}
    var isDictionary = cursor.take("{")
    while !cursor.isAtEnd {
      guard let (match, name) = takeName(&cursor), Self.isQuantity(match) else { return false }
      cursor.skipMarksAndBlanks()
      if cursor.take(":") { cursor.skipMarksAndBlanks() }
      let start = cursor.position
      guard let end = cursor.endOfValue ?? cursor.endOfNumber else { return false }
      pairs.append(Statement(match: match, name: name, value: start..<end))
      cursor.move(to: end)
      cursor.skipMarksAndBlanks()
      _ = cursor.take(",") || cursor.take(";") || cursor.take("|")
      if cursor.take("}") { isDictionary = true }
      cursor.skipMarksAndBlanks()
    }
    guard pairs.count > 1 || isDictionary else { return false }
    statements += pairs
    return true
  }

  /// What micrograd prints of a node: its value, and the derivative of the result by it.
  func readNode(_ node: (data: Range<Int>, gradient: Range<Int>), of name: Range<Int>, _ bytes: [UInt8])
    -> [Statement]
  {
    var statements: [Statement] = []
    for (ending, value) in [("", node.data), (".grad", node.gradient)] {
      let text = bytes[name] + Array(ending.utf8)
      var cursor = Cursor(Array(text), 0..<text.count)
      guard let match = names.take(&cursor, isLeft: true), cursor.isAtEnd else { continue }
      statements.append(Statement(match: match, name: name, value: value))
    }
    return statements
  }
}

extension Cursor {
  /// The numbers in Value(data=-2.0, grad=-4.0) and { data -2.0 | grad -4.0 }; `nil` for anything else.
  var valueOfNode: (data: Range<Int>, gradient: Range<Int>)? {
    var ahead = self
    ahead.skipMarksAndBlanks()
    _ = ahead.take(":") || ahead.take("|")
    ahead.skipMarksAndBlanks()
    _ = ahead.take("Value(") || ahead.take("{") || ahead.take("(")
    guard let data = ahead.takeField("data") else { return nil }
    _ = ahead.take(",") || ahead.take("|")
    guard let gradient = ahead.takeField("grad") else { return nil }
    return (data, gradient)
  }

  private mutating func takeField(_ word: String) -> Range<Int>? {
    skipBlanks()
    guard take(word) else { return nil }
    skipBlanks()
    _ = take("=") || take(":")
    skipBlanks()
    let start = position
    _ = takeMinus()
    guard takeMantissa() != nil else { return nil }
    _ = takeExponent()
    let number = start..<position
    skipBlanks()
    return number
  }
}
