import Formulas

/// CommonMark with tables, and mathematics in a dialect of its own.
public struct MarkdownWriter: DocumentWriter {
  /// In points of the LaTeX markup: what fits the text column of a code host.
  private static let lineWidth = 640.0
  /// In columns, of what is drawn in characters.
  private static let textWidth = 78

  let typesetter: Typesetter
  private let picture: Typesetter
  private let math: MathDialect
  /// What the names of linked pictures begin with.
  let figures: String?

  /// A writer for these letters, and for a host that reads this dialect; with `figures`, pictures are links to files whose
  /// names begin so.
  public init(notation: Notation, math: MathDialect = .dollar, figures: String? = nil) {
    self.math = math
    self.figures = figures
    typesetter = Typesetter(notation: notation, markup: LaTeXMarkup())
    picture = Typesetter(notation: notation, markup: UnicodeMarkup())
  }

  public var opening: String { "" }
  public var closing: String { "" }

  public func text(of block: Block) -> String {
    if figures != nil, let figure = figure(block) { return link(figure) }
    return switch block {
    case .heading(let level, let prose): String(repeating: "#", count: level) + " " + inline(prose) + "\n\n"
    case .paragraph(let prose): protectingStart(inline(prose)) + "\n\n"
    case .equation(let equation): text(of: equation)
    case .family(let family): text(of: family)
    case .matrix(let matrix): text(of: matrix)
    case .table(let table): collected { write(table, $0) }
    // Of networks only a chain has a picture in characters, which stands beside it.
    case .network: ""
    case .graph(let graph): "```text\n" + graph.drawn(with: picture, width: Self.textWidth) + "```\n\n"
    case .plot(let plot):
      "```text\n"
        + plot.characters(
          in: picture.notation.language, inline: TextWriter(notation: picture.notation).inline) + "```\n\n"
    case .bars(let chart): verbatim(chart.lines(inline: TextWriter(notation: picture.notation).inline))
    case .chain(let chain): figures == nil ? "```text\n" + chain.drawn(with: picture) + "```\n\n" : ""
    case .verbatim(let lines): verbatim(lines.map(\.withoutControls))
    case .questions(let sheet): sheet.blocks(in: typesetter.notation).map(text(of:)).joined()
    }
  }

  private func verbatim(_ lines: [String]) -> String {
    "```text\n" + lines.map { $0 + "\n" }.joined() + "```\n\n"
  }

  private func text(of equation: Equation) -> String {
    // A page scrolls what is too wide; half a product in a block of its own would say nothing.
    let lines = typesetter.lines(equation, width: Self.lineWidth, sidesStayWhole: true)
    func content(_ line: EquationLine) -> String {
      typesetter.markup.row((line.sign.map { [.sign($0)] } ?? []) + [.piece(line.content)]).text
    }
    if lines.count > 1, math.keepsRows {
      return aligned(lines.map { ($0.left?.text ?? "") + " &" + content($0) })
    }
    return lines.map { math.display((($0.left?.text ?? "") + content($0)).trimmingEnds) }.joined()
  }

  /// Lines with one relation below the other.
  private func aligned(_ rows: [String]) -> String {
    let rows = rows.map(\.trimmingEnds).joined(separator: " \\\\\n")
    return math.display("\\begin{aligned}\n" + rows + "\n\\end{aligned}")
  }

  /// A table, some rows at a time; throws what `emit` throws.
  public func write(_ table: Table, _ emit: (String) throws -> Void) rethrows {
    let rule = table.columns.map { column in
      switch column.alignment {
      case .left: ":--"
      case .right: "--:"
      }
    }
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    try emit(line(table.columns.map { inline($0.heading) }) + line(rule))
    var rows = FamilySetter(table.rows) { line($0.map(inline)) }
    try rows.write(emit)
    try emit("\n")
  }

  private func text(of matrix: MatrixEquation) -> String {
    if math.keepsRows {
      let rows = matrix.display(with: typesetter, width: Self.lineWidth).rows
      return rows.count == 1 ? math.display(rows.joined()) : aligned(rows)
    }
    let display = matrix.display(with: typesetter).map(math.display) ?? ""
    guard let table = matrix.table(with: typesetter) else { return display }
    let lines = [table.head, table.head.map { _ in "--:" }] + table.rows
    return display + lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined() + "\n"
  }

  private func inline(_ prose: Prose) -> String {
    prose.pieces(for: typesetter.notation.decimal).reduce(into: "") { written, piece in
      let next =
        switch piece {
        case .text(let text): escape(text)
        case .code(let code): fenced(code)
        case .emphasis(let prose): stressed(prose, "*")
        case .strong(let prose): stressed(prose, "**")
        case .link(let prose, let address): "[" + inline(prose) + "](<" + address + ">)"
        case .math(let equation): math.inline(typesetter.piece(equation).text)
        case .term(let term): escape(typesetter.notation.words(for: term))
        case .error(let error):
          typesetter.definition(of: error).map { math.inline($0.text) } ?? escape(Notation.error)
        }
      let dollar = UInt8(ascii: "$")
      if written.utf8.last == dollar || next.utf8.first == dollar, let last = written.last,
        let first = next.first
      {
        // Hosts find no formula right after Chinese, and none right before a letter of it.
        let isAfterFormula = last == "$" && !written.hasSuffix("\\$")
        let isTouched = isAfterFormula && first.isChinese && !first.isFullWidthMark
        if isTouched || first == "$" && last.isChinese { written += " " }
      }
      written += next
    }
  }

  /// Prose between marks; a full stop of Chinese follows them, as no mark closes between it and a letter.
  private func stressed(_ prose: Prose, _ mark: String) -> String {
    let text = inline(prose)
    let end = text.reversed().prefix(while: \.isFullWidthMark).count
    return mark + text.dropLast(end) + mark + text.suffix(end)
  }

  /// What may mean something to Markdown.
  private static let marks = "\\`*_{}[]<>#|$~&!"
  /// For each character of ASCII, whether it does.
  private static let special = (0..<0x80).map { marks.utf8.contains(UInt8($0)) }

  /// The one place that escapes text.
  func escape(_ text: String) -> String {
    let special = Self.special
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) && !special[Int($0)] }) { return text }
    // By scalars: a mark that combines with it does not make it harmless.
    return text.withoutControls.unicodeScalars.reduce(into: "") { result, scalar in
      if scalar.isASCII, special[Int(scalar.value)] { result.append("\\") }
      // Where its lines are broken is for others to say.
      result.unicodeScalars.append(scalar == "\u{A0}" ? " " : scalar)
    }
  }

  /// A paragraph that begins as a list, a rule or an underline would is none.
  private func protectingStart(_ text: String) -> String {
    guard let first = text.first else { return text }
    if "-+=".contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isNumber }
    if !digits.isEmpty, let next = text.dropFirst(digits.count).first, next == "." || next == ")" {
      return digits + "\\" + text.dropFirst(digits.count)
    }
    return text
  }

  /// Code with more backticks around it than inside.
  private func fenced(_ code: String) -> String {
    let code = code.withoutControls
    let longest = code.split(omittingEmptySubsequences: true) { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    return longest == 0 ? fence + code + fence : fence + " " + code + " " + fence
  }
}
