import Formulas
import Texts

/// Sentences that say one number of one quantity: `dC/dw3 comes out as 0.1017`, `I get 0.1017 for dC/dw3`.
///
/// Only words that change nothing may stand around them: the sum of a1 and a2 is another number than a2.
extension LineReading {
  /// No sentence has more words before its name.
  private static let mostWordsBefore = 16

  /// Reads the sentences in a part of the line; one that is built in another way is left.
  mutating func readSentences(_ part: Cursor) {
    var rest = part
    while !rest.isAtEnd {
      if let found = sentence(&rest) {
        if !Self.isGivenSymbol(found.match, names) { statements.append(found) }
      } else {
        rest.skipSentence()
      }
    }
  }

  /// What a name in parentheses is said to be: `0.8269 (so dC/db3 = 0.2099)`.
  mutating func readGroups(_ line: Cursor) {
    var cursor = line
    while let next = cursor.next {
      let isApart = cursor.last.map { $0 == 0x20 || $0 == 0x09 } ?? true
      cursor.skip()
      guard next == "(", isApart else { continue }
      var end = cursor
      while let next = end.next, next != ")", next != "(" { end.skip() }
      guard end.next == ")" else { continue }
      let group = Cursor(line.bytes, cursor.position..<end.position)
      cursor.move(to: end.position)
      let relations = Relation.all(in: group)
      var name = group
      while name.takeWord(of: SentenceWords.opening) || name.takeWord(of: Self.reasons) {}
      guard !relations.isEmpty, let (match, _) = takeName(&name), Self.isQuantity(match),
        !Self.isGivenSymbol(match, names)
      else { continue }
      name.skipMarksAndBlanks()
      guard Relation.take(&name) else { continue }
      read(group, relations)
    }
  }

  private static let reasons: Set<String> = [
    "with", "using", "since", "because", "mit", "da", "weil", "wobei",
  ]

  private static func isGivenSymbol(_ match: NameMatch, _ names: any NameReading) -> Bool {
    if case .quantity(let name) = match { names.isGiven(name) } else { false }
  }

  /// The next sentence, if it is built so.
  private func sentence(_ rest: inout Cursor) -> Statement? {
    var cursor = rest
    for _ in 0..<Self.mostWordsBefore {
      cursor.skipMarksAndBlanks()
      if let found = said(behind: &cursor) ?? said(before: &cursor) {
        rest = cursor
        return found
      }
      if cursor.take(",") || cursor.take("，") || cursor.take("⇒") || cursor.take("∴") || cursor.take("->") {
        continue
      }
      if cursor.takeWord(of: SentenceWords.opening, SentenceWords.openingWithoutBlank) {
        _ = cursor.take(":")
        continue
      }
      // The error δ3: what kind of quantity a name is stands directly before it.
      var ahead = cursor
      var isOfDerivative = false
      while true {
        if ahead.takeWord(of: SentenceWords.derivatives, SentenceWords.derivativesWithoutBlank) {
          isOfDerivative = true
        } else if !ahead.takeWord(of: SentenceWords.kinds, SentenceWords.kindsWithoutBlank) {
          break
        }
      }
      guard ahead.position > cursor.position, let found = said(behind: &ahead),
        !isOfDerivative || Self.isDerivative(found.match)
      else { return nil }
      rest = ahead
      return found
    }
    return nil
  }

  private static func isDerivative(_ match: NameMatch) -> Bool {
    switch match {
    case .quantity(.partial): true
    case .array(let array): if case .partial? = array.entries.first { true } else { false }
    case .quantity, .layers, .change, .ambiguous, .unknown: false
    }
  }

  /// A name or a derivative in words, and its number behind it.
  private func said(behind cursor: inout Cursor) -> Statement? {
    var ahead = cursor
    guard let (match, name) = derivativeInWords(&ahead) ?? quantity(&ahead) ?? costInWords(&ahead),
      ahead.takeSaying()
    else { return nil }
    let saying = ahead.text(name.upperBound..<ahead.position)
    ahead.skipMarksAndBlanks()
    let rest = Cursor(ahead.bytes, ahead.position..<ahead.end)
    // What a parameter becomes is its value after the step.
    let becomes = saying.split { !$0.isLetter }.contains { ["becomes", "wird"].contains($0.lowercased()) }
    let said = becomes ? new(name, ahead.bytes) ?? match : match
    var end = rest.endOfClause ?? rest.end
    // 0.49 heraus.
    var word = rest
    if let number = word.takeNumberWord() {
      word.skipMarksAndBlanks()
      if word.takeWord(of: SentenceWords.closing) { end = number.upperBound }
    }
    cursor.move(to: max(end, word.position))
    return Statement(match: said, name: name, value: rest.position..<end, isInSentence: true)
  }

  /// A number, and a name behind it: 0.49 for C, 0.1017 (dC/dw3).
  private func said(before cursor: inout Cursor) -> Statement? {
    var ahead = cursor
    guard let number = ahead.takeNumberWord() else { return nil }
    ahead.skipMarksAndBlanks()
    if ahead.next != "(" {
      guard ahead.takeWord(of: SentenceWords.joining) else { return nil }
      while ahead.takeWord(of: SentenceWords.opening), quantity(at: ahead) == nil {}
    }
    guard let (match, name) = derivativeInWords(&ahead) ?? quantity(&ahead) else { return nil }
    ahead.skipMarksAndBlanks()
    var end = ahead
    guard
      ahead.isAtEnd || end.take(oneOf: [",", ".", ";", ":", "，", "。"]) || end.takeWord(of: ["and", "und"])
    else { return nil }
    cursor = ahead
    return Statement(match: match, name: name, value: number, isInSentence: true)
  }

