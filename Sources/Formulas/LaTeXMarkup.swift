/// TeX that LaTeX, KaTeX, MathJax and pandoc take alike, and that no Markdown parser changes.
///
/// No backslash stands before a non-letter, no character that means something to Markdown occurs, and a subscript
/// comes before a superscript. Widths are in points, of Computer Modern at 11 points, rounded up.
public struct LaTeXMarkup: Markup {
  /// A digit or a letter, and one in a subscript or a superscript.
  private static let (character, small) = (6.0, 4.6)
  /// Binary operators and relations with the space around them; parentheses; the overhang of a fraction's stroke.
  private static let (operation, parenthesis, stroke) = (13.0, 6.0, 4.0)

  public var stacksQuotients: Bool { true }
  public var raisesExponents: Bool { true }

  /// A markup without settings.
  public init() {}

  /// TeX takes a comma for one between arguments, with space after it, unless it stands in braces.
  public func digits(_ text: String) -> Piece {
    Piece(
      text.utf8.contains(UInt8(ascii: ",")) ? text.replacing(",", with: "{,}") : text,
      width: Double(text.utf8.count) * Self.character)
  }

  public func symbol(_ look: Notation.Look) -> Piece {
    var below = look.below ?? ""
    if !look.marks.isEmpty {
      below = (look.marks.map(Self.mark) + (look.below.map { [$0] } ?? [])).joined(separator: ",")
    }
    if look.isNew { below += below.isEmpty ? "\\mathrm{new}" : ",\\mathrm{new}" }
    // Most letters are ASCII and themselves.
    let isPlain = look.letter.utf8.count == 1
    if !isPlain, look.letter.utf8.allSatisfy({ $0 < 0x80 }) { return word(look, below: below) }
    var text =
      isPlain
      ? look.letter
      : (below.isEmpty ? nil : Self.bare[look.letter]) ?? Self.command(for: look.letter)
    if let accent = look.accent { text = "\\" + accent.rawValue + (below.isEmpty ? "{\(text)}" : " " + text) }
    if !below.isEmpty { text += "_{" + below + "}" }
    if let above = look.above { text += look.isTransposed ? "^{" + above + "\\top}" : "^{" + above + "}" }
    if look.above == nil, look.isTransposed { text += "^{\\top}" }
    let aboveCount = (look.above?.utf8.count ?? 0) + (look.isTransposed ? 2 : 0)
    let scripts = Double(max(Self.countBelow(look), aboveCount)) * Self.small
    if !look.behind.isEmpty { text += look.behind }
    return Piece(
      text,
      width: 1.2 * Self.character + scripts + Double(look.behind.utf8.count) * Self.character)
  }

  /// A word in one piece, with what is below it in its braces: after them the underscore might open emphasis.
  private func word(_ look: Notation.Look, below: String) -> Piece {
    // Digits are no part of the word, and upright as everywhere.
    let upright =
      below.isEmpty || below.contains { $0 == "\\" || $0.isLetter } ? below : "\\mathrm{" + below + "}"
    let text = "\\mathit{" + look.letter + (below.isEmpty ? "" : "_{" + upright + "}") + "}" + look.behind
    let count = Double(look.letter.utf8.count + look.behind.utf8.count)
    return Piece(
      text, width: count * Self.character + Double(Self.countBelow(look)) * Self.small)
  }

  /// The characters that stand below.
  private static func countBelow(_ look: Notation.Look) -> Int {
    let count = (look.below?.utf8.count ?? 0) + (look.isNew ? 3 : 0)
    return look.marks.isEmpty ? count : look.marks.reduce(count - 1) { $0 + $1.count + 1 }
  }

  /// A letter that is none of ASCII's.
  private static func command(for letter: String) -> String {
    if let command = commands[letter] { return command }
    // The one Greek letter that TeX does not know apart from the Latin one.
    if letter == "ο" { return "o" }
    return GreekLetters.name(of: letter).map { "\\" + $0 } ?? letter
  }

