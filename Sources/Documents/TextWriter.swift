import Formulas

/// Plain text for a terminal: Unicode mathematics, aligned columns, no escape codes.
///
/// Prose, equations and pictures keep to 78 columns; a table is as wide as its numbers.
public struct TextWriter: DocumentWriter {
  private static let lineWidth = 78

  private let typesetter: Typesetter

  /// A writer for these letters.
  public init(notation: Notation) { typesetter = Typesetter(notation: notation, markup: UnicodeMarkup()) }

  public var opening: String { "" }
  public var closing: String { "" }

  public func text(of block: Block) -> String {
    switch block {
    case .heading(let level, let prose): heading(level, inline(prose))
    case .paragraph(let prose): wrapped(prose) + "\n"
    case .equation(let equation): text(of: equation) + "\n"
    case .family(let family): text(of: family)
    case .matrix(let matrix): matrix.drawn(with: typesetter, width: Self.lineWidth) + "\n"
    case .table(let table): text(of: table) + "\n"
    case .chain(let chain): chain.drawn(with: typesetter) + "\n"
    case .network: ""
    case .bars(let chart): chart.lines(inline: inline).map { $0 + "\n" }.joined() + "\n"
    case .verbatim(let lines): lines.map { "    " + $0.withoutControls + "\n" }.joined() + "\n"
    case .questions(let sheet): sheet.blocks.map(text(of:)).joined()
    }
  }

  private func heading(_ level: Int, _ text: String) -> String {
    switch level {
    case 1: text + "\n" + String(repeating: "═", count: text.count) + "\n\n"
    case 2: "\n" + text + "\n" + String(repeating: "─", count: text.count) + "\n\n"
    default: text + "\n" + String(repeating: "┄", count: text.count) + "\n\n"
    }
  }

  private func text(of equation: Equation) -> String {
    let indent = "    "
    let lines = typesetter.lines(equation, width: Double(Self.lineWidth - indent.count))
    let margin = indent + String(repeating: " ", count: lines.first?.left?.text.count ?? 0)
    return lines.map { line in
      let start = line.left.map { indent + $0.text } ?? margin
      let content = line.sign.map { [RowPart.sign($0), .piece(line.content)] } ?? [.piece(line.content)]
      return start + (line.isContinuation ? "  " : "") + typesetter.markup.row(content).text + "\n"
    }.joined()
  }

  private func text(of table: Table) -> String {
    let rows = [table.columns.map { inline($0.heading) }] + table.rows.all.map { $0.map(inline) }
    let widths = table.columns.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      let padded = zip(zip(cells, table.columns), widths).map { cell, width in
        let space = String(repeating: " ", count: width - cell.0.count)
        switch cell.1.alignment {
        case .left: return cell.0 + space
        case .right: return space + cell.0
        }
      }
      return "    " + padded.joined(separator: "   ").trimmingEnd + "\n"
    }
    let rule = line(widths.map { String(repeating: "─", count: $0) })
    return (rows.first.map(line) ?? "") + rule + rows.dropFirst().map(line).joined()
  }

  func inline(_ prose: Prose) -> String {
    prose.pieces.map { piece in
      switch piece {
      case .text(let text), .code(let text): text.withoutControls
      case .emphasis(let prose), .strong(let prose): inline(prose)
      case .link(let prose, let address): "\(inline(prose)) (\(address))"
      case .math(let equation): typesetter.piece(equation).text
      case .term(let term): typesetter.notation.words(for: term)
      case .error(let error): typesetter.definition(of: error)?.text ?? Notation.error
      }
    }.joined()
  }

  /// Words in lines; a formula is never broken.
  private func wrapped(_ prose: Prose) -> String {
    let unbroken: Character = "\u{A0}"
    let text = Prose(
      prose.pieces.map { piece in
        switch piece {
        case .math, .error: .text(String(inline(Prose([piece])).map { $0 == " " ? unbroken : $0 }))
        case .text, .code, .emphasis, .strong, .link, .term: piece
        }
      })
    var lines = [""]
    for word in inline(text).split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.count + 1 + word.count <= Self.lineWidth {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { String($0.map { $0 == unbroken ? " " : $0 }) + "\n" }.joined()
  }
}
