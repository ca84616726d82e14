import Formulas

/// Plain text: aligned columns, and no escape codes but those of a style; mathematics stands in lines, its fractions stacked
/// where the style has it so.
///
/// Prose, equations and pictures keep to 78 columns; a table is as wide as its numbers, and its words keep to 100.
public struct TextWriter: DocumentWriter {
  private static let lineWidth = 78

  /// For what stands among words, in tables and in pictures.
  private let typesetter: Typesetter
  /// For lines of mathematics, whose parts may be coloured.
  private let equations: EquationText
  let style: TextStyle

  /// A writer for these letters.
  public init(notation: Notation, style: TextStyle = TextStyle()) {
    self.style = style
    typesetter = style.colourless.typesetter(notation)
    equations = EquationText(notation, style)
  }

  public var opening: String { "" }
  public var closing: String { "" }

  public func text(of block: Block) -> String {
    switch block {
    case .heading(let level, let prose): heading(level, inline(prose))
    case .paragraph(let prose):
      lines(of: prose, width: Self.lineWidth).map { $0 + "\n" }.joined() + "\n"
    case .equation(let equation): text(of: equation) + "\n"
    case .family(let family): text(of: family)
    case .matrix(let matrix): matrix.drawn(with: equations, style.glyphs, width: Self.lineWidth) + "\n"
    case .table(let table): text(of: table) + "\n"
    case .chain(let chain): chain.drawn(with: typesetter, style) + "\n"
    case .network: ""
    case .graph(let graph): graph.drawn(with: typesetter, style, width: Self.lineWidth) + "\n"
    case .plot(let plot): plot.characters(in: typesetter.notation.language, inline: inline) + "\n"
    case .bars(let chart): chart.lines(style.glyphs, inline: inline).map { $0 + "\n" }.joined() + "\n"
    case .verbatim(let lines): lines.map { "    " + plain($0) + "\n" }.joined() + "\n"
    case .questions(let sheet): sheet.blocks(in: typesetter.notation).map(text(of:)).joined()
    }
  }

  private func heading(_ level: Int, _ text: String) -> String {
    let glyphs = style.glyphs
    let glyph = level == 1 ? glyphs.title : level == 2 ? glyphs.section : glyphs.part
    return (level == 2 ? "\n" : "") + style.mark(text, as: .heading) + "\n"
      + TextStyle.line(glyph, text.columns) + "\n\n"
  }

  private func text(of equation: Equation) -> String {
    equations.lines(equation, width: Self.lineWidth).text.map { $0 + "\n" }.joined()
  }

  func inline(_ prose: Prose) -> String {
    prose.pieces(for: typesetter.notation.decimal).map { piece in
      switch piece {
      case .text(let text), .code(let text): plain(text)
      case .emphasis(let prose): inline(prose)
      case .strong(let prose): style.mark(inline(prose), as: .heading)
      case .link(let prose, let address): "\(inline(prose)) (\(address))"
      case .math(let equation): typesetter.piece(equation).text
      case .term(let term): plain(typesetter.notation.words(for: term))
      case .error(let error): typesetter.definition(of: error)?.text ?? plain(Notation.error)
      }
    }.joined()
  }

  /// Words that hold nothing but what they say.
  private func plain(_ text: String) -> String {
    style.isASCII ? text.withoutControls.inASCII : text.withoutControls
  }

  /// Words in lines of at most so many columns; a formula is never broken.
  package func lines(of prose: Prose, width: Int) -> [String] {
    let unbroken = "\u{A0}"
    let text = Prose(
      prose.pieces(for: typesetter.notation.decimal).map { piece in
        switch piece {
        case .math, .error: .text(inline(Prose([piece])).exchanging(" ", for: unbroken))
        case .text, .code, .emphasis, .strong, .link, .term: piece
        }
      })
    var lines: [String] = []
    var (line, columns) = ("", 0)
    for word in inline(text).utf8.split(separator: UInt8(ascii: " ")) {
      for (place, part) in String(Substring(word)).unbrokenParts.enumerated() {
        let space = line.isEmpty || place > 0 ? "" : " "
        let own = part.columns
        if line.isEmpty || columns + space.count + own <= width {
          line += space
          line += part
          columns += space.count + own
        } else {
          lines.append(line)
          (line, columns) = (part, own)
        }
      }
    }
    return (lines + [line]).map { $0.exchanging(unbroken, for: " ") }
  }
}

extension Prose {
  /// What it says, for programs and for attributes.
  package func plain(in notation: Notation) -> String { TextWriter(notation: notation).inline(self) }
}
