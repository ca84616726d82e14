import Formulas

extension HTMLWriter {
  /// A table, some rows at a time, the first cell of each saying what the row is about; throws what `emit` throws.
  public func write(_ table: Table, _ emit: (String) throws -> Void) rethrows {
    let classes = table.columns.map { column in
      switch column.alignment {
      case .left: ""
      case .right: " class=\"number\""
      }
    }
    let headings = zip(table.columns, classes).map { column, alignment in
      "<th scope=\"col\"\(alignment)>" + inline(column.heading) + "</th>"
    }
    // What the script finds by its number is not filled into the gaps of a row.
    let whole = spreadsheet == nil ? [] : table.rows.singles
    try emit(
      Self.opening(
        "div", of: "table", label: say(.table(table.columns.map(\.heading))), living: living(whole))
        + "<table>\n<thead><tr>"
        + headings.joined() + "</tr></thead>\n<tbody>\n")
    func row(_ cells: [Prose]) -> String {
      "<tr>"
        + zip(cells, classes).enumerated().map { column, cell in
          let alignment = cell.1.isEmpty && cell.0.isLongText ? " class=\"words\"" : cell.1
          return (column == 0 ? "<th scope=\"row\"\(cell.1)>" : "<td\(alignment)>") + inline(cell.0)
            + (column == 0 ? "</th>" : "</td>")
        }.joined() + "</tr>\n"
    }
    if spreadsheet == nil {
      var rows = FamilySetter(table.rows, set: row)
      try rows.write(emit)
    } else {
      for cells in whole { try emit(row(cells)) }
    }
    try emit("</tbody></table></div>\n")
  }
}

extension Prose {
  /// Whether it is text of several words, which may stand in several lines of a cell.
  fileprivate var isLongText: Bool {
    let texts = pieces.compactMap { piece in
      switch piece {
      case .text(let text), .code(let text): text
      case .emphasis, .strong, .link, .math, .term, .error: nil
      }
    }
    return texts.count == pieces.count && texts.joined().utf8.count > 24
  }
}
