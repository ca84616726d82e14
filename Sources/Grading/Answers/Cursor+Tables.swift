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
}
