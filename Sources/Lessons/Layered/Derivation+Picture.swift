import Backprop
import Documents
import Formulas

/// The picture of the network.
extension Derivation {
  /// More would not fit beside a neuron.
  private static let pictureDigits = 3

  /// The network with what its neurons put out; with several examples that is not the same all along, and nothing of it.
  func networkPicture() -> NetworkPicture {
    let layout = work.result.layout
    func symbol(_ id: Layout.ID) -> Symbol { layout.symbol(id, example: steps.example) }
    func neuron(_ symbol: Symbol, isDropped: Bool = false) -> NetworkPicture.Neuron {
      NetworkPicture.Neuron(
        symbol,
        value: hasExamples ? nil : ledger.printed(.symbol(symbol), digits: Self.pictureDigits),
        isDropped: isDropped)
    }
    let picture = layout.widths.enumerated().map { l, width in
      let output = l == 0 ? LayerOutput() : lesson.layers[l - 1].output
      return NetworkPicture.Layer(
        count: width, kind: l == 0 ? nil : say(ActivationPhrase.name(lesson.layers[l - 1].activation)),
        hasSkip: output.hasSkip
      ) { j in
        let mask = output.dropout.map { hasExamples && !$0.isShared ? nil : $0.keeps(j, example: 0) }
        return neuron(symbol(layout.activation(l, j)), isDropped: mask == false)
      }
    }
    return NetworkPicture(picture, cost: neuron(symbol(layout.exampleCost))) { l, j, k in
      let weight = symbol(layout.weight(l, j, k))
      return ledger.printed(.symbol(weight), digits: Self.pictureDigits).map {
        (weight, $0, ledger.isExact(.symbol(weight)))
      }
    }
  }
}