  /// What a name has below: a letter as such, a word upright.
  private static func mark(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x80 }) { return command(for: text) }
    let isOfDigits = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return text.utf8.count == 1 || isOfDigits ? text : "\\mathrm{" + text + "}"
  }

  private static let commands = [
    "𝟏": "\\mathbf{1}", "∇C": "\\nabla C",
    "‖∇C‖²": "\\lVert \\nabla C \\rVert^{2}",
    "‖∇[w]C‖²": "\\lVert \\nabla_{w} C \\rVert^{2}",
    "‖∇[W]ℒ‖²": "\\lVert \\nabla_{W} \\mathcal{L} \\rVert^{2}",
    "⋯": "\\cdots", "∑": "\\sum", "∏": "\\prod",
    "ℒ": "\\mathcal{L}", "∇ℒ": "\\nabla \\mathcal{L}", "‖∇ℒ‖²": "\\lVert \\nabla \\mathcal{L} \\rVert^{2}",
  ]
  /// Before a subscript: to Markdown an underscore after a brace may open emphasis, after a letter it cannot.
  private static let bare = ["ℒ": "\\mathcal L"]

  public func differential(_ sign: Differential, _ content: Piece) -> Piece {
    switch sign {
    case .partial: Piece("\\partial " + content.text, width: content.width + Self.character)
    case .secondPartial:
      Piece("\\partial^{2} " + content.text, width: content.width + Self.character + Self.small)
    case .total: Piece("\\mathrm{d} " + content.text, width: content.width + Self.character)
    }
  }

  public func nabla(_ above: Piece, by below: Piece) -> Piece {
    Piece(
      "\\nabla_{\(below.text)} \(above.text)",
      width: 1.4 * Self.character + Self.small / Self.character * below.width + above.width)
  }

  public func transposed(_ content: Piece) -> Piece {
    Piece("\(content.text)^{\\top}", width: content.width + 2 * Self.small)
  }

  public func quotient(_ above: Piece, _ below: Piece) -> Piece {
    Piece(
      "\\frac{" + above.text + "}{" + below.text + "}", width: max(above.width, below.width) + Self.stroke)
  }

  public func power(_ base: Piece, _ exponent: Int) -> Piece {
    Piece(
      base.text + "^{" + String(exponent) + "}",
      width: base.width + Double(String(exponent).count) * Self.small)
  }

  public func power(_ base: Piece, _ exponent: Piece) -> Piece {
    Piece(
      "\(base.text)^{\(exponent.text)}",
      width: base.width + Self.small / Self.character * exponent.width)
  }

  public func root(_ content: Piece) -> Piece {
    Piece("\\sqrt{\(content.text)}", width: content.width + 10)
  }

  public func exponential(_ exponent: Piece) -> Piece {
    Piece("e^{\(exponent.text)}", width: Self.character + exponent.width)
  }

  public func parentheses(_ content: Piece, arePlain: Bool) -> Piece {
    let text = arePlain ? "(" + content.text + ")" : "\\left( " + content.text + " \\right)"
    // Those that grow with what they hold are wider.
    return Piece(text, width: content.width + 2 * (arePlain ? Self.parenthesis : Self.parenthesis + 2))
  }

  public func brackets(_ content: Piece) -> Piece {
    Piece("\\left[ \(content.text) \\right]", width: content.width + 2 * Self.parenthesis)
  }

  public func delimiter(_ delimiter: Delimiter) -> Piece {
    let text =
      switch delimiter {
      case .openBracket: "\\lbrack "
      case .closeBracket: " \\rbrack"
      case .open, .close, .slash: delimiter.text
      }
    return Piece(text, width: Self.parenthesis)
  }

  public func magnitude(_ content: Piece) -> Piece {
    Piece("\\lvert \(content.text) \\rvert", width: content.width + Self.parenthesis)
  }

  public func call(_ name: FunctionName, _ argument: Piece) -> Piece {
    let name = Self.name(name)
    return Piece(name.text + " " + argument.text, width: name.width + argument.width)
  }

  private static func name(_ name: FunctionName) -> Piece {
    switch name {
    case .sigma: Piece("\\sigma", width: character)
    case .sigmaPrime: Piece("\\sigma^{\\prime}", width: character + small)
    case .tanh: Piece("\\tanh", width: 4 * character)
    case .tanhPrime: Piece("\\tanh^{\\prime}", width: 4 * character + small)
    case .reluPrime: Piece("\\mathrm{ReLU}^{\\prime}", width: 4 * character + small)
    case .step: Piece("\\mathrm{step}", width: 4 * character)
    case .sin: Piece("\\sin", width: 3 * character)
    case .cos: Piece("\\cos", width: 3 * character)
    case .sign: Piece("\\mathrm{sign}", width: 4 * character)
    case .softmax: Piece("\\mathrm{softmax}", width: 7 * character)
    case .ln: Piece("\\ln", width: 2 * character)
    case .exp: Piece("\\exp", width: 3 * character)
    case .max: Piece("\\max", width: 4 * character)
    case .min: Piece("\\min", width: 4 * character)
    case .named(let function): named(function)
    }
  }

  private static func named(_ function: NamedFunction) -> Piece {
    let word = function.rawValue
    let width = Double(word.utf8.count) * character
    switch function {
    case .tan, .sinh, .cosh, .arcsin, .arccos, .arctan: return Piece("\\\(word)", width: width)
    case .erf, .floor, .stop: return Piece("\\mathrm{\(word)}", width: width)
    }
  }

  public func row(_ parts: [RowPart]) -> Piece {
    var (text, width) = ("", 0.0)
    for part in parts {
      let piece =
        switch part {
        case .piece(let piece): piece
        case .sign(let sign): Self.sign(sign)
        }
      text += piece.text
      width += piece.width
    }
    return Piece(text, width: width)
  }

  private static func sign(_ sign: Operator) -> Piece {
    switch sign {
    case .plus: Piece(" + ", width: operation)
    case .minus: Piece(" - ", width: operation)
    case .times: Piece(" \\cdot ", width: operation - 4)
    case .elementwise: Piece(" \\odot ", width: operation)
    case .comma: Piece(", ", width: character)
    case .semicolon: Piece("; ", width: character)
    case .equals: Piece(" = ", width: operation + 2)
    case .approximately: Piece(" \\approx ", width: operation + 2)
    case .greater: Piece(" > ", width: operation + 2)
    case .atLeast: Piece(" \\geq ", width: operation + 2)
    case .negation: Piece("-", width: operation - 4)
    case .nothing: Piece(" ", width: 2)
    }
  }
}
