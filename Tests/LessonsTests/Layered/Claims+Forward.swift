import Backprop
import Formulas

@testable import Documents
@testable import Lessons

/// A sentence with {} for its gaps, and whether it is true of the numbers.
struct Claim: Sendable {
  let words: String
  let holds: @Sendable (Saying, Figures) -> Bool

  init(_ words: String, _ holds: @escaping @Sendable (Saying, Figures) -> Bool) {
    (self.words, self.holds) = (words, holds)
  }

  static let all = network + forward + slopes + outputs + errors + chain + total + check + step
}

/// Of the network and of the forward pass.
extension Claim {
  static let network = [
    Claim("The network has {} parameters.") { said, it in said.gaps[0].count == it.layout.parameterCount },
    Claim(
      "All derivatives are computed and checked. For each layer, only one weight whose derivative has the largest absolute value is derived here; the option --only NAME derives another one."
    ) { said, it in
      let shown = said.blocks.flatMap(\.equations).compactMap { equation -> Int? in
        guard case .partial(let cost, let by) = equation.left, cost.meaning == .cost, by.meaning == .weight
        else {
          return nil
        }
        return it.layout.id(of: by)
      }
      return (1...it.layout.layerCount).allSatisfy { l in
        let own = it.weights.filter { it.layout.symbol($0, example: nil).layer == l }
        let most = own.map { it.gradient[$0].magnitude.value }.max() ?? 0
        return Set(shown).intersection(own).count == 1
          && own.filter(shown.contains).allSatisfy { it.gradient[$0].magnitude.value >= most * (1 - 1e-12) }
      }
    },
    Claim("This is a {} network: {}, then one layer of {}.") { said, it in
      let neurons = it.layout.widths.last ?? 0
      return isShape(said, it) && it.lesson.layers.count == 1
        && said.gaps[2].text == (neurons == 1 ? "1 neuron" : "\(neurons) neurons")
    },
    Claim("This is a {} network: {}, then layers of {} neurons.") { said, it in
      let widths = it.layout.widths.dropFirst().map(String.init)
      return isShape(said, it) && widths.count > 1
        && said.gaps[2].text == widths.dropLast().joined(separator: ", ") + " and " + (widths.last ?? "")
    },
    Claim("Layer {}, {}: {}, with {} into each.") { said, it in
      let l = said.gaps[0].count ?? 0
      return counts(said.gaps[2], it.layout.widths[l], "neuron")
        && counts(said.gaps[3], it.layout.widths[l - 1], "weight")
    },
    Claim("The first {} of the {} examples:") { said, it in
      said.gaps[1].count == it.layout.exampleCount && (said.gaps[0].count ?? 0) < it.layout.exampleCount
    },
    Claim("The total cost {} is the mean over {} examples.") { said, it in
      isAll(said.gaps[1], it) && it.fine.penalty == nil
    },
    Claim("The total cost {} is the mean over {} examples plus a penalty {} on the weights.") { said, it in
      isAll(said.gaps[1], it) && it.fine.penalty != nil
    },
    Claim("The total cost {} is {} plus a penalty {} on the weights.") { _, it in
      it.layout.exampleCount == 1 && it.fine.penalty != nil
    },
    Claim("Only example {} of {} is derived here.") { said, it in
      let derived = said.blocks.compactMap { block -> String? in
        guard case .heading(_, let prose) = block else { return nil }
        let title = DocumentReader.plain(prose)
        return title.hasPrefix("Example ") ? String(title.dropFirst(8).prefix { $0.isNumber }) : nil
      }
      return said.gaps[1].count == it.layout.exampleCount && Set(derived) == [said.gaps[0].text]
    },
  ]

  private static func counts(_ gap: Saying.Gap, _ count: Int, _ word: String) -> Bool {
    gap.text == (count == 1 ? "one \(word)" : "\(count) \(word)s")
  }

  private static func isAll(_ gap: Saying.Gap, _ it: Figures) -> Bool {
    gap.text == (it.layout.exampleCount == 2 ? "both" : "all \(it.layout.exampleCount)")
  }

