import Formulas

extension MatrixEquation {
  /// The symbols with the shape, where there is more to say than a name, or no table to say it.
  ///
  /// A matrix between dollars would not survive: the `\\` and `&` of its rows belong to Markdown.
  func display(with typesetter: Typesetter) -> String? {
    symbols.sides.isEmpty && numbers != nil ? nil : typesetter.piece(symbols).text + " \\quad " + shape
  }

  /// The numbers as a table: the name and the columns on top, the rows in front.
  func table(with typesetter: Typesetter) -> (head: [String], rows: [[String]])? {
    guard let numbers else { return nil }
    let sign = typesetter.markup.row([
      .piece(typesetter.piece(symbols.left)), .sign(numbers.relation.sign),
    ]).text
    let name = "$" + sign.trimmingEnds + "$" + (symbols.sides.isEmpty ? " $" + shape + "$" : "")
    let rows = typesetter.cells(numbers).enumerated().map { row, cells in
      ["\(row + 1)"] + cells.map { "$" + $0.text + "$" }
    }
    return ([name] + (0..<columns).map { "\($0 + 1)" }, rows)
  }

  private var shape: String { "[\(rows) \\times \(columns)]" }
}
