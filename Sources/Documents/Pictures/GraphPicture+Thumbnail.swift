import Formulas

/// The graph at a glance: as large as a thumb, hence without a word in it.
extension GraphPicture {
  /// It is never larger.
  private static let (mostWidth, mostHeight) = (140.0, 88.0)
  private static let mostRadius = 7.0
  /// From one layer to the next, and from one quantity to the one below it, where there is room.
  private static let (mostColumn, mostRow) = (44.0, 24.0)
  private static let width = 1.2

  /// A small picture of the same quantities and their uses: what is given has corners, the result a double rim.
  func thumbnail(in language: Language) -> Drawing {
    let layers = GraphLayers(nodes.count, uses)
    let heights = layers.heights { _, _ in 1 }
    let top = heights.min() ?? 0
    let rows = (heights.max() ?? 0) - top
    let columns = Double(max(1, layers.layers.count - 1))
    let margin = Self.mostRadius + 1
    let column = min(Self.mostColumn, (Self.mostWidth - 2 * margin) / columns)
    let row = min(Self.mostRow, (Self.mostHeight - 2 * margin) / max(1, rows))
    let radius = min(Self.mostRadius, 0.3 * column, 0.38 * row)
    var places = Array(repeating: Drawing.Point(x: margin, y: margin), count: heights.count)
    for (l, layer) in layers.layers.enumerated() {
      for vertex in layer {
        places[vertex] = Drawing.Point(
          x: margin + Double(l) * column, y: margin + (heights[vertex] - top) * row)
      }
    }
    /// Where a line ends at a vertex: at the rim of a node, which is as pale as the paper.
    func end(_ vertex: Int, towards other: Int) -> Drawing.Point {
      switch layers.vertices[vertex] {
      case .node: places[vertex].towards(places[other], radius)
      case .line: places[vertex]
      }
    }
    var (lines, shapes): ([Drawing.Shape], [Drawing.Shape]) = ([], [])
    for vertex in places.indices {
      for next in layers.after[vertex] {
        lines.append(
          .line(end(vertex, towards: next), end(next, towards: vertex), width: Self.width, .solid))
      }
      if case .node(let node) = layers.vertices[vertex] {
        shapes += self.shapes(nodes[node].kind, places[vertex], radius)
      }
    }
    return Drawing(
      width: 2 * margin + Double(max(0, layers.layers.count - 1)) * column,
      height: 2 * margin + rows * row,
      groups: [.init(part: nil, shapes: lines), .init(part: nil, shapes: shapes)], title: language.say(title),
      description: "")
  }

  private func shapes(_ kind: Kind, _ middle: Drawing.Point, _ radius: Double) -> [Drawing.Shape] {
    switch kind {
    case .given: [.box(middle, width: 2 * radius, height: 2 * radius, radius: 0.3 * radius)]
    case .defined: [.circle(middle, radius: radius)]
    case .result: [.circle(middle, radius: radius), .circle(middle, radius: 0.6 * radius)]
    }
  }
}
