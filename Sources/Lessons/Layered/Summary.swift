import Documents
import Formulas

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
  /// The next place of each closing mark, `nil` where none comes any more: looked for once, not from each mark that opens.
  private var closers: [String: Range<Substring.Index>?] = [:]
  /// The next character that no address has, as a rule the parenthesis that closes it.
  private var endOfAddress: Substring.Index?

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
    guard let mark = Self.marks.first(where: rest.hasPrefix) else { return nil }
    // An underscore inside a word, as in w_1, is text.
    if mark == "_", previous.map({ $0.isLetter || $0.isNumber || $0 == "_" }) == true { return nil }
    let inside = rest.dropFirst(mark.count)
    guard let first = inside.first, !first.isWhitespace else { return nil }
    guard let end = next(mark == "[" ? "](" : mark, in: inside) else { return nil }
    let (content, after) = (inside[..<end.lowerBound], inside[end.upperBound...])
    guard !content.isEmpty else { return nil }
    if mark == "_", after.first.map({ $0.isLetter || $0.isNumber }) == true { return nil }
    guard mark == "[" else {
      go(to: after)
      return Self.piece(mark, String(content))
    }
    let address = after[..<endOfAddress(after)]
    guard after[address.endIndex...].first == ")", Self.schemes.contains(where: address.hasPrefix) else {
      return nil
    }
    go(to: after[address.endIndex...].dropFirst())
    return .link(Prose([.text(String(content))]), address: String(address))
  }

  /// The first place of a closing mark in a part of the text that reaches to its end.
  private mutating func next(_ closer: String, in part: Substring) -> Range<Substring.Index>? {
    if let known = closers[closer], known.map({ $0.lowerBound >= part.startIndex }) ?? true { return known }
    let found = part.firstRange(of: closer)
    closers[closer] = .some(found)
    return found
  }

  /// Where the address that begins a part of the text ends.
  private mutating func endOfAddress(_ part: Substring) -> Substring.Index {
    if let endOfAddress, endOfAddress >= part.startIndex { return endOfAddress }
    let end = part.firstIndex { !$0.isASCII || $0.isWhitespace || ")<>\"\\".contains($0) } ?? part.endIndex
    endOfAddress = end
    return end
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

  private static let schemes = ["http://", "https://"]
}
