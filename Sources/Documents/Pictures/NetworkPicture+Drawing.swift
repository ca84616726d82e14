import Formulas

/// Where everything stands.
extension NetworkPicture {
  static let radius = 22.0
  /// From one layer to the next, and from one neuron to the one below it.
  private var column: Double { isNarrow ? (layers.count > 3 ? 92 : 106) : 150 }
  private static let row = 74.0
  /// The same where the biases stand between them or the edges are steep, and of how many neurons in a layer there is room for these.
  private static let (rowWithBiases, steepRow, mostBiases) = (92.0, 112.0, 4)
  /// How large a pixel of the inputs is, and how far the image is from them.
  private static let (pixel, besideImage) = (14.0, 28.0)
  /// Beside the outermost neurons; above the first, where the kinds of the layers stand; and below the last.
  private static let (side, top, bottom) = (44.0, 66.0, 50.0)
  private var side: Double { isNarrow ? 36 : Self.side }
  /// The thickest edge and the thinnest.
  private static let (thickest, thinnest) = (4.5, 0.75)
  /// Between layers with more edges than this, no edge has its weight written on it.
  private static let mostLabels = 9

  /// How many neurons of a chain stand in a row; the next row goes back, from the right to the left.
  private var inRow: Int { isNarrow ? 4 : 5 }
  /// From one row of a chain to the next.
  private static let fold = 150.0

  /// The picture: an edge is the thicker the larger its weight is, and dashed where the weight is negative.
  func drawing(in language: Language) -> Drawing {
    let count = edges.reduce(into: [Int: Int]()) { $0[$1.layer, default: 0] += 1 }
    let labelled = edges.filter { count[$0.layer, default: 0] <= Self.mostLabels }
    let groups = image + edges.map(line) + skips + weights(on: labelled) + costGroups + neuronGroups
    let (columns, height) =
      isChain
      ? (Swift.min(layers.count, inRow - 1), Double(layers.count / inRow) * Self.fold)
      : (layers.count, Double(rows - 1) * row)
    return Drawing(
      width: imageWidth + 2 * side + Double(columns) * column,
      height: Self.top + Self.bottom + height,
      groups: groups, title: language.say(title),
      description: Prose.sentences(description.map(language.say)))
  }

  private var rows: Int { layers.map(\.neurons.count).max() ?? 1 }

  private var row: Double {
    isNarrow && rows <= Self.mostBiases ? Self.steepRow : showsBiases ? Self.rowWithBiases : Self.row
  }

  /// A skip leads over the neurons, where their biases would stand.
  var showsBiases: Bool {
    rows <= Self.mostBiases && !layers.contains(where: \.hasSkip)
      && layers.contains { $0.neurons.contains { $0?.bias != nil } }
  }

  /// How many pixels of the image are in a row.
  private var imageSide: Int { Int(Double(pixels.count).squareRoot()) }

  private var imageWidth: Double {
    pixels.isEmpty ? 0 : Double(imageSide) * Self.pixel + Self.besideImage
  }

  /// The inputs as an image, left of them: the area of a square is the value of its pixel.
  private var image: [Drawing.Group] {
    guard !pixels.isEmpty else { return [] }
    let size = Double(imageSide) * Self.pixel
    let corner = Drawing.Point(
      x: side / 2, y: Self.top + Double(rows - 1) / 2 * row - size / 2)
    let squares = pixels.enumerated().filter { $1 > 0 }.map { place, value -> Drawing.Shape in
      let (line, column) = place.quotientAndRemainder(dividingBy: imageSide)
      let side = Self.pixel * value.squareRoot()
      let margin = (Self.pixel - side) / 2
      return .bar(
        corner.moved(x: Double(column) * Self.pixel + margin, y: Double(line) * Self.pixel + margin),
        width: side, height: side)
    }
    let frame = [
      corner, corner.moved(x: size), corner.moved(x: size, y: size), corner.moved(y: size), corner,
    ]
    return [Drawing.Group(part: nil, shapes: squares + [.curve(frame)])]
  }

  /// The middle of a neuron, by its layer and its row; the cost is the layer after the last.
  func place(_ layer: Int, _ row: Int) -> Drawing.Point {
    guard isChain else {
      let own = layers.indices.contains(layer) ? layers[layer].neurons.count : 1
      return Drawing.Point(
        x: imageWidth + side + Double(layer) * column,
        y: Self.top + (Double(row) + Double(rows - own) / 2) * self.row)
    }
    let (fold, place) = layer.quotientAndRemainder(dividingBy: inRow)
    let column = fold % 2 == 0 ? place : inRow - 1 - place
    return Drawing.Point(
      x: side + Double(column) * self.column, y: Self.top + Double(fold) * Self.fold)
  }

  func ends(_ edge: Edge) -> (from: Drawing.Point, to: Drawing.Point) {
    (place(edge.layer - 1, edge.from), place(edge.layer, edge.to))
  }

  /// How large a weight is beside the largest.
  func share(_ edge: Edge) -> Double {
    largest > 0 ? edge.value.value.magnitude / largest : 0
  }

  private func line(_ edge: Edge) -> Drawing.Group {
    let (from, to) = ends(edge)
    let relation: Equation.Relation = edge.isExact ? .equals : .approximately
    return Drawing.Group(
      part: PicturePart(edge.name),
      title: "\(Equation(.symbol(edge.name), [.init(relation, .number(edge.value))]))",
      weight: .symbol(edge.name),
      shapes: [
        .line(
          from.towards(to, Self.radius), to.towards(from, Self.radius),
          width: Self.thinnest + share(edge) * (Self.thickest - Self.thinnest), edge.stroke)
      ])
  }

