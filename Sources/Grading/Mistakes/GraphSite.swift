import Backprop
import Formulas

/// A step of a graph where a mistake may be made, and what is around it.
package struct GraphSite: Sendable {
  /// The steps that it is one of.
  let steps: GraphSteps
  /// What it is about.
  let kind: Graph.Step.Kind
  /// What is right.
  let right: Formula

  /// A line of a graph; `nil` for one of anything else.
  init?(_ steps: GraphSteps, _ line: Line) {
    guard let kind = line.step else { return nil }
    (self.steps, self.kind, right) = (steps, kind, line.formula)
  }

  /// Whether a quantity is computed forward in it.
  var isValue: Bool { if case .value = kind { true } else { false } }

  /// The gate whose slope it is, and the entry that it is the slope by: a local gradient, or the derivative by what feeds
  /// nothing but the result.
  var slope: (of: Graph.ID, by: Graph.ID)? {
    switch kind {
    case .factor(let of, let by): return (of, by)
    case .total(let id):
      guard let root = steps.root, steps.fed(by: id) == [root] else { return nil }
      return (root, id)
    case .value, .update: return nil
    }
  }

  /// The entry whose derivative is added up in it.
  var total: Graph.ID? { if case .total(let id) = kind { id } else { nil } }

  /// An entry by its name.
  func name(_ id: Graph.ID) -> Formula { .symbol(steps.graph.symbol(of: id)) }

  /// The argument of the function that a gate is; `nil` where it is none.
  func argument(of gate: Graph.ID) -> Formula? {
    if case .call(_, let argument) = steps.graph.formula(of: gate) { argument } else { nil }
  }

  /// The terms of the sum of products of a local gradient and an upstream gradient.
  var terms: [Formula] {
    guard total != nil else { return [] }
    if case .sum(let terms) = right { return terms }
    return [right]
  }

  /// The sum with something else for each of its products of a local and an upstream gradient; `nil` where it has none.
  func mappingProducts(_ change: (_ local: Formula, _ upstream: Formula) -> Formula) -> Formula? {
    var found = false
    let changed = terms.map { term -> Formula in
      guard let (local, upstream) = product(term) else { return term }
      found = true
      return change(local, upstream)
    }
    return found ? .total(changed) : nil
  }

  /// The local and the upstream gradient that a term is the product of.
  func product(_ term: Formula) -> (local: Formula, upstream: Formula)? {
    guard total != nil, case .product(let factors) = term, factors.count == 2, factors[0].isName,
      case .partial(let result, _) = factors[1], result == steps.result
    else { return nil }
    return (factors[0], factors[1])
  }
}
