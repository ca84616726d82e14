import Formulas

/// A graph in characters: a column for each layer, and lines between the columns.
struct GraphSheet {
  /// What is written in a node.
  struct Cell {
    let text: String
    let isCurrent: Bool
  }

  /// Where a vertex stands: it has a row for each edge into it.
  private struct Span {
    var top: Int
    let count: Int

    /// Where its name stands, and where what leads out of it begins.
    var middle: Int { top + (count - 1) / 2 }
    var rows: Range<Int> { top..<(top + count) }
  }

  private let cells: [Cell]
  private let style: TextStyle
  private let layers: GraphLayers
  private let spans: [Span]
  private let height: Int

  /// The sheet of these nodes, and of the edges between them by their places.
  init(_ cells: [Cell], _ uses: [(from: Int, to: Int)], _ style: TextStyle) {
    (self.cells, self.style) = (cells, style)
    let layers = GraphLayers(cells.count, uses)
    let counts = layers.before.map { Swift.max(1, $0.count) }
    let heights = layers.heights { upper, lower in
      Double(counts[upper] + counts[lower]) / 2
    }
    var spans = zip(heights, counts).map { height, count in
      Span(top: Int((height - Double(count) / 2).rounded()), count: count)
    }
    for layer in layers.layers {
      for (upper, lower) in zip(layer, layer.dropFirst()) {
        spans[lower].top = Swift.max(spans[lower].top, spans[upper].rows.upperBound)
      }
    }
    let top = spans.map(\.top).min() ?? 0
    for vertex in spans.indices { spans[vertex].top -= top }
    (self.layers, self.spans) = (layers, spans)
    height = spans.map(\.rows.upperBound).max() ?? 0
  }

  /// Its lines; `nil` if they are too wide, or if two lines of the drawing would run into one.
  func lines(width: Int) -> [String]? {
    var lines = Array(repeating: "", count: height)
    for (l, layer) in layers.layers.enumerated() {
      let column = column(layer)
      for row in lines.indices { lines[row] += column[row] }
      guard (lines.map { $0.trimmingEnd.columns }.max() ?? 0) <= width else { return nil }
      guard layers.layers.indices.contains(l + 1) else { break }
      guard let channel = channel(from: layer) else { return nil }
      for row in lines.indices { lines[row] += channel[row] }
    }
    return lines
  }

  /// The rows of a layer, all of them as wide.
  private func column(_ layer: [Int]) -> [String] {
    let glyphs = style.glyphs
    let wide = layer.map { vertex in cell(of: vertex).map { $0.text.columns + 2 } ?? 0 }.max() ?? 0
    var rows = Array(repeating: TextStyle.line(" ", wide + 1), count: height)
    for vertex in layer {
      let span = spans[vertex]
      guard let cell = cell(of: vertex) else {
        rows[span.middle] = TextStyle.line(glyphs.rule, wide + 1)
        continue
      }
      let own = cell.text.columns
      for row in span.rows {
        let isMiddle = row == span.middle
        let place = row == span.top ? 0 : row == span.rows.upperBound - 1 ? 2 : 1
        let (left, right) = span.count == 1 ? ("(", ")") : (glyphs.left[place], glyphs.right[place])
        let text = isMiddle ? cell.text : TextStyle.line(" ", own)
        let framed =
          isMiddle && cell.isCurrent ? style.mark("[" + text + "]", as: .current) : left + text + right
        let goesOn = isMiddle && !layers.after[vertex].isEmpty && wide > own + 2
        rows[row] =
          framed + (goesOn ? " " : "")
          + TextStyle.line(goesOn ? glyphs.rule : " ", wide - own - 2 + (goesOn ? 0 : 1))
      }
    }
    return rows
  }

  /// What is written at a vertex; nothing on a line that passes.
  private func cell(of vertex: Int) -> Cell? {
    switch layers.vertices[vertex] {
    case .node(let node): cells[node]
    case .line: nil
    }
  }

  /// The rows between a layer and the next.
  private func channel(from layer: [Int]) -> [String]? {
    let glyphs = style.glyphs
    var targets = Array(repeating: [Int](), count: spans.count)
    var ends: [Int: String] = [:]
    for vertex in Set(layer.flatMap { layers.after[$0] }) {
      // What comes from above enters above the rest.
      let sources = layers.before[vertex].sorted { spans[$0].top < spans[$1].top }
      for (source, row) in zip(sources, spans[vertex].rows) {
        targets[source].append(row)
        ends[row] = cell(of: vertex) == nil ? glyphs.rule + glyphs.rule : glyphs.arrowhead + " "
      }
    }
    let nets = layer.filter { !targets[$0].isEmpty }.map { vertex in
      GraphChannel.Net(source: spans[vertex].middle, targets: targets[vertex].sorted())
    }
    return GraphChannel(nets, rows: height)?.sides.enumerated().map { row, sides in
      sides.map { glyphs.wires[$0.rawValue] }.joined() + (ends[row] ?? "  ")
    }
  }
}
