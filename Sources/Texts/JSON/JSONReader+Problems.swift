/// What the grammar expects and does not find, in sentences.
extension JSONReader {
  /// The run of letters, digits and signs at `start`, that someone may have meant as one word or number.
  func word(at start: Int) -> String {
    String(decoding: bytes[start...].prefix { Self.continuesWord($0) }, as: UTF8.self)
  }

  /// Where the run of them begins that ends at `place`.
  func wordStart(before place: Int) -> Int {
    var start = place
    while start > 0, Self.continuesWord(bytes[start - 1]) { start -= 1 }
    return start
  }

  static func continuesWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    case UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }

  /// Something stands where a value should; `word` is the word there, or empty.
  func noValue(_ word: String) -> Problem {
    guard next != nil else { return endOfText("a value is expected") }
    let here = position..<(position + max(1, word.utf8.count))
    if word.isEmpty {
      return oddCharacter() ?? oddValue()
        ?? Problem(
          at: scalarRange,
          next == UInt8(ascii: ",")
            ? "a value is missing before this comma"
            : "a value is expected here, but \(scalarShown) was found")
    }
    if word.hasPrefix(".") { return badNumber(from: position) }
    let unsigned = word.drop { $0 == "+" }
    if JSONReader.isNotFinite(unsigned) { return JSONReader.notFinite(shortened(word), at: here) }
    if word.hasPrefix("+") {
      let way =
        Self.isNumber(String(unsigned))
        ? "; write \(shortened(String(unsigned)))" : ", which JSON does not have"
      return Problem(at: here, "\(shortened(word)) has a plus sign\(way)")
    }
    if let meant = ["true", "false", "null"].first(where: { $0 == word.lowercased() }) {
      return Problem(at: here, "\(word) is not a word of JSON; write \(meant)")
    }
    let shown = shortened(word)
    if ["none", "nil", "na", "undefined"].contains(word.lowercased()) {
      return Problem(at: here, "\(shown) is not a value in JSON; write a value, or leave it out")
    }
    return Problem(
      at: here, "\(shown) is not a value in JSON; text is written in double quotes, \"\(shown)\"")
  }

  func noKey(openedAt start: Int) -> Problem {
    guard next != nil else { return unclosed(start) }
    if let comma = decimalComma(before: position) { return comma }
    let word = word(at: position)
    if word.isEmpty {
      return oddCharacter()
        ?? Problem(at: scalarRange, "a key is expected here, but \(scalarShown) was found")
    }
    let here = position..<(position + word.utf8.count)
    return Problem(at: here, "a key is written in double quotes, \(quoted(word))")
  }

  func noColon(after key: String, openedAt start: Int) -> Problem {
    guard next != nil else { return unclosed(start) }
    return oddCharacter()
      ?? Problem(
        at: scalarRange, "a colon is expected after the key \(quoted(key)), but \(scalarShown) was found")
  }

  func noComma(openedAt start: Int, closedBy closer: Unicode.Scalar) -> Problem {
    guard let byte = next else { return unclosed(start) }
    if let problem = longerNumber() ?? oddCharacter() { return problem }
    let isValue =
      Self.continuesWord(byte) || [UInt8(ascii: "\""), UInt8(ascii: "["), UInt8(ascii: "{")].contains(byte)
    return Problem(
      at: scalarRange,
      isValue
        ? "a comma is missing before this" + (isAfterQuote ? "; a quote within a string is written \\\"" : "")
        : "a comma or \(closer) is expected here, but \(scalarShown) was found")
  }

  func trailingText() -> Problem {
    if let byte = next {
      if let problem = longerNumber() ?? oddCharacter() { return problem }
      if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
        return Problem(at: scalarRange, "there is nothing to close with \(scalarShown); remove it")
      }
    }
    return Problem(at: scalarRange, "the JSON value has ended before this; remove what follows")
  }

  private func unclosed(_ start: Int) -> Problem {
    let opener = Unicode.Scalar(bytes[start])
    let line = lineNumber(of: start, in: bytes)
    return endOfText("the \(opener) of line \(line) is still open")
  }

  /// Points behind the last thing that is there.
  private func endOfText(_ state: String) -> Problem {
    let end = bytes.lastIndex { ![0x20, 0x0A, 0x0D, 0x09].contains($0) }.map { $0 + 1 } ?? 0
    return Problem(at: end..<end, "the text ends here, but \(state)")
  }

  var scalarRange: Range<Int> {
    position..<min(position + UTF8Text.scalar(at: position, in: bytes).length, bytes.count)
  }

  var scalarShown: String {
    harmless(String(UTF8Text.scalar(at: position, in: bytes).scalar ?? "\u{FFFD}"))
  }
}
