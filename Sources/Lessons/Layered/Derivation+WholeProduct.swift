import Backprop
import Documents
import Formulas

/// A chain from the first weight to the cost, in one product.
extension Derivation {
  mutating func wholeProduct(_ product: Graph.Step) -> [Block] {
    let line = line(product)
    let factors = product.formula.names
    let error = steps.graph.derivative(by: steps.graph.weightedInput(layers.upperBound, 0))
    let short: Prose =
      steps.graph.cancelled == nil ? "" : " (The last factor, \(error), is the short form from above.)"
    var blocks: [Block] = [
      .heading(level: 2, "All the way to the first weight"),
      .paragraph(
        "Written out in full, the derivative of \(.symbol(steps.graph.result)) with respect to the first weight is:\(short)"
      ),
      line,
    ]
    let slopes = factors.filter(\.isSlopeOfActivation).compactMap { ledger[$0]?.magnitude }
    guard slopes.count > 1, let largest = slopes.max(), let smallest = slopes.min(),
      let from = ledger.numeral(smallest, among: factors), let to = ledger.numeral(largest, among: factors)
    else { return blocks }
    let kinds = Set(lesson.layers.map(\.activation))
    let steepest = kinds.count == 1 ? kinds.first?.words.steepest : nil
    let bound: Prose = steepest.map { ", each at most \($0.words)" } ?? ""
    let range: Prose =
      from == to ? "\(Formula.number(from))" : "from \(Formula.number(from)) to \(Formula.number(to))"
    let vanishing: Prose =
      isVanishing
      ? " Here the derivative with respect to the activation becomes smaller from layer to layer. If this goes on over many layers, the derivatives of the first layers are very small (the vanishing gradient), and these layers learn slowly."
      : ""
    blocks.append(
      .paragraph(
        """
        \(factors.count) factors, and \(slopes.count) of them are slopes of activations\(bound), here \(range). Each \
        layer on the way back multiplies by one slope and one weight.\(vanishing)
        """))
    return blocks + sizes(work.result.gradient(ofExample: steps.example))
  }

  /// Whether |∂C/∂a| becomes smaller in each layer on the way back, by more than rounding.
  private var isVanishing: Bool {
    let layout = work.result.layout
    let gradients = work.result.trace(ofExampleAlone: steps.example).gradients
    let sizes = layers.map { gradients[layout.activation($0, 0)].magnitude }
    return zip(sizes, sizes.dropFirst()).allSatisfy { $0 < $1 * (1 - 1e-9) && $1.isFinite }
  }

  /// A chain of fewer layers is seen at a glance.
  private static let leastChart = 4

  /// |∂C/∂w| of every layer side by side.
  private func sizes(_ gradient: [Double]) -> [Block] {
    let layout = work.result.layout
    let sizes = layers.reversed().compactMap { l -> (label: Prose, value: Numeral)? in
      Numeral(rounding: gradient[layout.weight(l, 0, 0)].magnitude, digits: 3).map { ("layer \(l)", $0) }
    }
    guard layers.count >= Self.leastChart, sizes.count == layers.count,
      let chart = BarChart("The size of the derivative by the weight of each layer", sizes)
    else { return [] }
    return [
      .paragraph(
        """
        How large the derivative by each layer's weight is, from the last layer back to the first. What is ten times as \
        large has a bar that is longer by the same piece everywhere:
        """), .bars(chart),
    ]
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
