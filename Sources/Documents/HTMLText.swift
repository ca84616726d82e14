/// The one place that makes text harmless to HTML, in an element and in a quoted attribute alike.
enum HTMLText {
  static func escape(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) && !special.contains($0) }) { return text }
    return text.withoutControls.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.append(character)
      }
    }
  }

  private static let special: Set<UInt8> = Set("&<>\"'".utf8)
}
