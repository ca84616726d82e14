import Texts

/// Rows of numbers below a factor that all of them have, as MATLAB prints small ones: `1.0e-02 *`.
enum ScaledRows {
  /// The text with the power of ten at each number, in as many lines; `nil` where there is no such factor.
  static func inLines(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.contains(UInt8(ascii: "*")) else { return nil }
    var text: [UInt8] = []
    var power: String?
    var hasFactor = false
    var start = 0
    while start < bytes.count {
      let line = start..<Lines.end(of: start, in: bytes)
      start = line.upperBound + 1
      let words = bytes[line].split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if let factor = Self.power(of: Cursor(bytes, line)) {
        (power, hasFactor) = (factor, true)
      } else if let factor = power, !words.isEmpty {
        if words.allSatisfy({ isPlain(Cursor(bytes, $0.startIndex..<$0.endIndex)) }) {
          for word in words { text += [0x20, 0x20] + word + factor.utf8 }
        } else {
          power = nil
          text += bytes[line]
        }
      } else {
        text += bytes[line]
      }
      if line.upperBound < bytes.count { text.append(0x0A) }
    }
    return hasFactor ? text : nil
  }

  /// e-02, of a line that is `1.0e-02 *` and no more.
  private static func power(of line: Cursor) -> String? {
    var cursor = line
    cursor.skipBlanks()
    guard cursor.take("1.0e") else { return nil }
    let sign = cursor.takeMinus() ? "-" : ""
    _ = cursor.take("+")
    let digits = cursor.digits()
    cursor.skipBlanks()
    guard (1...3).contains(digits.utf8.count), cursor.take("*") else { return nil }
    cursor.skipBlanks()
    return cursor.isAtEnd ? "e" + sign + digits : nil
  }

  /// Whether it is a number without a power of ten.
  private static func isPlain(_ word: Cursor) -> Bool {
    var cursor = word
    _ = cursor.takeMinus()
    return cursor.takeMantissa() != nil && cursor.isAtEnd
  }
}
