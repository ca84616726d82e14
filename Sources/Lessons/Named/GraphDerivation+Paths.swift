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
    let paths = steps.paths(from: source)
    let factors = paths.map { path in
      zip(path.dropFirst(), path).map { of, by in (name: localName(of, by), value: slope(of, by)) }
    }
    let (lines, sum) = ledger.lines(
      ofPaths: factors, to: steps.derivative(by: source), digits: digits)
    let ways = zip(paths, lines).flatMap { path, line -> [Block] in
      [.paragraph(say(GraphPhrase.path(path.map(name)))), .equation(line)]
    }
    let count = GraphPhrase.pathCount(from: name(source), to: result, count: paths.count)
    return [.heading(level: 2, say(HeadingPhrase.paths)), .paragraph(say(count))] + ways
      + [.paragraph(say(ProductPhrase.sumOverPaths)), .equation(sum)]
  }

  /// A local gradient by its name; that of the result, whose name is that of the whole derivative, as a formula.
  private func localName(_ of: Graph.ID, _ by: Graph.ID) -> Formula {
    guard of == steps.root, steps.fed(by: by).count > 1 else { return steps.factor(of: of, by: by) }
    return steps.localGradient(of: of, by: by)?.formula ?? .integer(0)
  }

  private func slope(_ of: Graph.ID, _ by: Graph.ID) -> Double {
    work.trace.slopes(of: of).first { $0.by == by }?.value ?? 0
  }
}
