import Lessons

/// What is wrong with arithmetic, in sentences.
extension ExpressionReader {
  /// A value is missing at the end, or before a closing parenthesis.
  func nothing(after place: Range<Int>?) -> Problem {
    guard let place, !place.isEmpty else {
      return Problem(at: cursor.range, "a number is missing here; write one, or a name, or arithmetic")
    }
    return Problem(
      at: place,
      "nothing stands after \(shortened(cursor.text(place))); write what belongs there, or remove it")
  }

  /// Something else stands where a value should.
  func noValue(_ word: String, from start: Int) -> Problem {
    let range = start..<max(cursor.position, cursor.range.upperBound)
    if word.isEmpty {
      return Problem(
        at: range, "a number, a name or a parenthesis is expected here, but \(shown(range)) was found")
    }
    let meant = cursor.next == "(" ? suggestion(for: word, among: Self.functionNames) : nil
    let way =
      meant.map { "did you mean \($0)?" }
      ?? "a value is a number, or arithmetic such as 2*(0.64 - 1); put # before a remark"
    return Problem(at: start..<cursor.position, "\(shortened(word)) is no number, name or function; \(way)")
  }

  /// Something stands behind a value that is complete, or before the parenthesis of `start` is closed.
  func leftover(openedAt start: Int?) -> Problem {
    if cursor.next == ",", let comma = commaInNumber() { return comma }
    if let start {
      if cursor.isAtEnd {
        return Problem(
          at: start..<(start + 1), "the parenthesis that opens here is never closed; add its other half")
      }
    } else if cursor.next == ")" || cursor.next == "]" || cursor.next == "}" {
      return Problem(at: cursor.range, "there is nothing left to close by \(shown(cursor.range)); remove it")
    }
    if cursor.isAtNumber || isAtWord {
      var ahead = cursor
      while let next = ahead.next, Cursor.isLetter(next) || next == "." || Cursor.isDigit(ahead.byte(0)) {
        ahead.skip()
      }
      let range = cursor.position..<ahead.position
      return Problem(
        at: range,
        "\(shown(range)) follows a value without a sign between them; write * where you multiply, "
          + "and # before a remark")
    }
    return Problem(
      at: cursor.range, "\(shown(cursor.range)) cannot stand here; after a value there is +, -, *, / or ^")
  }

  private func shown(_ range: Range<Int>) -> String { shortened(cursor.text(range)) }

  /// 0,35 or 1,234.5: numbers have a point, and nothing else between their digits.
  private func commaInNumber() -> Problem? {
    let bytes = cursor.bytes
    func belongs(_ byte: UInt8) -> Bool {
      Cursor.isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
    }
    guard Cursor.isDigit(cursor.last), Cursor.isDigit(cursor.byte(1)) else { return nil }
    var (start, end) = (cursor.position, cursor.position)
    while start > cursor.start, belongs(bytes[start - 1]) { start -= 1 }
    while end < cursor.end, belongs(bytes[end]) { end += 1 }
    let number = cursor.text(start..<end)
    let commas = number.utf8.count { $0 == UInt8(ascii: ",") }
    let points = number.utf8.count { $0 == UInt8(ascii: ".") }
    let shown = shortened(number)
    let pointed = String(number.map { $0 == "," ? "." : $0 })
    if commas == 1, points == 0 {
      return Problem(
        at: start..<end, "\(shown) has a decimal comma; write \(shortened(pointed)), with a point")
    }
    // The last of the two kinds is the one before the decimals.
    let isLastAPoint = number.last { $0 == "." || $0 == "," } == "."
    let plain =
      isLastAPoint
      ? number.filter { $0 != "," }
      : number.filter { $0 != "." }.split(separator: ",").joined(separator: commas == 1 ? "." : "")
    return Problem(
      at: start..<end,
      "\(shown) has a comma in it; write \(shortened(plain)), with a point before the decimals and nothing else"
    )
  }
}
