import Texts

/// Names as they stand in a line: in parentheses, with remarks, and with words that make something else of them.
extension LineReading {
  /// Whether words make something else of a quantity: "gradient wrt w1", "del C by del z3".
  func speaksOfDerivative(_ found: (match: NameMatch, name: Range<Int>), in segment: Cursor) -> Bool {
    guard case .quantity(.symbol) = found.match else { return false }
    let before = segment.text(max(segment.position, found.name.lowerBound - 48)..<found.name.lowerBound)
    let clause = before.split(omittingEmptySubsequences: false) { ",;:.".contains($0) }.last ?? ""
    return clause.lowercased().split { !$0.isLetter }.contains { Self.ofDerivatives.contains(String($0)) }
  }

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

  /// A name, perhaps in parentheses, and what is remarked about it behind it: dC/dz2 (the error).
  func takeName(_ cursor: inout Cursor) -> (match: NameMatch, name: Range<Int>)? {
    cursor.skipMarksAndBlanks()
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
