import Formulas

/// The network at a glance: as large as a thumb, hence without a word in it.
extension NetworkPicture {
  /// It is never larger.
  private static let (mostWidth, mostHeight) = (140.0, 88.0)
  private static let mostRadius = 7.0
  /// From one layer to the next, and from one neuron to the one below it, where there is room.
  private static let (mostColumn, mostRow) = (44.0, 24.0)
  private static let (thickest, thinnest) = (2.6, 0.6)

  /// A small picture of the same neurons and edges.
  func thumbnail(in language: Language) -> Drawing {
    let rows = layers.map(\.neurons.count).max() ?? 1
    let (columns, gaps) = (Double(max(1, layers.count - 1)), Double(max(1, rows - 1)))
    let margin = Self.mostRadius + 1
    let column = min(Self.mostColumn, (Self.mostWidth - 2 * margin) / columns)
    let row = min(Self.mostRow, (Self.mostHeight - 2 * margin) / gaps)
    let radius = min(Self.mostRadius, 0.3 * column, 0.38 * row)
    func place(_ l: Int, _ j: Int) -> Drawing.Point {
      let own = layers.indices.contains(l) ? layers[l].neurons.count : 1
      return Drawing.Point(
        x: margin + Double(l) * column, y: margin + (Double(j) + Double(rows - own) / 2) * row)
    }
    let lines = edges.map { edge in
      let (from, to) = (place(edge.layer - 1, edge.from), place(edge.layer, edge.to))
      // From rim to rim: the neurons are as pale as the paper.
      return Drawing.Shape.line(
        from.towards(to, radius), to.towards(from, radius),
        width: Self.thinnest + share(edge) * (Self.thickest - Self.thinnest), edge.stroke)
    }
    let circles = layers.enumerated().flatMap { l, layer in
      layer.neurons.enumerated().map { j, neuron in
        neuron.map { .circle(place(l, j), radius: radius, $0.isDropped ? .dashed : .solid) }
          ?? Drawing.Shape.label(.dots, place(l, j))
      }
    }
    return Drawing(
      width: 2 * margin + columns * column, height: 2 * margin + Double(rows - 1) * row,
      groups: [.init(part: nil, shapes: lines), .init(part: nil, shapes: circles)],
      title: language.say(title),
      description: "")
  }
}
