import Texts

/// What stands before a sign: a name of the lesson, or one that is none.
extension LineReading {
  private static let longestName = 200
  private static let mostWords = 24

  func head(_ segment: Cursor, value: Int) -> Head {
    guard let found = suffix(segment), !speaksOfDerivative(found, in: segment) else {
      if let (match, name) = derivativeAtEnd(of: segment) { return (match, name, value, true) }
      if let (match, name) = oldValue(segment, before: value) { return (match, name, value, false) }
      return (nil, lastClause(segment), value, true)
    }
    return (found.match, found.name, value, found.name.lowerBound > segment.trimmed.lowerBound)
  }

  /// The value after the step of what a segment gives the value before it of: w1: 1.2 → 1.205.
  private func oldValue(_ segment: Cursor, before value: Int) -> (match: NameMatch, name: Range<Int>)? {
    guard Relation.isArrow(segment.text(segment.end..<value)) else { return nil }
    var cursor = segment
    guard let (_, name) = takeName(&cursor), let new = new(name, segment.bytes) else { return nil }
    cursor.skipMarksAndBlanks()
    guard cursor.take(":"),
      Decimal.read(Cursor(cursor.bytes, Cursor(cursor.bytes, cursor.position..<cursor.end).trimmed)) != nil
    else { return nil }
    return (new, name)
  }

  /// What stands behind the last colon with a blank behind it.
  private func lastClause(_ segment: Cursor) -> Range<Int> {
    var (cursor, start) = (segment, segment.position)
    while let next = cursor.next {
      cursor.skip()
      if next == ":", let blank = cursor.next, Cursor.isBlank(blank) {
        start = cursor.position
      }
    }
    let clause = Cursor(segment.bytes, start..<segment.end).trimmed
    return clause.isEmpty ? segment.trimmed : clause
  }

  /// The longest name that a segment ends with.
  private func suffix(_ segment: Cursor) -> (match: NameMatch, name: Range<Int>)? {
    var cursor = Cursor(segment.bytes, max(segment.position, segment.end - Self.longestName)..<segment.end)
    var starts: [Int] = []
    var isAtStart = cursor.position == segment.position
    while let next = cursor.next {
      let isBreak =
        Cursor.isBlank(next) || ["$", "*", "`", "(", ",", ":", ";", "&", "\"", "“", "_"].contains(next)
      if isAtStart, !isBreak || next == "(" { starts.append(cursor.position) }
      // Chinese has no blanks between words.
      if next.isIdeographOrKana {
        cursor.skip()
        isAtStart = true
        continue
      }
      isAtStart = isBreak && (next != "_" || isAtStart)
      cursor.skip()
    }
    var other: (match: NameMatch, name: Range<Int>)?
    for start in starts.suffix(Self.mostWords) where followsWords(start, in: segment) {
      guard let found = whole(Cursor(segment.bytes, start..<segment.end)) else { continue }
      if Self.isQuantity(found.match) { return found }
      if other == nil { other = found }
    }
    return other
  }

  /// Whether what stands before a place in a segment are words or the end of a clause, and no arithmetic.
  private func followsWords(_ start: Int, in segment: Cursor) -> Bool {
    let before = segment.text(max(segment.position, start - 48)..<start)
    let trimmed = before.reversed().drop { $0.isWhitespace || "$`*_\"“(&".contains($0) }
    guard let last = trimmed.first else { return true }
    if ",;:.!?".contains(last) || last.unicodeScalars.allSatisfy(\.isIdeographOrKana) { return true }
    let word = String(trimmed.prefix { !$0.isWhitespace && !"$`:,;".contains($0) }.reversed())
    if ["\\quad", "\\qquad", "\\item", "\\displaystyle"].contains(word) { return true }
    // What a program logs begins with the time, or with a word in brackets.
    let stamp = before.split(whereSeparator: \.isWhitespace).last ?? ""
    if stamp.count >= 5, stamp.contains(":"), stamp.allSatisfy({ $0.isNumber || ":.,]".contains($0) }) {
      return true
    }
    if stamp.first == "[", stamp.last == "]", stamp.dropFirst().dropLast().allSatisfy(\.isLetter) {
      return true
    }
    // At step 3 z3 = 3.
    if word.allSatisfy(\.isNumber),
      let counted = before.split(whereSeparator: \.isWhitespace).dropLast().last,
      counted.count > 3, counted.allSatisfy(\.isLetter)
    {
      return true
    }
    // Two blanks keep the cells of a table apart.
    let blanks = before.reversed().prefix { $0 == " " }.count
    return blanks > 1 || word.count > 1 && word.allSatisfy { $0.isLetter || $0 == "'" }
  }

  /// Whether one short word stands before a number.
  func isStranger(_ name: Range<Int>, _ value: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let cursor = Cursor(bytes, name)
    // 对$i = 1$: Chinese has no blank behind its words.
    let words = cursor.text(name).split { $0 == "$" || $0.unicodeScalars.allSatisfy(\.isIdeographOrKana) }
    let text = Self.withoutLayer(words.count == 1 ? String(words[0]) : cursor.text(name))
    guard (1...32).contains(text.count), !text.contains(where: \.isWhitespace),
      let first = text.unicodeScalars.first, Cursor.isLetter(first) || first == "∂" || first == "\\",
      !Self.ofCourses.contains(text.lowercased()), !text.hasPrefix("http"), text != "trace",
      !Self.isArithmetic(text)
    else { return false }
    let side = Cursor(bytes, value).lastSide
    let end = side.endOfClause ?? side.end
    let said = Cursor(bytes, Cursor(bytes, side.position..<end).trimmed)
    return Decimal.read(said) != nil || side.startsArray || ((try? NumberArray(said)) ?? nil) != nil
  }

  /// Whether signs of arithmetic are in it: x^2 is a square, but a^1, c^<1> and δ^{x=2} are names with something above.
  private static func isArithmetic(_ text: String) -> Bool {
    let parts = text.split(separator: "^", omittingEmptySubsequences: false)
    let above = parts.count == 2 ? parts[1] : ""
    let isMark =
      above == "1" || above.first == "<" && above.last == ">"
      || above.first == "{" && above.last == "}" && above.contains { $0.isLetter || $0 == "<" }
    return (isMark && text.first != "e" ? parts[0] : text[...]).contains { "+-−·⋅*^<>".contains($0) }
  }

  /// What sheets say of the exercise, and is no answer.
  private static let ofCourses: Set<String> = [
    "m", "n", "k", "l", "i", "j", "epoch", "epochs", "step", "seed", "batch", "page", "exercise", "aufgabe",
    "date",
    "datum", "name", "matrikelnummer", "version", "width", "height",
  ]
}

extension Unicode.Scalar {
  /// Whether it is a letter of Chinese or Japanese.
  fileprivate var isIdeographOrKana: Bool { isIdeograph || (0x3040...0x30FF).contains(value) }
}
