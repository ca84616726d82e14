import Documents
import Formulas

struct SoftmaxWords: ActivationWords {
  var name: Prose { "softmax" }

  func slope(at z: Formula) -> Prose {
    // A neuron without an index is alone in its layer.
    if case .symbol(let symbol) = z, symbol.indices.isEmpty {
      return "With one neuron alone its share is always 1: no nudge passes."
    }
    return """
      Raising one \(.weightedInput) raises its own share, and lowers all the others: every output feels every \(.weightedInputLetter).
      """
  }

  func sameSlope(at z: Formula) -> Prose { "As before, no nudge passes." }
}
