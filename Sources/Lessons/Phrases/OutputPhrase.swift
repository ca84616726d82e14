import Backprop
import Formulas

/// What is said of a layer that passes on more, or less, than f(z).
enum OutputPhrase: Phrase {
  /// After the name of the activation.
  case kind(LayerOutput)
  /// What dropout does to the values of a layer, and whether it is the first layer that has it.
  case dropout(Dropout, of: Formula, isFirst: Bool)
  /// What a skip does, and whether it is the first.
  case skip(isFirst: Bool)
  /// What dropout does to the slopes.
  case slope(Dropout)
  /// The activation of a neuron that is dropped.
  case isDropped(Formula)
  /// What the masks of the layers are in matrices, and what skips do there.
  case masks(Formula, examples: Int), skips
  /// What comes back through a skip.
  case skipBack(Formula)
}

extension LayerOutput {
  /// What is said of the slopes of such a layer besides those of its activation.
  var slopePhrase: OutputPhrase? { dropout.map(OutputPhrase.slope) }
}

extension OutputPhrase {
  static let mask = Formula.symbol(Symbol(.mask))

  /// What dropout multiplies by: m over the probability of being kept.
  static func factor(_ dropout: Dropout) -> Formula { mask / .number(dropout.keep) }

  /// Whether masks are few and short enough to be listed.
  static func areListed(_ masks: [[Bool]]) -> Bool {
    masks.count <= 8 && masks.first.map { $0.count <= 16 } ?? false
  }
}
