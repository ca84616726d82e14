import Formulas

/// A derivation as a graph: the quantities of the one that was derived, and behind them its local gradients and derivatives,
/// each of which follows from names before it, so that it can be derived once more.
public struct DerivedGraph: Sendable {
  /// The entries of the first graph by their own numbers, then a number for each factor and each total.
  public let graph: Graph
  /// How many entries the first graph has.
  public let valueCount: Int
  /// The derivative of the result by an entry of the first graph.
  public let totals: [Graph.ID: Graph.ID]
  /// The steps of the local gradients and derivatives, each group with the entries that it is derived by.
  public let groups: [(by: [Graph.ID], steps: [Graph.ID])]

  /// The derivation of a result that is one number; `nil` where a step of it is no calculation with numbers.
  public init?(_ steps: GraphSteps) {
    let first = steps.graph
    var builder = Graph.Builder(continuing: first)
    let line = builder.add(definition: "")
    var known: [Formula: Graph.ID] = [:]
    var totals: [Graph.ID: Graph.ID] = [:]
    var groups: [(by: [Graph.ID], steps: [Graph.ID])] = []
    let variables = steps.parameters.map(first.symbol)
    func add(_ step: Graph.Step, _ kind: Derivative.Kind) -> Graph.ID? {
      guard let (above, below) = step.name.sidesOfDerivative,
        let code = builder.code(
          of: step.formula,
          { name in
            if case .symbol(let symbol) = name { first.entry(symbol) } else { known[name] }
          })
      else { return nil }
      let symbol = Symbol(.derivative(Derivative(of: above, by: below, kind)))
      let id = builder.define(code, in: line, as: builder.add(quantity: symbol, rank: 0), at: [])
      known[step.name] = id
      return id
    }
    for group in steps.groups(steps.wayBack) + [steps.withoutEffect] {
      var made: [Graph.ID] = []
      for by in group {
        let (factors, total) = steps.backward(to: by)
        for factor in factors {
          guard let id = add(factor, .local) else { return nil }
          made.append(id)
        }
        guard let total else { continue }
        guard let id = add(total, .total(by: variables)) else { return nil }
        totals[by] = id
        made.append(id)
      }
      if !made.isEmpty { groups.append((group, made)) }
    }
    graph = builder.graph(deriving: first.result)
    (valueCount, self.totals, self.groups) = (first.count, totals, groups)
  }

  /// The same with one of the derivatives as the result.
  public func deriving(_ total: Graph.ID) -> Graph { graph.deriving(total) }
}
