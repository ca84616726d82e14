/// Mathematics in one line of plain text, ∂C/∂w₁₁⁽²⁾ = 0.5 · σ(z); widths are in columns.
public struct UnicodeMarkup: Markup {
  public var stacksQuotients: Bool { false }
  public var raisesExponents: Bool { false }

  private let style: TextStyle

  /// A markup in this style, which is taken not to be ASCII.
  public init(style: TextStyle = TextStyle()) { self.style = style }

  public func mark(_ content: Piece, as part: TextStyle.Part) -> Piece {
    style.isColoured ? Self.piece(style.mark(content.text, as: part)) : content
  }

  public func digits(_ text: String) -> Piece { Self.piece(text) }

  public func symbol(_ look: Notation.Look) -> Piece {
    Self.piece(
      (look.newWord.map(Self.before) ?? "") + look.letter + (look.accent.map(Self.combining) ?? "")
        + Self.lowered(look.marks) + (look.below.map(Self.lowered) ?? "")
        + (look.above.map(Self.raised) ?? "") + (look.isTransposed ? "ᵀ" : "") + look.behind)
  }

  /// A word before a name; there is no space beside letters of Chinese.
  private static func before(_ word: String) -> String {
    word.utf8.allSatisfy { $0 < 0x80 } ? word + " " : word
  }

  public func differential(_ sign: Differential, _ content: Piece) -> Piece {
    let text =
      switch sign {
      case .partial: "∂"
      case .secondPartial: "∂²"
      case .total: "d"
      }
    return Self.piece(text + content.text)
  }
  public func nabla(_ above: Piece, by below: Piece) -> Piece {
    Self.piece("∇" + (Self.lowLetters[below.text] ?? "_\(below.text)") + " " + above.text)
  }
  public func transposed(_ content: Piece) -> Piece { Self.piece(content.text + "ᵀ") }
  public func quotient(_ above: Piece, _ below: Piece) -> Piece { Self.piece("\(above.text)/\(below.text)") }
  public func power(_ base: Piece, _ exponent: Int) -> Piece {
    Self.piece(base.text + Self.raised(String(exponent)))
  }
  public func power(_ base: Piece, _ exponent: Piece) -> Piece {
    Self.piece("\(base.text)^\(exponent.text)")
  }
  public func root(_ content: Piece) -> Piece { Self.piece("√(\(content.text))") }
  public func exponential(_ exponent: Piece) -> Piece { Self.piece("exp(\(exponent.text))") }
  public func parentheses(_ content: Piece, arePlain: Bool) -> Piece { Self.piece("(\(content.text))") }
  public func brackets(_ content: Piece) -> Piece { Self.piece("[\(content.text)]") }
  public func delimiter(_ delimiter: Delimiter) -> Piece { Self.piece(delimiter.text) }
  public func magnitude(_ content: Piece) -> Piece { Self.piece("|\(content.text)|") }
  public func call(_ name: FunctionName, _ argument: Piece) -> Piece {
    Self.piece(Self.name(name) + argument.text)
  }

  private static func piece(_ text: String) -> Piece { Piece(inLine: text) }

  static func name(_ name: FunctionName) -> String {
    switch name {
    case .sigma: "σ"
    case .sigmaPrime: "σ′"
    case .tanh: "tanh"
    case .tanhPrime: "tanh′"
    case .reluPrime: "ReLU′"
    case .step: "step"
    case .sin: "sin"
    case .cos: "cos"
    case .ln: "ln"
    case .exp: "exp"
    case .max: "max"
    case .min: "min"
    case .sign: "sign"
    case .softmax: "softmax"
    case .named(let function): function.rawValue
    }
  }

  public func row(_ parts: [RowPart]) -> Piece {
    let text = parts.reduce(into: "") { text, part in
      switch part {
      case .piece(let piece): text += piece.text
      case .sign(let sign): text += Self.sign(sign)
      }
    }
    return Self.piece(text)
  }

  private static func sign(_ sign: Operator) -> String {
    switch sign {
    case .plus: " + "
    case .minus: " − "
    case .times: " · "
    case .elementwise: " ⊙ "
    case .comma: ", "
    case .semicolon: "; "
    case .equals: " = "
    case .approximately: " ≈ "
    case .greater: " > "
    case .atLeast: " ≥ "
    case .negation: "−"
    case .nothing: " "
    }
  }

  /// Digits below the line; of words few letters have a form there, so all of them stand on it.
  private static func lowered(_ marks: [String]) -> String {
    if marks.isEmpty { return "" }
    let isOfDigits = marks.allSatisfy { $0.unicodeScalars.allSatisfy { subscripts[$0] != nil } }
    return isOfDigits ? lowered(marks.joined(separator: ",")) : "_" + marks.joined(separator: "_")
  }

  /// The mark that stands above the character before it.
  private static func combining(_ accent: Notation.Look.Accent) -> String {
    switch accent {
    case .hat: "\u{302}"
    case .bar: "\u{304}"
    case .tilde: "\u{303}"
    }
  }

  private static func raised(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { $0.unicodeScalars.append(superscripts[$1] ?? $1) }
  }

  private static func lowered(_ text: String) -> String {
    var lowered = ""
    for scalar in text.unicodeScalars {
      guard let low = subscripts[scalar] ?? letterSubscripts[scalar] ?? (scalar == "," ? scalar : nil) else {
        return "[\(text)]"
      }
      lowered.unicodeScalars.append(low)
    }
    return lowered
  }

  /// The few letters that Unicode has below the line.
  private static let lowLetters = ["a": "ₐ", "h": "ₕ", "x": "ₓ"]
  private static let superscripts = table("0123456789()-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁻")
  private static let subscripts = table("0123456789-", "₀₁₂₃₄₅₆₇₈₉₋")

  /// The letters of indices that Unicode has below the line.
  private static let letterSubscripts = table("aehijklmnoprstuvx+", "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ₊")

  private static func table(_ plain: String, _ shifted: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(zip(plain.unicodeScalars, shifted.unicodeScalars)) { first, _ in first }
  }
}
