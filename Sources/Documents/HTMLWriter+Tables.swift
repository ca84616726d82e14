import Formulas

extension HTMLWriter {
  /// A table line by line; the first cell of a row says what the row is about.
  func lines(of table: Table) -> some Sequence<String> {
    let classes = table.columns.map { column in
      switch column.alignment {
      case .left: ""
      case .right: " class=\"number\""
      }
    }
    let headings = zip(table.columns, classes).map { column, alignment in
      "<th scope=\"col\"\(alignment)>" + inline(column.heading) + "</th>"
    }
    let label = table.columns.map { plain($0.heading) }.joined(separator: ", ")
    let opening =
      Self.opening("div", of: "table", label: "Table: \(label)") + "<table>\n<thead><tr>"
      + headings.joined() + "</tr></thead>\n<tbody>\n"
    let rows = FamilySetter(table.rows) { cells in
      "<tr>"
        + zip(cells, classes).enumerated().map { column, cell in
          (column == 0 ? "<th scope=\"row\"\(cell.1)>" : "<td\(cell.1)>") + inline(cell.0)
            + (column == 0 ? "</th>" : "</td>")
        }.joined() + "</tr>\n"
    }
    return sequence(state: (place: -1, rows: rows)) { state -> String? in
      defer { state.place += 1 }
      if state.place < 0 { return opening }
      if state.place == table.rows.count { return "</tbody></table></div>\n" }
      return state.place < table.rows.count ? state.rows.text(at: state.place) : nil
    }
  }
}
