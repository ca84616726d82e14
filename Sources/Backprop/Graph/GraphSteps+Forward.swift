import Formulas

/// Forward mode: the derivative of every quantity with respect to one, carried along with the values.
extension GraphSteps {
  /// The name dq/dx of a derivative that forward mode carries along.
  public func carried(_ id: Graph.ID, by x: Graph.ID) -> Formula {
    .derivative(of: symbol(of: id), by: symbol(of: x), .carried)
  }

  /// dq/dx = Σ over every s that q is computed from of ∂q/∂s · ds/dx, with the local gradients that it needs.
  ///
  /// Those of the result stand in the sum as formulas, as they do on the way back; dx/dx is 1, and not written.
  public func forward(_ id: Graph.ID, by x: Graph.ID) -> (factors: [Graph.Step], carried: Graph.Step) {
    var (factors, terms): ([Graph.Step], [Formula]) = ([], [])
    for s in sources(of: id) {
      guard let slope = localGradient(of: id, by: s) else { continue }
      if id != root { factors.append(slope) }
      let local = id == root ? slope.formula : slope.name
      terms.append(s == x ? local : local * carried(s, by: x))
    }
    return (
      factors, Graph.Step(kind: .value(id), name: carried(id, by: x), formula: Formula.total(terms))
    )
  }

  /// The entries on the way that an entry is computed from.
  private func sources(of id: Graph.ID) -> [Graph.ID] {
    graph.uses(of: id).filter { derives($0) && fed(by: $0).contains(id) }
  }

  /// What multiplying and adding up local gradients takes; to compute these takes the same in both modes.
  public struct OperationCount: Hashable, Sendable {
    /// Products of two numbers, and sums of two.
    public internal(set) var multiplications = 0, additions = 0

    /// The number of multiplications and additions.
    public var total: Int { multiplications + additions }
  }

  /// The operations of one backward pass to all entries that are derived.
  public var backwardOperations: OperationCount {
    var count = OperationCount()
    for id in derived where id != root {
      let fed = fed(by: id)
      count.multiplications += fed.count { $0 != root }
      count.additions += Swift.max(0, fed.count - 1)
    }
    return count
  }

  /// Of one pass forward from an entry by which the steps were made, and no other.
  public func forwardOperations(from x: Graph.ID) -> OperationCount {
    var count = OperationCount()
    for id in derived where id != x {
      let sources = sources(of: id)
      count.multiplications += sources.count { $0 != x }
      count.additions += Swift.max(0, sources.count - 1)
    }
    return count
  }
}
