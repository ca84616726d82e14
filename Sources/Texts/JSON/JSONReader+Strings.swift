extension JSONReader {
  /// Takes a string, from its opening quote to its closing one, and resolves its escapes.
  mutating func string() throws(Problem) -> String {
    let start = position
    position += 1
    var text = ""
    var plain = position
    var hasEscape = false
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        text += String(decoding: bytes[plain..<position], as: UTF8.self)
        position += 1
        // What is not escaped was looked at with all of the text.
        if hasEscape, let problem = CombiningMarks.problem(in: Array(text.utf8)) {
          throw Problem(at: start..<position, problem.message)
        }
        return text
      case UInt8(ascii: "\\"):
        text += String(decoding: bytes[plain..<position], as: UTF8.self)
        text.unicodeScalars.append(try escape())
        (plain, hasEscape) = (position, true)
      case 0..<0x20: throw control(byte, openedAt: start)
      default: position += 1
      }
    }
    throw Problem(at: start..<bytes.count, "the string that starts here is never closed; end it with \"")
  }

  /// Takes one escape, from its backslash on; a surrogate pair is one.
  private mutating func escape() throws(Problem) -> Unicode.Scalar {
    let start = position
    position += 1
    guard let byte = next else {
      throw Problem(at: start..<position, "the text ends within a string; end the string with \"")
    }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default:
      let (scalar, length) = UTF8Text.scalar(at: start + 1, in: bytes)
      let shown = harmless(String(scalar ?? "\u{FFFD}"))
      throw Problem(
        at: start..<(start + 1 + length),
        "\\\(shown) is not an escape in JSON; a backslash itself is written \\\\")
    }
    let first = try codeUnit(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    // What is no scalar by itself is half of a pair: first the high half, then the low one.
    let second = position
    if first < 0xDC00, take("\\"), take("u") {
      let low = try codeUnit(from: second)
      if low >= 0xDC00, low < 0xE000,
        let scalar = Unicode.Scalar(0x10000 + ((first & 0x3FF) << 10 | low & 0x3FF))
      {
        return scalar
      }
    }
    let shown = String(decoding: bytes[start..<second], as: UTF8.self)
    throw Problem(
      at: start..<second,
      "\(shown) is half of a surrogate pair; write both halves, or the character itself")
  }

  /// Takes the four hexadecimal digits after `\u`.
  private mutating func codeUnit(from start: Int) throws(Problem) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Self.hexadecimalDigit(byte) else {
        throw Problem(at: start..<position, "\\u must be followed by four hexadecimal digits, as in \\u00e9")
      }
      unit = unit << 4 | digit
      position += 1
    }
    return unit
  }

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  private func control(_ byte: UInt8, openedAt start: Int) -> Problem {
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      Problem(
        at: start..<position,
        "the string that starts here does not end on its line; end it with \", or write the line break as \\n"
      )
    case UInt8(ascii: "\t"):
      Problem(at: position..<(position + 1), "a string cannot contain a tab character; write it as \\t")
    default:
      Problem(
        at: position..<(position + 1),
        "a string cannot contain a control character; write it as \(harmless(String(Unicode.Scalar(byte))))")
    }
  }
}
