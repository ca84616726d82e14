import Backprop
import Documents
import Formulas

/// The picture of the network.
extension Derivation {
  /// More would not fit beside a neuron.
  private static let pictureDigits = 3
  /// Digits and a point that fit.
  private static let longestInPicture = 8

  /// The network with what its neurons put out; with several examples that is not the same all along, and nothing of it.
  func networkPicture() -> NetworkPicture {
    let layout = work.result.layout
    func symbol(_ id: Layout.ID) -> Symbol { layout.symbol(id, example: steps.example) }
    func neuron(_ symbol: Symbol, isDropped: Bool = false, bias: Symbol? = nil) -> NetworkPicture.Neuron {
      NetworkPicture.Neuron(
        symbol, value: hasExamples ? nil : shown(symbol)?.value, isDropped: isDropped,
        // Which neuron it belongs to is seen.
        bias: bias.flatMap { equation(of: $0, as: Symbol(.bias), shown($0)) })
    }
    let picture = layout.widths.enumerated().map { l, width in
      let output = l == 0 ? LayerOutput() : lesson.layers[l - 1].output
      return NetworkPicture.Layer(
        count: width, kind: l == 0 ? nil : say(ActivationPhrase.name(lesson.layers[l - 1].activation)),
        hasSkip: output.hasSkip
      ) { j in
        let mask = output.dropout.map { hasExamples && !$0.isShared ? nil : $0.keeps(j, example: 0) }
        let bias = l == 0 ? nil : layout.bias(l, j).map(symbol)
        return neuron(symbol(layout.activation(l, j)), isDropped: mask == false, bias: bias)
      }
    }
    let example = hasExamples ? nil : lesson.examples.first
    let targets = (example?.targets ?? []).enumerated().compactMap { j, target in
      let (value, isExact) = Self.short(target, isExact: true)
      return equation(
        of: layout.target(j, example: steps.example), as: layout.target(j, example: nil), (value, isExact))
    }
    return NetworkPicture(
      picture, cost: neuron(symbol(layout.exampleCost)), targets: targets,
      pixels: Self.pixels(example?.inputs.map(\.value) ?? [])
    ) { l, j, k in
      let weight = symbol(layout.weight(l, j, k))
      return shown(weight).map { (weight, $0.value, $0.isExact) }
    }
  }

  /// The number of a quantity, as short as a picture needs it, and whether it is that number itself.
  private func shown(_ symbol: Symbol) -> (value: Numeral, isExact: Bool)? {
    ledger.printed(.symbol(symbol), digits: Self.pictureDigits).map {
      Self.short($0, isExact: ledger.isExact(.symbol(symbol)))
    }
  }

  /// A number of many digits, such as a weight that a program has learnt, is rounded.
  private static func short(_ numeral: Numeral, isExact: Bool) -> (value: Numeral, isExact: Bool) {
    guard numeral.digits.utf8.count > longestInPicture, numeral.denominator == nil else {
      return (numeral, isExact)
    }
    return (Numeral(rounding: numeral.value, digits: pictureDigits) ?? numeral, false)
  }

  /// A quantity by a letter, with its number.
  private func equation(
    of quantity: Symbol, as letter: Symbol, _ number: (value: Numeral, isExact: Bool)?
  ) -> Equation? {
    number.map {
      var equation = Equation(
        .symbol(letter), [.init($0.isExact ? .equals : .approximately, .number($0.value))])
      equation.name = .symbol(quantity)
      return equation
    }
  }

  /// Inputs that look like an image: at least four times four of them, in a square, none below 0 or above 1.
  private static func pixels(_ inputs: [Double]) -> [Double] {
    let side = Int(Double(inputs.count).squareRoot())
    return side >= 4 && side * side == inputs.count && inputs.allSatisfy { (0...1).contains($0) }
      ? inputs : []
  }
}
