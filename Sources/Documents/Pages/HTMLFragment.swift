import Formulas

/// HTML to stand in a page of others, which is XML as well: without a script, and without a style but that of its pictures.
package struct HTMLFragment: DocumentWriter {
  /// How mathematics is written.
  package enum Mathematics: Sendable {
    /// TeX between `\(` and `\)`, or `\[` and `\]`, for MathJax.
    case tex
    /// MathML in its own namespace.
    case mathML
  }

  /// Where pictures are.
  package enum Pictures: Hashable, Sendable {
    /// Among the text; their names begin so, and no other of the page does.
    case inline(String)
    /// In a file at this address.
    case file(String)
  }

  /// In points of the LaTeX markup: what fits the column of most pages.
  private static let lineWidth = 560.0

  private let typesetter: Typesetter
  private let mathematics: Mathematics
  private let pictures: Pictures

  /// A writer for these letters.
  package init(notation: Notation, _ mathematics: Mathematics, pictures: Pictures) {
    (self.mathematics, self.pictures) = (mathematics, pictures)
    switch mathematics {
    case .tex: typesetter = Typesetter(notation: notation, markup: LaTeXMarkup())
    case .mathML: typesetter = Typesetter(notation: notation, markup: MathMLMarkup())
    }
  }

  package var opening: String { "" }
  package var closing: String { "" }

  package func text(of block: Block) -> String {
    switch block {
    // The headings of the page around it are not for others to number.
    case .heading(_, let prose): "<p><strong>" + inline(prose) + "</strong></p>\n"
    case .paragraph(let prose): "<p>" + inline(prose).trimmingEnds + "</p>\n"
    case .equation(let equation): text(of: equation)
    case .family(let family): text(of: family)
    case .matrix(let matrix): text(of: matrix)
    case .table(let table): text(of: table)
    // It is drawn as a network.
    case .chain: ""
    case .network, .graph, .bars, .plot: picture(block)
    case .verbatim(let lines): "<pre>" + lines.map { HTMLText.escape($0) + "\n" }.joined() + "</pre>\n"
    case .questions(let sheet): sheet.blocks(in: typesetter.notation).map(text(of:)).joined()
    }
  }

  /// Words with formulas among them.
  package func inline(_ prose: Prose) -> String {
    prose.html(in: typesetter.notation) {
      inline(typesetter.piece($0))
    } error: {
      typesetter.definition(of: $0).map(inline) ?? Notation.error
    }
  }

  private func inline(_ piece: Piece) -> String {
    switch mathematics {
    case .tex: #"\("# + HTMLText.escape(piece.text) + #"\)"#
    case .mathML: Self.mathElement + piece.text + "</math>"
    }
  }

  private func text(of equation: Equation) -> String {
    let lines = typesetter.lines(equation, width: Self.lineWidth)
    func content(_ line: EquationLine) -> String {
      typesetter.markup.row((line.sign.map { [.sign($0)] } ?? []) + [.piece(line.content)]).text
    }
    guard lines.count > 1 else { return display(typesetter.piece(equation).text) }
    let rows = lines.map { ($0.left?.text ?? "", content($0)) }
    switch mathematics {
    case .tex: return display(Self.aligned(rows.map { $0 + " &" + $1 }))
    case .mathML:
      let cells = rows.map { "<mtr><mtd>\($0)</mtd><mtd>\($1)</mtd></mtr>" }.joined()
      return display("<mtable columnalign=\"right left\" displaystyle=\"true\">\(cells)</mtable>")
    }
  }

  private func text(of matrix: MatrixEquation) -> String {
    switch mathematics {
    case .tex:
      let rows = matrix.display(with: typesetter, width: Self.lineWidth).rows
      return display(rows.count == 1 ? rows.joined() : Self.aligned(rows))
    case .mathML:
      let entries = matrix.numbers.map { numbers in
        typesetter.markup.row([.sign(numbers.relation.sign)]).text
          + HTMLWriter.entries(typesetter.cells(numbers))
      }
      return display(
        typesetter.piece(matrix.symbols).text + (entries ?? "") + HTMLWriter.shape(matrix))
    }
  }

  private static func aligned(_ rows: [String]) -> String {
    "\\begin{aligned}\n" + rows.joined(separator: " \\\\\n") + "\n\\end{aligned}"
  }

  private func display(_ content: String) -> String {
    switch mathematics {
    case .tex: #"<p>\["# + HTMLText.escape(content.exchanging("\n", for: " ")) + "\\]</p>\n"
    case .mathML: "<p>" + Self.mathElement.dropLast() + " display=\"block\">" + content + "</math></p>\n"
    }
  }

  private static let mathElement = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">"

  private func text(of table: Table) -> String {
    let head = table.columns.map { "<th>" + inline($0.heading) + "</th>" }.joined()
    let rows = table.rows.all.map { cells in
      "<tr>" + cells.map { "<td>" + inline($0) + "</td>" }.joined() + "</tr>\n"
    }
    return "<table>\n<thead><tr>\(head)</tr></thead>\n<tbody>\n\(rows.joined())</tbody>\n</table>\n"
  }

  private func picture(_ block: Block) -> String {
    guard let figure = MarkdownWriter(notation: typesetter.notation).figure(block) else { return "" }
    switch pictures {
    case .inline(let name):
      return "<div>"
        + SVG(notation: typesetter.notation, .guest).text(of: figure.drawing, name: "\(name)-\(figure.name)")
        + "</div>\n"
    case .file(let address):
      let words = Prose.sentences([figure.drawing.title, figure.drawing.description])
      let plain = TextWriter(notation: typesetter.notation).inline(words)
      return
        "<p><img src=\"\(HTMLText.escape(address))\" alt=\"\(HTMLText.escape(plain))\" /></p>\n"
    }
  }
}
