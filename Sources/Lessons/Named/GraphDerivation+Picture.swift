import Backprop
import Documents
import Formulas

/// The graph as it is drawn.
extension GraphDerivation {
  /// A node for each entry, with an edge to all that use it; where these are too many, a node for each quantity, and where
  /// these are too many as well, nothing.
  func picture() -> [Block] {
    guard graph.count <= 2 * GraphPicture.mostNodes else { return pictureOfQuantities() }
    func isShown(_ id: Graph.ID) -> Bool {
      // What only counts as an index feeds nothing.
      !graph.quantity(of: id).isConstant && !graph.quantity(of: id).isIndex
    }
    let shown = (0..<graph.count).filter(isShown)
    let edges = shown.flatMap { of in graph.uses(of: of).filter(isShown).map { (from: $0, to: of) } }
    if shown.count <= GraphPicture.mostNodes, edges.count <= GraphPicture.mostEdges {
      let exact: GraphTrace<Rational> = GraphTrace(graph)
      let nodes = shown.map { node($0, exact) }
      return [
        .graph(
          GraphPicture(
            nodes: nodes,
            edges: edges.map { edge in
              let slope = edges.count <= Self.mostSlopes ? slope(edge.to, by: edge.from, exact) : nil
              return .init(
                from: edge.from, to: edge.to, slope: slope, nameOfSlope: nameOfSlope(edge.to, by: edge.from),
                downstream: slope == nil ? nil : downstream(edge.to, by: edge.from, exact))
            }))
      ]
    }
    return pictureOfQuantities()
  }

  private func node(_ id: Graph.ID, _ exact: GraphTrace<Rational>) -> GraphPicture.Node {
    func short(_ exact: Rational, _ name: Formula) -> Numeral? {
      ledger.numeral(exact, digits: Self.exactDigits) ?? ledger.printed(name, digits: Self.pictureDigits)
    }
    return GraphPicture.Node(
      id: id, name: name(id), value: short(exact.values[id], name(id)), kind: kind(id),
      derivative: id == steps.root
        ? Numeral(integer: 1)
        : steps.derived.contains(id) ? short(exact.gradients[id], steps.derivative(by: id)) : nil,
      nameOfDerivative: id == steps.root ? nil : steps.derivative(by: id))
  }

  /// The numbers of more edges than these would lie on each other.
  private static let mostSlopes = 32

  /// More digits have no room; a number that is not rounded may have one more.
  private static let (pictureDigits, exactDigits) = (3, 4)

  private func slope(_ of: Graph.ID, by: Graph.ID, _ exact: GraphTrace<Rational>) -> Numeral? {
    guard steps.derived.contains(by), steps.derived.contains(of) else { return nil }
    let slope = graph.slopes(of: of) { exact.values[$0] }.first { $0.by == by }?.value
    if let short = slope.flatMap({ ledger.numeral($0, digits: Self.exactDigits) }) { return short }
    return slopeInDoubles(of, by: by).flatMap { Numeral(rounding: $0, digits: Self.pictureDigits) }
  }

  /// ∂q/∂x · ∂f/∂q = 1 · (−4) = −4; of an edge to the result itself, its local derivative.
  private func downstream(_ of: Graph.ID, by: Graph.ID, _ exact: GraphTrace<Rational>) -> Equation? {
    guard steps.root != nil, let slope = slopeInDoubles(of, by: by) else { return nil }
    let (local, upstream) = (steps.factor(of: of, by: by), steps.derivative(by: of))
    let exactSlope = graph.slopes(of: of) { exact.values[$0] }.first { $0.by == by }?.value
    var ledger = ledger
    // The lines that find out what is exact come later.
    for (name, value) in [(local, exactSlope), (upstream, exact.gradients[of])] {
      guard let numeral = value.flatMap({ ledger.numeral($0, digits: digits) }) else { continue }
      ledger.noteExact(name, numeral)
    }
    if of == steps.root { return steps.fed(by: by).count > 1 ? nil : ledger.valued(local, digits: digits) }
    let product = Formula.product([local, upstream])
    let line = TrueLine(digits: digits)
    let sides = line.sides(product, value: slope * work.gradient(of), ledger: ledger)
    return sides.isEmpty ? nil : Equation(product, sides)
  }

  private func slopeInDoubles(_ of: Graph.ID, by: Graph.ID) -> Double? {
    work.slopes(of: of).first { $0.by == by }?.value
  }

  /// What is written on an edge: where the result uses what feeds others as well, that is not the whole derivative, which has
  /// the same name.
  func nameOfSlope(_ of: Graph.ID, by: Graph.ID) -> Formula {
    let name = steps.factor(of: of, by: by)
    return of == steps.root && steps.fed(by: by).count > 1 ? .product([name]) : name
  }

  private func kind(_ id: Graph.ID) -> GraphPicture.Kind {
    graph.given[id] != nil ? .given : graph.result.entries.contains(id) ? .result : .defined
  }

  /// A node for each quantity, whose numbers have no room.
  private func pictureOfQuantities() -> [Block] {
    let shown = graph.quantities.indices.filter {
      !graph.quantities[$0].isConstant && !graph.quantities[$0].isIndex
    }
    let edges = graph.usesOfQuantities.map { GraphPicture.Edge(from: $0.by, to: $0.of) }
    guard shown.count <= GraphPicture.mostNodes, edges.count <= GraphPicture.mostEdges else { return [] }
    let nodes = shown.map { number in
      let quantity = graph.quantities[number]
      return GraphPicture.Node(
        id: number, name: .symbol(quantity.symbol),
        kind: quantity.entries.last.map(kind) ?? .defined)
    }
    return [.graph(GraphPicture(nodes: nodes, edges: edges))]
  }
}
