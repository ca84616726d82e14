import Formulas

/// Tables in plain text.
extension TextWriter {
  /// What stands before a line, and between two cells of it.
  private static let (margin, gap) = (4, 3)
  /// A table that would be wider has its words in several lines; its formulas are never broken.
  private static let tableWidth = 100

  func text(of table: Table) -> String {
    let rows = [table.columns.map(\.heading)] + table.rows.all
    let whole = rows.map { $0.map(inline) }
    let widths = widths(of: rows, whole)
    func line(_ cells: [String]) -> String {
      let padded = zip(zip(cells, table.columns), widths).map { cell, width in
        let space = TextStyle.line(" ", width - cell.0.columns)
        switch cell.1.alignment {
        case .left: return cell.0 + space
        case .right: return space + cell.0
        }
      }
      return TextStyle.line(" ", Self.margin)
        + padded.joined(separator: TextStyle.line(" ", Self.gap)).trimmingEnd + "\n"
    }
    let texts = zip(rows, whole).map { cells, whole in
      guard zip(whole, widths).contains(where: { $0.columns > $1 }) else { return line(whole) }
      let parts = zip(cells, widths).map { lines(of: $0, width: $1) }
      let height = parts.map(\.count).max() ?? 0
      return (0..<height).map { row in line(parts.map { $0.dropFirst(row).first ?? "" }) }.joined()
    }
    let rule = line(widths.map { TextStyle.line(style.glyphs.rule, $0) })
    return (texts.first ?? "") + rule + texts.dropFirst().joined()
  }

  /// How wide each column is: as its widest cell, if all of them have room together.
  ///
  /// Else the headings lose room first, then the widest columns; none becomes narrower than the longest of its words.
  private func widths(of rows: [[Prose]], _ whole: [[String]]) -> [Int] {
    func widest(_ rows: some Sequence<[Int]>) -> [Int] {
      rows.reduce([]) { widest, row in
        row.enumerated().map { Swift.max($1, widest.dropFirst($0).first ?? 0) }
      }
    }
    let columns = whole.map { $0.map(\.columns) }
    var widths = widest(columns)
    var excess = Self.margin + widths.reduce(0, +) + Self.gap * (widths.count - 1) - Self.tableWidth
    guard excess > 0 else { return widths }
    let words = rows.map { $0.map { lines(of: $0, width: 0).map(\.columns).max() ?? 0 } }
    for least in [widest(words.prefix(1) + columns.dropFirst()), widest(words)] {
      while excess > 0,
        let most = zip(widths, least).map({ $0 > $1 ? $0 : 0 }).max(), most > 0,
        let place = zip(widths, least).enumerated().first(where: { $1.0 == most && $1.0 > $1.1 })?.offset
      {
        widths[place] -= 1
        excess -= 1
      }
    }
    return widths
  }
}
