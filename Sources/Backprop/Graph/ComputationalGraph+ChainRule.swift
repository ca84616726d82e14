import Formulas

/// The backward pass: what an entry feeds, and what comes back along it.
extension ComputationalGraph {
  /// ∂C/∂s = Σ over every t that s feeds of ∂t/∂s · ∂C/∂t.
  ///
  /// The derivative of the result by what it is computed from is a local gradient itself: it stands in the sum as a formula, and
  /// where there is nothing to add, it is the derivative.
  func chainRule(to id: Graph.ID) -> (factors: [Graph.Step], total: Graph.Step?) {
    guard id != root else { return ([], nil) }
    var (factors, terms): ([Graph.Step], [Formula]) = ([], [])
    for seed in seeds(of: id) { terms.append(.number(seed)) }
    var whenSaturated: Formula?
    for of in fed(by: id) {
      guard let slope = localGradient(of: of, by: id) else { continue }
      if of == root {
        terms.append(slope.formula)
        whenSaturated = slope.whenSaturated
        continue
      }
      factors.append(slope)
      terms.append(factor(of: of, by: id) * derivative(by: of))
    }
    let total = Graph.Step(
      kind: .total(id), name: derivative(by: id), formula: terms.isEmpty ? .integer(0) : Formula.total(terms),
      whenSaturated: terms.count == 1 ? whenSaturated : nil)
    return (factors, total)
  }

  /// Every path from an entry to the result, as the entries along it.
  public func paths(from id: Graph.ID) -> [[Graph.ID]] {
    var (paths, open): ([[Graph.ID]], [[Graph.ID]]) = ([], [[id]])
    while var path = open.popLast() {
      while let last = path.last, last != root {
        let fed = fed(by: last)
        open += fed.dropFirst().reversed().map { path + [$0] }
        guard let next = fed.first else { break }
        path.append(next)
      }
      if path.last == root { paths.append(path) }
    }
    return paths
  }
}
