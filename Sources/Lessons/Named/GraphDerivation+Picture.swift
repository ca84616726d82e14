import Backprop
import Documents
import Formulas

/// The graph as it is drawn.
extension GraphDerivation {
  /// A node for each entry, with an edge to all that use it; where these are too many, a node for each quantity, and where
  /// these are too many as well, nothing.
  func picture() -> [Block] {
    let shown = (0..<graph.count).filter { !graph.quantity(of: $0).isConstant }
    let edges = shown.flatMap { of in
      graph.needs(of: of).filter { !graph.quantity(of: $0).isConstant }.map { (from: $0, to: of) }
    }
    if shown.count <= GraphPicture.mostNodes, edges.count <= GraphPicture.mostEdges {
      let exact: GraphTrace<Rational> = GraphTrace(graph)
      let nodes = shown.map { node($0, exact) }
      return [
        .graph(
          GraphPicture(
            nodes: nodes,
            edges: edges.map { .init(from: $0.from, to: $0.to, slope: slope($0.to, by: $0.from)) }))
      ]
    }
    return pictureOfQuantities(edges)
  }

  private func node(_ id: Graph.ID, _ exact: GraphTrace<Rational>) -> GraphPicture.Node {
    func short(_ exact: Rational, _ name: Formula) -> Numeral? {
      ledger.numeral(exact, digits: Self.pictureDigits) ?? ledger.printed(name, digits: Self.pictureDigits)
    }
    return GraphPicture.Node(
      id: id, name: name(id), value: short(exact.values[id], name(id)), kind: kind(id),
      derivative: id == steps.root
        ? Numeral(integer: 1) : short(exact.gradients[id], steps.derivative(by: id)))
  }

  /// More digits have no room.
  private static let pictureDigits = 3

  private func slope(_ of: Graph.ID, by: Graph.ID) -> Numeral? {
    if of == steps.root, steps.fed(by: by).count == 1 {
      return ledger.printed(steps.derivative(by: by), digits: Self.pictureDigits)
    }
    return ledger.printed(steps.factor(of: of, by: by), digits: Self.pictureDigits)
  }

  private func kind(_ id: Graph.ID) -> GraphPicture.Kind {
    graph.given[id] != nil ? .given : graph.result.entries.contains(id) ? .result : .defined
  }

  /// A node for each quantity, whose numbers have no room.
  private func pictureOfQuantities(_ uses: [(from: Graph.ID, to: Graph.ID)]) -> [Block] {
    let quantities = graph.quantities.filter { !$0.isConstant }
    let places = Dictionary(uniqueKeysWithValues: quantities.enumerated().map { ($1.name, $0) })
    var seen: Set<[Int]> = []
    var edges: [GraphPicture.Edge] = []
    for use in uses {
      guard let from = places[graph.quantity(of: use.from).name],
        let to = places[graph.quantity(of: use.to).name],
        from != to, seen.insert([from, to]).inserted
      else { continue }
      edges.append(.init(from: from, to: to))
    }
    guard quantities.count <= GraphPicture.mostNodes, edges.count <= GraphPicture.mostEdges else { return [] }
    let nodes = quantities.enumerated().map { place, quantity in
      GraphPicture.Node(
        id: place, name: .symbol(Symbol(.named(Word(quantity.name)))),
        kind: quantity.entries.last.map(kind) ?? .defined)
    }
    return [.graph(GraphPicture(nodes: nodes, edges: edges))]
  }
}
