extension String {
  /// How many columns of a terminal it takes; codes for colours take none.
  public var columns: Int {
    var count = 0
    for scalar in unicodeScalars {
      guard let own = scalar.ownColumns else { return columnsByCharacter }
      count += own
    }
    return count
  }

  private var columnsByCharacter: Int {
    var count = 0
    var isInCode = false
    for character in self {
      if isInCode {
        isInCode = character != "m"
      } else if character == "\u{1B}" {
        isInCode = true
      } else {
        count += character.columns
      }
    }
    return count
  }
}

extension Unicode.Scalar {
  /// How many columns it takes, whatever stands beside it; `nil` where the tables of Unicode decide: these take long to ask.
  package var ownColumns: Int? {
    switch value {
    // Latin, Greek, punctuation, digits above and below the line, arrows, operators, and lines.
    case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300, 0x370..<0x483, 0x2010..<0x2028, 0x2030..<0x205F,
      0x2070..<0x20D0,
      0x2100..<0x231A, 0x2500..<0x25FD:
      1
    // Punctuation and letters of Chinese.
    case 0x3001..<0x302A, 0x4E00..<0xA000, 0xFF01..<0xFF61: 2
    default: nil
    }
  }
}

extension Character {
  /// As `wcwidth` has it of what Unicode calls narrow, wide, and without a width.
  package var columns: Int {
    guard let first = unicodeScalars.first else { return 0 }
    if first.isASCII { return 1 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    if first.properties.isEmojiPresentation || unicodeScalars.contains("\u{FE0F}") { return 2 }
    return Self.wide.contains { $0.contains(first.value) } ? 2 : 1
  }

  /// The blocks of East Asian letters, of Unicode Standard Annex 11.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1B000...0x1B2FF, 0x20000...0x3FFFD,
  ]
}
