import Formulas

/// What is written on the edges.
extension NetworkPicture {
  /// What is written on edges, above all of them.
  func weights(on edges: [Edge]) -> [Drawing.Group] {
    if isChain { return edges.map(weightOfChain) }
    let places = WeightLabels(edges.map(edgeOfLabel), around: framesOfNeurons).places
    return zip(edges, places).map(weight)
  }

  private func weight(_ edge: Edge, at place: Drawing.Point) -> Drawing.Group {
    Drawing.Group(
      part: PicturePart(edge.name),
      shapes: [.label(.number(edge.value, of: .symbol(edge.name)), place, isQuiet: true)])
  }

  private func edgeOfLabel(_ edge: Edge) -> WeightLabels.Edge {
    let (from, to) = ends(edge)
    return WeightLabels.Edge(from: from, to: to, width: Self.width("\(Formula.number(edge.value))"))
  }

  /// A label with its halo, also in the letters of a sheet of paper.
  private static func width(_ prose: Prose) -> Double {
    1.15 * PictureText.width(of: prose, isQuiet: true) + 4
  }

  /// The neurons, with what is written above and below them.
  private var framesOfNeurons: [LabelFrame] {
    layers.enumerated().flatMap { l, layer in
      layer.neurons.enumerated().flatMap { row, neuron -> [LabelFrame] in
        let middle = place(l, row)
        let size = 2 * Self.radius + 4
        let below: Prose? = neuron?.value.map { "\(Formula.number($0))" }
        let above: Prose? = (showsBiases ? neuron?.bias : nil).map { "\($0)" }
        return [LabelFrame(middle: middle, width: size, height: size)]
          + [(below, Self.radius + 12), (above, -Self.radius - 11)].compactMap { words, y in
            words.map { LabelFrame(middle: middle.moved(y: y), width: Self.width($0), height: 15) }
          }
      }
    }
  }

  /// The name of a weight and its number, above and below the edge, or on its two sides.
  private func weightOfChain(_ edge: Edge) -> Drawing.Group {
    let (from, to) = ends(edge)
    let middle = Drawing.Point(x: (from.x + to.x) / 2, y: (from.y + to.y) / 2)
    let (dx, dy) = from.x == to.x ? (24.0, 0.0) : (0.0, 14.0)
    return Drawing.Group(
      part: PicturePart(edge.name),
      shapes: [
        .label(.prose("\(Formula.symbol(edge.name))"), middle.moved(x: -dx, y: -dy), isQuiet: true),
        .label(.number(edge.value, of: .symbol(edge.name)), middle.moved(x: dx, y: dy), isQuiet: true),
      ])
  }
}
