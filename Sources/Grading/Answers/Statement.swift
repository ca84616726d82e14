import Texts

/// A name with what is said of it: an answer, or a blank for one.
struct Statement {
  var match: NameMatch
  let name: Range<Int>
  /// What stands after the first sign, without a remark; perhaps nothing.
  let value: Range<Int>
  /// Whether words stand before the name, or around the value.
  var isInSentence = false
}

/// What a line says.
struct LineReading {
  var statements: [Statement] = []
  /// What looks like an answer and names nothing: the bytes of the name.
  var strangers: [Range<Int>] = []
  let names: any NameReading
  let line: Cursor

  /// Whether an array is what is said of a name.
  func isArray(behind name: Range<Int>) -> Bool {
    let value = Relation.all(in: Cursor(line.bytes, name.upperBound..<line.end)).last?.upperBound ?? line.end
    return Cursor(line.bytes, value..<line.end).startsArray
  }

  private static let longestName = 200
  private static let mostWords = 24

  /// No sentences are looked for in a longer line.
  private static let longestOfSentences = 1_000

  /// `hasSentences` says whether a number may be said in words as well; our own documents say nothing so.
  init(_ line: Cursor, _ names: any NameReading, hasSentences: Bool = false) {
    self.names = names
    self.line = line
    var cursor = line.withoutRemark
    if cursor.begins(with: "Out[") { return }
    _ = cursor.takePrompt()
    cursor.skipListMarkers()
    let rest = Cursor(cursor.bytes, cursor.position..<cursor.end)
    let relations = Relation.all(in: rest)
    if relations.isEmpty { readWeak(rest) } else { read(rest, relations) }
    guard hasSentences, rest.end - rest.position <= Self.longestOfSentences else { return }
    if relations.isEmpty {
      if statements.isEmpty, strangers.isEmpty { readSentences(rest) }
    } else {
      readSentences(around: relations, in: rest)
    }
    readGroups(rest)
  }

  /// What is said before the first name of a line with signs, and behind its last value.
  private mutating func readSentences(around relations: [Range<Int>], in line: Cursor) {
    let bytes = line.bytes
    let first = statements.map(\.name.lowerBound).min()
    if let first { readSentences(Cursor(bytes, line.position..<first)) }
    guard let last = relations.last, strangers.isEmpty else { return }
    let side = Cursor(bytes, last.upperBound..<line.end)
    // The sum is 0.8269 (z3).
    if first == nil { return readSentences(side) }
    if let end = side.endOfClause { readSentences(Cursor(bytes, end..<line.end)) }
  }

  /// a = b = c, and perhaps d = e behind it.
  mutating func read(_ line: Cursor, _ relations: [Range<Int>]) {
    let bytes = line.bytes
    var heads: [Head] = []
    var equals: [Head] = []
    var start = line.position
    for (index, relation) in relations.enumerated() {
      let segment = Cursor(bytes, start..<relation.lowerBound)
      if index == 0 {
        heads.append(head(segment, value: relation.upperBound))
      } else {
        var rest = segment
        // Behind several clauses the last one is what is said something of.
        while let cut = rest.endOfClause, cut > rest.position {
          var next = Cursor(bytes, cut..<segment.end)
          next.skip()
          rest = Cursor(bytes, next.position..<segment.end)
        }
        if rest.position > segment.position {
          finish(&heads, &equals, at: segment.endOfClause ?? segment.end, bytes)
          heads.append(head(rest, value: relation.upperBound))
        } else if let end = segment.endOfValue, let second = whole(Cursor(bytes, end..<segment.end)) {
          // dW2 = [[0.1 0.2]] db2 = [[0.3]]
          finish(&heads, &equals, at: end, bytes)
          heads.append((second.match, second.name, relation.upperBound, false))
        } else if let last = heads.last, let second = whole(segment) {
          if !Self.isQuantity(last.match) || second.match == new(last.name, bytes) {
            // ŷ = a2 = 0.55: the name that is known. w → w′ = 0.3: the value after the step.
            heads[heads.count - 1] = (second.match, second.name, relation.upperBound, last.isInSentence)
          } else if isAnswer(second.match) {
            // dC/db2 = dC/dz2 = 0.0786: both are.
            equals.append((second.match, second.name, relation.upperBound, last.isInSentence))
          }
        }
      }
      start = relation.upperBound
    }
    finish(&heads, &equals, at: line.end, bytes)
    if statements.isEmpty, strangers.isEmpty { readReversed(line, relations) }
  }

