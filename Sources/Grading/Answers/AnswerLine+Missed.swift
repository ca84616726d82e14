/// A line that reads like an answer, and names nothing: a name with a slip in it is not to go unseen.
package struct MissedLine: Hashable, Sendable {
  /// Counted from 1.
  package let line: Int
  /// As it was typed.
  package let written: String
  /// The bytes of what stands before the sign of equality.
  let nameRange: Range<Int>
}

extension MissedLine {
  /// The most that are kept.
  static let most = 5
  private static let longestLine = 80
  private static let longestName = 24

  /// The first of a text, wherever it stands; `nil` if there is none near its beginning.
  init?(firstOf bytes: [UInt8]) {
    let lines = bytes.prefix(1 << 16).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where line.contains(UInt8(ascii: "=")) {
      guard let found = MissedLine(line.startIndex..<line.endIndex, of: bytes, line: index + 1) else {
        continue
      }
      self = found
      return
    }
    return nil
  }

  /// A short word, a sign of equality, and a decimal; `nil` for any other line.
  init?(_ range: Range<Int>, of bytes: [UInt8], line: Int) {
    guard range.count <= Self.longestLine else { return nil }
    let text = String(decoding: bytes[range], as: UTF8.self)
    let sides = text.split(separator: "=", omittingEmptySubsequences: false).map {
      String($0.filter { !" \t\r`*$".contains($0) })
    }
    guard sides.count == 2, let name = sides.first, let value = sides.last,
      (1...Self.longestName).contains(name.count),
      name.first.map({ $0.isLetter || $0 == "∂" }) == true,
      // The sign that is printed is read as well as the one that is typed.
      Double(value.replacing("−", with: "-")) != nil,
      text.prefix(while: { $0 != "=" }).split(separator: " ").count == 1
    else { return nil }
    self.line = line
    let start = bytes[range].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? range.lowerBound
    let end = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "=")) ?? range.upperBound
    nameRange = start..<(bytes[start..<end].lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? end)
    written = text.split(separator: " ").joined(separator: " ").filter { $0 != "\r" }
  }
}
