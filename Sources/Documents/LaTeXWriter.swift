import Formulas

/// An article for pdflatex, whole or to be read into another document.
public struct LaTeXWriter: DocumentWriter {
  /// Of A4 with margins of 25 mm, in points.
  static let pageWidth = 450.0
  /// More rows than this may not fit on what is left of a page.
  private static let longTable = 25
  /// An equation of more lines than this may be broken between two pages; shorter ones stay whole, as amsmath has it.
  private static let wholeEquation = 6
  /// How large tiny type is, beside that of the text.
  private static let smallest = 0.55
  /// A letter in type of one width, in points.
  private static let typewriter = 5.8

  let typesetter: Typesetter
  let words: LaTeXText
  private let isFragment: Bool
  /// How long a line is, in points.
  let lineWidth: Double

  /// A writer for these letters; a fragment has no preamble, and is for `\input`.
  public init(notation: Notation, isFragment: Bool = false) {
    self.init(notation: notation, isFragment: isFragment, lineWidth: Self.pageWidth)
  }

  init(notation: Notation, isFragment: Bool = false, lineWidth: Double) {
    self.lineWidth = lineWidth
    typesetter = Typesetter(notation: notation, markup: LaTeXMarkup())
    words = LaTeXText(language: notation.language)
    self.isFragment = isFragment
  }

  public var opening: String {
    if isFragment { return openingOfFragment }
    return """
      \(engine)\\documentclass[11pt,a4paper]{article}
      \\usepackage[margin=25mm]{geometry}
      \(settings)
      \\begin{document}

      """
  }

  /// What every class of document needs.
  var settings: String { packages + "\n" + Self.layout }

  /// The programs that take the document, where not all do: a comment above it.
  var engine: String {
    switch words.language {
    case .english, .german: ""
    case .chinese: "% For XeLaTeX or LuaLaTeX, with the package ctex.\n"
    }
  }

  var packages: String {
    languageSettings + """
      \\usepackage{amsmath}
      \\usepackage{booktabs}
      \\usepackage{longtable}
      \\usepackage{tikz}
      \\usepackage[hidelinks,bookmarks=false]{hyperref}
      """
  }

  /// The package that the language needs.
  var languageSettings: String {
    switch words.language {
    case .english: ""
    case .german: "\\usepackage[ngerman]{babel}\n"
    case .chinese: "\\usepackage[UTF8,scheme=plain]{ctex}\n\\tolerance 3000\n"
    }
  }

  static let layout = """
    \\setlength{\\parindent}{0pt}
    \\setlength{\\parskip}{0.5\\baselineskip}
    \\setlength{\\emergencystretch}{4em}
    \\renewcommand{\\topfraction}{0.9}\\renewcommand{\\textfraction}{0.1}\\renewcommand{\\floatpagefraction}{0.8}
    \\renewcommand{\\arraystretch}{1.2}
    \\makeatletter\\@beginparpenalty=10000\\makeatother
    """

  public var closing: String { isFragment ? Self.closingOfFragment : "\\end{document}\n" }

  /// An empty line stands before a paragraph and not after it: before a display it would cost a line of space.
  public func text(of block: Block) -> String {
    switch block {
    case .heading(let level, let prose): heading(level, inline(prose))
    case .paragraph(let prose): "\n" + inline(prose) + "\n"
    case .equation(let equation): text(of: equation)
    case .family(let family): text(of: family)
    case .matrix(let matrix): text(of: matrix)
    case .table(let table): text(of: table)
    case .chain(let chain): chain.tikz(with: typesetter)
    case .plot(let plot): drawn(plot.drawing)
    case .bars(let chart): drawn(chart.drawing)
    case .graph(let graph): drawn(graph.drawing)
    case .network(let picture):
      picture.isChain ? "" : drawn(picture.drawing)
    case .verbatim(let lines): text(of: lines)
    case .questions(let sheet): sheet.blocks(in: typesetter.notation).map(text(of:)).joined()
    }
  }

