import Texts

/// A document whose equations are laid out over several lines, with each of them in one: nothing changes its place.
enum PrintedText {
  /// What opens mathematics that stands by itself is blanked out, and so is what breaks its lines; a line that begins with a
  /// relation goes on with the line before.
  static func inLines(_ bytes: [UInt8]) -> [UInt8] {
    var text = bytes
    var start = 0
    var displays = Displays()
    var last: Displays.Display?
    while start < bytes.count {
      let line = start..<Lines.end(of: start, in: bytes)
      if let display = displays.open(at: line, in: bytes) {
        layOut(display, of: bytes, in: &text)
        if let last, goesOn(display, from: last, in: bytes) {
          for place in last.whole.upperBound..<display.whole.lowerBound { text[place] = 0x20 }
        }
        last = display
        start = max(display.whole.upperBound, line.upperBound + 1)
        continue
      }
      if isUnderlined(line, in: bytes) { for place in line { text[place] = 0x20 } }
      if start > 0, !isBlank(before: start, in: bytes),
        goesOn(line, in: bytes) && !saysWhere(before: line, in: bytes) || isOpen(before: line, in: bytes)
      {
        text[start - 1] = 0x20
      }
      start = line.upperBound + 1
    }
    return text
  }

  /// Whether a line is the title above a row of signs.
  private static func isUnderlined(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    let start = line.upperBound + 1
    // The signs that have no ASCII begin with the same byte.
    guard start < bytes.count, !line.isEmpty, [0x3D, 0x2D, 0xE2].contains(bytes[start]) else { return false }
    let row = String(decoding: bytes[start..<Lines.end(of: start, in: bytes)], as: UTF8.self).filter {
      $0 != "\r"
    }
    guard row.count > 2, let sign = row.first, "=-═─".contains(sign) else { return false }
    return row.allSatisfy { $0 == sign }
  }

  /// Whether a line begins with = or ≈, or indented with an operator.
  private static func goesOn(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    var cursor = Cursor(bytes, line)
    cursor.skipBlanks()
    guard let next = cursor.next, cursor.byte(1) == 0x20 || !next.isASCII else { return false }
    if next == "=" || next == "≈" || cursor.begins(with: "~=") { return true }
    guard cursor.position - line.lowerBound > 4, ["+", "-", "−", "·", "*", ">", "≥"].contains(next) else {
      return false
    }
    // An item of a list is an answer of its own.
    cursor.skip()
    cursor.skipBlanks()
    guard cursor.takeRatio() != nil || cursor.takeNameToken() != nil || cursor.take("(") else { return true }
    cursor.skipBlanks()
    return cursor.next != "=" && cursor.next != "≈" && cursor.next != ":"
  }

  /// Whether the line before says last what a letter in it stands for: `dC/dw3 = a2 · δ, where δ = 0.2099`.
  private static func saysWhere(before line: Range<Int>, in bytes: [UInt8]) -> Bool {
    let start = bytes[..<(line.lowerBound - 1)].lastIndex(of: 0x0A) ?? 0
    let before = String(decoding: bytes[start..<line.lowerBound], as: UTF8.self)
    return [", where ", ", wobei ", ", with ", ", mit "].contains { before.contains($0) }
  }

  /// Whether the line before an indented one ends within a formula: with a stroke, a comma or an open parenthesis.
  private static func isOpen(before line: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard line.count > 4, bytes[line].prefix(5).allSatisfy({ $0 == 0x20 }) else { return false }
    var place = line.lowerBound - 1
    while place > 0, [0x20, 0x09, 0x0D].contains(bytes[place - 1]) { place -= 1 }
    return place > 0 && [UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: "(")].contains(bytes[place - 1])
  }

  /// Whether mathematics is set apart twice, with nothing between, and the second begins with a relation.
  private static func goesOn(_ display: Displays.Display, from last: Displays.Display, in bytes: [UInt8])
    -> Bool
  {
    var cursor = Cursor(bytes, display.content)
    while let next = cursor.next, Cursor.isBlank(next) || next == "\n" { cursor.skip() }
    guard cursor.begins(with: "\\approx") || cursor.next == "=" || cursor.next == "≈" else { return false }
    return bytes[last.whole.upperBound..<display.whole.lowerBound].allSatisfy {
      [0x20, 0x09, 0x0A, 0x0D].contains($0)
    }
  }

  private static func isBlank(before start: Int, in bytes: [UInt8]) -> Bool {
    var place = start - 1
    while place > 0, [0x20, 0x09, 0x0D].contains(bytes[place - 1]) { place -= 1 }
    return place == 0 || bytes[place - 1] == 0x0A
  }

  private static func layOut(_ display: Displays.Display, of bytes: [UInt8], in text: inout [UInt8]) {
    func blank(_ range: Range<Int>) { for place in range { text[place] = 0x20 } }
    let end = display.content.upperBound
    blank(display.whole.lowerBound..<display.content.lowerBound)
    blank(end..<display.whole.upperBound)
    var place = display.content.lowerBound
    while place < end {
      let cursor = Cursor(bytes, place..<end)
      if bytes[place] == 0x0A || bytes[place] == UInt8(ascii: "&") {
        text[place] = 0x20
        place += 1
      } else if cursor.begins(with: "\\\\") {
        blank(place..<(place + 2))
        // What does not go on is another equation.
        if !goesOnAfterBreak(Cursor(bytes, (place + 2)..<end)) { text[place] = 0x0A }
        place += 2
      } else if bytes[place] == UInt8(ascii: "\\"), ArrayLines.isMatrix(cursor),
        cursor.begins(with: "\\begin")
      {
        // A matrix keeps its rows.
        var inner = cursor
        while !inner.isAtEnd, !(inner.begins(with: "\\end") && ArrayLines.isMatrix(inner)) { inner.skip() }
        for line in place..<inner.position where bytes[line] == 0x0A { text[line] = 0x20 }
        place = max(inner.position + 1, place + 1)
      } else if Self.thinSpaces.contains(where: { cursor.begins(with: $0) }) {
        // Between factors, and not between clauses: a blank that is no ASCII has two bytes as well.
        text.replaceSubrange(place..<(place + 2), with: Array("\u{A0}".utf8))
        place += 2
      } else if let length = length(ofLayoutAt: cursor) {
        blank(place..<(place + length))
        place += length
      } else {
        place += 1
      }
    }
  }

  private static let thinSpaces = ["\\!", "\\,", "\\;", "\\:"]

  private static func goesOnAfterBreak(_ rest: Cursor) -> Bool {
    var ahead = rest
    while let next = ahead.next,
      Cursor.isBlank(next) || next == "\n" || next == "&" || ahead.begins(with: "\\quad")
    {
      if !ahead.take("\\quad") { ahead.skip() }
    }
    return ahead.isAtEnd || ahead.begins(with: "\\end") || ahead.begins(with: "\\approx")
      || ahead.begins(with: "\\cdot") || ahead.next.map { "=≈+-−".unicodeScalars.contains($0) } ?? true
  }

  private static func length(ofLayoutAt cursor: Cursor) -> Int? {
    for word in ["\\qquad", "\\quad", "\\nonumber", "\\notag"] where cursor.begins(with: word) {
      return word.utf8.count
    }
    guard cursor.begins(with: "\\begin{") || cursor.begins(with: "\\end{") else { return nil }
    var ahead = cursor
    while let next = ahead.next, next != "}" { ahead.skip() }
    _ = ahead.take("}")
    return ahead.position - cursor.position
  }
}
