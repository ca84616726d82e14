import Formulas

extension HTMLWriter {
  /// A formula that is wider than the column by so much is easier to read in a box that scrolls than taken apart.
  private static let overhang = 1.25
  /// In points of the LaTeX markup: what fits the column of the page, and what a narrow screen.
  private static let (lineWidth, narrowWidth) = (450.0, 220.0)

  /// A row of a display.
  private struct Row {
    var left = ""
    let right: String
  }

  /// Among words; in a box of its own where a narrow screen would not hold it.
  func inlineMath(_ piece: Piece, _ living: String = "") -> String {
    let math = "<math" + living + ">" + piece.text + "</math>"
    return piece.width <= Self.narrowWidth
      ? math : Self.opening("span", of: "wide", label: say(.formula)) + math + "</span>"
  }

  /// The left side, and the others beside it in chunks: the browser breaks a line only where it has to, at a relation if it can.
  ///
  /// Where a page shows an equation step by step, a chunk that begins a step says so.
  func text(of equation: Equation, inSteps: Bool = false) -> String {
    let left = typesetter.piece(equation.left)
    let room = Self.overhang * (Self.lineWidth - left.width)
    let sides = equation.sides.map { typesetter.chunks($0, within: room) }
    var starts = EquationChunk.starts(sides.joined().map(\.sign))[...]
    func math(_ text: String, isNext: Bool?) -> String {
      "<math display=\"block\"" + (inSteps && isNext == true ? " class=\"next\">" : ">") + text + "</math>"
    }
    let written = sides.map { chunks in
      "<span class=\"side\">"
        + chunks.map { math(typesetter.markup.row($0.parts).text, isNext: starts.popFirst()) }.joined()
        + "</span>"
    }
    return opening(
      about: PicturePart.parts(of: equation), finding: PicturePart(derivative: equation.left),
      living(equation))
      + math(left.text, isNext: true)
      + (sides.isEmpty ? "" : "<span class=\"sides\">" + written.joined(separator: "\n") + "</span>")
      + "</div>\n"
  }

  /// A side of an equation by itself.
  func text(of side: Equation.Side, after left: Formula) -> String {
    let room = Self.overhang * (Self.lineWidth - typesetter.piece(left).width)
    let chunks = typesetter.chunks(side, within: room).map {
      "<math display=\"block\">" + typesetter.markup.row($0.parts).text + "</math>"
    }
    return "<span class=\"side\">" + chunks.joined() + "</span>"
  }

  /// The symbols with the shape, then the numbers; what is given has its numbers at once.
  func text(of matrix: MatrixEquation) -> String {
    let name = typesetter.piece(matrix.symbols.left)
    let shape = Self.shape(matrix)
    let sides = typesetter.markup.row(
      matrix.symbols.sides.flatMap { [.sign($0.relation.sign), .piece(typesetter.piece($0.formula))] })
    guard let numbers = matrix.numbers else { return display(name.text + sides.text + shape) }
    let entries =
      typesetter.markup.row([.sign(numbers.relation.sign)]).text
      + Self.entries(typesetter.cells(numbers), living(numbers))
    let ofGiven = isLiving(numbers) ? "" : livingFigure
    if matrix.symbols.sides.isEmpty { return display(name.text + entries + shape, ofGiven) }
    return display(
      rows: [Row(left: name.text, right: sides.text + shape), Row(right: entries)], ofGiven)
  }

  static func shape(_ matrix: MatrixEquation) -> String {
    "<mspace width=\"1.5em\"></mspace>"
      + "<mrow><mo>[</mo><mn>\(matrix.rows)</mn><mo>×</mo><mn>\(matrix.columns)</mn><mo>]</mo></mrow>"
  }

  static func entries(_ cells: [[Piece]], _ living: [[String]] = []) -> String {
    let rows = cells.enumerated().map { place, row in
      let attributes = living.indices.contains(place) ? living[place] : row.map { _ in "" }
      return "<mtr>" + zip(row, attributes).map { "<mtd" + $1 + ">" + $0.text + "</mtd>" }.joined() + "</mtr>"
    }
    return "<mrow><mo>(</mo><mtable class=\"matrix\">" + rows.joined() + "</mtable><mo>)</mo></mrow>"
  }

  /// Rows that are aligned where their relations stand.
  private func display(rows: [Row], _ living: String) -> String {
    let rows = rows.map { "<mtr><mtd>" + $0.left + "</mtd><mtd>" + $0.right + "</mtd></mtr>" }
    return display(
      "<mtable class=\"aligned\" displaystyle=\"true\">" + rows.joined(separator: "\n") + "</mtable>", living)
  }

  private func display(_ content: String, _ living: String = "") -> String {
    opening(living) + "<math display=\"block\">" + content + "</math></div>\n"
  }

  private func opening(
    about parts: [PicturePart] = [], finding found: PicturePart? = nil, _ living: String
  ) -> String {
    Self.opening("div", of: "equation", label: say(.equation), about: parts, finding: found, living: living)
  }
}
