/// The one place that writes JSON's strings and numbers.
package enum JSONText {
  /// A string in quotation marks.
  package static func quoted(_ text: String) -> String {
    if text.utf8.allSatisfy(isPlain) { return "\"" + text + "\"" }
    return text.unicodeScalars.reduce(into: "\"") { result, scalar in
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    } + "\""
  }

  /// Whether it stands for itself in any text.
  private static func isPlain(_ byte: UInt8) -> Bool {
    // In UTF-8 a control character begins with 0xC2 where it is none of ASCII's.
    (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
      || byte > 0x7F && byte != 0xC2
  }

  /// The shortest digits that are read back as the same double; `null` for what no JSON number can say.
  package static func number(_ value: Double) -> String { value.isFinite ? "\(value)" : "null" }
}
