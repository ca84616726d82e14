/// Presentation MathML, of the elements and attributes that MathML Core has.
///
/// Every piece is one element, so that it can stand above a stroke or below a letter. What TeX says by setting things side
/// by side is said by invisible operators, which are read aloud. A piece is taken to be as wide as the same in TeX.
public struct MathMLMarkup: Markup {
  public var stacksQuotients: Bool { true }
  public var raisesExponents: Bool { true }

  /// An attribute for the name of a derivative, with a space before it, or nothing.
  private let attribute: @Sendable (Formula) -> String

  /// A markup whose names of derivatives have this attribute.
  public init(attribute: @escaping @Sendable (Formula) -> String = { _ in "" }) { self.attribute = attribute }

  public func name(_ content: Piece, of derivative: Formula) -> Piece {
    let attribute = attribute(derivative)
    guard !attribute.isEmpty, let end = content.text.firstIndex(of: ">") else { return content }
    return Piece(content.text[..<end] + attribute + content.text[end...], width: content.width)
  }

  public func digits(_ text: String) -> Piece { Piece(Self.number(text), width: TeXWidth.digits(text)) }

  public func symbol(_ look: Notation.Look) -> Piece {
    let plain = Self.composed[look.letter] ?? Self.name(look.letter)
    let letter = look.accent.map { Self.accented(plain, $0) } ?? plain
    var below = Self.marks(of: look)
    if let indices = look.below { below += (below.isEmpty ? [] : [Self.sign(",")]) + Self.marks(indices) }
    if let word = look.newWord { below += (below.isEmpty ? [] : [Self.sign(",")]) + [Self.name(word)] }
    let above = (look.above.map { Self.marks($0) } ?? []) + (look.isTransposed ? [Self.transposition] : [])
    let text = Self.scripts(letter, below: below, above: above)
    return Piece(Self.row([text] + Self.marks(look.behind)), width: TeXWidth.symbol(look))
  }

  public func differential(_ sign: Differential, _ content: Piece) -> Piece {
    let letter =
      switch sign {
      case .partial: Self.partial
      case .secondPartial: Self.scripts(Self.partial, above: [Self.number("2")])
      case .total: Self.total
      }
    return Piece(Self.row([letter, content.text]), width: TeXWidth.differential(sign, content.width))
  }

  public func nabla(_ above: Piece, by below: Piece) -> Piece {
    Piece(
      Self.row([Self.scripts(Self.nabla, below: [below.text]), above.text]),
      width: TeXWidth.nabla(above.width, by: below.width))
  }

  public func transposed(_ content: Piece) -> Piece {
    Piece(Self.scripts(content.text, above: [Self.transposition]), width: TeXWidth.transposed(content.width))
  }

  public func quotient(_ above: Piece, _ below: Piece) -> Piece {
    Piece(
      Self.fraction + above.text + below.text + "</mfrac>", width: TeXWidth.quotient(above.width, below.width)
    )
  }

  public func power(_ base: Piece, _ exponent: Int) -> Piece {
    let digits = Self.number(String(exponent.magnitude))
    return Piece(
      Self.scripts(base.text, above: exponent < 0 ? [Self.sign("−"), digits] : [digits]),
      width: TeXWidth.power(base.width, exponent))
  }

  public func power(_ base: Piece, _ exponent: Piece) -> Piece {
    Piece(Self.scripts(base.text, above: [exponent.text]), width: TeXWidth.power(base.width, exponent.width))
  }

  public func root(_ content: Piece) -> Piece {
    Piece("<msqrt>" + content.text + "</msqrt>", width: TeXWidth.root(content.width))
  }

  public func exponential(_ exponent: Piece) -> Piece {
    Piece(Self.scripts(Self.name("e"), above: [exponent.text]), width: TeXWidth.exponential(exponent.width))
  }

  public func parentheses(_ content: Piece, arePlain: Bool) -> Piece {
    Piece(Self.fenced(content, "(", ")"), width: TeXWidth.parentheses(content.width, arePlain: arePlain))
  }

  public func brackets(_ content: Piece) -> Piece {
    Piece(Self.fenced(content, "[", "]"), width: TeXWidth.brackets(content.width))
  }

  /// Only a fraction is so high that the signs have to grow; those that may leave the room of the largest, in some
  /// browsers.
  private static func fenced(_ content: Piece, _ left: String, _ right: String) -> String {
    let isHigh = content.text.has("<mfrac")
    return row([isHigh ? sign(left) : low(left), content.text, isHigh ? sign(right) : low(right)])
  }

  public func delimiter(_ delimiter: Delimiter) -> Piece {
    Piece(Self.low(delimiter.text), width: TeXWidth.delimiter)
  }

  public func magnitude(_ content: Piece) -> Piece {
    Piece(
      Self.row([Self.sign("|"), content.text, Self.sign("|")]), width: TeXWidth.magnitude(content.width))
  }

  public func call(_ name: FunctionName, _ argument: Piece) -> Piece {
    Piece(
      Self.row([Self.function(name), Self.application, argument.text]),
      width: TeXWidth.name(name) + argument.width)
  }

  public func width(of parts: [RowPart]) -> Double { TeXWidth.row(parts) }

  public func row(_ parts: [RowPart]) -> Piece {
    let elements = parts.enumerated().map { position, part in
      switch part {
      case .piece(let piece): piece.text
      case .sign(let sign): Self.sign(sign, isFirst: position == 0)
      }
    }
    return Piece(Self.row(elements), width: TeXWidth.row(parts))
  }