  private func drawn(_ drawing: (Language) -> Drawing) -> String {
    TikZ(typesetter).text(of: drawing(typesetter.notation.language), inline: inline)
  }

  private func heading(_ level: Int, _ text: String) -> String {
    switch level {
    case 1: "\\begin{center}\\LARGE\\bfseries \(text)\\end{center}\n"
    case 2: "\n\\section*{\(text)}\n"
    default: "\n\\subsection*{\(text)}\n"
    }
  }

  func text(of equation: Equation) -> String { text(of: equation, width: lineWidth) }

  func text(of equation: Equation, width: Double) -> String {
    let lines = typesetter.lines(equation, width: width)
    func content(_ line: EquationLine) -> String {
      typesetter.markup.row((line.sign.map { [.sign($0)] } ?? []) + [.piece(line.content)]).text
    }
    let head = lines.first.map { ($0.left?.width ?? 0) + 20 } ?? 0
    let size = size(of: head + (lines.map { $0.content.width }.max() ?? 0), besides: lineWidth - width)
    if lines.count == 1, let line = lines.first {
      return set("\\[\n" + (line.left?.text ?? "") + content(line) + "\n\\]\n", size)
    }
    let rows = lines.map { ($0.left?.text ?? "") + ($0.isContinuation ? " &\\quad" : " &") + content($0) }
    return set(
      "\\begin{align*}\n" + rows.joined(separator: " \\\\\n") + "\n\\end{align*}\n", size + breaks(rows.count)
    )
  }

  /// What lets a display of so many lines be broken between two pages.
  private func breaks(_ count: Int) -> String { count > Self.wholeEquation ? "\\allowdisplaybreaks" : "" }

  /// A display in smaller type, where one of its lines is too wide and has no place to be broken.
  func set(_ display: String, _ size: String) -> String {
    size.isEmpty ? display : "{" + size + "\n" + display + "\\par}\n"
  }

  private func text(of matrix: MatrixEquation) -> String {
    let display = matrix.display(with: typesetter, width: lineWidth)
    if display.width * Self.smallest + display.gaps > lineWidth {
      // Too wide in any type: made as small as it has to be.
      let rows = display.rows.joined(separator: " \\\\\n")
      return "\\[\n\\resizebox{\\linewidth}{!}{$\\begin{aligned}\n" + rows + "\n\\end{aligned}$}\n\\]\n"
    }
    let size = size(of: display.width, besides: display.gaps)
    let settings = size.isEmpty ? "" : size + "\\setlength{\\arraycolsep}{\(MatrixEquation.narrowGap)pt}"
    if display.rows.count == 1 {
      return set("\\[\n" + display.rows.joined() + "\n\\]\n", settings)
    }
    return set(
      "\\begin{align*}\n" + display.rows.joined(separator: " \\\\\n") + "\n\\end{align*}\n",
      settings + breaks(display.rows.count))
  }

  /// In type of one width, small enough for the longest; a path may also be broken after a slash.
  private func text(of lines: [String]) -> String {
    let size = size(of: (lines.map { Double($0.columns) }.max() ?? 0) * Self.typewriter)
    let rows = lines.map { "\\texttt{" + words.escape($0).exchanging("/", for: "/\\allowbreak{}") + "}" }
    return "\n{\\frenchspacing" + size + "\n" + rows.joined(separator: "\\\\\n") + "\\par}\n"
  }

