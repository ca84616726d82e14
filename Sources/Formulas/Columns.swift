extension String {
  /// How many columns of a terminal it takes; codes for colours take none.
  public var columns: Int {
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