  private func quantity(at cursor: Cursor) -> NameMatch? {
    var ahead = cursor
    return quantity(&ahead)?.match
  }

  /// A name of the lesson; in Chinese, words may follow without a blank.
  private func quantity(_ cursor: inout Cursor) -> (match: NameMatch, name: Range<Int>)? {
    cursor.skipMarksAndBlanks()
    var ahead = Cursor(cursor.bytes, cursor.position..<(cursor.placeOfIdeograph ?? cursor.end))
    guard let found = takeName(&ahead), Self.isQuantity(found.match) else { return nil }
    if let next = ahead.next, Cursor.isLetter(next) { return nil }
    cursor.move(to: ahead.position)
    return found
  }

  /// The derivative of C with respect to w3, C by w3, d/dw3 C, the gradient of w3, die Ableitung von C nach w3, C对w3的导数.
  func derivativeInWords(_ start: inout Cursor) -> (match: NameMatch, name: Range<Int>)? {
    var cursor = start
    cursor.skipMarksAndBlanks()
    let first = cursor.position
    if cursor.take("d/d") || cursor.take("∂/∂") {
      guard let by = quantity(&cursor) else { return nil }
      let isEnclosed = cursor.take("(")
      guard let of = quantity(&cursor), !isEnclosed || cursor.take(")"),
        let match = TableLabel.match("d\(cursor.text(of.name))/d\(cursor.text(by.name))", names)
      else { return nil }
      start.move(to: cursor.position)
      return (match, first..<cursor.position)
    }
    var hasWord = false
    while cursor.takeWord(of: SentenceWords.derivatives.union(Self.differentials)) { hasWord = true }
    if hasWord { while cursor.takeWord(of: ["of", "von", "der"]) {} }
    var above = cursor
    let of = quantity(&above)
    var below = of == nil ? cursor : above
    let isChinese = of != nil && below.takeWord(of: [], ["关于", "对"])
    let isJoined = isChinese || below.takeRespect()
    var by: (match: NameMatch, name: Range<Int>)?
    if isJoined {
      while below.takeWord(of: Self.differentials.union(["the", "dem", "der"])) {}
      by = quantity(&below)
    } else if hasWord {
      // The gradient of w3, the gradient at w3.
      _ = cursor.takeWord(of: ["at", "on", "for", "für", "bei", "in"])
      below = cursor
      by = quantity(&below)
    }
    guard let by, hasWord || of != nil && isJoined else { return nil }
    if isChinese { guard below.takeWord(of: [], ["的偏导数", "的导数", "的梯度", "求导"]) else { return nil } }
    func text(_ range: Range<Int>) -> String { cursor.text(range) }
    let match =
      if isJoined, let of {
        TableLabel.match("d\(text(of.name))/d\(text(by.name))", names)
      } else { TableLabel.derivative(by: text(by.name), names) }
    guard let match else { return nil }
    start.move(to: below.position)
    return (match, first..<below.position)
  }

  /// Die Kosten, 代价: what the cost is called in words.
  private func costInWords(_ cursor: inout Cursor) -> (match: NameMatch, name: Range<Int>)? {
    cursor.skipMarksAndBlanks()
    let start = cursor.position
    guard cursor.takeWord(of: ["cost", "loss", "kosten", "verlust"], ["代价", "损失"]),
      let name = names.costName(ofExample: names.section), let match = TableLabel.match(name, names)
    else { return nil }
    return (match, start..<cursor.position)
  }

  private static let differentials: Set<String> = ["del", "d", "partial"]

  /// A derivative in words that ends a segment, with nothing but words that change nothing before it.
  func derivativeAtEnd(of segment: Cursor) -> (match: NameMatch, name: Range<Int>)? {
    var cursor = segment
    for _ in 0..<Self.mostWordsBefore {
      var ahead = cursor
      if let found = derivativeInWords(&ahead) {
        ahead.skipMarksAndBlanks()
        return ahead.isAtEnd ? found : nil
      }
      guard cursor.takeWord(of: SentenceWords.opening, SentenceWords.openingWithoutBlank) || cursor.take(",")
      else { return nil }
    }
    return nil
  }
}

extension Cursor {
  /// Takes a number that is a word by itself.
  fileprivate mutating func takeNumberWord() -> Range<Int>? {
    var ahead = self
    _ = ahead.takeMinus() || ahead.take("+")
    guard ahead.takeMantissa() != nil else { return nil }
    _ = ahead.takeExponent()
    let number = position..<ahead.position
    ahead.skipMarks()
    guard let next = ahead.next, Self.isBlank(next) || next.isIdeograph else {
      return nil
    }
    self = ahead
    return number
  }

  /// Takes `with respect to`, `w.r.t.`, `by`, `nach`.
  fileprivate mutating func takeRespect() -> Bool {
    if takeWord(of: ["wrt", "by", "nach"]) {
      _ = take(".")
      return true
    }
    var ahead = self
    ahead.skipMarksAndBlanks()
    if ahead.take("w.r.t.") || ahead.take("w.r.t") {
      self = ahead
      return true
    }
    guard ahead.takeWord(of: ["with", "in"]), ahead.takeWord(of: ["respect"]), ahead.takeWord(of: ["to"])
    else {
      return false
    }
    self = ahead
    return true
  }

  /// Goes on behind the end of a sentence or a part of one.
  fileprivate mutating func skipSentence() {
    while let next {
      skip()
      if next == ";" || next == "。" || next == "；" { return }
      if next == ".", let blank = self.next, Self.isBlank(blank) { return }
    }
  }
}
