/// What is found where JSON should be, and was meant otherwise.
extension JSONReader {
  /// The text begins with something that begins no JSON; `word` is the word there, or empty.
  func noJSON(_ word: String) -> Problem {
    if bytes[position...].starts(with: "```".utf8) {
      return Problem(
        at: position..<(position + 3), "the JSON is inside a Markdown code block; remove the lines with ```")
    }
    let range = word.isEmpty ? scalarRange : position..<(position + word.utf8.count)
    return (isBeforeJSON ? comment() : nil) ?? invisible()
      ?? Problem(
        at: range,
        "JSON begins with { or [, but this text begins with \(word.isEmpty ? scalarShown : shortened(word))")
  }

  /// Whether an object or an array begins behind the comments that are next; a heading of Markdown looks like one.
  private var isBeforeJSON: Bool {
    var ahead = self
    while ahead.comment() != nil {
      let rest = bytes[ahead.position...]
      if rest.starts(with: "/*".utf8) {
        let end = zip(rest.indices, rest.indices.dropFirst()).dropFirst(2)
          .first { bytes[$0] == UInt8(ascii: "*") && bytes[$1] == UInt8(ascii: "/") }
        ahead.position = end.map { $0.1 + 1 } ?? bytes.count
      } else {
        ahead.position = rest.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      }
      ahead.skipBlanks()
    }
    return ahead.next == UInt8(ascii: "{") || ahead.next == UInt8(ascii: "[")
  }

  /// Characters that are never right outside a string, and what was probably meant.
  func oddCharacter() -> Problem? {
    if let problem = comment() ?? invisible() { return problem }
    switch scalar {
    case "'", "‘", "’", "‚", "“", "”", "„", "«", "»", "‹", "›", "`":
      return Problem(at: scalarRange, "text is written in straight double quotes, \"…\", not \(scalarShown)")
    case ")": return inParentheses
    case ";": return Problem(at: scalarRange, "values are separated by a comma, not by a semicolon")
    default: return nil
    }
  }

  /// Characters with which a value begins elsewhere.
  func oddValue() -> Problem? {
    switch scalar {
    case "(": inParentheses
    case "−", "–", "—", "‐", "‑":
      Problem(at: scalarRange, "a minus sign is written -, not \(scalarShown)")
    case "∞": Self.notFinite("∞", at: scalarRange)
    default: nil
    }
  }

  private var inParentheses: Problem {
    Problem(at: scalarRange, "an array is written in brackets, […], not in parentheses")
  }

  /// The number that has ended just before goes on with what no number has: 1/2, 10^-3, 50%.
  func longerNumber() -> Problem? {
    let isEnd = { (byte: UInt8) in " \t\r\n,;:\"()[]{}".utf8.contains(byte) }
    guard let byte = next, !isEnd(byte), comment() == nil, invisible() == nil else { return nil }
    let start = wordStart(before: position)
    guard Self.isNumber(String(decoding: bytes[start..<position], as: UTF8.self)) else { return nil }
    let range = start..<(bytes[position...].firstIndex(where: isEnd) ?? bytes.count)
    return Self.noNumber(shortened(String(decoding: bytes[range], as: UTF8.self)), at: range)
  }

  /// Whether a string has ended just before.
  var isAfterQuote: Bool { position > 0 && bytes[position - 1] == UInt8(ascii: "\"") }

  private func comment() -> Problem? {
    let rest = bytes[position...]
    guard next == UInt8(ascii: "#") || rest.starts(with: "//".utf8) || rest.starts(with: "/*".utf8) else {
      return nil
    }
    return Problem(at: scalarRange, "JSON has no comments; remove this one")
  }

  private func invisible() -> Problem? {
    scalar.flatMap(invisibility(of:)).map { Problem(at: scalarRange, $0) }
  }

  private var scalar: Unicode.Scalar? { UTF8Text.scalar(at: position, in: bytes).scalar }
}
