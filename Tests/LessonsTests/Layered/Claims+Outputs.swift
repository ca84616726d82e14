import Backprop
import Formulas

@testable import Documents
@testable import Lessons

/// Of dropout and skips.
extension Claim {
  static let outputs = [
    Claim(
      "Dropout. The value {} of each neuron of this layer is multiplied by {}, where {} is 1 for a neuron that is kept, with the probability {}, and 0 for one that is dropped."
    ) { said, it in
      dropouts(it).contains { l, dropout in
        let f = it.activation(l).rule.activations([Formula.symbol(Symbol(.weightedInput))])[0].value
        return dropout.keep.value == said.gaps[3].number && f == said.gaps[0].formula
          && said.gaps[1].formula?.names == [.symbol(Symbol(.mask))]
      }
    },
    Claim("From the first neuron to the last it is {} here.") { said, it in
      dropouts(it).contains { $1.isShared && entries($1.masks[0]) == said.gaps[0].text }
    },
    Claim("From the first neuron to the last it is {} in example 1; {} in example 2.") { said, it in
      dropouts(it).contains { $1.masks.map(entries) == said.gaps.map(\.text) }
    },
    Claim("Here {} of {} neurons are dropped.") { said, it in
      dropouts(it).contains { _, dropout in
        dropout.masks[0].count { !$0 } == said.gaps[0].count && dropout.masks[0].count == said.gaps[1].count
      }
    },
    Claim("Dropout multiplies the slope by {}: nothing comes back through a neuron that is dropped.") {
      said, it in
      guard let l = said.layer, let dropout = it.lesson.layers[l - 1].output.dropout else { return false }
      return it.lesson.examples.indices.allSatisfy { x in
        (0..<it.layout.widths[l]).allSatisfy { j in
          let z = it.layout.symbol(it.layout.weightedInput(l, j), example: x)
          return dropout.keeps(j, example: x) || it.slopeOfActivation(z) == 0
        }
      }
    },
    Claim("The neuron is dropped: {} does not depend on its weighted input.") { said, it in
      guard case .partial(let a, let z)? = said.equationBefore?.left else { return false }
      return .symbol(a) == said.gaps[0].formula && it.slopeOfActivation(z) == 0
    },
    Claim(
      "Skip. The activation of the neuron with the same number in the layer before is added to the value of each neuron of this layer."
    ) { _, it in hasSkip(it) },
    Claim(
      "Skip. Each activation of the layer before is added to that of the neuron with the same number."
    ) { _, it in hasSkip(it) },
    Claim(
      "Each of its {} influences the cost through {} neurons of layer {}, and through the skip past them: one product for each path, then the sum."
    ) { said, it in
      let count = said.layer.map { it.layout.widths[$0] }
      return said.gaps[1].text == (count == 2 ? "both" : "all \(count ?? 0)") && addsSkip(said, it)
    },
    Claim(
      "Each of its {} influences the cost through the one neuron of layer {}, and through the skip past it: one product for each path, then the sum."
    ) { said, it in it.layout.widths[said.layer ?? 0] == 1 && addsSkip(said, it) },
    Claim("The local gradient of the skip is 1.") { said, it in addsSkip(said, it) },
    Claim("Through the skip, {} comes back to the same neurons unchanged.") { _, it in hasSkip(it) },
  ]

  private static func dropouts(_ it: Figures) -> [(layer: Int, dropout: Dropout)] {
    it.lesson.layers.enumerated().compactMap { l, layer in layer.output.dropout.map { (l + 1, $0) } }
  }

  private static func entries(_ mask: [Bool]) -> String {
    mask.map { $0 ? "1" : "0" }.joined(separator: ", ")
  }

  private static func hasSkip(_ it: Figures) -> Bool { it.lesson.layers.contains { $0.output.hasSkip } }

  /// Whether the derivatives that follow add 1 times the derivative of the layer above, to w δ of each of its neurons.
  private static func addsSkip(_ said: Saying, _ it: Figures) -> Bool {
    guard let l = said.layer, l > 1, it.lesson.layers[l - 1].output.hasSkip else { return false }
    let trace = it.traces[said.example]
    return (0..<it.layout.widths[l]).allSatisfy { k in
      let through = (0..<it.layout.widths[l]).reduce(0) { sum, j in
        sum + trace.values[it.layout.weight(l, j, k)] * trace.gradients[it.layout.weightedInput(l, j)]
      }
      let past = trace.gradients[it.layout.activation(l, k)]
      let sum = trace.gradients[it.layout.activation(l - 1, k)]
      return (through + past - sum).magnitude <= 1e-12 * (through.magnitude + past.magnitude)
    }
  }
}
