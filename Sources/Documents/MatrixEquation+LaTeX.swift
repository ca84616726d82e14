import Formulas

extension MatrixEquation {
  /// A display: its rows, how wide the widest is, and how much of that stays as it is in smaller type.
  struct Display {
    let rows: [String]
    let width: Double
    let gaps: Double
  }

  /// On each side of a column, in points, where a matrix is so wide that it needs smaller type.
  static let narrowGap = 3.0
  private static let gap = 5.0

  /// The symbols, the numbers and the shape: in one row if that fits into `width`, otherwise in two.
  func display(with typesetter: Typesetter, width: Double) -> Display {
    let shape = "\\quad [\(rows) \\times \(columns)]"
    let shapeWidth = 60.0
    let name = typesetter.piece(symbols.left)
    let rest = typesetter.markup.row(
      symbols.sides.flatMap { [.sign($0.relation.sign), .piece(typesetter.piece($0.formula))] })
    let whole = name.width + rest.width + shapeWidth
    guard let numbers else {
      return Display(rows: [name.text + rest.text + " " + shape], width: whole, gaps: 0)
    }
    let cells = typesetter.cells(numbers)
    let sign = typesetter.markup.row([.sign(numbers.relation.sign)])
    let matrix = sign.text + "\\begin{pmatrix}\n" + Self.rows(cells, of: numbers) + "\n\\end{pmatrix}"
    let columnWidths = (cells.first ?? []).indices.map { column in cells.map { $0[column].width }.max() ?? 0 }
    let matrixWidth = columnWidths.reduce(sign.width + 24, +)
    let count = Double(columnWidths.count)
    if whole + matrixWidth + count * 2 * Self.gap <= width {
      return Display(
        rows: [name.text + rest.text + matrix + " " + shape], width: whole + matrixWidth,
        gaps: count * 2 * Self.gap)
    }
    let gaps = count * 2 * Self.narrowGap
    if symbols.sides.isEmpty {
      return Display(
        rows: [name.text + matrix + " " + shape], width: name.width + matrixWidth + shapeWidth, gaps: gaps)
    }
    return Display(
      rows: [name.text + " &" + rest.text + " " + shape, "&" + matrix],
      width: Swift.max(whole, name.width + matrixWidth), gaps: gaps)
  }

  /// A number without a sign leaves the room of one, where another of its column has it.
  private static func rows(_ cells: [[Piece]], of numbers: Numbers) -> String {
    let signed = (numbers.rows.first ?? []).indices.map { column in
      numbers.rows.contains { $0[column].isNegative }
    }
    // Fractions of one row would touch those of the next.
    let gap = numbers.rows.joined().contains { $0.denominator != nil } ? "[4pt]" : ""
    return zip(cells, numbers.rows).map { cells, numerals in
      zip(zip(cells, numerals), signed).map { cell, isSigned in
        (isSigned && !cell.1.isNegative ? "\\phantom{-}" : "") + cell.0.text
      }.joined(separator: " & ")
    }.joined(separator: " \\\\" + gap + "\n")
  }
}
