/// UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above U+10FFFF.
package enum UTF8Text {
  /// What some editors begin a text with: U+FEFF.
  package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The scalar that starts at `index` and how many bytes it takes; `nil` and 1 where none does.
  package static func scalar(at index: Int, in bytes: [UInt8]) -> (scalar: Unicode.Scalar?, length: Int) {
    guard index >= 0, index < bytes.count else { return (nil, 1) }
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, bytes.count - index >= length else { return (nil, 1) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for next in bytes[(index + 1)..<(index + length)] {
      guard next & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | UInt32(next & 0x3F)
    }
    // The initializer refuses surrogates and values above U+10FFFF; overlong forms are left.
    let smallest: UInt32 = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80
    guard value >= smallest, let scalar = Unicode.Scalar(value) else { return (nil, 1) }
    return (scalar, length)
  }

  /// The first place that is not UTF-8, if there is one, or where too many marks stand on a character.
  package static func problem(in bytes: [UInt8]) -> Problem? {
    if let problem = foreignEncoding(of: bytes) { return problem }
    guard let index = firstInvalid(in: bytes) else { return CombiningMarks.problem(in: bytes) }
    return isText(bytes) ? invalid(at: index, in: bytes) : noText
  }

  /// Why nothing at all can be read in the bytes; `nil` where something can.
  package static func unreadable(_ bytes: [UInt8]) -> Problem? {
    foreignEncoding(of: bytes) ?? (!isText(bytes) && firstInvalid(in: bytes) != nil ? noText : nil)
  }

  private static let noText = Problem(at: 0..<0, "this file is not text; save it as plain text in UTF-8")

  /// Whether it begins like no PDF, and with no control character that only other files have.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    !bytes.starts(with: "%PDF-".utf8)
      && bytes.prefix(512).allSatisfy { $0 >= 0x20 || (0x09...0x0D).contains($0) || $0 == 0x1B }
  }

  private static func firstInvalid(in bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let (scalar, length) = scalar(at: index, in: bytes)
      if scalar == nil { return index }
      index += length
    }
    return nil
  }

  /// UTF-16 or UTF-32, by its byte order mark or by the zero bytes that it has beside ASCII.
  private static func foreignEncoding(of bytes: [UInt8]) -> Problem? {
    encodingName(of: bytes).map {
      Problem(
        at: 0..<min(2, bytes.count), "the text is encoded as \($0), but must be UTF-8; save it again as UTF-8"
      )
    }
  }

  private static func encodingName(of bytes: [UInt8]) -> String? {
    let start = Array(bytes.prefix(4))
    let isZero = start.map { $0 == 0 }
    if start == [0x00, 0x00, 0xFE, 0xFF] || start == [0xFF, 0xFE, 0x00, 0x00] { return "UTF-32" }
    if isZero == [true, true, true, false] || isZero == [false, true, true, true] { return "UTF-32" }
    if start.starts(with: [0xFE, 0xFF]) || start.starts(with: [0xFF, 0xFE]) { return "UTF-16" }
    let isEven = bytes.count.isMultiple(of: 2)
    let pair = isZero.prefix(2)
    return isEven && (pair == [true, false] || pair == [false, true]) ? "UTF-16" : nil
  }

  private static func invalid(at index: Int, in bytes: [UInt8]) -> Problem {
    let first = bytes[index]
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    let reason: String
    let length: Int
    switch (first, second) {
    case (0xC0...0xC1, 0x80...0xBF): (reason, length) = ("an overlong form", 2)
    case (0xE0, 0x80...0x9F): (reason, length) = ("an overlong form", 3)
    case (0xF0, 0x80...0x8F): (reason, length) = ("an overlong form", 4)
    case (0xED, 0xA0...0xBF): (reason, length) = ("half of a surrogate pair", 3)
    case (0xF4, 0x90...0xBF), (0xF5...0xF7, 0x80...0xBF): (reason, length) = ("beyond U+10FFFF", 4)
    case (0x80...0xBF, _): (reason, length) = ("in the middle of no character", 1)
    case (0xC2...0xF4, _): (reason, length) = ("a character cut off", 1)
    default: (reason, length) = ("never part of UTF-8", 1)
    }
    let range = index..<min(index + length, bytes.count)
    let shown = bytes[range].map { String($0, radix: 16, uppercase: true) }.joined(separator: " ")
    let subject = range.count == 1 ? "the byte \(shown) is" : "the bytes \(shown) are"
    return Problem(at: range, "\(subject) \(reason), so the text is not UTF-8; save it again as UTF-8")
  }
}