  static let forward = [
    Claim("Each neuron multiplies its input by its weight.") { _, it in
      !it.hasBiases.contains(true)
    },
    Claim(
      "Each neuron multiplies its input by its weight and adds its bias."
    ) {
      _, it in !it.hasBiases.contains(false)
    },
    Claim(
      "Each neuron multiplies its input by its weight and adds its bias if it has one."
    ) { _, it in Set(it.hasBiases).count == 2 },
    Claim(
      "The weighted input of a neuron is the sum of the activations of the layer before, each times its weight."
    ) { _, it in !it.hasBiases.contains(true) },
    Claim(
      "The weighted input of a neuron is the sum of the activations of the layer before, each times its weight, plus the bias of the neuron."
    ) { _, it in !it.hasBiases.contains(false) },
    Claim(
      "The weighted input of a neuron is the sum of the activations of the layer before, each times its weight, plus the bias of the neuron if it has one."
    ) { _, it in Set(it.hasBiases).count == 2 },
    Claim(
      "Results are rounded to {} significant {}. Exact numbers may have fewer digits. If the rounded numbers are too short to get the result of a line, the line shows more of their digits. If you compute a line from its printed numbers, you get its printed result, up to one unit in the last digit."
    ) {
      said, it in
      said.gaps[0].count == it.settings.digits
        && said.gaps[1].text == (it.settings.digits == 1 ? "digit" : "digits")
        && said.blocks.flatMap(\.equations).allSatisfy { falsehood(in: $0) == nil }
    },
    Claim(
      "All numbers from the inputs to the gradient are fractions: nothing is rounded, and every line is exact."
    ) {
      said, it in
      let isLater = { (block: Block) -> Bool in
        if case .heading(2, let prose) = block {
          DocumentReader.plain(prose).hasPrefix("Test of")
        } else {
          false
        }
      }
      let lines = said.blocks.prefix { !isLater($0) }.flatMap(\.equations)
      return it.settings.exact && lines.allSatisfy { $0.sides.allSatisfy { $0.relation == .equals } }
    },
    Claim("The neuron is saturated: {} is printed as {}, but its exact value is a little {} {}.") {
      said, it in
      roundsToItsEnd(said, it) && relativeSlope(said.gaps[0].formula, it).map { $0 < 0.01 } ?? false
    },
    Claim("{} is printed as {}, but its exact value is a little {} {}.") { said, it in
      roundsToItsEnd(said, it) && relativeSlope(said.gaps[0].formula, it).map { $0 >= 0.01 } ?? false
    },
    Claim(
      "This value is nothing but rounding error. It is treated as 0, where the activation function has its kink."
    ) { said, it in
      guard let z = said.equationBefore?.left.symbol, let l = z.layer, let id = it.layout.id(of: z) else {
        return false
      }
      return it.traces[(z.example ?? 1) - 1].values[id] == 0 && it.activation(l).rule.hasKink
    },
    Claim("(Long sums are shortened: the last term is the sum of the other {} terms.)") { said, it in
      guard let (terms, hasBias) = otherTerms(said, it) else { return false }
      return said.gaps[0].count == terms && !hasBias
    },
    Claim(
      "(Long sums are shortened: the last term is the sum of the other {} terms, including the bias.)"
    ) {
      said, it in
      guard let (terms, hasBias) = otherTerms(said, it) else { return false }
      return said.gaps[0].count == terms && hasBias
    },
    Claim("Softmax turns the weighted inputs of the layer into positive numbers that add up to 1.") {
      said, it in
      let l = it.layout.layerCount
      let trace = it.fineTraces[said.example]
      let sum = Twofold.total((0..<it.layout.widths[l]).map { trace.values[it.layout.activation(l, $0)] })
      return it.activation(l) == .softmax && (sum - Twofold(1)).value.magnitude < 1e-25
    },
  ]

  private static func isShape(_ said: Saying, _ it: Figures) -> Bool {
    let inputs = it.lesson.inputs
    return said.gaps[0].text == it.layout.widths.map(String.init).joined(separator: "-")
      && said.gaps[1].text == (inputs == 1 ? "one input" : "\(inputs) inputs")
  }

  private static func roundsToItsEnd(_ said: Saying, _ it: Figures) -> Bool {
    guard let value = it.value(said.gaps[0].formula), let end = said.gaps[1].number,
      let shown = Numeral(rounding: value.value, digits: it.settings.digits)
    else { return false }
    // A sigmoid goes to 1 only, a tanh to both.
    let isEnd = end == 1 || end == -1 && it.activation(said.gaps[0].formula?.symbol?.layer ?? 1) == .tanh
    let isBeside = said.gaps[2].text == (end == 1 ? "below" : "above") && said.gaps[3].number == end
    return isEnd && isBeside && (shown.value == end || shown.value.magnitude >= 1 - 1e-12)
  }

  /// ∂a/∂z, as a part of the steepest that the activation has.
  static func relativeSlope(_ formula: Formula?, _ it: Figures) -> Double? {
    guard let symbol = formula?.symbol, let slope = it.slopeOfActivation(symbol), let layer = symbol.layer
    else {
      return nil
    }
    switch it.activation(layer).kind {
    case .sigmoid: return slope * 4
    case .tanh: return slope
    case .identity, .relu, .leakyReLU, .softplus, .silu, .elu, .gelu, .softmax: return nil
    }
  }

  /// How many terms of the next sum have no name, and whether one of them is a bias.
  private static func otherTerms(_ said: Saying, _ it: Figures) -> (count: Int, hasBias: Bool)? {
    let layout = it.layout
    let shown = 3
    switch said.blocks[(said.place + 1)...].lazy.flatMap(\.equations).first?.left {
    case .symbol(let symbol) where symbol.meaning == .weightedInput:
      guard let l = symbol.layer else { return nil }
      let hasBias = it.hasBiases[l - 1]
      return (layout.widths[l - 1] + (hasBias ? 1 : 0) - shown, hasBias)
    case .symbol(let symbol) where symbol.meaning == .cost:
      // Each output has one term, and with its complement two.
      return ((layout.widths.last ?? 0) * (it.lesson.cost.rule.logarithmCount == 2 ? 2 : 1) - shown, false)
    case .partial(_, let by) where by.meaning == .activation || by.meaning == .weightedInput:
      return said.layer.map { (layout.widths[$0] - shown, false) }
    default: return nil
    }
  }
}
