/// A line that reads like an answer, and names nothing: a name with a slip in it is not to go unseen.
package struct MissedLine: Hashable, Sendable {
  /// Counted from 1.
  package let line: Int
  /// As it was typed.
  package let written: String
}

extension MissedLine {
  /// The most that are kept.
  static let most = 5
  private static let longestLine = 80
  private static let longestName = 24

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
    written = text.split(separator: " ").joined(separator: " ").filter { $0 != "\r" }
  }
}
