import Backprop
import Documents
import Formulas

/// Every path from a weight to the cost.
extension Derivation {
  /// The paths one by one, each with the product of its factors, and their sum, which is the derivative.
  mutating func paths(from id: Layout.ID) -> [Block] {
    let graph = (whole ?? steps).graph
    let paths = graph.paths(from: id).map { path in
      zip(path.dropFirst(), path).map { of, by in
        (name: graph.factor(of: of, by: by), value: ledger[graph.factor(of: of, by: by)] ?? .nan)
      }
    }
    let (lines, sum) = ledger.lines(ofPaths: paths, to: graph.derivative(by: id), digits: digits)
    return [
      .heading(level: 2, say(HeadingPhrase.paths)),
      .paragraph(say(ProductPhrase.paths(from: parameter(id), count: paths.count))),
    ] + lines.map { .equation($0) } + [.paragraph(say(ProductPhrase.sumOverPaths)), .equation(sum)]
  }
}

extension Ledger {
  /// The product of the factors along each path, and the sum of the products, which is the derivative.
  mutating func lines(
    ofPaths paths: [[(name: Formula, value: Double)]], to derivative: Formula, digits: Int
  ) -> (paths: [Equation], sum: Equation) {
    let names = paths.indices.map { Formula.symbol(Symbol(.path, indices: [$0 + 1])) }
    var lines: [Equation] = []
    for (name, factors) in zip(names, paths) {
      self[name] = factors.reduce(1) { $0 * $1.value }
      let product = factors.count == 1 ? factors[0].name : .product(factors.map(\.name))
      lines.append(line(name, product, digits: digits))
    }
    return (lines, line(derivative, .total(names), digits: digits))
  }
}

extension Lesson {
  /// How many paths lead from a weight or a bias of a layer to the cost, or `nil` for more than can be counted.
  func pathCount(fromLayer layer: Int, isWeight: Bool) -> Int? {
    var count = examples.count
    for (l, other) in layers.enumerated() where l >= layer - 1 {
      let factors =
        (l >= layer ? [other.weights.count + (other.output.hasSkip ? 1 : 0)] : [])
        + (other.activation == .softmax ? [other.weights.count] : [])
      for factor in factors {
        let (product, overflow) = count.multipliedReportingOverflow(by: factor)
        if overflow { return nil }
        count = product
      }
    }
    let (sum, overflow) = count.addingReportingOverflow(isWeight && activePenalty != nil ? 1 : 0)
    return overflow ? nil : sum
  }
}
