import Texts

/// A line that gives a quantity a value, or a blank for one: where its parts are.
struct AnswerLine {
  let shape: NameShape
  let name: Range<Int>
  /// What stands after the first =, without a remark; perhaps nothing.
  let value: Range<Int>
  /// Whether it is only by the look of its value that the line is an answer: after a colon or a comma.
  var isWeak = false

  /// Whether it is C or R that is named.
  var isCost: Bool {
    if case .symbol(let symbol) = shape { symbol.letter == "C" || symbol.letter == "R" } else { false }
  }
}

extension AnswerLine {
  /// The answer of a line; `nil` for any other line.
  init?(_ line: Range<Int>, of bytes: [UInt8], _ names: any NameReading) {
    // Of a line that is too long, enough is taken to say so.
    let line = line.prefix(2 * ExpressionReader.byteLimit)
    var cursor = Cursor(bytes, line)
    cursor.skipBlanks()
    while cursor.take(">") { cursor.skipBlanks() }
    if cursor.next == "|" {
      self.init(row: cursor, names)
      return
    }
    cursor.skipListMarker()
    cursor.skipMarks()
    guard let (shape, name) = cursor.nameAndRange(names) else { return nil }
    cursor.skipMarks()
    let afterName = cursor.position
    cursor.skipBlanks()
    if cursor.take(oneOf: Self.equals) || cursor.take(":=") || cursor.take("\\approx") {
      _ = cursor.take("=")
      self.init(shape: shape, name: name, value: cursor.value())
      // Letters with raised layers are printed: the line is from a worked example.
      if !names.readPrintedLines, cursor.isPrinted { return nil }
      return
    }
    // A tab is a blank as well.
    let hasTab = bytes[afterName..<cursor.position].contains(0x09)
    let isList = cursor.take(",") || cursor.take(";")
    guard isList || cursor.take(":") || hasTab else { return nil }
    cursor.skipBlanks()
    cursor.skipMarks()
    cursor.skipBlanks()
    let value = cursor.value()
    let looksLikeValue =
      cursor.isAtNumber || cursor.next.map { "(+-−–½√".unicodeScalars.contains($0) } ?? false
    let looksBlank = Cursor(bytes, value).isBlankToFill && (isList || hasTab || !value.isEmpty)
    guard looksLikeValue || looksBlank else { return nil }
    self.init(shape: shape, name: name, value: value, isWeak: true)
  }

  static let equals: Set<Unicode.Scalar> = ["=", "≈", "≃", "≅", "~"]

  /// | name | value |: the first cell that is a name, and the last cell; the head of a table is none.
  ///
  /// Where documents have names that can be typed, their tables are read: then the first number after the name counts.
  private init?(row: Cursor, _ names: any NameReading) {
    var cursor = row
    guard !cursor.isAboveRule else { return nil }
    var named: (shape: NameShape, range: Range<Int>)?
    var last = cursor.position..<cursor.position
    var isLastName = false
    var number: Range<Int>?
    while cursor.take("|") {
      let start = cursor.position
      while let next = cursor.next, next != "|" {
        cursor.skip()
        if next == "\\" { cursor.skip() }
      }
      var cell = Cursor(cursor.bytes, start..<cursor.position)
      cell.skipBlanks()
      // Nothing follows the last stroke.
      if cell.isAtEnd, cursor.isAtEnd { break }
      last = start..<cursor.position
      isLastName = false
      guard named == nil else {
        cell.skipMarks()
        if number == nil, names.readPrintedLines, cell.isAtSignedNumber { number = last }
        continue
      }
      cell.skipMarks()
      guard let (shape, range) = cell.nameAndRange(names) else { continue }
      cell.skipMarks()
      cell.skipBlanks()
      if cell.isAtEnd {
        named = (shape, range)
        isLastName = true
      }
    }
    guard let named, !isLastName else { return nil }
    self.init(shape: named.shape, name: named.range, value: Cursor(cursor.bytes, number ?? last).value())
  }
}

extension Cursor {
  fileprivate mutating func nameAndRange(_ names: any NameReading) -> (
    shape: NameShape, range: Range<Int>
  )? {
    let start = position
    return names.take(&self).map { ($0, start..<position) }
  }

  fileprivate var isAtSignedNumber: Bool {
    var ahead = self
    _ = ahead.takeMinus()
    return ahead.isAtNumber
  }

