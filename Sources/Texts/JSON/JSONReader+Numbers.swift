extension JSONReader {
  /// number = [ "-" ] int [ "." digits ] [ "e" [ sign ] digits ]; it is kept as it is written.
  mutating func number() throws(Problem) -> JSONValue {
    let start = position
    guard takeNumber() else { throw badNumber(from: start) }
    let range = start..<position
    let text = String(decoding: bytes[range], as: UTF8.self)
    let hasExponent = text.utf8.contains { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }
    // Without an exponent, it takes more than 300 digits to leave the range of a double.
    if hasExponent || range.count > 300 { try checkSize(of: text, at: range) }
    return JSONValue(.number(text), at: range)
  }

  /// Goes over a number; the result is whether it is one, and ends where no word goes on.
  private mutating func takeNumber() -> Bool {
    _ = take("-")
    let whole = digits()
    if whole.isEmpty || (whole.count > 1 && bytes[whole.lowerBound] == UInt8(ascii: "0")) { return false }
    if take("."), digits().isEmpty { return false }
    if take("e") || take("E") {
      _ = take("+") || take("-")
      if digits().isEmpty { return false }
    }
    return next.map { !Self.continuesWord($0) } ?? true
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
    if let comma = decimalComma(before: start) { return comma }
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
    let significant = magnitude.drop { $0 == "0" }
    let hasWhole = significant.utf8.first.map(Self.isDigit) ?? false
    let repairs = [
      (first == UInt8(ascii: "."), "has no digit before its point", "\(sign)0\(magnitude)"),
      (magnitude.hasSuffix("."), "has no digit after its point", "\(text)0"),
      (first == UInt8(ascii: "0"), "starts with a 0 too many", sign + (hasWhole ? "" : "0") + significant),
    ]
    // What is wrong in two ways is not repaired.
    for (applies, state, repaired) in repairs where applies && Self.isNumber(repaired) {
      return Problem(at: range, "\(shown) \(state); write \(shortened(repaired))")
    }
    if text.hasSuffix("e") || text.hasSuffix("E") || text.hasSuffix("e+") || text.hasSuffix("e-") {
      return Problem(at: range, "\(shown) has no digit after its e; write the exponent, as in 1e-3")
    }
    return Self.noNumber(shown, at: range)
  }

  static func noNumber(_ shown: String, at range: Range<Int>) -> Problem {
    Problem(at: range, "\(shown) is not a number in JSON, such as 12, -0.5 or 1e-3")
  }

  /// 0,35 is one number to those who write it, and two to JSON; `nil` where the digits at `place` are no such half.
  func decimalComma(before place: Int) -> Problem? {
    guard place > 1, place < bytes.count, Self.isDigit(bytes[place]), bytes[place - 1] == UInt8(ascii: ",")
    else { return nil }
    let start = wordStart(before: place - 1)
    let whole = String(decoding: bytes[start..<(place - 1)], as: UTF8.self)
    let decimals = word(at: place)
    // [1,2.5.1] and [1e3,05] are arrays, with something else wrong.
    guard Self.isNumber(whole), whole.utf8.allSatisfy({ Self.isDigit($0) || $0 == UInt8(ascii: "-") }),
      decimals.utf8.allSatisfy(Self.isDigit)
    else { return nil }
    return Problem(
      at: start..<(place + decimals.utf8.count),
      "\(shortened("\(whole),\(decimals)")) has a decimal comma; "
        + "write \(shortened("\(whole).\(decimals)")), with a point")
  }

  /// Whether the whole text is a number of JSON.
  static func isNumber(_ text: String) -> Bool {
    var reader = JSONReader(Array(text.utf8))
    return reader.takeNumber() && reader.next == nil
  }

  static func isNotFinite(_ word: some StringProtocol) -> Bool {
    ["nan", "inf", "infinity"].contains(word.lowercased())
  }

  static func notFinite(_ word: String, at range: Range<Int>) -> Problem {
    Problem(at: range, "\(word) is not a number in JSON; every number must be finite")
  }
}