  /// 0.66 = z1, sigmoid(0.66) = 0.6593 = a1: the number stands before the name.
  private mutating func readReversed(_ line: Cursor, _ relations: [Range<Int>]) {
    guard let last = relations.last, let found = whole(Cursor(line.bytes, last.upperBound..<line.end)),
      isAnswer(found.match)
    else { return }
    let start = relations.dropLast().last?.upperBound ?? line.position
    let value = Cursor(line.bytes, start..<last.lowerBound).trimmed
    guard Decimal.read(Cursor(line.bytes, value)) != nil else { return }
    statements.append(Statement(match: found.match, name: found.name, value: value))
  }

  /// What is said of a name begins at `value`.
  private typealias Head = (match: NameMatch?, name: Range<Int>, value: Int, isInSentence: Bool)

  /// Whether a name within a chain of signs is answered as well: what is given only stands there.
  private func isAnswer(_ match: NameMatch) -> Bool {
    switch match {
    case .quantity(let name): !names.isGiven(name)
    case .array, .layers, .change: true
    case .ambiguous, .unknown: false
    }
  }

  static func isQuantity(_ match: NameMatch?) -> Bool {
    switch match {
    case .quantity, .array, .layers, .change: true
    case .ambiguous, .unknown, nil: false
    }
  }

  private mutating func finish(
    _ heads: inout [Head], _ equals: inout [Head], at end: Int, _ bytes: [UInt8]
  ) {
    guard let last = heads.popLast() else { return }
    let others = equals
    equals = []
    if !others.isEmpty, let result = others.last.map({ Cursor(bytes, $0.value..<max($0.value, end)) }),
      result.isAtNumberOrArray
    {
      for other in others {
        var ends = [other]
        finish(&ends, &equals, at: end, bytes)
      }
    }
    var end = max(last.value, end)
    while end > last.value, [0x20, 0x09, 0x0D, 0x0A].contains(bytes[end - 1]) { end -= 1 }
    let value = last.value..<end
    if Self.isQuantity(last.match), let node = Cursor(bytes, value).valueOfNode {
      statements += readNode(node, of: last.name, bytes)
      return
    }
    if let said = last.match {
      let match = afterStep(said, last.name, value, bytes) ?? said
      statements.append(
        Statement(match: match, name: last.name, value: value, isInSentence: last.isInSentence))
    } else if isStranger(last.name, value, bytes) {
      strangers.append(last.name)
    }
  }

  private func head(_ segment: Cursor, value: Int) -> Head {
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
      if next.isIdeograph {
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
    if ",;:.!?".contains(last) || last.unicodeScalars.allSatisfy(\.isIdeograph) { return true }
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
    // Two blanks keep the cells of a table apart.
    let blanks = before.reversed().prefix { $0 == " " }.count
    return blanks > 1 || word.count > 1 && word.allSatisfy { $0.isLetter || $0 == "'" }
  }

  /// Whether one short word stands before a number.
  private func isStranger(_ name: Range<Int>, _ value: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let cursor = Cursor(bytes, name)
    // 对$i = 1$: Chinese has no blank behind its words.
    let words = cursor.text(name).split { $0 == "$" || $0.unicodeScalars.allSatisfy(\.isIdeograph) }
    let text = Self.withoutLayer(words.count == 1 ? String(words[0]) : cursor.text(name))
    guard (1...32).contains(text.count), !text.contains(where: \.isWhitespace),
      let first = text.unicodeScalars.first, Cursor.isLetter(first) || first == "∂" || first == "\\",
      !Self.ofCourses.contains(text.lowercased()), !text.hasPrefix("http"), text != "trace",
      !Self.isArithmetic(text)
    else { return false }
    let sides = Cursor(bytes, value)
    let last = Relation.all(in: sides).last?.upperBound ?? value.lowerBound
    let side = Cursor(bytes, last..<value.upperBound)
    let end = side.endOfClause ?? side.end
    let said = Cursor(bytes, Cursor(bytes, last..<end).trimmed)
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
  fileprivate var isIdeograph: Bool {
    !isASCII && (properties.isIdeographic || (0x3040...0x30FF).contains(value))
  }
}
