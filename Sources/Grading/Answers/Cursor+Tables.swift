import Texts

/// Lines above others that make them the heading of a table.
extension Cursor {
  /// Whether the next line has as many cells, all of them numbers or empty but the first.
  func isAboveNumbers(_ count: Int, _ separator: Unicode.Scalar) -> Bool {
    guard end < bytes.count else { return false }
    let below = text((end + 1)..<Swift.min(Lines.end(of: end + 1, in: bytes), end + 1_000))
    let cells = below.split(separator: Character(separator), omittingEmptySubsequences: false)
    let said = cells.dropFirst().map { $0.trimmed { $0.isWhitespace || $0 == "\"" } }
    return cells.count == count && said.contains { !$0.isEmpty }
      && said.allSatisfy { $0.isEmpty || Double($0) != nil }
  }

  /// Whether it is the corner of a matrix that documents print and that is no quantity: σ′(z⁽¹⁾) ≈, W⁽²⁾ᵀδ⁽²⁾ ≈, ∇C ≈.
  var isPrintedWithoutName: Bool {
    let corner = text(trimmed)
    let isPrinted = ["=", "≈", "\\approx"].contains { corner.contains($0) }
    return isPrinted && ["\\nabla", "∇", "\\prime", "′", "\\top", "⊤"].contains { corner.contains($0) }
  }

  var isRule: Bool { Self.isRule(position..<end, of: bytes) }

  private static func isRule(_ range: Range<Int>, of bytes: [UInt8]) -> Bool {
    let line = bytes[range]
    return line.allSatisfy { " |:->\t\r".utf8.contains($0) } && line.contains(UInt8(ascii: "-"))
      && line.contains(UInt8(ascii: "|"))
  }

  /// Whether the line is the head of a table, with the rule |---|---| below it, or that rule.
  var isAboveRule: Bool {
    let below = Lines.end(of: position, in: bytes) + 1
    guard below < bytes.count else { return isRule }
    return isRule || Self.isRule(below..<Lines.end(of: below, in: bytes), of: bytes)
  }

  /// What stands between the separators of a row.
  func cells(between separator: Unicode.Scalar) -> [Cursor] {
    var cursor = self
    if separator == "|" { _ = cursor.take("|") }
    var cells: [Cursor] = []
    var start = cursor.position
    var (isQuoted, depth) = (false, 0)
    while let next = cursor.next {
      if next == "\"", separator != "|" { isQuoted.toggle() }
      // w2[1,3] is one name, and \| no stroke.
      if next == "[" || next == "{" { depth += 1 }
      if next == "]" || next == "}" { depth = max(0, depth - 1) }
      let isEnd = next == separator && !isQuoted && (separator != "," || depth == 0)
      let place = cursor.position
      cursor.skip()
      if isEnd {
        cells.append(Cursor(bytes, start..<place))
        start = cursor.position
      } else if next == "\\", separator == "|" {
        cursor.skip()
      }
    }
    let last = Cursor(bytes, start..<end)
    // Nothing follows the last stroke.
    if separator != "|" || !last.isBlankToFill { cells.append(last) }
    return cells
  }

  /// The numbers of a row of a table without strokes, in plain text or LaTeX, behind the first column.
  var numbersInColumns: [Range<Int>] {
    let words = bytes[position..<end].split {
      Self.isBlank(Unicode.Scalar($0)) || $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "$") || $0 == 0x0D
    }
    // LaTeX pads numbers with \hphantom and ends a row with \\.
    let numbers = words.map { $0.prefix { $0 != UInt8(ascii: "\\") }.indices }.filter { !$0.isEmpty }
    return numbers.count > 1 && numbers.allSatisfy { Decimal.read(Cursor(bytes, $0)) != nil }
      ? Array(numbers.dropFirst()) : []
  }

  /// The cells of a row of a table with strokes; none for another line.
  var cellsOfRow: [Cursor] {
    var row = self
    row.skipBlanks()
    while row.take(">") { row.skipBlanks() }
    return row.next == "|" ? row.cells(between: "|") : []
  }
}
