import Formulas

extension HTMLWriter {
  /// In points of the LaTeX markup: what fits the column of the page, and what a narrow screen.
  private static let (lineWidth, narrowWidth) = (450.0, 220.0)

  /// A row of a display.
  private struct Row {
    var left = ""
    let right: String
    var isContinuation = false
  }

  /// Among words; in a box of its own where a narrow screen would not hold it.
  func inlineMath(_ piece: Piece) -> String {
    let math = "<math>" + piece.text + "</math>"
    return piece.width <= Self.narrowWidth
      ? math : Self.opening("span", of: "wide", label: say(.formula)) + math + "</span>"
  }

  func text(of equation: Equation) -> String {
    let (lines, parts) = (lines(of: equation), PicturePart.parts(of: equation))
    let found = PicturePart(derivative: equation.left)
    if lines.count == 1 { return display(typesetter.piece(equation).text, about: parts, finding: found) }
    return display(
      about: parts, finding: found,
      rows: lines.map { line in
        let parts = (line.sign.map { [RowPart.sign($0)] } ?? []) + [.piece(line.content)]
        return Row(
          left: line.left?.text ?? "", right: typesetter.markup.row(parts).text,
          isContinuation: line.isContinuation)
      })
  }

  /// Broken at its relations for a narrow screen, since no browser breaks mathematics by itself; between terms only where
  /// the column would not hold a side.
  private func lines(of equation: Equation) -> [EquationLine] {
    let lines = typesetter.lines(equation, width: Self.narrowWidth, sidesStayWhole: true)
    let head = lines.first?.left?.width ?? 0
    let fits = lines.allSatisfy { head + $0.content.width <= Self.lineWidth }
    return fits ? lines : typesetter.lines(equation, width: Self.lineWidth)
  }

  /// The symbols with the shape, then the numbers; what is given has its numbers at once.
  func text(of matrix: MatrixEquation) -> String {
    let name = typesetter.piece(matrix.symbols.left)
    let shape = Self.shape(matrix)
    let sides = typesetter.markup.row(
      matrix.symbols.sides.flatMap { [.sign($0.relation.sign), .piece(typesetter.piece($0.formula))] })
    guard let numbers = matrix.numbers else { return display(name.text + sides.text + shape) }
    let entries =
      typesetter.markup.row([.sign(numbers.relation.sign)]).text + Self.entries(typesetter.cells(numbers))
    if matrix.symbols.sides.isEmpty { return display(name.text + entries + shape) }
    return display(rows: [Row(left: name.text, right: sides.text + shape), Row(right: entries)])
  }

  private static func shape(_ matrix: MatrixEquation) -> String {
    "<mspace width=\"1.5em\"></mspace>"
      + "<mrow><mo>[</mo><mn>\(matrix.rows)</mn><mo>×</mo><mn>\(matrix.columns)</mn><mo>]</mo></mrow>"
  }

  private static func entries(_ cells: [[Piece]]) -> String {
    let rows = cells.map { row in
      "<mtr>" + row.map { "<mtd>" + $0.text + "</mtd>" }.joined() + "</mtr>"
    }
    return "<mrow><mo>(</mo><mtable class=\"matrix\">" + rows.joined() + "</mtable><mo>)</mo></mrow>"
  }

  /// Rows that are aligned where their relations stand.
  private func display(about parts: [PicturePart] = [], finding found: PicturePart? = nil, rows: [Row])
    -> String
  {
    let rows = rows.map { row in
      "<mtr><mtd>" + row.left + "</mtd><mtd" + (row.isContinuation ? " class=\"continued\">" : ">")
        + row.right
        + "</mtd></mtr>"
    }
    return display(
      "<mtable class=\"aligned\" displaystyle=\"true\">" + rows.joined(separator: "\n") + "</mtable>",
      about: parts, finding: found)
  }

  private func display(
    _ content: String, about parts: [PicturePart] = [], finding found: PicturePart? = nil
  ) -> String {
    Self.opening("div", of: "equation", label: say(.equation), about: parts, finding: found)
      + "<math display=\"block\">"
      + content
      + "</math></div>\n"
  }
}
