import Texts

/// The signs between a name and its value.
enum Relation {
  private static let signs: Set<Unicode.Scalar> = [
    "=", "≈", "≃", "≅", "≔", "→", "⟶", "↦", "⟼", "≐", "←", "⟵",
  ]
  private static let words = [
    ":=", "->", "-->", "~=", "-=", "+=", "\\approx", "\\simeq", "\\cong", "\\doteq", "\\coloneqq", "\\to ",
    "\\rightarrow", "\\longrightarrow", "\\mapsto", "\\longmapsto", "\\gets", "\\leftarrow",
  ]
  private static let arrows = [
    "→", "⟶", "↦", "⟼", "->", "\\to", "\\rightarrow", "\\longrightarrow", "mapsto", ":=", "≔", "\\coloneqq",
    "<-", "←",
    "⟵", "\\gets", "\\leftarrow",
  ]

  /// Whether what stands between a name and its value is an arrow or an assignment, which gives it a new value.
  static func isArrow(_ sign: String) -> Bool { arrows.contains { sign.contains($0) } }

  /// How a program changes a value in its place.
  enum Change { case less, more }

  /// What w -= 0.1 and w += 0.1 do; `nil` for any other sign.
  static func change(_ sign: String) -> Change? {
    if sign.hasSuffix("-=") || sign.hasSuffix("−=") { return .less }
    return sign.hasSuffix("+=") ? .more : nil
  }

  /// Takes one; not ≥, ≤ and ≠ as they are typed.
  static func take(_ cursor: inout Cursor) -> Bool {
    guard let next = cursor.next else { return false }
    switch next {
    case "=":
      if cursor.last == UInt8(ascii: ">") || cursor.last == UInt8(ascii: "<")
        || cursor.last == UInt8(ascii: "!")
        || cursor.begins(with: "=>")
      {
        return false
      }
      cursor.skip()
      _ = cursor.take("=")
      return true
    case "~":
      // In TeX it is a blank.
      var ahead = cursor
      ahead.skip()
      if ahead.take("=") {
        cursor = ahead
        return true
      }
      guard let after = ahead.next, Cursor.isBlank(after) || ahead.isAtNumber || after == "-" || after == "−"
      else {
        return false
      }
      // 0.48~0.49 is a range.
      if cursor.last == UInt8(ascii: "~") || after == "~" || Cursor.isDigit(cursor.last) && ahead.isAtNumber {
        return false
      }
      cursor = ahead
      return true
    // z <-0.5 compares.
    case "<":
      var ahead = cursor
      guard ahead.take("<- ") || ahead.take("<-- ") else { return false }
      ahead.skipBlanks()
      if ahead.next == "=" { return false }
      cursor = ahead
      return true
    case ":", "-", "+", "\\": return words.contains { cursor.take($0) }
    case "−":
      var ahead = cursor
      ahead.skip()
      guard ahead.take("=") else { return false }
      cursor = ahead
      return true
    default: return !next.isASCII && cursor.take(oneOf: signs)
    }
  }

  /// Where they stand in a line, outside of parentheses; inside as well where those are not closed.
  static func all(in line: Cursor) -> [Range<Int>] {
    var (outside, everywhere): ([Range<Int>], [Range<Int>]) = ([], [])
    var cursor = line
    var depth = 0
    while let next = cursor.next {
      let start = cursor.position
      if take(&cursor) {
        everywhere.append(start..<cursor.position)
        if depth == 0 { outside.append(start..<cursor.position) }
        continue
      }
      // What sets mathematics apart in TeX is no parenthesis.
      if next == "\\", ["(", ")", "[", "]"].contains(Unicode.Scalar(cursor.byte(1) ?? 0)) {
        cursor.skip(); cursor.skip(); continue
      }
      if next == "(" || next == "[" || next == "{" { depth += 1 }
      if next == ")" || next == "]" || next == "}" { depth = max(0, depth - 1) }
      cursor.skip()
    }
    return depth == 0 || !outside.isEmpty ? outside : everywhere
  }
}
