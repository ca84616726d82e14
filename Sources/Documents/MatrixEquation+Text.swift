import Formulas

extension MatrixEquation {
  private static let indent = "    "

  /// The symbols with the shape, then the rows of numbers in high brackets.
  func drawn(with equations: EquationText, _ glyphs: TextGlyphs, width: Int) -> String {
    let shape = "   [\(rows) \(glyphs.times) \(columns)]"
    let (text, margin) = equations.lines(symbols, width: width, note: shape)
    let written = text.map { $0 + "\n" }.joined()
    guard let numbers else { return written }
    let typesetter = equations.inLine
    let name = Self.indent + typesetter.piece(symbols.left).text
    let isGiven = symbols.sides.isEmpty
    let drawn = Self.bracketed(typesetter.cells(numbers).map { $0.map(\.text) }, glyphs)
    let sign = typesetter.markup.row([.sign(numbers.relation.sign)]).text
    let middle = (drawn.count - 1) / 2
    let lines = drawn.enumerated().map { row, text in
      let isMiddle = row == middle
      let head = isMiddle && isGiven ? name : TextStyle.line(" ", isGiven ? name.columns : margin)
      let relation = isMiddle ? sign : String(repeating: " ", count: sign.columns)
      return head + relation + text + (isMiddle && isGiven ? shape : "") + "\n"
    }
    return (isGiven ? "" : written) + lines.joined()
  }

  /// Rows of cells in aligned columns, between brackets as high as all of them.
  private static func bracketed(_ cells: [[String]], _ glyphs: TextGlyphs) -> [String] {
    let widths = (cells.first ?? []).indices.map { column in cells.map { $0[column].columns }.max() ?? 0 }
    return cells.enumerated().map { row, texts in
      let text = zip(texts, widths).map { cell, width in
        String(repeating: " ", count: width - cell.columns) + cell
      }.joined(separator: "  ")
      let (left, right) = brackets(row: row, of: cells.count, glyphs)
      return left + text + right
    }
  }

  private static func brackets(row: Int, of count: Int, _ glyphs: TextGlyphs) -> (left: String, right: String)
  {
    if count == 1 { return ("(", ")") }
    let place = row == 0 ? 0 : row == count - 1 ? 2 : 1
    return (glyphs.left[place], glyphs.right[place])
  }
}
