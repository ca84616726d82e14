import Formulas

/// Where everything in the picture of a graph stands.
struct GraphPlan {
  /// A node: a rounded box, as wide as what is written in it.
  struct Box: Hashable {
    var middle: Drawing.Point
    let width: Double
    let height: Double
  }

  /// Beside the outermost nodes, and above and below them.
  static let margin = 14.0
  /// How far apart everything stands.
  private struct Spacing {
    /// From a node to the one below it, and between a node and a line, or two lines.
    let nodeGap, lineGap: Double
    /// From one layer to the next: at least, and for a line that climbs far.
    let leastGap, mostGap, slant: Double
    /// Beside the widest number on the edges into a layer, and how much more for each edge, up to six of them.
    let labelGap, edgeGap: Double
    /// Of a box.
    let height: Double

    /// As it is easy to look at.
    static let loose = Spacing(
      nodeGap: 22, lineGap: 16, leastGap: 48, mostGap: 120, slant: 0.32, labelGap: 24, edgeGap: 6, height: 44)
    /// Of a graph that would be larger than a screen or a sheet of paper.
    static let tight = Spacing(
      nodeGap: 8, lineGap: 12, leastGap: 30, mostGap: 60, slant: 0.16, labelGap: 12, edgeGap: 3, height: 38)
  }

  /// What a screen and a sheet of paper have room for, in letters that are easy to read.
  private static let room = Drawing.Point(x: 700, y: 800)
  /// What is written below a box takes so much.
  static let derivative = 20.0
  /// How far the last piece of an edge is level, so that its head points at the node.
  private static let straight = 10.0
  /// Between the ends of edges at one node.
  private static let mostSpread = 28.0

  private(set) var boxes: [Box] = []
  /// The points of each edge, which is level at each of them.
  private(set) var curves: [[Drawing.Point]] = []
  /// Where the local derivative of each edge stands, if there is room.
  private(set) var slopes: [Drawing.Point?] = []
  private(set) var size = Drawing.Point(x: 0, y: 0)
  private let spacing: Spacing

  /// The plan of a graph; `least` is how wide it is at least.
  init(_ picture: GraphPicture, least: Double) {
    let loose = GraphPlan(picture, least: least, .loose)
    let fits = loose.size.x <= Self.room.x && loose.size.y <= Self.room.y
    self = fits ? loose : GraphPlan(picture, least: least, .tight)
  }

  private init(_ picture: GraphPicture, least: Double, _ spacing: Spacing) {
    self.spacing = spacing
    boxes = picture.nodes.map { Self.box($0, spacing) }
    let boxes = boxes
    /// How far a vertex reaches up and down from its middle.
    func reach(_ vertex: GraphLayers.Vertex) -> (above: Double, below: Double) {
      switch vertex {
      case .node(let place):
        let half = boxes[place].height / 2
        return (half, half + (picture.nodes[place].derivative == nil ? 0 : Self.derivative))
      case .line: return (0, 0)
      }
    }
    let layers = GraphLayers(picture.nodes.count, picture.uses)
    let heights = layers.heights { upper, lower in
      let (upper, lower) = (layers.vertices[upper], layers.vertices[lower])
      return reach(upper).below + reach(lower).above
        + (Self.isNode(upper) && Self.isNode(lower) ? spacing.nodeGap : spacing.lineGap)
    }.map { $0.rounded() }
    let tops = layers.vertices.enumerated().map { heights[$0] - reach($1).above }
    let bottoms = layers.vertices.enumerated().map { heights[$0] + reach($1).below }
    let top = Self.margin - (tops.min() ?? 0)
    let narrow = columns(of: layers, heights, picture)
    let width = (narrow.last?.right ?? 0) + Self.margin
    let shift = (Swift.max(0, least - width) / 2).rounded()
    let columns = narrow.map { (left: $0.left + shift, right: $0.right + shift) }
    var levels = Array(repeating: 0, count: picture.nodes.count)
    for (level, layer) in layers.layers.enumerated() {
      for case .node(let node) in layer.map({ layers.vertices[$0] }) {
        levels[node] = level
        self.boxes[node].middle = Drawing.Point(
          x: (columns[level].left + columns[level].right) / 2, y: heights[node] + top)
      }
    }
    size = Drawing.Point(x: Swift.max(width, least), y: top + (bottoms.max() ?? 0) + Self.margin)
    let ends = ends(layers, picture.uses, heights)
    curves = zip(zip(layers.routes, picture.uses), ends).map { edge, end in
      curve(
        edge.0.map { heights[$0] + top }, from: self.boxes[edge.1.from], to: self.boxes[edge.1.to], end: end,
        columns: columns[levels[edge.1.from]...])
    }
    slopes = SlopeLabels(picture, self).places
  }

