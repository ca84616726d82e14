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

  /// No sentences are looked for in a longer line.
  private static let longestOfSentences = 1_000

  /// `hasSentences` says whether a number may be said in words as well; our own documents say nothing so.
  init(_ line: Cursor, _ names: any NameReading, hasSentences: Bool = false) {
    self.names = names
    self.line = line
    var cursor = line.withoutRemark
    if cursor.begins(with: "Out[") { return }
    _ = cursor.takePrompt()
    cursor.skipStampOfLog()
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
        } else if let end = segment.endOfValue ?? segment.endOfNumberBetweenPairs,
          let second = whole(Cursor(bytes, end..<segment.end))
        {
          // dW2 = [[0.1 0.2]] db2 = [[0.3]], z1=0.66 a1=0.6593
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
  typealias Head = (match: NameMatch?, name: Range<Int>, value: Int, isInSentence: Bool)

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
      result.isAtNumberOrArray || ((try? NumberArray(result)) ?? nil) != nil
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
}

extension Unicode.Scalar {
  /// Whether it is a letter of Chinese.
  var isIdeograph: Bool { !isASCII && properties.isIdeographic }
}

extension Cursor {
  /// Where Chinese begins in what is left.
  var placeOfIdeograph: Int? {
    var ahead = self
    while let next = ahead.next {
      if next.isIdeograph { return ahead.position }
      ahead.skip()
    }
    return nil
  }
}
