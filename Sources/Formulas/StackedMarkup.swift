/// Mathematics in plain text whose fractions are stacked, above and below a stroke; widths are in columns.
///
/// A piece is a box of lines that are all as wide as it is. What no fraction is in is one line, as the markup of lines
/// writes it.
public struct StackedMarkup: Markup {
  public var stacksQuotients: Bool { true }
  public var raisesExponents: Bool { false }

  private let style: TextStyle
  private let line: any Markup

  /// A markup in this style.
  public init(style: TextStyle) {
    self.style = style
    line = style.isASCII ? ASCIIMarkup(style: style) : UnicodeMarkup(style: style)
  }

  public func name(of symbol: Symbol) -> Piece? { line.name(of: symbol) }
  public func digits(_ text: String) -> Piece { line.digits(text) }
  public func symbol(_ look: Notation.Look) -> Piece { line.symbol(look) }
  /// Of two names, which are lines.
  public func nabla(_ above: Piece, by below: Piece) -> Piece { line.nabla(above, by: below) }

  /// Each line by itself, for what stands beside it is another part; the spaces around it have no colour.
  public func mark(_ content: Piece, as part: TextStyle.Part) -> Piece {
    guard content.isStacked else { return line.mark(content, as: part) }
    let box = content.lines.map { line in
      let words = line.drop { $0 == " " }
      let space = words.reversed().prefix { $0 == " " }.count
      return String(line.prefix(line.count - words.count))
        + style.mark(String(words.dropLast(space)), as: part) + String(words.suffix(space))
    }
    return Piece(box: box, axis: content.axis)
  }

  public func differential(_ sign: Differential, _ content: Piece) -> Piece {
    row([.piece(line.differential(sign, Piece(inLine: ""))), .piece(content)])
  }

  public func quotient(_ above: Piece, _ below: Piece) -> Piece {
    // A stroke over a single letter would be taken for a minus sign.
    let width = max(above.columns, below.columns) == 1 ? 3 : max(above.columns, below.columns)
    let stroke = String(repeating: style.isASCII ? "-" : "─", count: width)
    let (above, below) = (above.lines, below.lines)
    return Piece(box: (above + [stroke] + below).map { $0.centred(in: width) }, axis: above.count)
  }

  public func transposed(_ content: Piece) -> Piece {
    content.isStacked
      ? raised(line.transposed(Piece(inLine: "")), beside: content) : line.transposed(content)
  }

  public func power(_ base: Piece, _ exponent: Int) -> Piece {
    base.isStacked
      ? raised(line.power(Piece(inLine: ""), exponent), beside: base) : line.power(base, exponent)
  }

  public func power(_ base: Piece, _ exponent: Piece) -> Piece {
    row([.piece(base), .piece(line.power(Piece(inLine: ""), Piece(inLine: ""))), .piece(exponent)])
  }

  /// At the upper right corner.
  private func raised(_ mark: Piece, beside base: Piece) -> Piece {
    let space = String(repeating: " ", count: mark.columns)
    let box = base.lines.indices.map { $0 == 0 ? mark.text : space }
    return row([.piece(base), .piece(Piece(box: box, axis: base.axis))])
  }

  public func exponential(_ exponent: Piece) -> Piece {
    guard exponent.isStacked else { return line.exponential(exponent) }
    return row([.piece(Piece(inLine: "exp")), .piece(parentheses(exponent, arePlain: false))])
  }

  public func root(_ content: Piece) -> Piece {
    guard content.isStacked else { return line.root(content) }
    let sign = Piece(inLine: style.isASCII ? "sqrt" : "√")
    return row([.piece(sign), .piece(parentheses(content, arePlain: false))])
  }

  public func parentheses(_ content: Piece, arePlain: Bool) -> Piece {
    guard content.isStacked else { return line.parentheses(content, arePlain: arePlain) }
    return style.isASCII
      ? fenced(content, ["/", "|", "\\"], ["\\", "|", "/"])
      : fenced(content, ["⎛", "⎜", "⎝"], ["⎞", "⎟", "⎠"])
  }

  public func brackets(_ content: Piece) -> Piece {
    guard content.isStacked else { return line.brackets(content) }
    return style.isASCII
      ? fenced(content, ["[", "[", "["], ["]", "]", "]"])
      : fenced(content, ["⎡", "⎢", "⎣"], ["⎤", "⎥", "⎦"])
  }

  public func delimiter(_ delimiter: Delimiter) -> Piece { line.delimiter(delimiter) }

  public func magnitude(_ content: Piece) -> Piece {
    guard content.isStacked else { return line.magnitude(content) }
    let bar = style.isASCII ? "|" : "│"
    return fenced(content, [bar, bar, bar], [bar, bar, bar])
  }

  /// Between signs as high as it is, each of a first, a middle and a last part.
  private func fenced(_ content: Piece, _ left: [String], _ right: [String]) -> Piece {
    let last = content.lines.count - 1
    let box = content.lines.enumerated().map { place, text in
      let part = place == 0 ? 0 : place == last ? 2 : 1
      return left[part] + text + right[part]
    }
    return Piece(box: box, axis: content.axis)
  }

  public func call(_ name: FunctionName, _ argument: Piece) -> Piece {
    guard argument.isStacked else { return line.call(name, argument) }
    return row([.piece(line.call(name, Piece(inLine: ""))), .piece(argument)])
  }

  public func row(_ parts: [RowPart]) -> Piece {
    let pieces = parts.indices.map { place in
      switch parts[place] {
      case .piece(let piece): return piece
      case .sign(let sign):
        // A minus sign would run into the stroke.
        let meetsStroke = sign == .negation && place + 1 < parts.count && parts[place + 1].isStacked
        return line.row([.sign(sign)] + (meetsStroke ? [.sign(.nothing)] : []))
      }
    }
    let above = pieces.map(\.axis).max() ?? 0
    let below = pieces.map { $0.lines.count - $0.axis }.max() ?? 0
    guard above + below > 1 else { return line.row(parts) }
    let box = (-above..<below).map { place in
      pieces.map { $0.line(at: place) }.joined()
    }
    return Piece(box: box, axis: above)
  }
}

extension Piece {
  /// Lines of the same width, one below the other.
  init(box lines: [String], axis: Int) {
    self.init(
      lines.joined(separator: "\n"), width: Double(lines.first?.columns ?? 0), axis: axis)
  }

  /// Of plain text, what stands one below the other.
  var lines: [String] {
    guard isStacked else { return [text] }
    return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
  }

  /// Whether there is more than one of these.
  package var isStacked: Bool { text.utf8.contains(UInt8(ascii: "\n")) }

  /// The same with `note` after the one that the rest of a row stands on.
  package func lines(withNote note: String) -> [String] {
    lines.enumerated().map { $0 == axis ? $1 + note : $1 }
  }

  fileprivate var columns: Int { Int(width) }

  /// A line counted from the axis, which is 0; empty above and below the box.
  fileprivate func line(at place: Int) -> String {
    let lines = lines
    return lines.indices.contains(axis + place)
      ? lines[axis + place] : String(repeating: " ", count: columns)
  }
}

extension RowPart {
  fileprivate var isStacked: Bool {
    switch self {
    case .piece(let piece): piece.isStacked
    case .sign: false
    }
  }
}

extension String {
  /// With spaces on both sides, on the right one more where they are odd.
  fileprivate func centred(in width: Int) -> String {
    let space = max(0, width - columns)
    return String(repeating: " ", count: space / 2) + self + String(repeating: " ", count: space - space / 2)
  }
}
