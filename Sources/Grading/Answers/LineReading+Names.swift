import Texts

/// Names as they stand in a line: in parentheses, with remarks, and with words that make something else of them.
extension LineReading {
  /// Whether words make something else of a quantity: "gradient wrt w1", "del C by del z3".
  func speaksOfDerivative(_ found: (match: NameMatch, name: Range<Int>), in segment: Cursor) -> Bool {
    guard case .quantity(.symbol) = found.match else { return false }
    let before = segment.text(max(segment.position, found.name.lowerBound - 48)..<found.name.lowerBound)
    let clause = before.split(omittingEmptySubsequences: false) { ",;:.".contains($0) }.last ?? ""
    let words = clause.lowercased().split { !$0.isLetter }.map(String.init)
    return words.contains { Self.ofDerivatives.contains($0) || Self.ofOthers.contains($0) }
      || Self.withoutBlanks.contains { clause.contains($0) }
  }

  /// Words that make another number of what is named behind them: delta w is not w.
  private static let ofOthers: Set<String> = [
    "delta", "δ", "change", "increment", "slope", "norm", "difference", "änderung", "differenz", "steigung",
  ]
  private static let withoutBlanks = ["变化", "增量", "斜率"]

  static let ofDerivatives: Set<String> = [
    "gradient", "grad", "derivative", "partial", "del", "wrt", "respect", "ableitung", "dérivée",
  ]

  /// A name that is all of a segment.
  func whole(_ segment: Cursor) -> (match: NameMatch, name: Range<Int>)? {
    var cursor = segment
    guard let found = takeName(&cursor) else { return nil }
    cursor.skipMarksAndBlanks()
    return cursor.isAtEnd ? found : nil
  }

  /// A key as Python prints it: 'dw3'.
  private func takeNameInApostrophes(_ cursor: inout Cursor) -> (match: NameMatch, name: Range<Int>)? {
    guard cursor.next == "'" else { return nil }
    let start = cursor.position + 1
    let within = start..<min(cursor.end, start + Self.longestKey)
    guard !within.isEmpty, let close = cursor.bytes[within].firstIndex(of: UInt8(ascii: "'")) else {
      return nil
    }
    var inner = Cursor(cursor.bytes, start..<close)
    guard let match = names.take(&inner, isLeft: true), inner.isAtEnd else { return nil }
    cursor.move(to: close + 1)
    return (match, start..<close)
  }

  private static let longestKey = 64

  /// A name, perhaps in parentheses, and what is remarked about it behind it: dC/dz2 (the error).
  func takeName(_ cursor: inout Cursor) -> (match: NameMatch, name: Range<Int>)? {
    cursor.skipMarksAndBlanks()
    if let quoted = takeNameInApostrophes(&cursor) { return quoted }
    var ahead = cursor
    let start = ahead.position
    if let match = names.take(&ahead, isLeft: true) {
      let name = start..<ahead.position
      ahead.skipRemarkInParentheses()
      cursor = ahead
      return (match, name)
    }
    ahead = cursor
    guard ahead.take("(") else { return nil }
    ahead.skipMarksAndBlanks()
    let inner = ahead.position
    guard let match = names.take(&ahead, isLeft: true) else { return nil }
    let name = inner..<ahead.position
    ahead.skipMarksAndBlanks()
    guard ahead.take(")") else { return nil }
    cursor = ahead
    return (match, name)
  }
}

extension LineReading {
  /// No rule of a step is longer.
  private static let longestRule = 200

  /// What is said of the value after the step: it follows from the one before, w1 := w1 − 0.5·dw1 = 0.3, v := 0.9 v + dw1 = 0.2;
  /// or an arrow leads to it, w1 → 0.3, or w1 -= 0.2 says what is taken away; `nil` for anything else.
  func afterStep(_ old: NameMatch, _ name: Range<Int>, _ value: Range<Int>, _ bytes: [UInt8])
    -> NameMatch?
  {
    guard Self.isQuantity(old), let new = new(name, bytes) else { return nil }
    let whole = Cursor(bytes, value.prefix(Self.longestRule))
    let results = Relation.all(in: whole)
    let sign = Cursor(bytes, name.upperBound..<value.lowerBound).text(name.upperBound..<value.lowerBound)
    if let change = Relation.change(sign), results.isEmpty {
      guard case .quantity(let before) = old, case .quantity(let after) = new else { return new }
      return .change(new: after, old: before, isTakenAway: change == .less)
    }
    if Relation.change(sign) != nil || Relation.isArrow(sign) && saysOther(whole, than: old) { return new }
    let rule = Cursor(bytes, whole.position..<(results.first?.lowerBound ?? whole.end))
    return isUsed(old, in: rule) ? new : nil
  }

  /// The value after the step of what has a name; `nil` for what no step changes.
  func new(_ name: Range<Int>, _ bytes: [UInt8]) -> NameMatch? {
    let text = Array("new ".utf8) + bytes[name]
    var cursor = Cursor(text, text.indices)
    let new = names.take(&cursor, isLeft: true)
    return Self.isQuantity(new) && cursor.isAtEnd ? new : nil
  }

  /// Whether a value is another than that of a name, which the lesson gives: w → 0.3 of a w that is 0.5.
  private func saysOther(_ value: Cursor, than name: NameMatch) -> Bool {
    guard case .quantity(let name) = name else { return true }
    guard names.isGiven(name), let known = names.value(of: name) else { return false }
    return value.lastDecimal?.value != known
  }

  /// Whether a sum has a name in one of its terms.
  private func isUsed(_ name: NameMatch, in sum: Cursor) -> Bool {
    var (cursor, found, isSum) = (sum, false, false)
    while !cursor.isAtEnd {
      if let taken = names.take(&cursor, isLeft: true) {
        found = found || taken == name
      } else if cursor.takeMinus() || cursor.take("+") {
        isSum = true
      } else {
        let isWord = cursor.next.map(Cursor.isLetter) ?? false
        cursor.skip()
        while isWord, let next = cursor.next, Cursor.isLetter(next) { cursor.skip() }
      }
    }
    return found && isSum
  }

  /// a_j for a_j^(L-1): a layer is no arithmetic.
  static func withoutLayer(_ name: String) -> String {
    for opener in ["^(", "^{(", "^[", "^{["] {
      if let start = name.firstRange(of: opener),
        let end = name[start.upperBound...].firstIndex(of: opener.last == "[" ? "]" : ")")
      {
        return String(name[..<start.lowerBound])
          + name[end...].dropFirst().drop { $0 == "}" }
      }
    }
    return name
  }
}
