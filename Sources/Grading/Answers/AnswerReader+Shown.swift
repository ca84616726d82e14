import Texts

/// What programs show below names, and what a line says of a step in time.
extension AnswerReader {
  /// What a program shows of names: an array or a number of one, as many numbers in a line of several; where it ends.
  mutating func readShown(
    _ asked: [(match: NameMatch, name: Range<Int>)], _ value: Range<Int>, _ number: Int
  ) -> Int {
    guard asked.count == 1 else {
      let reason = names.notUnderstood
      // What Python shows of several is in parentheses.
      let words = bytes[value].split { [0x20, 0x09, 0x0D, 0x28, 0x29, 0x2C].contains($0) }
      let isOneEach =
        words.count == asked.count
        && words.allSatisfy { Decimal.read(Cursor(bytes, $0.startIndex..<$0.endIndex)) != nil }
      for ((match, name), word) in zip(asked, words) {
        if isOneEach {
          read(Statement(match: match, name: name, value: word.startIndex..<word.endIndex), number)
        } else {
          problems.add(at: name, reason)
        }
      }
      return value.upperBound
    }
    var value = value
    // 2×2 Matrix{Float64}: stands above its rows.
    if bytes[value].last == UInt8(ascii: ":"), let rows = ArrayLines.rows(below: value.upperBound, in: bytes)
    {
      value = value.lowerBound..<rows.upperBound
    }
    read(Statement(match: asked[0].match, name: asked[0].name, value: value), number)
    return value.upperBound
  }

  /// h of a line about a time step is h[2].
  func atTime(_ found: Statement) -> NameMatch {
    guard let timeStep, case .array = found.match else { return found.match }
    let text = bytes[found.name] + Array("[\(timeStep)]".utf8)
    var cursor = Cursor(Array(text), 0..<text.count)
    guard case .quantity(let name)? = names.take(&cursor, isLeft: true), cursor.isAtEnd else {
      return found.match
    }
    return .quantity(name)
  }
}
