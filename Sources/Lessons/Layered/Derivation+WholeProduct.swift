import Backprop
import Documents
import Formulas

/// A chain from the first weight to the cost, in one product.
extension Derivation {
  mutating func wholeProduct(_ product: Graph.Step) -> [Block] {
    let line = line(product)
    let factors = product.formula.names
    let error = steps.graph.derivative(by: steps.graph.weightedInput(layers.upperBound, 0))
    let total = Formula.symbol(steps.graph.result)
    let words =
      steps.graph.cancelled == nil
      ? ProductPhrase.whole(symbol(work.result.layout.weight(1, 0, 0)), of: total)
      : .wholeWithShortForm(of: total, error: error)
    let blocks: [Block] = [.heading(level: 2, say(HeadingPhrase.wholeProduct)), .paragraph(say(words)), line]
    let slopes = factors.filter(\.isSlopeOfActivation).compactMap { ledger[$0]?.magnitude }
    guard slopes.count > 1, let largest = slopes.max(), let smallest = slopes.min(),
      let from = ledger.numeral(smallest, among: factors), let to = ledger.numeral(largest, among: factors)
    else { return blocks }
    let kinds = Set(lesson.layers.map(\.activation))
    let isPlain = kinds.count == 1 && lesson.layers.allSatisfy(\.output.isPlain)
    let remark = ProductPhrase.slopes(
      slopes.count, ofFactors: factors.count, of: isPlain ? kinds.first : nil, from: from, to: to)
    return blocks + [.paragraph(Prose.sentences([say(remark), vanishing.map(say) ?? ""]))]
      + sizes(work.result.gradient(ofExample: steps.example))
  }

  /// |∂C/∂a| in each layer, from the last to the first, if it becomes smaller all the way, by more than rounding.
  private var vanishing: ProductPhrase? {
    let layout = work.result.layout
    let gradients = work.result.trace(ofExampleAlone: steps.example).gradients
    let sizes = layers.map { gradients[layout.activation($0, 0)].magnitude }
    guard zip(sizes, sizes.dropFirst()).allSatisfy({ $0 < $1 * (1 - 1e-9) && $1.isFinite }) else {
      return nil
    }
    if ledger.isInFractions { return .vanishing([]) }
    return .vanishing(
      zip(layers, sizes).reversed().compactMap { l, size in
        Numeral(rounding: size, digits: 3).map { .init(layer: l, value: $0) }
      })
  }

  /// A chain of fewer layers is seen at a glance.
  private static let leastChart = 4

  /// |∂C/∂w| of every layer side by side.
  private func sizes(_ gradient: [Double]) -> [Block] {
    let layout = work.result.layout
    let sizes = layers.reversed().compactMap { l -> (label: Prose, value: Numeral)? in
      Numeral(rounding: gradient[layout.weight(l, 0, 0)].magnitude, digits: 3).map {
        (say(ProductPhrase.sizeOfLayer(l)), $0)
      }
    }
    guard layers.count >= Self.leastChart, sizes.count == layers.count,
      let chart = BarChart(say(ProductPhrase.titleOfSizes), sizes)
    else { return [] }
    return [.paragraph(say(ProductPhrase.sizes)), .bars(chart)]
  }
}

extension Ledger {
  /// A value to three digits, or the fraction that it is.
  fileprivate func numeral(_ value: Double, among names: [Formula]) -> Numeral? {
    isInFractions
      ? names.first { self[$0] == value }.flatMap { printed($0, digits: 3) }
      : Numeral(rounding: value, digits: 3)
  }
}

extension Formula {
  /// ∂a/∂z.
  fileprivate var isSlopeOfActivation: Bool {
    if case .partial(let a, let z) = self {
      a.meaning == .activation && z.meaning == .weightedInput
    } else {
      false
    }
  }
}
