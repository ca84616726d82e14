import Formulas

/// The picture in characters: a column for each layer.
extension NetworkPicture {
  private struct Column {
    var rows: [String]
    var isCurrent: Bool
  }

  /// The columns, as many in a row as fit; of several rows those that have a part in them that is current.
  ///
  /// What is current is told apart by its brackets, and by its colour where there is colour.
  func drawn(with typesetter: Typesetter, _ style: TextStyle, width: Int, current: Set<PicturePart>) -> String
  {
    func name(_ neuron: Neuron) -> (text: String, isCurrent: Bool) {
      // Which of several examples it is, the headings say.
      let symbol = Symbol(neuron.name.meaning, layer: neuron.name.layer, indices: neuron.name.indices)
      let text = typesetter.piece(.symbol(symbol)).text
      guard let part = PicturePart(symbol), current.contains(part) else { return ("(\(text))", false) }
      return (style.mark("[\(text)]", as: .current), true)
    }
    let neurons = layers.map(\.neurons) + [[cost]]
    let height = neurons.map(\.count).max() ?? 0
    let columns = neurons.map { layer in
      let names = layer.map { $0.map(name) ?? (text: style.glyphs.dots, isCurrent: false) }
      return Column(rows: names.map(\.text), isCurrent: names.contains { $0.isCurrent })
    }
    let lines = broken(columns, glyphs: style.glyphs, height: height, width: width)
    let shown = lines.filter(\.isCurrent)
    return (shown.isEmpty ? Array(lines.prefix(1)) : shown)
      .map { $0.rows.map { $0.trimmingEnd + "\n" }.filter { $0 != "\n" }.joined() }.joined(separator: "\n")
  }

  /// Columns with arrows between them, side by side.
  private func broken(_ columns: [Column], glyphs: TextGlyphs, height: Int, width: Int) -> [Column] {
    var lines: [Column] = []
    var before = 0
    for column in columns {
      let wide = column.rows.map(\.columns).max() ?? 0
      let (rule, head) = (glyphs.rule, glyphs.arrowhead)
      let isCrossing = before > 1 && column.rows.count > 1
      /// Between what stands on both sides; from a neuron to one further up; and from one further up.
      func arrow(_ row: Int) -> String {
        if row >= Swift.max(before, column.rows.count) { return "     " }
        if row >= column.rows.count { return " " + rule + rule + glyphs.corners.up + " " }
        if row >= before { return " " + glyphs.corners.down + rule + head + " " }
        return " " + rule + (isCrossing ? glyphs.crossing : rule) + head + " "
      }
      let isFirst = before == 0
      let rows = (0..<height).map { row in
        let text = column.rows.indices.contains(row) ? column.rows[row] : ""
        return (isFirst ? "" : arrow(row)) + text
          + TextStyle.line(" ", wide - text.columns)
      }
      if let last = lines.last, (last.rows.first?.columns ?? 0) + (rows.first?.columns ?? 0) <= width {
        lines[lines.count - 1].rows = zip(last.rows, rows).map { $0 + $1 }
        lines[lines.count - 1].isCurrent = last.isCurrent || column.isCurrent
      } else {
        lines.append(Column(rows: rows, isCurrent: column.isCurrent))
      }
      before = column.rows.count
    }
    return lines
  }
}
