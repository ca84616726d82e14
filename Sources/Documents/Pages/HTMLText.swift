import Formulas

/// The one place that makes text harmless to HTML, in an element and in a quoted attribute alike.
package enum HTMLText {
  /// The text with what means something to HTML, or to XML, in its place.
  package static func escape(_ text: String) -> String {
    if text.utf8.allSatisfy(isHarmless) { return text }
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

  private static func isHarmless(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "&", "<", ">", "\"", "'": false
    default: (0x20..<0x7F).contains(byte)
    }
  }
}

extension Prose {
  /// As HTML among words; `math` writes its formulas.
  func html(in notation: Notation, _ math: (Equation) -> String, error: (Formula) -> String) -> String {
    let pieces = pieces(for: notation.decimal)
    return zip(pieces, pieces.dropFirst().map(\.isPunctuated) + [false]).map { piece, isHeld in
      switch piece {
      case .text(let text): HTMLText.escape(text)
      case .code(let code): "<code>" + HTMLText.escape(code) + "</code>"
      case .emphasis(let prose): "<em>" + prose.html(in: notation, math, error: error) + "</em>"
      case .strong(let prose): "<strong>" + prose.html(in: notation, math, error: error) + "</strong>"
      case .link(let prose, let address):
        "<a href=\"" + HTMLText.escape(address) + "\">" + prose.html(in: notation, math, error: error)
          + "</a>"
      // A browser would part a formula from the comma after it.
      case .math(let equation): isHeld ? "<span class=\"held\">" + math(equation) + "</span>" : math(equation)
      case .term(let term): HTMLText.escape(notation.words(for: term))
      case .error(let formula): error(formula)
      }
    }.joined()
  }
}

extension Prose.Inline {
  /// Whether it begins with a sign that belongs to the word before it.
  fileprivate var isPunctuated: Bool {
    if case .text(let text) = self { text.first.map { ".,;:)".contains($0) } ?? false } else { false }
  }
}
