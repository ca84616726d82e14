import Formulas

/// Every entry of a graph with its value, and the derivative of the result by it.
public struct GraphTrace<Scalar: Algebra>: Sendable {
  /// What is traced.
  public let graph: Graph
  /// The value of each entry.
  public let values: [Scalar]
  /// ∂(result)/∂(entry) for each entry; where the result is an array, of the sum of its entries times their seeds.
  public let gradients: [Scalar]

  /// Goes forward and backward.
  public init(_ graph: Graph) {
    self.graph = graph
    values = graph.values()
    var gradients = [Scalar](repeating: Scalar(0), count: graph.count)
    let values = values
    for (place, id) in graph.result.entries.enumerated() {
      let seed = graph.result.seeds.map { Scalar($0[place]) } ?? Scalar(1)
      gradients[id] = gradients[id] + seed
    }
    // ∂C/∂s = Σ over every t that s feeds of ∂C/∂t · ∂t/∂s. There is no other loop.
    let feeds = graph.entriesBelowResult
    var local = LocalGradient<Scalar>(in: graph)
    for id in (0..<graph.count).reversed() where feeds[id] && !graph.isGiven(id) {
      local.goForward(to: id, value: values[id]) { values[$0] }
      local.goBackward()
      for place in local.found.indices {
        let (by, slope, _) = local.found[place]
        gradients[by] = gradients[by] + gradients[id] * slope
      }
    }
    self.gradients = gradients
  }
}

extension Graph {
  /// For each entry, whether the result is computed from it.
  package var entriesBelowResult: [Bool] {
    var found = [Bool](repeating: false, count: count)
    for id in result.entries { found[id] = true }
    let code = instructions.span
    for id in (0..<count).reversed() where found[id] {
      for place in places(of: id) where code[place].operation == .entry {
        found[Int(code[place].operand)] = true
      }
    }
    return found
  }
}

extension GraphTrace<Double> {
  /// The trace in doubles, compiled for them: called from another module, the initializer would stay generic.
  public static func inDoubles(_ graph: Graph) -> GraphTrace<Double> { GraphTrace(graph) }

  /// ∂t/∂s of an entry t that is defined, for each entry s that it is computed from, in the order in which they first come.
  public func slopes(of id: Graph.ID) -> [(by: Graph.ID, value: Double)] {
    graph.slopes(of: id) { values[$0] }
  }
}
