/// What is found where JSON should be, and was meant otherwise.
extension JSONReader {
  /// The text begins with something that begins no JSON; `word` is the word there, or empty.
  func noJSON(_ word: String) -> Problem {
    if bytes[position...].starts(with: "```".utf8) {
      return Problem(
        at: position..<(position + 3), "the JSON stands in a fence of Markdown; remove the lines with ```")
    }
    let range = word.isEmpty ? scalarRange : position..<(position + word.utf8.count)
    return comment() ?? invisible()
      ?? Problem(
        at: range,
        "JSON begins with { or [, but this text begins with \(word.isEmpty ? scalarShown : shortened(word))")
  }

  /// Characters that are never right outside a string, and what was probably meant.
  func oddCharacter() -> Problem? {
    if let problem = comment() ?? invisible() { return problem }
    switch scalar {
    case "'", "‘", "’", "‚", "“", "”", "„", "«", "»", "‹", "›", "`":
      return Problem(at: scalarRange, "text is written in straight double quotes, \"…\", not \(scalarShown)")
    case "(", ")":
      return Problem(at: scalarRange, "an array is written in brackets, […], not in parentheses")
    case ";": return Problem(at: scalarRange, "values are separated by a comma, not by a semicolon")
    default: return nil
    }
  }

  /// Characters with which a number begins elsewhere.
  func oddNumber() -> Problem? {
    switch scalar {
    case "−", "–", "—", "‐", "‑":
      Problem(at: scalarRange, "a minus sign is written -, not \(scalarShown)")
    case "∞": Self.notFinite("∞", at: scalarRange)
    default: nil
    }
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
