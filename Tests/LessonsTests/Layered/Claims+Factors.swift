import Backprop
import Formulas

@testable import Documents
@testable import Lessons

/// Of the product of all factors, and of paths.
extension Claim {
  static let chain = [
    Claim(
      "Written out in full, the derivative of {} with respect to the first weight has one factor for each step from {} to {}:"
    ) { said, it in
      isWholeProduct(said, it, hasShortForm: false)
        && said.equationsAfter.first?.sides.first?.formula.names.count == 2 * it.layout.layerCount + 1
    },
    Claim(
      "Written out in full, the derivative of {} with respect to the first weight is this product, whose last factor {} is the short form from above:"
    ) { isWholeProduct($0, $1, hasShortForm: true) },
    Claim("Of these {} factors, {} are slopes of activation functions; here they {}.") { said, it in
      factors(said, it, range: said.gaps[2])
    },
    Claim("Of these {} factors, {} are slopes of {}, which are at most {}; here they {}.") { said, it in
      let kinds = Set(it.lesson.layers.map(\.activation))
      return factors(said, it, range: said.gaps[4])
        && kinds == (said.gaps[3].text == "1" ? [.tanh] : [.sigmoid])
        && said.gaps[2].text == (kinds == [.tanh] ? "tanh" : "the sigmoid")
    },
    Claim(
      "In this network the derivative of the cost with respect to the activation becomes smaller in absolute value from layer to layer: {}."
    ) { said, it in
      let shown = said.gaps[0].equations.map(\.left)
      let trace = it.fineTraces[said.example]
      let sizes = (1...it.layout.layerCount).map {
        trace.gradients[it.layout.activation($0, 0)].magnitude.value
      }
      return zip(shown, sizes.reversed()).allSatisfy { $0.shows($1, uncertainty: 1e-9 * $1) }
        && shown.count == min(12, sizes.count) && falls(sizes)
    },
    Claim(
      "In this network the derivative of the cost with respect to the activation becomes smaller in absolute value from layer to layer."
    ) { said, it in
      let trace = it.fineTraces[said.example]
      return it.settings.exact
        && falls(
          (1...it.layout.layerCount).map { trace.gradients[it.layout.activation($0, 0)].magnitude.value })
    },
    Claim(
      "The absolute value of the derivative with respect to the weight of each layer, from the last layer to the first."
    ) { said, it in
      guard case .bars(let chart)? = said.blocks[(said.place + 1)...].first else { return false }
      let layers = (1...it.layout.layerCount).reversed()
      return zip(chart.bars, layers).allSatisfy { bar, l in
        let slope = it.fineTraces[said.example].gradients[it.layout.weight(l, 0, 0)].magnitude.value
        return Formula.number(bar.value).shows(slope, uncertainty: 1e-9 * slope)
      }
    },
    Claim("The scale is logarithmic: a factor of 10 always has the same length.") { said, _ in
      guard case .bars(let chart)? = said.blocks[(said.place + 1)...].first, let first = chart.bars.first
      else {
        return false
      }
      return chart.bars.allSatisfy { bar in
        let tens = Double.ln(bar.value.value / first.value.value) / Double.ln(10)
        return (bar.length - first.length - tens / Double(chart.decades)).magnitude < 1e-9
      }
    },
    Claim("There are {} paths from {} to the cost.") { said, it in
      said.gaps[0].count == pathCount(said, it) && said.gaps[0].count != 1
    },
    Claim("There is one path from {} to the cost.") { said, it in pathCount(said, it) == 1 },
    Claim("The derivative is the sum over the paths:") { said, it in
      guard let line = said.equationsAfter.first, let slope = it.slope(line.left) else { return false }
      return line.sides.last?.formula.shows(slope.value, uncertainty: 1e-9 * slope.value.magnitude) ?? false
    },
  ]

  private static func falls(_ sizes: [Double]) -> Bool {
    zip(sizes, sizes.dropFirst()).allSatisfy { $0 < $1 }
  }

  private static func isWholeProduct(_ said: Saying, _ it: Figures, hasShortForm: Bool) -> Bool {
    guard let line = said.equationsAfter.first, let factors = line.sides.first?.formula.names,
      let slope = it.slope(line.left)
    else { return false }
    let isShort = Cancelled(it.activation(it.layout.layerCount), it.lesson.cost) != nil
    let trace = it.traces[said.example]
    let product = factors.reduce(1.0) { product, factor in
      guard case .partial(let of, let by) = factor, let of = it.layout.id(of: of),
        let by = it.layout.id(of: by)
      else { return .nan }
      let local = (trace.factors + trace.uncarried).first { $0.of == of && $0.by == by }?.value
      return product * (of == it.layout.exampleCost && isShort ? trace.gradients[by] : local ?? .nan)
    }
    let endsInError = factors.last == said.gaps.last?.formula
    return isShort == hasShortForm && (!hasShortForm || endsInError)
      && ((product - slope.value).magnitude <= 1e-9 * slope.value.magnitude
        || slope.value.magnitude < 1e-300
        || it.result.objective.network.layers.contains { $0.activation.rule.hasKink })
  }

  private static func factors(_ said: Saying, _ it: Figures, range: Saying.Gap) -> Bool {
    let names = said.blocks[..<said.place].reversed().lazy.compactMap { $0.equations.last }.first?
      .sides.first?.formula.names
    let slopes = names?.compactMap { name -> Double? in
      guard case .partial(let a, let z) = name, a.meaning == .activation, z.meaning == .weightedInput else {
        return nil
      }
      return it.slopeOfActivation(a)?.magnitude
    }
    guard let names, let slopes, let least = slopes.min(), let most = slopes.max() else { return false }
    let shown = range.equations.map(\.left)
    return said.gaps[0].count == names.count && said.gaps[1].count == slopes.count
      && shown.first?.shows(least, uncertainty: 1e-9 * least) ?? false
      && shown.last?.shows(most, uncertainty: 1e-9 * most) ?? false
  }

  /// Each neuron above, each output of a softmax, each example, and the penalty.
  private static func pathCount(_ said: Saying, _ it: Figures) -> Int? {
    guard let symbol = said.gaps.last?.formula?.symbol, let l = symbol.layer else { return nil }
    let above = it.layout.widths.dropFirst(l + 1).reduce(1, *)
    let outputs = it.activation(it.layout.layerCount) == .softmax ? it.layout.widths.last ?? 1 : 1
    let penalty = symbol.meaning == .weight && it.fine.penalty != nil ? 1 : 0
    return above * outputs * it.layout.exampleCount + penalty
  }
}
