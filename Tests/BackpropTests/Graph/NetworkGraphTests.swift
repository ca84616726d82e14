import Formulas
import Testing

@testable import Backprop

@Suite("A network as a graph")
struct NetworkGraphTests {
  /// A random network as a graph, with the values and the derivatives of its trace.
  private struct Drawn {
    let graph: NetworkGraph
    private(set) var values: [Graph.ID: Double] = [:]
    private(set) var gradients: [Graph.ID: Double] = [:]
    private var targets: [Formula: Double] = [:]

    init(seed: UInt64) throws {
      let objective = RandomObjective().draw(seed: seed)
      let result = try Backpropagation(objective)
      let layout = result.layout
      func number(_ value: Double?) -> Formula? { value.flatMap { Numeral("\($0)") }.map(Formula.number) }
      let penalty = objective.penalty.map { Penalty(l2: number($0.l2), l1: number($0.l1)) }
      graph = NetworkGraph(
        layout, objective.network.layers.map(\.activation), objective.cost, penalty: penalty, example: nil)
      for (x, example) in objective.examples.enumerated() {
        let trace = result.trace(example: x)
        for id in 0...layout.exampleCost {
          values[graph.entry(id, example: x)] = trace.values[id]
          gradients[graph.entry(id, example: x)] = trace.gradients[id]
        }
        for (j, y) in example.targets.enumerated() { targets[.symbol(layout.target(j, example: x))] = y }
      }
      for (id, slope) in result.gradient.enumerated() { gradients[id] = slope }
      if layout.costHasParts { values[graph.entry(layout.cost, example: 0)] = result.cost }
      if let penalty = result.penalty {
        (values[graph.penaltyEntry], gradients[graph.penaltyEntry]) = (penalty, 1)
      }
    }

    /// What a name comes to: a local gradient by its formula, all else by the trace.
    func value(_ name: Formula) -> Double {
      if let target = targets[name] { return target }
      switch graph.kind(of: name) {
      case .total(let id): return gradients[id] ?? .nan
      case .factor(let of, let by):
        return graph.localGradient(of: of, by: by)?.formula.evaluated(value) ?? .nan
      case .value, .update, nil:
        guard case .symbol(let symbol) = name, let id = graph.entry(symbol) else { return .nan }
        return values[id] ?? .nan
      }
    }
  }

  @Test(
    "Every quantity follows from others as in the trace, and every derivative by the one rule",
    arguments: 0..<UInt64(60))
  func rule(seed: UInt64) throws {
    let drawn = try Drawn(seed: seed)
    let graph = drawn.graph
    for (id, value) in drawn.values where !graph.isGiven(id) {
      let step = graph.value(of: id)
      let found = [step.formula, step.whenSaturated].compactMap { $0?.evaluated(drawn.value) }
      // 0 ln a is 0 for the trace, and has no value on paper where a is negative.
      if found.allSatisfy(\.isNaN) { continue }
      #expect(found.contains { isNear($0, value) }, "\(graph.symbol(of: id).name)")
    }
    for (id, gradient) in drawn.gradients where id != graph.root {
      let total = try #require(graph.chainRule(to: id).total)
      let found = total.formula.evaluated(drawn.value)
      // 0/0 of an output that is 0, and 0 after an infinite factor, are 0 for the trace.
      if found.isNaN, gradient == 0 { continue }
      #expect(isNear(found, gradient), "\(total.name)")
      if id < graph.layout.parameterCount { continue }
      #expect(graph.fed(by: id).allSatisfy { $0 > id })
    }
  }

  @Test("An entry is found by its name, and no other graph's", arguments: 0..<UInt64(20))
  func names(seed: UInt64) throws {
    let drawn = try Drawn(seed: seed)
    for id in drawn.values.keys { #expect(drawn.graph.entry(drawn.graph.symbol(of: id)) == id) }
    #expect(drawn.graph.entry(Symbol(.named(Word("w")))) == nil)
  }

  private func isNear(_ found: Double, _ value: Double) -> Bool {
    (found - value).magnitude <= 1e-9 * max(1, value.magnitude)
  }
}
