import Backprop
import Documents
import Formulas

/// Every path from a weight to the cost.
extension Derivation {
  /// The paths one by one, each with the product of its factors, and their sum, which is the derivative.
  mutating func paths(from id: Layout.ID) -> [Block] {
    let layout = work.result.layout
    let parameter = layout.symbol(id, example: nil)
    let paths = paths(from: parameter)
    var blocks: [Block] = [
      .heading(level: 2, "Every path"),
      .paragraph(
        """
        From \(.symbol(parameter)) the \(.cost) is reached by \(paths.count == 1 ? "one path" : "\(paths.count) paths"). Along \
        a path the factors are multiplied:
        """),
    ]
    for (number, factors) in paths.enumerated() {
      let (name, product) = (Formula.symbol(Symbol(.path, indices: [number + 1])), Formula.product(factors))
      ledger[name] = factors.reduce(1) { $0 * (ledger[$1] ?? .nan) }
      blocks.append(line(Step(name, product)))
    }
    let sum = Formula.total(paths.indices.map { .symbol(Symbol(.path, indices: [$0 + 1])) })
    blocks.append(.paragraph("Together they are the derivative:"))
    blocks.append(line(Step(.partial(work.cost, by: parameter), sum)))
    return blocks
  }

  /// The factors of every path from a weight or a bias to the cost, through each example, then through the penalty.
  private func paths(from parameter: Symbol) -> [[Formula]] {
    let layout = work.result.layout
    guard let layer = parameter.layer else { return [] }
    let neuron = (parameter.indices.first ?? 1) - 1
    var paths: [[Formula]] = []
    for example in lesson.examples.indices {
      let z = layout.symbol(layout.weightedInput(layer, neuron), example: example)
      let own = layout.symbol(layout.exampleCost, example: example)
      let share: [Formula] = layout.costHasParts ? [.partial(work.cost, by: own)] : []
      paths += onward(layer, neuron, example).map { [.partial(z, by: parameter)] + $0 + share }
    }
    if layout.hasPenalty, parameter.meaning == .weight {
      let penalty = layout.symbol(layout.penalty, example: nil)
      paths.append([.partial(penalty, by: parameter), .partial(work.cost, by: penalty)])
    }
    return paths
  }

  /// The factors of every path from z of a neuron to the cost of the example.
  private func onward(_ layer: Int, _ neuron: Int, _ example: Int) -> [[Formula]] {
    let layout = work.result.layout
    func symbol(_ id: Layout.ID) -> Symbol { layout.symbol(id, example: example) }
    let z = symbol(layout.weightedInput(layer, neuron))
    let mixes = lesson.layers[layer - 1].activation.rule.mixesNeurons
    return (mixes ? Array(0..<layout.widths[layer]) : [neuron]).flatMap { i -> [[Formula]] in
      let a = symbol(layout.activation(layer, i))
      let slope = Formula.partial(a, by: z)
      if layer == layout.layerCount { return [[slope, .partial(symbol(layout.exampleCost), by: a)]] }
      return (0..<layout.widths[layer + 1]).flatMap { next -> [[Formula]] in
        let nextZ = symbol(layout.weightedInput(layer + 1, next))
        return onward(layer + 1, next, example).map { [slope, .partial(nextZ, by: a)] + $0 }
      }
    }
  }
}

extension Lesson {
  /// How many paths lead from a weight or a bias of a layer to the cost, or `nil` for more than can be counted.
  func pathCount(fromLayer layer: Int, isWeight: Bool) -> Int? {
    var count = examples.count
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
    let (sum, overflow) = count.addingReportingOverflow(isWeight && activePenalty != nil ? 1 : 0)
    return overflow ? nil : sum
  }
}
