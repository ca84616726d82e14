import Backprop
import Documents
import Formulas

/// Every path from a weight to the cost.
extension Derivation {
  /// The paths one by one, each with the product of its factors, and their sum, which is the derivative.
  mutating func paths(from id: Layout.ID) -> [Block] {
    let layout = work.result.layout
    let symbol = layout.symbol(id, example: 0)
    guard let layer = symbol.layer else { return [] }
    let neuron = (symbol.indices.first ?? 1) - 1
    let z = layout.symbol(layout.weightedInput(layer, neuron), example: 0)
    let paths = onward(layer, neuron).map { [Formula.partial(z, by: symbol)] + $0 }
    let line = TrueLine(digits: digits)
    var blocks: [Block] = [
      .heading(level: 2, "Every path"),
      .paragraph(
        """
        From \(.symbol(symbol)) the cost is reached by \(paths.count == 1 ? "one path" : "\(paths.count) paths"). Along \
        a path the factors are multiplied:
        """),
    ]
    for (number, factors) in paths.enumerated() {
      let (name, product) = (Formula.symbol(Symbol(.path, indices: [number + 1])), Formula.product(factors))
      let value = factors.reduce(1) { $0 * (ledger[$1] ?? .nan) }
      ledger[name] = value
      blocks.append(
        .equation(
          Equation(name, [.init(.equals, product)] + line.sides(product, value: value, ledger: ledger))))
    }
    let sum = Formula.total(paths.indices.map { .symbol(Symbol(.path, indices: [$0 + 1])) })
    blocks.append(.paragraph("Together they are the derivative:"))
    blocks.append(self.line(Step(.partial(work.cost, by: symbol), sum)))
    return blocks
  }

  /// The factors of every path from z of a neuron to the cost.
  private func onward(_ layer: Int, _ neuron: Int) -> [[Formula]] {
    let layout = work.result.layout
    let z = layout.symbol(layout.weightedInput(layer, neuron), example: 0)
    let isLast = layer == layout.layerCount
    let mixes = lesson.layers[layer - 1].activation.rule.mixesNeurons
    return (mixes ? Array(0..<layout.widths[layer]) : [neuron]).flatMap { i -> [[Formula]] in
      let a = layout.symbol(layout.activation(layer, i), example: 0)
      let slope = Formula.partial(a, by: z)
      if isLast { return [[slope, .partial(work.cost, by: a)]] }
      return (0..<layout.widths[layer + 1]).flatMap { next -> [[Formula]] in
        let nextZ = layout.symbol(layout.weightedInput(layer + 1, next), example: 0)
        return onward(layer + 1, next).map { [slope, .partial(nextZ, by: a)] + $0 }
      }
    }
  }
}

extension Lesson {
  /// How many paths lead from a weight of a layer to the cost, or `nil` for more than can be counted.
  func pathCount(fromLayer layer: Int) -> Int? {
    var count = 1
    for (l, other) in layers.enumerated() where l >= layer - 1 {
      let factors =
        (l >= layer ? [other.weights.count] : [])
        + (other.activation == .softmax ? [other.weights.count] : [])
      for factor in factors {
        let (product, overflow) = count.multipliedReportingOverflow(by: factor)
        if overflow { return nil }
        count = product
      }
    }
    return count
  }
}