  private func text(of table: Table) -> String {
    let columns = table.columns.map { column in
      switch column.alignment {
      case .left: "l"
      case .right: "r"
      }
    }
    let cells = table.rows.all
    let (heads, content) = (table.columns.map { set($0.heading) }, cells.map { $0.map(set) })
    let alignments = table.columns.indices.map { column in
      table.columns[column].alignment == .right ? PointAlignment(cells.map { $0[column] }) : nil
    }
    let rows = zip(cells, content).map { row, content in
      row.indices.map { column in
        let filling = alignments[column]?.filling(row[column]) ?? ""
        let text = content[column].text
        // Digits that are not seen stand within the formula.
        return filling.isEmpty ? text : text.dropLast() + filling + "$"
      }.joined(separator: " & ") + " \\\\\n"
    }.joined()
    // A table that is longer than a page has to be broken.
    let isLong = cells.count > Self.longTable
    let environment = isLong ? "longtable" : "tabular"
    // Fractions and indices of one row would touch those of the next.
    let style =
      size(of: ([heads] + content).map { $0.map(\.width) })
      + (rows.has("\\frac") || rows.has("}^{") ? "\\renewcommand{\\arraystretch}{1.4}" : "")
    let (before, after) =
      isLong ? ("{\(style)", "}") : ("\\begin{center}\(style)", "\\end{center}")
    return """

      \(before)
      \\begin{\(environment)}{\(columns.joined())}
      \\toprule
      \(heads.map(\.text).joined(separator: " & ")) \\\\
      \\midrule
      \(rows)\\bottomrule
      \\end{\(environment)}
      \(after)

      """
  }

  /// The largest type in which the rows of a table fit between the margins, its head the first of them.
  private func size(of rows: [[Double]]) -> String {
    let width = width(of: rows)
    return size(of: width.cells, besides: width.gaps)
  }

  /// How wide a table is: its cells, which shrink with the type, and the gaps between them.
  func width(of table: Table) -> (cells: Double, gaps: Double) {
    width(of: ([table.columns.map(\.heading)] + table.rows.all).map { $0.map { set($0).width } })
  }

  private func width(of rows: [[Double]]) -> (cells: Double, gaps: Double) {
    let columns = rows.first?.indices ?? 0..<0
    let widths = columns.map { column in rows.map { $0[column] }.max() ?? 0 }
    return (widths.reduce(0, +), Double(columns.count) * 12)
  }

  /// The largest type in which so many points fit between the margins, beside what does not shrink.
  func size(of width: Double, besides gaps: Double = 0) -> String {
    let sizes = [
      ("", 1.0), ("\\small", 0.91), ("\\footnotesize", 0.82), ("\\scriptsize", 0.73),
      ("\\tiny", Self.smallest),
    ]
    let fitting = sizes.first { $0.1 * width + gaps <= lineWidth }
    return (fitting ?? sizes.last)?.0 ?? ""
  }

  func inline(_ prose: Prose) -> String { set(prose).text }

  /// Prose as it is written, and how wide it is in points.
  private func set(_ prose: Prose) -> (text: String, width: Double) {
    var (text, width) = ("", 0.0)
    for piece in prose.pieces(for: typesetter.notation.decimal) {
      let (own, room) = set(piece)
      text += own
      width += room
    }
    return (text, width)
  }

  private func set(_ piece: Prose.Inline) -> (text: String, width: Double) {
    switch piece {
    case .text(let text): return set(words: text)
    case .code(let code):
      let (text, width) = set(words: code)
      return ("\\texttt{" + text + "}", width)
    case .emphasis(let prose):
      let (text, width) = set(prose)
      return ("\\emph{" + text + "}", width)
    case .strong(let prose):
      let (text, width) = set(prose)
      return ("\\textbf{" + text + "}", width)
    case .link(let prose, let address):
      let (text, width) = set(prose)
      return ("\\href{" + LaTeXText.escapeAddress(address) + "}{" + text + "}", width)
    case .math(let equation): return set(typesetter.piece(equation))
    case .term(let term): return set(words: typesetter.notation.words(for: term))
    case .error(let error): return typesetter.definition(of: error).map(set) ?? set(words: Notation.error)
    }
  }

  private func set(words: String) -> (text: String, width: Double) {
    (self.words.escape(words), Double(words.columns) * Self.typewriter)
  }

  private func set(_ formula: Piece) -> (text: String, width: Double) {
    ("$" + formula.text + "$", formula.width)
  }
}
