import Formulas

/// Numbers, as people type them.
extension Cursor {
  /// Whether what is next is a digit, or a point with a digit after it.
  package var isAtNumber: Bool {
    Self.isDigit(byte(0)) || (byte(0) == UInt8(ascii: ".") && Self.isDigit(byte(1)))
  }

  /// Takes digits, perhaps with a point in them, before them or after them, as JSON would have them: `0.5` for `.5`; of 1...4
  /// only the 1.
  package mutating func takeMantissa() -> String? {
    guard isAtNumber else { return nil }
    let whole = digits()
    guard !begins(with: ".."), take(".") else { return whole }
    let fraction = digits()
    return (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// Takes what follows the digits in 1e-3; in 2e^x it takes nothing.
  package mutating func takeExponent() -> String? {
    var ahead = self
    guard ahead.take("e") || ahead.take("E") else { return nil }
    var sign = ""
    if ahead.takeMinus() { sign = "-" } else { _ = ahead.take("+") }
    let power = ahead.digits()
    guard !power.isEmpty else { return nil }
    self = ahead
    return sign + power
  }

  /// Takes a minus sign, as keyboards and books have it.
  package mutating func takeMinus() -> Bool {
    guard let next, next == "-" || !next.isASCII else { return false }
    return take(oneOf: ["-", "−", "–", "‐", "‑"])
  }

  /// Takes raised digits, ⁻³, as plain ones.
  package mutating func takeRaised() -> String? {
    var ahead = self
    var text = ahead.take("⁻") ? "-" : ""
    let sign = text
    while let next = ahead.next, let digit = Self.raised.firstIndex(of: next) {
      text += String(digit)
      ahead.skip()
    }
    guard text != sign else { return nil }
    self = ahead
    return text
  }

  private static let raised: [Unicode.Scalar] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

  /// Takes a star, a cross or a dot, which multiplies; `**` raises to a power.
  package mutating func takeTimesSign() -> Bool {
    guard let next, next == "*" || !next.isASCII, !begins(with: "**") else { return false }
    return take(oneOf: ["*", "·", "×", "⋅", "∙", "•", "∗"])
  }

  /// Takes a sign of multiplication; x is one only where it cannot be the input.
  package mutating func takeTimes() -> Bool {
    if takeTimesSign() || take("\\cdot") || take("\\times") { return true }
    guard let next, ["x", "X"].contains(next) else { return false }
    var ahead = self
    ahead.skip()
    ahead.skipBlanks()
    guard let after = ahead.next, ahead.isAtNumber || after == "(" || Self.isLetter(after) else {
      return false
    }
    self = ahead
    return true
  }

  /// Takes a number without a sign; throws where it does not fit a double.
  package mutating func takeNumeral() throws(Problem) -> Numeral? {
    let start = position
    guard let mantissa = takeMantissa() else { return nil }
    let power = takeExponent()
    return try Self.numeral(mantissa, power, at: start..<position, written: text(start..<position))
  }

  /// The number of such digits and such a power of ten.
  package static func numeral(
    _ mantissa: String, _ power: String?, at range: Range<Int>, written: String
  ) throws(Problem) -> Numeral {
    let shown = shortened(written)
    if let power, power.drop(while: { $0 == "-" || $0 == "0" }).utf8.count > 4 {
      throw Problem(at: range, "the exponent of \(shown) is too large")
    }
    let text = mantissa + (power.map { "e" + $0 } ?? "")
    guard let value = Double(text), value.isFinite, let numeral = Numeral(text) else {
      throw Problem(at: range, "\(shown) is too large for a double, which ends at 1.8e308")
    }
    if value == 0, mantissa.utf8.contains(where: { isDigit($0) && $0 != UInt8(ascii: "0") }) {
      throw Problem(at: range, "\(shown) is too small for a double, which starts at 5e-324; write 0")
    }
    return numeral
  }
}
