/// Mathematics in one line of ASCII, dC/dw2[1,3] = 0.5 * sigma'(z2[1]); widths are in columns.
///
/// Quantities have the names that answers are typed in, so that a line that is printed can be typed back.
public struct ASCIIMarkup: Markup {
  public var stacksQuotients: Bool { false }
  public var raisesExponents: Bool { false }

  private let style: TextStyle

  /// A markup in this style, which is taken to be ASCII.
  public init(style: TextStyle = TextStyle(isASCII: true)) { self.style = style }

  public func name(of symbol: Symbol) -> Piece? { Piece(inLine: Self.name(symbol)) }
  public func mark(_ content: Piece, as part: TextStyle.Part) -> Piece {
    Piece(inLine: style.mark(content.text, as: part))
  }
  public func digits(_ text: String) -> Piece { Piece(inLine: text) }
  /// All symbols have names.
  public func symbol(_ look: Notation.Look) -> Piece { Piece(inLine: look.letter.inASCII) }
  public func differential(_ sign: Differential, _ content: Piece) -> Piece {
    Piece(inLine: (sign == .secondPartial ? "d2" : "d") + content.text)
  }
  public func nabla(_ above: Piece, by below: Piece) -> Piece {
    Piece(inLine: "grad_\(below.text) \(above.text)")
  }
  public func transposed(_ content: Piece) -> Piece { Piece(inLine: content.text + "^T") }
  public func quotient(_ above: Piece, _ below: Piece) -> Piece {
    Piece(inLine: "\(above.text)/\(below.text)")
  }
  public func power(_ base: Piece, _ exponent: Int) -> Piece { Piece(inLine: "\(base.text)^\(exponent)") }
  public func power(_ base: Piece, _ exponent: Piece) -> Piece {
    Piece(inLine: "\(base.text)^\(exponent.text)")
  }
  public func root(_ content: Piece) -> Piece { Piece(inLine: "sqrt(\(content.text))") }
  public func exponential(_ exponent: Piece) -> Piece { Piece(inLine: "exp(\(exponent.text))") }
  public func parentheses(_ content: Piece, arePlain: Bool) -> Piece { Piece(inLine: "(\(content.text))") }
  public func brackets(_ content: Piece) -> Piece { Piece(inLine: "[\(content.text)]") }
  public func delimiter(_ delimiter: Delimiter) -> Piece { Piece(inLine: delimiter.text) }
  public func magnitude(_ content: Piece) -> Piece { Piece(inLine: "abs(\(content.text))") }
  public func call(_ name: FunctionName, _ argument: Piece) -> Piece {
    Piece(inLine: UnicodeMarkup.name(name).inASCII + argument.text)
  }

  public func row(_ parts: [RowPart]) -> Piece {
    let texts = parts.map { part in
      switch part {
      case .piece(let piece): piece.text
      case .sign(let sign): Self.sign(sign)
      }
    }
    return Piece(inLine: texts.joined())
  }

  private static func sign(_ sign: Operator) -> String {
    switch sign {
    case .plus: " + "
    case .minus: " - "
    case .times: " * "
    case .elementwise: " .* "
    case .comma: ", "
    case .semicolon: "; "
    case .equals: " = "
    case .approximately: " ~= "
    case .greater: " > "
    case .atLeast: " >= "
    case .negation: "-"
    case .nothing: " "
    }
  }

  private static func name(_ symbol: Symbol) -> String {
    switch symbol.meaning {
    case .otherTerms: return "..."
    case .path: return "P" + symbol.name.dropFirst("path".count)
    case .gradient: return "grad C"
    case .squaredGradient: return "|grad C|^2"
    case .squaredWeightGradient: return "|grad_w C|^2"
    case .weight, .bias, .weightedInput, .activation, .target, .cost, .penalty, .learningRate, .newWeight,
      .newBias, .newCost, .weightMatrix, .error, .jacobian, .ones, .mask, .entry, .named, .newNamed,
      .optimizer,
      .newOptimizer, .derivative:
      // With the parameters after a step the example has no number; the section says which it is.
      guard (symbol.example ?? 1) < 1 else { return symbol.name.inASCII }
      return Symbol(symbol.meaning, layer: symbol.layer, indices: symbol.indices).name
    }
  }
}

extension Piece {
  /// As wide as it is in a terminal.
  init(inLine text: String) { self.init(text, width: Double(text.columns)) }
}
