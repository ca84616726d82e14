import Documents

/// The little Markdown of a lesson's summary: paragraphs, emphasis, code and links; everything else is text.
enum Summary {
  /// Paragraphs, which empty lines divide.
  static func paragraphs(_ text: String) -> [Prose] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .split { $0.allSatisfy(\.isWhitespace) }
      .map { prose(Substring($0.joined(separator: " "))) }
  }

  /// The marks, longest first.
  private static let marks = ["**", "*", "_", "`", "["]

  private static func prose(_ text: Substring) -> Prose {
    var pieces: [Prose.Inline] = []
    var plain = ""
    var rest = text
    while let first = rest.first {
      if let (piece, after) = marked(rest) {
        if !plain.isEmpty { pieces.append(.text(plain)) }
        plain = ""
        pieces.append(piece)
        rest = after
      } else {
        plain.append(first)
        rest = rest.dropFirst()
      }
    }
    if !plain.isEmpty { pieces.append(.text(plain)) }
    return Prose(pieces)
  }

  /// What a mark at the start of the text encloses, and what comes after it.
  private static func marked(_ text: Substring) -> (Prose.Inline, Substring)? {
    guard let mark = marks.first(where: text.hasPrefix) else { return nil }
    let inside = text.dropFirst(mark.count)
    guard let first = inside.first, !first.isWhitespace else { return nil }
    guard let end = inside.firstRange(of: mark == "[" ? "](" : mark), end.lowerBound > inside.startIndex
    else { return nil }
    let content = inside[..<end.lowerBound]
    let after = inside[end.upperBound...]
    switch mark {
    case "`": return (.code(String(content)), after)
    case "**": return (.strong(Prose([.text(String(content))])), after)
    case "[":
      guard let close = after.firstIndex(of: ")") else { return nil }
      let address = String(after[..<close])
      let isSafe = address.allSatisfy { $0.isASCII && !$0.isWhitespace && !"<>\"\\".contains($0) }
      guard isSafe, ["http://", "https://"].contains(where: address.hasPrefix) else { return nil }
      return (.link(Prose([.text(String(content))]), address: address), after[close...].dropFirst())
    default: return (.emphasis(Prose([.text(String(content))])), after)
    }
  }
}