  /// Passes over what lists have before an item: `- `, `* `, `1. `, `(3) `, `- [ ] `.
  fileprivate mutating func skipListMarker() {
    var ahead = self
    if ahead.take(oneOf: ["-", "*", "+", "•", "–"]) {
    } else if ahead.take("(") {
      while let next = ahead.next, Self.isLetter(next) || Self.isDigit(ahead.byte(0)) { ahead.skip() }
      guard ahead.take(")") else { return }
    } else {
      guard !ahead.digits().isEmpty, ahead.take(".") || ahead.take(")") else { return }
    }
    guard let next = ahead.next, Self.isBlank(next) else { return }
    ahead.skipBlanks()
    if ahead.take("[ ]") || ahead.take("[x]") { ahead.skipBlanks() }
    self = ahead
  }

  /// Passes over marks that set a name or a value apart: `**`, backticks, `$`, quotes.
  fileprivate mutating func skipMarks() {
    while take(oneOf: ["*", "`", "$", "\"", "“", "”", "_"]) || take("\\(") || take("\\)") {}
  }

  /// Whether the line is the head of a table, with the rule |---|---| below it, or that rule.
  fileprivate var isAboveRule: Bool {
    func isRule(_ range: Range<Int>) -> Bool {
      let line = bytes[range]
      return line.allSatisfy { " |:->\t\r".utf8.contains($0) } && line.contains(UInt8(ascii: "-"))
        && line.contains(UInt8(ascii: "|"))
    }
    let below = Lines.end(of: position, in: bytes) + 1
    guard below < bytes.count else { return isRule(position..<end) }
    return isRule(position..<end) || isRule(below..<Lines.end(of: below, in: bytes))
  }

  /// Whether letters with raised layers or lowered neurons come, as worked examples print them: a⁽³⁾, C₁, a_{1}^{(2)}.
  fileprivate var isPrinted: Bool {
    var ahead = self
    var isAfterLetter = false
    while let next = ahead.next {
      if next == "⁽" || ("₀"..."₉").contains(next) || ahead.begins(with: "^{(") { return true }
      let isRaised = ["⁰", "¹", "²", "³", "ˡ", "ᴸ"].contains(next) || ("⁴"..."⁹").contains(next)
      if isRaised, isAfterLetter { return true }
      isAfterLetter = ["w", "b", "z", "a", "δ"].contains(next)
      ahead.skip()
    }
    return false
  }

  /// What is left of the line without a remark, and without blanks around it.
  ///
  /// % begins a remark, as in LaTeX, even an empty one; directly behind a digit it is a percentage.
  fileprivate func value() -> Range<Int> {
    var ahead = self
    ahead.skipBlanks()
    let start = ahead.position
    var place = start
    var isAfterBlank = true
    while let next = ahead.next {
      if isAfterBlank, next == "#" || next == "%" || ahead.begins(with: "//") { break }
      if ahead.begins(with: "<!--") || ahead.begins(with: "\\\\") { break }
      isAfterBlank = Self.isBlank(next)
      ahead.skip()
      if !isAfterBlank { place = ahead.position }
    }
    return start..<place
  }

  /// Whether there is nothing, or only what a worksheet has where something is to be written.
  var isBlankToFill: Bool {
    String(decoding: bytes[position..<end], as: UTF8.self).unicodeScalars.allSatisfy {
      Self.isBlank($0) || ["_", ".", "…", "?", "\\", "*", "`", "$", "\"", ",", ";"].contains($0)
    }
  }

  /// The same without blanks, and without the marks and the punctuation that may surround a value.
  var trimmed: Range<Int> {
    var ahead = self
    ahead.skipBlanks()
    let hasMarks = ahead.position
    ahead.skipMarks()
    ahead.skipBlanks()
    let start = ahead.position
    let isStarred = bytes[hasMarks..<start].contains(UInt8(ascii: "*"))
    var place = end
    while place > start {
      let byte = bytes[place - 1]
      let isDouble = place - 1 > start && bytes[place - 2] == UInt8(ascii: "*")
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "`"), UInt8(ascii: "$"),
        UInt8(ascii: "\""), UInt8(ascii: "_"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "."):
        place -= 1
      case UInt8(ascii: "*") where isDouble || isStarred: place -= isDouble ? 2 : 1
      default:
        // A blank that is no ASCII, or the other half of \(.
        let tail = Cursor(bytes, max(start, place - 2)..<place)
        if tail.begins(with: "\\)") || tail.begins(with: "\u{A0}") {
          place -= 2
        } else {
          return start..<place
        }
      }
    }
    return start..<max(start, place)
  }
}
