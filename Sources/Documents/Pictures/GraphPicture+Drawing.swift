import Formulas

/// As shapes.
extension GraphPicture {
  /// From one line of the legend to the next.
  private static let line = 18.0

  /// The picture from the left to the right: what is given has corners, the result a double rim.
  func drawing(in language: Language) -> Drawing {
    let legend = legend.map(language.say)
    let least = legend.map { PictureText.width(of: $0, isQuiet: true) }.max().map { $0 + 24 } ?? 0
    let plan = GraphPlan(self, least: least)
    let below = legend.enumerated().map { row, words in
      Drawing.Shape.note(
        words, Drawing.Point(x: GraphPlan.margin, y: plan.size.y + (Double(row) + 0.5) * Self.line))
    }
    let groups = zip(edges.indices, plan.curves).map { edge, curve in
      Drawing.Group(
        part: part(edges[edge]), title: edges[edge].downstream.map { "\($0)" },
        factors: edges[edge].downstream?.left.factors ?? [], shapes: [.arrow(curve)])
    }
    return Drawing(
      width: plan.size.x, height: plan.size.y + (legend.isEmpty ? 0 : Double(legend.count) * Self.line + 6),
      groups: groups + slopes(plan) + zip(nodes, plan.boxes).flatMap(self.groups)
        + (below.isEmpty ? [] : [Drawing.Group(part: nil, shapes: below)]),
      title: language.say(title),
      description: Prose.sentences([language.say(content)] + legend), isToScale: true)
  }

  private func slopes(_ plan: GraphPlan) -> [Drawing.Group] {
    zip(edges, plan.slopes).compactMap { edge, place in
      guard let place, let slope = edge.slope else { return nil }
      return Drawing.Group(
        part: part(edge), found: part(edge),
        shapes: [.label(.number(slope, of: edge.nameOfSlope), place, isQuiet: true)])
    }
  }

  private func groups(_ node: Node, _ box: GraphPlan.Box) -> [Drawing.Group] {
    let (middle, width, height) = (box.middle, box.width, box.height)
    var shapes: [Drawing.Shape] = []
    switch node.kind {
    case .given: shapes.append(.box(middle, width: width, height: height, radius: 7))
    case .defined: shapes.append(.box(middle, width: width, height: height, radius: height / 2))
    case .result:
      shapes = [
        .box(middle, width: width, height: height, radius: height / 2),
        .box(middle, width: width - 8, height: height - 8, radius: height / 2 - 4),
      ]
    }
    shapes.append(.label(.prose("\(node.name)"), node.value == nil ? middle : middle.moved(y: -8)))
    if let value = node.value {
      shapes.append(
        .label(.number(value, of: node.name), middle.moved(y: 10), isQuiet: true, isBare: true))
    }
    let groups = [Drawing.Group(part: node.part, shapes: shapes)]
    guard let derivative = node.derivative else { return groups }
    return groups + [
      Drawing.Group(
        part: node.part, found: result.flatMap { self.part(of: $0, by: node) },
        shapes: [
          .label(
            .number(derivative, of: node.nameOfDerivative), middle.moved(y: height / 2 + 11), isQuiet: true)
        ])
    ]
  }

  /// What is derived, if it is one quantity.
  private var result: Node? {
    let results = nodes.filter { $0.kind == .result }
    return results.count == 1 ? results.first : nil
  }

  private func part(_ edge: Edge) -> PicturePart? {
    guard let of = nodes.first(where: { $0.id == edge.to }),
      let by = nodes.first(where: { $0.id == edge.from })
    else { return nil }
    return part(of: of, by: by)
  }

  private func part(of: Node, by: Node) -> PicturePart? {
    guard let of = of.symbol, let by = by.symbol else { return nil }
    return .derivative(of: of.name, by: by.name)
  }
}

/// In words.
extension GraphPicture {
  var title: PicturePhrase { .graph(nodes.filter { $0.kind == .result }.map(\.name)) }

  /// What is given, and what each of the others uses.
  private var content: PicturePhrase {
    let names = Dictionary(nodes.map { ($0.id, $0.name) }) { first, _ in first }
    let into = Dictionary(grouping: edges, by: \.to)
    let uses = nodes.compactMap { node in
      into[node.id].map { PicturePhrase.Use(name: node.name, used: $0.compactMap { names[$0.from] }) }
    }
    let given = nodes.filter { $0.kind == .given }.map(\.name)
    return .uses(given: given, uses)
  }

  /// What the numbers are that stand outside of the nodes.
  private var legend: [PicturePhrase] {
    let phrases: [PicturePhrase?] = [
      nodes.contains { $0.derivative != nil } ? .below(result: result?.name) : nil,
      edges.contains { $0.slope != nil } ? .onEdge : nil,
    ]
    return phrases.compactMap { $0 }
  }
}
