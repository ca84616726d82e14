import Texts

/// What interactive programs print: prompts, and values in the next line.
extension Cursor {
  /// What stands behind the last sign; all of it where there is none.
  var lastSide: Cursor { Cursor(bytes, (Relation.all(in: self).last?.upperBound ?? position)..<end) }

  /// The number behind the last sign; `nil` for anything else.
  var lastDecimal: Decimal? { Decimal.read(Cursor(bytes, lastSide.trimmed))?.decimal }

  /// Whether what was said last begins with a number or an array.
  var lastSideIsNumber: Bool {
    var side = lastSide
    side.skipMarksAndBlanks()
    return side.startsArray || side.skipsToNumber || side.next == "("
  }

  /// The number or the array of a line that begins with a sign, as if it went on with the one before.
  var valueWithoutName: Range<Int>? {
    var cursor = self
    cursor.skipMarksAndBlanks()
    guard Relation.take(&cursor), lastSideIsNumber else { return nil }
    return lastSide.trimmed
  }

  /// Whether nothing stands behind the last sign: what is said may follow below.
  var lastSideIsOpen: Bool {
    let side = lastSide
    return side.trimmed.isEmpty || side.isBlankToFill
  }

  /// The names whose values a program shows in its next line: `>>> dW1`, `In [3]: dW1`, `print(z1, a1)`.
  func namesThatAreShown(_ names: any NameReading) -> [(match: NameMatch, name: Range<Int>)]? {
    var cursor = self
    let hasPrompt = cursor.takePrompt()
    let isPrinted =
      ["print(", "disp(", "println("].contains { cursor.take($0) } || hasPrompt && cursor.take("@show ")
    guard hasPrompt || isPrinted else { return nil }
    var shown: [(match: NameMatch, name: Range<Int>)] = []
    repeat {
      cursor.skipBlanks()
      let start = cursor.position
      guard let match = names.take(&cursor, isLeft: true) else { return nil }
      shown.append((match, start..<cursor.position))
      cursor.skipBlanks()
    } while cursor.take(",")
    if isPrinted { _ = cursor.take(")") }
    _ = cursor.take(";")
    cursor.skipBlanks()
    return cursor.isAtEnd ? shown : nil
  }

  /// The name that a question ends in, `What is dC/dz3?`: its value may stand in the next line.
  func nameAsked(_ names: any NameReading) -> (match: NameMatch, name: Range<Int>)? {
    guard end - position <= 120 else { return nil }
    var cursor = self
    cursor.skipListMarkers()
    while cursor.takeWord(of: SentenceWords.opening, SentenceWords.openingWithoutBlank) {}
    cursor.skipMarksAndBlanks()
    let start = cursor.position
    guard let match = names.take(&cursor, isLeft: true), LineReading.isQuantity(match) else { return nil }
    let name = start..<cursor.position
    cursor.skipMarksAndBlanks()
    guard cursor.take("?") || cursor.take("？") else { return nil }
    cursor.skipMarksAndBlanks()
    return cursor.isAtEnd ? (match, name) : nil
  }

  /// What a program shows that is no name and no arithmetic, `>>> delta`, `>>> net.feedforward(x)`; or a word alone in its line.
  func strangerThatIsShown(_ names: any NameReading) -> Range<Int>? {
    var cursor = self
    let hasPrompt = cursor.takePrompt()
    let said = cursor.trimmed
    guard (1...64).contains(said.count), Relation.all(in: cursor).isEmpty,
      let first = Cursor(bytes, said).next, Self.isLetter(first),
      hasPrompt || !text(said).contains(where: { !$0.isLetter && !$0.isNumber && !"_.[]".contains($0) })
    else { return nil }
    var arithmetic = ExpressionReader(Cursor(bytes, said), names)
    return (try? arithmetic.whole()) == nil ? said : nil
  }

  /// Passes over what a line of a log begins with: `[INFO] 2026-11-30 21:00:01`.
  mutating func skipStampOfLog() {
    var ahead = self
    var hasTime = false
    while true {
      ahead.skipBlanks()
      let start = ahead.position
      while let next = ahead.next, !Self.isBlank(next) { ahead.skip() }
      let word = ahead.text(start..<ahead.position)
      let isLevel =
        word.count > 3 && word.hasPrefix("[") && word.hasSuffix("]")
        && word.dropFirst().dropLast().allSatisfy(\.isLetter)
      let isTime =
        word.count >= 5 && (word.first?.isNumber ?? false) && word.contains { ":-/".contains($0) }
        && word.allSatisfy { $0.isNumber || ":-/.,TZ]".contains($0) }
        && Decimal.read(Cursor(bytes, start..<ahead.position)) == nil
      guard isLevel || isTime, !ahead.isAtEnd else { break }
      hasTime = hasTime || isTime
      if hasTime {
        self = ahead
        skipBlanks()
      }
    }
  }

  /// What a program shows before what is typed.
  mutating func takePrompt() -> Bool {
    take(">>> ") || take("julia> ") || take(">> ") || take("> ") || takeNotebookPrompt()
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
    guard ahead.take("In [") || ahead.take("In[") else { return false }
    _ = ahead.digits()
    guard ahead.take("]: ") || ahead.take("]:= ") else { return false }
    self = ahead
    return true
  }

  /// All of the line, if it is a number or an array; `Out[3]:` before it is passed over.
  var numberOrArray: Range<Int>? {
    var cursor = self
    if cursor.take("Out[") {
      _ = cursor.digits()
      _ = cursor.take("]:") || cursor.take("]=") || cursor.take("]//MatrixForm=")
    }
    cursor.skipBlanksAndLines()
    let rest = Cursor(bytes, cursor.position..<end)
    return rest.startsArray || rest.skipsToNumber || rest.next == "(" ? cursor.position..<end : nil
  }

  private var skipsToNumber: Bool {
    var ahead = self
    _ = ahead.takeMinus()
    return ahead.isAtNumber
  }
}
