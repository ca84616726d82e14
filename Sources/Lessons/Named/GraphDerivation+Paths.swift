import Backprop
import Documents
import Formulas

/// Every path from an entry to the result.
extension GraphDerivation {
  /// More paths than these are nothing to read.
  static let mostPaths = 64

  /// How many paths lead from an entry to the result, or `nil` for more than can be counted.
  static func pathCount(from source: Graph.ID, in steps: GraphSteps) -> Int? {
    var counts: [Graph.ID: Int] = [:]
    if let root = steps.root { counts[root] = 1 }
    for id in steps.derived.reversed() where id != steps.root {
      var count = 0
      for of in steps.fed(by: id) {
        let (sum, overflow) = count.addingReportingOverflow(counts[of] ?? 0)
        if overflow { return nil }
        count = sum
      }
      counts[id] = count
    }
    return counts[source] ?? 0
  }

  /// The paths one by one, each with the product of its factors, and their sum, which is the derivative.
  mutating func paths(from source: Graph.ID) -> [Block] {
    let paths = allPaths(from: source)
    var blocks: [Block] = [
      .heading(level: 2, "Every path"),
      .paragraph(
        """
        From \(name(source)), \(result) is reached by \(paths.count == 1 ? "one path" : "\(paths.count) paths"). Along a path \
        the local gradients are multiplied:
        """),
    ]
    for (number, path) in paths.enumerated() {
      let factors = zip(path.dropFirst(), path).map { of, by in
        (name: localName(of, by), value: slope(of, by))
      }
      let name = Formula.symbol(Symbol(.path, indices: [number + 1]))
      ledger[name] = factors.reduce(1) { $0 * $1.value }
      let way = Prose.chain(path.map { "\(self.name($0))" })
      blocks.append(.paragraph(way))
      let product = factors.count == 1 ? factors[0].name : Formula.product(factors.map(\.name))
      blocks.append(.equation(ledger.line(Step(name, product), digits: digits).equation))
    }
    let sum = Formula.total(paths.indices.map { .symbol(Symbol(.path, indices: [$0 + 1])) })
    blocks.append(.paragraph("Together they are the derivative:"))
    blocks.append(
      .equation(ledger.line(Step(steps.derivative(by: source), sum), digits: digits).equation))
    return blocks
  }

  /// A local gradient by its name; that of the result, whose name is that of the whole derivative, as a formula.
  private func localName(_ of: Graph.ID, _ by: Graph.ID) -> Formula {
    guard of == steps.root, steps.fed(by: by).count > 1 else { return steps.factor(of: of, by: by) }
    return graph.slopeFormulas(of: of).first { $0.by == by }?.value ?? .integer(0)
  }

  private func slope(_ of: Graph.ID, _ by: Graph.ID) -> Double {
    work.trace.slopes(of: of).first { $0.by == by }?.value ?? 0
  }

  private func allPaths(from id: Graph.ID) -> [[Graph.ID]] {
    if id == steps.root { return [[id]] }
    return steps.fed(by: id).flatMap { allPaths(from: $0).map { [id] + $0 } }
  }
}

extension Prose {
  /// With arrows between them.
  fileprivate static func chain(_ items: [Prose]) -> Prose {
    items.dropFirst().reduce(items.first ?? "") { "\($0) → \($1)" }
  }
}
