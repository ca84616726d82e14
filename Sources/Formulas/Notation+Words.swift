/// What a course has its own words for.
public enum Term: Hashable, CaseIterable, Sendable {
  /// z, the sum before the activation.
  case weightedInput, weightedInputs
  /// Its letter, alone.
  case weightedInputLetter
  /// C, how wrong the network is.
  case cost, costs
  /// All derivatives of C together.
  case gradient
}

extension Notation {
  /// What a course calls it, in the middle of a sentence.
  public func words(for term: Term) -> String {
    switch self {
    case .threeBlueOneBrown, .nielsen:
      switch term {
      case .weightedInput: "weighted input"
      case .weightedInputs: "weighted inputs"
      case .weightedInputLetter: letters.weightedInput
      case .cost: "cost"
      case .costs: "costs"
      case .gradient: "gradient"
      }
    case .slides:
      switch term {
      case .weightedInput: "pre-activation"
      case .weightedInputs: "pre-activations"
      case .weightedInputLetter: letters.weightedInput
      case .cost: "loss"
      case .costs: "losses"
      case .gradient: "gradient of the loss"
      }
    }
  }
}
