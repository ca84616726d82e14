/// TeX that LaTeX, KaTeX, MathJax and pandoc take alike, and that no Markdown parser changes.
///
/// No backslash stands before a non-letter, no character that means something to Markdown occurs, and a subscript
/// comes before a superscript.
public struct LaTeXMarkup: Markup {
  public var stacksQuotients: Bool { true }
  public var raisesExponents: Bool { true }

  /// A markup without settings.
  public init() {}

  /// TeX takes a comma for one between arguments, with space after it, unless it stands in braces.
  public func digits(_ text: String) -> Piece {
    Piece(text.exchanging(",", for: "{,}"), width: TeXWidth.digits(text))
  }

  public func symbol(_ look: Notation.Look) -> Piece {
    var below = look.below ?? ""
    if !look.marks.isEmpty {
      below = (look.marks.map(Self.mark) + (look.below.map { [$0] } ?? [])).joined(separator: ",")
    }
    if let word = look.newWord { below += (below.isEmpty ? "" : ",") + Self.upright(word) }
    // Most letters are ASCII and themselves.
    let isPlain = look.letter.utf8.count == 1
    if look.isWord { return word(look, below: below) }
    var text =
      isPlain
      ? look.letter
      : (below.isEmpty ? nil : Self.bare[look.letter]) ?? Self.command(for: look.letter)
    if let accent = look.accent { text = "\\" + accent.rawValue + (below.isEmpty ? "{\(text)}" : " " + text) }
    if !below.isEmpty { text += "_{" + below + "}" }
    if let above = look.above { text += look.isTransposed ? "^{" + above + "\\top}" : "^{" + above + "}" }
    if look.above == nil, look.isTransposed { text += "^{\\top}" }
    if !look.behind.isEmpty { text += look.behind }
    return Piece(text, width: TeXWidth.symbol(look))
  }

  /// A word in one piece, with what is below it in its braces: after them the underscore might open emphasis.
  private func word(_ look: Notation.Look, below: String) -> Piece {
    // Digits are no part of the word, and upright as everywhere.
    let upright =
      below.isEmpty || below.contains { $0 == "\\" || $0.isLetter } ? below : "\\mathrm{" + below + "}"
    let text = "\\mathit{" + look.letter + (below.isEmpty ? "" : "_{" + upright + "}") + "}" + look.behind
    return Piece(text, width: TeXWidth.symbol(look))
  }

  /// A word below a name; fonts of mathematics have no Chinese letters.
  private static func upright(_ word: String) -> String {
    (word.utf8.allSatisfy { $0 < 0x80 } ? "\\mathrm{" : "\\text{") + word + "}"
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
    let mark =
      switch sign {
      case .partial: "\\partial "
      case .secondPartial: "\\partial^{2} "
      case .total: "\\mathrm{d} "
      }
    return Piece(mark + content.text, width: TeXWidth.differential(sign, content.width))
  }

  public func nabla(_ above: Piece, by below: Piece) -> Piece {
    Piece("\\nabla_{\(below.text)} \(above.text)", width: TeXWidth.nabla(above.width, by: below.width))
  }

  public func transposed(_ content: Piece) -> Piece {
    Piece("\(content.text)^{\\top}", width: TeXWidth.transposed(content.width))
  }

  public func quotient(_ above: Piece, _ below: Piece) -> Piece {
    Piece(
      "\\frac{" + above.text + "}{" + below.text + "}", width: TeXWidth.quotient(above.width, below.width))
  }

  public func power(_ base: Piece, _ exponent: Int) -> Piece {
    Piece(base.text + "^{" + String(exponent) + "}", width: TeXWidth.power(base.width, exponent))
  }

  public func power(_ base: Piece, _ exponent: Piece) -> Piece {
    Piece("\(base.text)^{\(exponent.text)}", width: TeXWidth.power(base.width, exponent.width))
  }

  public func root(_ content: Piece) -> Piece {
    Piece("\\sqrt{\(content.text)}", width: TeXWidth.root(content.width))
  }

  public func exponential(_ exponent: Piece) -> Piece {
    Piece("e^{\(exponent.text)}", width: TeXWidth.exponential(exponent.width))
  }

  public func parentheses(_ content: Piece, arePlain: Bool) -> Piece {
    let text = arePlain ? "(" + content.text + ")" : "\\left( " + content.text + " \\right)"
    return Piece(text, width: TeXWidth.parentheses(content.width, arePlain: arePlain))
  }

  public func brackets(_ content: Piece) -> Piece {
    Piece("\\left[ \(content.text) \\right]", width: TeXWidth.brackets(content.width))
  }

  public func delimiter(_ delimiter: Delimiter) -> Piece {
    let text =
      switch delimiter {
      case .openBracket: "\\lbrack "
      case .closeBracket: " \\rbrack"
      case .open, .close, .slash: delimiter.text
      }
    return Piece(text, width: TeXWidth.delimiter)
  }

  public func magnitude(_ content: Piece) -> Piece {
    Piece("\\lvert \(content.text) \\rvert", width: TeXWidth.magnitude(content.width))
  }

  public func call(_ name: FunctionName, _ argument: Piece) -> Piece {
    Piece(Self.name(name) + " " + argument.text, width: TeXWidth.name(name) + argument.width)
  }

  private static func name(_ name: FunctionName) -> String {
    switch name {
    case .sigma: "\\sigma"
    case .sigmaPrime: "\\sigma^{\\prime}"
    case .tanh: "\\tanh"
    case .tanhPrime: "\\tanh^{\\prime}"
    case .reluPrime: "\\mathrm{ReLU}^{\\prime}"
    case .step: "\\mathrm{step}"
    case .sin: "\\sin"
    case .cos: "\\cos"
    case .sign: "\\mathrm{sign}"
    case .softmax: "\\mathrm{softmax}"
    case .ln: "\\ln"
    case .exp: "\\exp"
    case .max: "\\max"
    case .min: "\\min"
    case .named(let function): named(function)
    }
  }

  private static func named(_ function: NamedFunction) -> String {
    let word = function.rawValue
    switch function {
    case .tan, .sinh, .cosh, .arcsin, .arccos, .arctan: return "\\\(word)"
    case .erf, .floor, .stop: return "\\mathrm{\(word)}"
    }
  }

  public func width(of parts: [RowPart]) -> Double { TeXWidth.row(parts) }

  public func row(_ parts: [RowPart]) -> Piece {
    var text = ""
    for part in parts {
      switch part {
      case .piece(let piece): text += piece.text
      case .sign(let sign): text += Self.sign(sign)
      }
    }
    return Piece(text, width: TeXWidth.row(parts))
  }

  private static func sign(_ sign: Operator) -> String {
    switch sign {
    case .plus: " + "
    case .minus: " - "
    case .times: " \\cdot "
    case .elementwise: " \\odot "
    case .comma: ", "
    case .semicolon: "; "
    case .equals: " = "
    case .approximately: " \\approx "
    case .greater: " > "
    case .atLeast: " \\geq "
    case .negation: "-"
    case .nothing: " "
    }
  }
}
