extension Problem {
  /// The problem as a compiler shows it: `PATH:LINE:COLUMN: error: …`, the line, and a caret under the place.
  ///
  /// Lines and columns count from 1, columns in Unicode scalars. Nothing in `source` or `path` can reach the
  /// terminal as a control character. There is no line break at the end.
  public func description(path: String, in source: [UInt8]) -> String {
    let excerpt = SourceExcerpt(of: range, in: source)
    let blank = String(repeating: " ", count: String(excerpt.line).count)
    return """
      \(harmless(path)):\(excerpt.line):\(excerpt.column): error: \(harmless(message))
       \(excerpt.line) | \(excerpt.text)
       \(blank) | \(excerpt.marks)
      """
  }
}

/// The line where a range of bytes begins, and carets to put below it.
struct SourceExcerpt {
  /// A longer line is cut to about this many scalars around the place.
  static let width = 100
  /// How much of a cut line stays to the left of the place.
  static let lead = 30

  let line: Int
  let column: Int
  let text: String
  let marks: String

  init(of range: Range<Int>, in source: [UInt8]) {
    let byteOrderMark = source.starts(with: UTF8Text.byteOrderMark) ? UTF8Text.byteOrderMark.count : 0
    let place = min(max(range.lowerBound, byteOrderMark), source.count)
    let before = source[..<place]
    line = lineNumber(of: place, in: source)
    let start = max(before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0, byteOrderMark)
    var end = source[place...].firstIndex(of: UInt8(ascii: "\n")) ?? source.count
    if end > place, source[end - 1] == UInt8(ascii: "\r") { end -= 1 }

    // Every scalar, and every byte that belongs to none, is one column wide.
    var columns = 0
    var index = start
    while index < place {
      index += UTF8Text.scalar(at: index, in: source).length
      columns += 1
    }
    column = columns + 1

    let firstShown = columns < Self.width - Self.lead ? 0 : columns - Self.lead
    var shown = "".unicodeScalars
    var marked = 0
    var position = 0
    index = start
    while index < end, position < firstShown + Self.width {
      let (scalar, length) = UTF8Text.scalar(at: index, in: source)
      if position >= firstShown {
        shown.append(Self.visible(scalar))
        if index >= place, index < range.upperBound { marked += 1 }
      }
      index += length
      position += 1
    }
    text = (firstShown > 0 ? "…" : "") + String(shown) + (index < end ? "…" : "")
    let indent = columns - firstShown + (firstShown > 0 ? 1 : 0)
    marks = String(repeating: " ", count: indent) + String(repeating: "^", count: max(marked, 1))
  }

  /// What stands for a scalar in the one column that it has.
  private static func visible(_ scalar: Unicode.Scalar?) -> Unicode.Scalar {
    guard let scalar else { return "\u{FFFD}" }
    if scalar == "\t" || scalar == "\r" { return " " }
    return isHarmless(scalar) ? scalar : "\u{FFFD}"
  }
}

/// The line, counted from 1, of the byte at `place`.
func lineNumber(of place: Int, in source: [UInt8]) -> Int {
  source.prefix(place).reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
}

/// Whether a scalar can be shown without moving the cursor, hiding text or turning its direction.
func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7F }
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator: return false
  default: return true
  }
}

/// The sentence about an invisible character that is there by mistake; `nil` for any other character.
package func invisibility(of scalar: Unicode.Scalar) -> String? {
  let isBlank = !scalar.isASCII && scalar.properties.generalCategory == .spaceSeparator
  guard isBlank || !isHarmless(scalar) else { return nil }
  let digits = String(scalar.value, radix: 16, uppercase: true)
  let number = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  return "an invisible character, U+\(number), is here; remove it"
}

/// The text with every scalar that is not harmless written as JSON would escape it.
public func harmless(_ text: String) -> String {
  guard !text.unicodeScalars.allSatisfy(isHarmless) else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if isHarmless(scalar) {
      result.unicodeScalars.append(scalar)
    } else {
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
  }
  return result
}
