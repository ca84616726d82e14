import Documents

/// The little Markdown of a lesson's summary: paragraphs, emphasis, code and links; everything else is text.
enum Summary {
  /// Paragraphs, which empty lines divide.
  static func paragraphs(_ text: String) -> [Prose] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .split { $0.allSatisfy(\.isWhitespace) }
      .map { lines in
        var reader = SummaryReader(lines.joined(separator: " ").drop(while: \.isWhitespace))
        return reader.prose()
      }
  }
}

/// Reads one paragraph from left to right.
private struct SummaryReader {
  /// The marks, longest first.
  private static let marks = ["**", "*", "_", "`", "["]

  /// What marks begin with.
  private static let starts = Array("*_`[".utf8)

  private var rest: Substring
  private var previous: Character?
  /// Marks that nothing closes any more: looked for once, not from each of them.
  private var unclosed: Set<String> = []

  init(_ text: Substring) { rest = text }

  mutating func prose() -> Prose {
    var pieces: [Prose.Inline] = []
    var plain = ""
    while let first = rest.first {
      if let piece = marked() {
        if !plain.isEmpty { pieces.append(.text(plain)) }
        plain = ""
        pieces.append(piece)
      } else {
        plain.append(first)
        previous = first
        rest = rest.dropFirst()
      }
    }
    if !plain.isEmpty { pieces.append(.text(plain)) }
    return Prose(pieces)
  }

  /// What a mark here encloses, gone over; `nil` where there is none.
  private mutating func marked() -> Prose.Inline? {
    guard let first = rest.utf8.first, Self.starts.contains(first) else { return nil }
    guard let mark = Self.marks.first(where: rest.hasPrefix), !unclosed.contains(mark) else { return nil }
    // An underscore inside a word, as in w_1, is text.
    if mark == "_", previous.map({ $0.isLetter || $0.isNumber || $0 == "_" }) == true { return nil }
    let inside = rest.dropFirst(mark.count)
    guard let first = inside.first, !first.isWhitespace else { return nil }
    guard let end = inside.firstRange(of: mark == "[" ? "](" : mark) else {
      unclosed.insert(mark)
      return nil
    }
    let (content, after) = (inside[..<end.lowerBound], inside[end.upperBound...])
    guard !content.isEmpty else { return nil }
    if mark == "_", after.first.map({ $0.isLetter || $0.isNumber }) == true { return nil }
    guard mark == "[" else {
      go(to: after)
      return Self.piece(mark, String(content))
    }
    guard let close = after.firstIndex(of: ")") else {
      unclosed.insert(mark)
      return nil
    }
    let address = String(after[..<close])
    guard Self.isSafe(address) else { return nil }
    go(to: after[close...].dropFirst())
    return .link(Prose([.text(String(content))]), address: address)
  }

  private mutating func go(to next: Substring) {
    rest = next
    previous = nil
  }

  private static func piece(_ mark: String, _ content: String) -> Prose.Inline {
    switch mark {
    case "`": .code(content)
    case "**": .strong(Prose([.text(content)]))
    default: .emphasis(Prose([.text(content)]))
    }
  }

  private static func isSafe(_ address: String) -> Bool {
    address.allSatisfy { $0.isASCII && !$0.isWhitespace && !"<>\"\\".contains($0) }
      && ["http://", "https://"].contains(where: address.hasPrefix)
  }
}