  private static func isNode(_ vertex: GraphLayers.Vertex) -> Bool {
    switch vertex {
    case .node: true
    case .line: false
    }
  }

  /// The box of a node, wherever it stands; that of the result has a double rim.
  private static func box(_ node: GraphPicture.Node, _ spacing: Spacing) -> Box {
    let name = PictureText.width(of: "\(node.name)", isQuiet: false) + 20
    let value = node.value.map { PictureText.width(of: "\(Formula.number($0))", isQuiet: true) + 16 } ?? 0
    let rim = node.kind == .result ? 8.0 : 0
    return Box(
      middle: Drawing.Point(x: 0, y: 0), width: Swift.max(spacing.height, name, value) + rim,
      height: spacing.height + rim)
  }

  /// From where to where each layer reaches.
  private func columns(
    of layers: GraphLayers, _ heights: [Double], _ picture: GraphPicture
  ) -> [(left: Double, right: Double)] {
    let slopes = zip(layers.routes, picture.edges).reduce(into: [Int: Double]()) { widest, edge in
      guard let slope = edge.1.slope, let last = edge.0.dropLast().last else { return }
      let width = PictureText.width(of: "\(Formula.number(slope))", isQuiet: true)
      widest[last] = Swift.max(widest[last] ?? 0, width)
    }
    var (columns, left) = ([(left: Double, right: Double)](), Self.margin)
    for layer in layers.layers {
      let widths = layer.map { vertex -> Double in
        guard case .node(let place) = layers.vertices[vertex] else { return 0 }
        let node = picture.nodes[place]
        let label = node.derivative.map { PictureText.width(of: "\(Formula.number($0))", isQuiet: true) }
        return Swift.max(boxes[place].width, label ?? 0)
      }
      let right = left + (widths.max() ?? 0)
      columns.append((left, right))
      let climb = layer.flatMap { from in layers.after[from].map { abs(heights[$0] - heights[from]) } }.max()
      // Where many edges end there is more room for what stands on them.
      let label = layer.compactMap { slopes[$0] }.max().map { widest in
        widest + spacing.labelGap
          + spacing.edgeGap * Double(Swift.min(6, layer.reduce(0) { $0 + layers.after[$1].count }))
      }
      left =
        right
        + Swift.max(
          spacing.leastGap, label ?? 0, Swift.min(spacing.mostGap, ((climb ?? 0) * spacing.slant).rounded()))
    }
    return columns
  }

  /// How far from the middle of the node each edge ends, so that those from above end above the others.
  private func ends(
    _ layers: GraphLayers, _ uses: [(from: Int, to: Int)], _ heights: [Double]
  ) -> [Double] {
    var into: [Int: [(edge: Int, height: Double)]] = [:]
    for (edge, route) in layers.routes.enumerated() {
      into[uses[edge].to, default: []].append((edge, heights[route.dropLast().last ?? uses[edge].from]))
    }
    var ends = Array(repeating: 0.0, count: uses.count)
    for edges in into.values where edges.count > 1 {
      let step = Swift.min(10, Self.mostSpread / Double(edges.count - 1))
      let sorted = edges.sorted { ($0.height, $0.edge) < ($1.height, $1.edge) }
      for (place, edge) in sorted.enumerated() {
        ends[edge.edge] = (Double(place) - Double(edges.count - 1) / 2) * step
      }
    }
    return ends
  }

  /// The points of an edge: level beside what stands in the layers that it passes, and bent only between them.
  private func curve(
    _ heights: [Double], from: Box, to: Box, end: Double, columns: ArraySlice<(left: Double, right: Double)>
  ) -> [Drawing.Point] {
    let start = from.middle.moved(x: from.width / 2)
    var points = [start]
    for ((place, height), column) in zip(heights.enumerated(), columns) {
      let isLast = place == heights.count - 1
      let y = isLast ? to.middle.y + end : height
      if place > 0 { points.append(Drawing.Point(x: column.left - Self.straight, y: y)) }
      if !isLast && column.right > start.x { points.append(Drawing.Point(x: column.right, y: y)) }
    }
    return points + [to.middle.moved(x: -to.rim(end), y: end)]
  }
}

extension GraphPlan.Box {
  /// How far from the middle the rim of a box with round ends is, so far above or below the middle.
  func rim(_ offset: Double) -> Double {
    let radius = height / 2
    return width / 2 - radius + Swift.max(0, radius * radius - offset * offset).squareRoot()
  }
}
