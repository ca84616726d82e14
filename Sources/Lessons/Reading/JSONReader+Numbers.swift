extension JSONReader {
  /// number = [ "-" ] int [ "." digits ] [ "e" [ sign ] digits ]; it is kept as it is written.
  mutating func number() throws(Problem) -> JSONValue {
    let start = position
    _ = take("-")
    let whole = digits()
    guard !whole.isEmpty else { throw badNumber(from: start) }
    if whole.count > 1, bytes[whole.lowerBound] == UInt8(ascii: "0") { throw badNumber(from: start) }
    if take("."), digits().isEmpty { throw badNumber(from: start) }
    var hasExponent = false
    if take("e") || take("E") {
      hasExponent = true
      _ = take("+") || take("-")
      if digits().isEmpty { throw badNumber(from: start) }
    }
    if let next, Self.continuesWord(next) { throw badNumber(from: start) }

    let range = start..<position
    let text = String(decoding: bytes[range], as: UTF8.self)
    // Without an exponent, it takes more than 300 digits to leave the range of a double.
    if hasExponent || range.count > 300 { try checkSize(of: text, at: range) }
    return JSONValue(.number(text), at: range)
  }

  private mutating func digits() -> Range<Int> {
    let start = position
    while let byte = next, Self.isDigit(byte) { position += 1 }
    return start..<position
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private func checkSize(of text: String, at range: Range<Int>) throws(Problem) {
    guard let value = Double(text), value.isFinite else {
      throw Problem(at: range, "\(shortened(text)) is too large for a double, which ends at 1.8e308")
    }
    let parts = text.utf8.split(maxSplits: 1) { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }
    let isZero = parts.first?.allSatisfy { !Self.isDigit($0) || $0 == UInt8(ascii: "0") } ?? false
    if value == 0, !isZero {
      throw Problem(
        at: range, "\(shortened(text)) is too small for a double, which starts at 5e-324; write 0")
    }
    // Zero takes any exponent, and nobody means a large one: later, it would be a power of ten to compute.
    let power =
      parts.count > 1 ? parts[1].drop { !Self.isDigit($0) || $0 == UInt8(ascii: "0") } : ""[...].utf8
    if power.count > 4 {
      throw Problem(at: range, "the exponent of \(shortened(text)) is too large\(isZero ? "; write 0" : "")")
    }
  }

  /// Says what is wrong with the number at `start`, which the grammar has refused.
  func badNumber(from start: Int) -> Problem {
    let text = word(at: start)
    let range = start..<(start + text.utf8.count)
    let isNegative = text.hasPrefix("-")
    let magnitude = isNegative ? text.dropFirst() : text[...]
    let sign = isNegative ? "-" : ""
    let shown = shortened(text)
    guard let first = magnitude.utf8.first else {
      return Problem(at: range, "a digit must follow the minus sign")
    }
    if Self.isNotFinite(magnitude) { return Self.notFinite(text, at: range) }
    let plain = magnitude.utf8.allSatisfy { Self.isDigit($0) || $0 == UInt8(ascii: ".") }
    if plain, first == UInt8(ascii: "."), magnitude.utf8.count > 1 {
      return Problem(
        at: range, "\(shown) has no digit before its point; write \(shortened("\(sign)0\(magnitude)"))")
    }
    if plain, magnitude.hasSuffix("."), magnitude.utf8.count > 1 {
      return Problem(at: range, "\(shown) has no digit after its point; write \(shortened("\(text)0"))")
    }
    if plain, first == UInt8(ascii: "0"), magnitude.utf8.count > 1 {
      let digits = magnitude.drop { $0 == "0" }
      let number = digits.isEmpty || digits.hasPrefix(".") ? "0\(digits)" : "\(digits)"
      return Problem(at: range, "\(shown) starts with a 0 too many; write \(shortened(sign + number))")
    }
    if text.hasSuffix("e") || text.hasSuffix("E") || text.hasSuffix("e+") || text.hasSuffix("e-") {
      return Problem(at: range, "\(shown) has no digit after its e; write the exponent, as in 1e-3")
    }
    return Problem(at: range, "\(shown) is not a number as JSON has them, such as 12, -0.5 or 1e-3")
  }

  static func isNotFinite(_ word: some StringProtocol) -> Bool {
    ["nan", "inf", "infinity"].contains(word.lowercased())
  }

  static func notFinite(_ word: String, at range: Range<Int>) -> Problem {
    Problem(at: range, "\(word) is not a number in JSON; every number must be finite")
  }
}