  private static func function(_ name: FunctionName) -> String {
    switch name {
    case .sigma: self.name("σ")
    case .sigmaPrime: scripts(self.name("σ"), above: [sign("′")])
    case .tanh: self.name("tanh")
    case .tanhPrime: scripts(self.name("tanh"), above: [sign("′")])
    case .reluPrime: scripts(self.name("ReLU"), above: [sign("′")])
    case .step: self.name("step")
    case .sin: self.name("sin")
    case .cos: self.name("cos")
    case .ln: self.name("ln")
    case .exp: self.name("exp")
    case .max: self.name("max")
    case .min: self.name("min")
    case .sign: self.name("sign")
    case .softmax: self.name("softmax")
    case .named(let function): self.name(function.rawValue)
    }
  }

  /// At the start of a line a sign between two terms would be taken for one that belongs to what follows.
  private static func sign(_ sign: Operator, isFirst: Bool) -> String {
    switch sign {
    case .plus: isFirst ? infix("+") : self.sign("+")
    case .minus: isFirst ? infix("−") : self.sign("−")
    case .times: self.sign("⋅")
    case .elementwise: self.sign("⊙")
    case .comma: self.sign(",")
    case .semicolon: self.sign(";")
    case .equals: self.sign("=")
    case .approximately: self.sign("≈")
    case .greater: self.sign("&gt;")
    case .atLeast: self.sign("≥")
    case .negation: self.sign("−")
    case .nothing: multiplication
    }
  }
}

/// The elements.
extension MathMLMarkup {
  private static let fraction = "<mfrac>"
  private static let nabla = "<mi mathvariant=\"normal\">∇</mi>"
  private static let partial = "<mi mathvariant=\"normal\">∂</mi>"
  private static let total = "<mi mathvariant=\"normal\">d</mi>"
  private static let transposition = "<mi>⊤</mi>"
  /// What stands unseen between a function and its argument, and between factors side by side.
  private static let (application, multiplication) = (sign("&#x2061;"), sign("&#x2062;"))

  /// Looks that are more than a letter.
  private static let composed = [
    "𝟏": number("𝟏"), "⋯": sign("⋯"), "∑": sign("∑"), "∏": sign("∏"),
    "∇C": row([nabla, name("C")]), "∇ℒ": row([nabla, name("ℒ")]),
    "‖∇C‖²": squaredNorm([nabla, name("C")]), "‖∇ℒ‖²": squaredNorm([nabla, name("ℒ")]),
    "‖∇[w]C‖²": squaredNorm([scripts(nabla, below: [name("w")]), name("C")]),
    "‖∇[W]ℒ‖²": squaredNorm([scripts(nabla, below: [name("W")]), name("ℒ")]),
  ]

  private static func number(_ text: String) -> String { "<mn>" + text + "</mn>" }
  private static func name(_ text: String) -> String { "<mi>" + text + "</mi>" }
  private static func sign(_ text: String) -> String { "<mo>" + text + "</mo>" }
  private static func low(_ text: String) -> String { "<mo stretchy=\"false\">" + text + "</mo>" }
  private static func infix(_ text: String) -> String { "<mo form=\"infix\">" + text + "</mo>" }

  /// One element of several.
  private static func row(_ elements: [String]) -> String {
    elements.count == 1 ? elements.joined() : "<mrow>" + elements.joined() + "</mrow>"
  }

  private static func squaredNorm(_ content: [String]) -> String {
    scripts(row([sign("‖")] + content + [sign("‖")]), above: [number("2")])
  }

  /// A base with what stands below and above it on the right.
  private static func scripts(_ base: String, below: [String] = [], above: [String] = []) -> String {
    switch (below.isEmpty, above.isEmpty) {
    case (true, true): base
    case (false, true): "<msub>" + base + row(below) + "</msub>"
    case (true, false): "<msup>" + base + row(above) + "</msup>"
    case (false, false): "<msubsup>" + base + row(below) + row(above) + "</msubsup>"
    }
  }

  /// A letter with its accent.
  private static func accented(_ letter: String, _ accent: Notation.Look.Accent) -> String {
    let mark =
      switch accent {
      case .hat: "^"
      case .bar: "¯"
      case .tilde: "˜"
      }
    return "<mover accent=\"true\">" + letter + low(mark) + "</mover>"
  }

  /// What a name has below by itself, with commas between.
  private static func marks(of look: Notation.Look) -> [String] {
    let elements = look.marks.map { $0.allSatisfy(\.isNumber) ? number($0) : name($0) }
    return Array(elements.map { [$0] }.joined(separator: [sign(",")]))
  }

  /// Indices or a layer, in elements: digits, and what stands between or around them.
  private static func marks(_ text: String) -> [String] {
    // Most are digits alone.
    if text.utf8.allSatisfy({ (0x30..<0x3A).contains($0) }) { return text.isEmpty ? [] : [number(text)] }
    var elements: [String] = []
    var digits = ""
    for character in text {
      if character.isNumber {
        digits.append(character)
      } else {
        if !digits.isEmpty { elements.append(number(digits)) }
        elements.append(
          character.isLetter
            ? name(String(character))
            : character == "," ? sign(",") : character == "-" ? sign("−") : low(String(character)))
        digits = ""
      }
    }
    return digits.isEmpty ? elements : elements + [number(digits)]
  }
}