  /// From each neuron over the weights to that with the same number in a layer with a skip.
  private var skips: [Drawing.Group] {
    let (side, rise) = (0.6 * Self.radius, 0.8 * Self.radius)
    let arrows = layers.enumerated().filter(\.element.hasSkip).flatMap { l, layer in
      layer.neurons.indices.filter { layer.neurons[$0] != nil }.map { row -> Drawing.Shape in
        let (from, to) = (place(l - 1, row), place(l, row))
        let middle = Drawing.Point(x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 - 1.5 * Self.radius)
        let isBack = from.x > to.x
        return .arrow([
          from.moved(x: isBack ? -side : side, y: -rise), middle,
          to.moved(x: isBack ? side : -side, y: -rise),
        ])
      }
    }
    return arrows.isEmpty ? [] : [Drawing.Group(part: nil, shapes: arrows)]
  }

  private var neuronGroups: [Drawing.Group] {
    layers.enumerated().flatMap { l, layer in
      let kind = layer.kind.map { kind in
        Drawing.Group(
          part: nil,
          shapes: [
            .label(
              .prose(kind),
              isChain ? place(l, 0).moved(y: 16 - Self.top) : Drawing.Point(x: place(l, 0).x, y: 16),
              isQuiet: true)
          ])
      }
      return (kind.map { [$0] } ?? [])
        + layer.neurons.enumerated().map { row, neuron in
          let middle = place(l, row)
          guard let neuron else { return Drawing.Group(part: nil, shapes: [.label(.dots, middle)]) }
          return group(neuron, at: middle)
        }
    }
  }

  private func group(_ neuron: Neuron, at middle: Drawing.Point) -> Drawing.Group {
    let number = neuron.value.map {
      [
        Drawing.Shape.label(
          .number($0, of: .symbol(neuron.name)), middle.moved(y: Self.radius + 12), isQuiet: true)
      ]
    }
    let above = (showsBiases ? neuron.bias : nil).map { bias in
      [
        Drawing.Shape.label(
          .prose("\(bias)"), middle.moved(y: -Self.radius - 11), isQuiet: true, isBare: isChain)
      ]
    }
    return Drawing.Group(
      part: PicturePart(neuron.name),
      shapes: [
        .circle(middle, radius: Self.radius, neuron.isDropped ? .dashed : .solid),
        .label(.prose("\(Formula.symbol(neuron.name))"), middle),
      ]
        + (number ?? []) + (above ?? []))
  }

  /// Every output leads to the cost.
  private var costGroups: [Drawing.Group] {
    let last = layers.count - 1
    let rows = layers.last?.neurons ?? []
    let middle =
      isChain
      ? place(last + 1, 0)
      : Drawing.Point(x: place(last + 1, 0).x, y: (place(last, 0).y + place(last, rows.count - 1).y) / 2)
    let arrows = rows.enumerated().filter { $1 != nil }.map { row, _ in
      Drawing.Shape.line(
        place(last, row).towards(middle, Self.radius), middle.towards(place(last, row), Self.radius),
        width: 1, .solid, isArrow: true)
    }
    let shown = targets.count <= Self.mostBiases ? targets : []
    // Where a chain goes on in the next row, the arrow comes from above: there the target stands on the side to which the row runs.
    let side = isChain && place(last, 0).x == middle.x ? ((last + 1) / inRow % 2 == 0 ? 1.0 : -1.0) : nil
    let labels = shown.enumerated().map { place, target in
      let words: Prose = "\(target)"
      let above = middle.moved(y: -Self.radius - 11 - 17 * Double(shown.count - 1 - place))
      let beside = side.map {
        middle.moved(x: $0 * (Self.radius + 8 + PictureText.width(of: words, isQuiet: true) / 2))
      }
      return Drawing.Shape.label(.prose(words), beside ?? above, isQuiet: true)
    }
    return [
      Drawing.Group(part: nil, shapes: arrows), group(cost, at: middle),
      Drawing.Group(part: .cost, shapes: labels),
    ]
  }

  private var hasDropped: Bool { layers.contains { $0.neurons.contains { $0?.isDropped == true } } }

  var title: PicturePhrase { .network(layers.map(\.count)) }

  private var description: [PicturePhrase] {
    let runs = runs.map { PicturePhrase.Run(layers: $1, neurons: $0.count, kind: $0.kind) }
    return [.layers(inputs: layers.first?.count ?? 0, runs)] + (hasDropped ? [.dropped] : [])
      + (layers.contains(where: \.hasSkip) ? [.skip] : []) + (pixels.isEmpty ? [] : [.image])
  }
}

extension NetworkPicture {
  /// The layers after the inputs, those that are alike counted together.
  private var runs: [(layer: Layer, count: Int)] {
    layers.dropFirst().reduce(into: []) { runs, layer in
      if let last = runs.last, last.layer.count == layer.count, last.layer.kind == layer.kind {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((layer, 1))
      }
    }
  }
}

extension NetworkPicture.Edge {
  /// Its sign.
  var stroke: Drawing.Stroke { value.value < 0 ? .dashed : value.value > 0 ? .solid : .dotted }
}

extension Drawing.Point {
  /// So far on the way to another point.
  func towards(_ other: Drawing.Point, _ distance: Double) -> Drawing.Point {
    let (dx, dy) = (other.x - x, other.y - y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0 else { return self }
    return Drawing.Point(x: x + dx / length * distance, y: y + dy / length * distance)
  }

  func moved(x dx: Double = 0, y dy: Double = 0) -> Drawing.Point { Drawing.Point(x: x + dx, y: y + dy) }
}
