/// A place in a part of a text, and ways to go on from it; it never leaves the part.
package struct Cursor {
  /// The whole text.
  package let bytes: [UInt8]
  /// The current place, as a byte offset.
  package private(set) var position: Int
  /// The byte offset of the start of the part.
  package let start: Int
  /// The byte offset of the end of the part.
  package let end: Int

  /// At the start of a range, which is cut to what is there.
  package init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    end = min(range.upperBound, bytes.count)
    start = min(max(range.lowerBound, 0), end)
    position = start
  }

  /// Whether nothing of the part is left.
  package var isAtEnd: Bool { position >= end }

  /// The scalar that is next, U+FFFD for a byte of none; `nil` at the end.
  package var next: Unicode.Scalar? { position < end ? step.scalar : nil }

  /// What was passed last, if it is ASCII.
  package var last: UInt8? { position > start ? bytes[position - 1] : nil }

  /// The byte so many places on.
  package func byte(_ offset: Int) -> UInt8? { position + offset < end ? bytes[position + offset] : nil }

  /// The bytes of the scalar that is next.
  package var range: Range<Int> { position..<(isAtEnd ? end : position + step.length) }

  private var step: (scalar: Unicode.Scalar, length: Int) {
    let first = bytes[position]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let (scalar, length) = UTF8Text.scalar(at: position, in: bytes)
    guard let scalar, position + length <= end else { return ("\u{FFFD}", 1) }
    return (scalar, length)
  }

  /// Moves on by one Unicode scalar.
  package mutating func skip() {
    if position < end { position += step.length }
  }

  /// Goes to a place within the part.
  package mutating func move(to place: Int) { position = min(max(place, start), end) }

  /// Takes a scalar if it is the next one.
  package mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    skip()
    return true
  }

  /// Takes the next scalar if it is one of these.
  package mutating func take(oneOf scalars: Set<Unicode.Scalar>) -> Bool {
    guard let next, scalars.contains(next) else { return false }
    skip()
    return true
  }

  /// Takes a whole word or nothing.
  package mutating func take(_ word: String) -> Bool {
    guard begins(with: word) else { return false }
    position += word.utf8.count
    return true
  }

  /// Whether the word is next.
  package func begins(with word: String) -> Bool {
    var place = position
    for byte in word.utf8 {
      guard place < end, bytes[place] == byte else { return false }
      place += 1
    }
    return true
  }

  /// Goes on to what is no blank.
  package mutating func skipBlanks() {
    while let next, Self.isBlank(next) { skip() }
  }

  /// The digits 0 to 9 that are next, perhaps none.
  package mutating func digits() -> String {
    let start = position
    while position < end, Self.isDigit(bytes[position]) { position += 1 }
    return text(start..<position)
  }

  /// The bytes of a range as text.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// Whether a byte is one of 0 to 9.
  package static func isDigit(_ byte: UInt8?) -> Bool { byte.map { $0 >= 0x30 && $0 <= 0x39 } ?? false }

  /// Blanks within a line: also those that a word processor puts between a number and what follows.
  package static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\r", "\u{A0}", "\u{2009}", "\u{200A}", "\u{202F}", "\u{FEFF}": true
    default: false
    }
  }

  /// Whether a word would go on with the scalar.
  package static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? (scalar >= "a" && scalar <= "z") || (scalar >= "A" && scalar <= "Z") : scalar.properties.isAlphabetic
  }
}
