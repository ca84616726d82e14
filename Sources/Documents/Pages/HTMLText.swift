/// The one place that makes text harmless to HTML, in an element and in a quoted attribute alike.
enum HTMLText {
  static func escape(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) && !special.contains($0) }) { return text }
    // By scalars: a mark that combines with it does not make it harmless.
    return text.withoutControls.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  private static let special: Set<UInt8> = Set("&<>\"'".utf8)
}
