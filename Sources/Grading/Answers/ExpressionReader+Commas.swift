import Formulas
import Lessons
import Texts

/// What is wrong with commas and semicolons, in sentences.
extension ExpressionReader {
  /// A comma or a semicolon stands behind a value that is complete, perhaps in the parenthesis of `start`.
  func separator(openedAt start: Int?) -> Problem {
    let place = cursor.range
    var ahead = self
    ahead.cursor.skip()
    ahead.cursor.skipBlanks()
    if ahead.isAtCloser { return nothing(after: place) }
    // (0.3, 0.4) alone is a vector.
    if let start, start > cursor.start {
      let function = function(before: start)
      let subject = function.map { "\($0) takes one value, as in \($0)(0.5)" } ?? "parentheses hold one value"
      return Problem(at: place, "\(subject), and a second follows here")
    }
    while ahead.cursor.take(oneOf: ["+", "-", "−", "–", "(", "[", "{"]) { ahead.cursor.skipBlanks() }
    let wordStart = ahead.cursor.position
    let isNumber = ahead.cursor.isAtNumber || ahead.cursor.next == "½" || ahead.cursor.next == "√"
    let isName = names.take(&ahead.cursor) != nil
    let word = isName ? "" : ahead.takeWord()
    if isNumber || isName || Self.isFunction(word) || word == "e" {
      return Problem(
        at: place,
        "'\(shown(place))' stands between two values, and an answer is one; remove it, "
          + "or write each value on a line of its own"
      )
    }
    if !word.isEmpty { return ahead.noValue(word, from: wordStart) }
    return Problem(
      at: place, "\(shown(place)) is not allowed here; an answer is one value; put # before a remark")
  }

  /// A number with a decimal comma in arithmetic, 2*0,5, where it can be nothing else: not 1,234, nor the pair (0,5).
  mutating func takeDecimalWithComma() throws(Problem) -> Numeral? {
    guard !commasSeparate, let next = cursor.next, next.isASCII, Cursor.isDigit(UInt8(next.value)) else {
      return nil
    }
    let bytes = cursor.bytes
    var ahead = cursor
    let whole = ahead.digits()
    guard ahead.take(",") else { return nil }
    let decimals = ahead.digits()
    let isOfThousands = decimals.utf8.count == 3 && whole.utf8.count < 4 && !whole.hasPrefix("0")
    let opens = cursor.last == UInt8(ascii: "(") || cursor.last == UInt8(ascii: "[")
    guard !decimals.isEmpty, !isOfThousands, ahead.next != ",", ahead.next != ".",
      !(opens && [")", "]"].contains(ahead.next))
    else { return nil }
    let start = cursor.position
    let pointed = Array("\(whole).".utf8) + bytes[(ahead.position - decimals.utf8.count)..<cursor.end]
    var number = Cursor(pointed, pointed.indices)
    let numeral = try number.takeNumeral()
    cursor.move(to: start + number.position)
    return numeral
  }

  var isAtCloser: Bool {
    cursor.isAtEnd || cursor.next == ")" || cursor.next == "]" || cursor.next == "}"
  }

  /// The function whose argument begins at `place`, as it is written.
  private func function(before place: Int) -> String? {
    let before = cursor.text(cursor.start..<place).reversed().drop { $0 == " " }
    let word = String(before.prefix { $0.isLetter || $0.isNumber }.reversed().drop { $0.isNumber })
    return Self.isFunction(word.lowercased()) ? word : nil
  }

  private static func isFunction(_ word: String) -> Bool {
    functionNames.contains(word.first == "\\" ? String(word.dropFirst()) : word) || word == "σ"
  }

  /// 0,35 or 1,234.5: numbers have a point, and nothing else between their digits.
  func commaInNumber() -> Problem? {
    let bytes = cursor.bytes
    func belongs(_ byte: UInt8) -> Bool {
      Cursor.isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
    }
    guard Cursor.isDigit(cursor.last), Cursor.isDigit(cursor.byte(1)) else { return nil }
    var (start, end) = (cursor.position, cursor.position)
    while start > cursor.start, belongs(bytes[start - 1]) { start -= 1 }
    while end < cursor.end, belongs(bytes[end]) { end += 1 }
    let number = cursor.text(start..<end)
    let shown = shortened(number)
    let pointed = number.replacing(",", with: ".")
    if number.count(where: { $0 == "," }) == 1, !number.contains(".") {
      return Problem(
        at: start..<end, "\(shown) has a decimal comma; write \(shortened(pointed)), with a point")
    }
    guard let plain = Self.withoutGroups(number) else { return nil }
    return Problem(
      at: start..<end,
      "\(shown) has signs between its thousands; write \(shortened(plain))"
    )
  }

  /// 1234.5 for 1,234.5 and for 1.234,5; `nil` where what stands between the marks are no thousands.
  private static func withoutGroups(_ number: String) -> String? {
    // The last of the two kinds is the one before the decimals.
    let isLastAPoint = number.last { $0 == "." || $0 == "," } == "."
    let (mark, separator): (Character, Character) =
      isLastAPoint || !number.contains(".") ? (".", ",") : (",", ".")
    let parts = number.split(separator: mark, omittingEmptySubsequences: false)
    let groups = parts.first?.split(separator: separator, omittingEmptySubsequences: false) ?? []
    guard parts.count <= 2, parts.last?.contains(separator) == false || parts.count == 1,
      (1...3).contains(groups.first?.count ?? 0), groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    return groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
  }
}
