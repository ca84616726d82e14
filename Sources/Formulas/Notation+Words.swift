/// What a course has its own words for.
public enum Term: Hashable, CaseIterable, Sendable {
  /// z, the sum before the activation.
  case weightedInput, weightedInputs
  /// Its letter, alone.
  case weightedInputLetter
  /// C, how wrong the network is.
  case cost
  /// C_x of several examples.
  case costOfExamples
  /// What C is made of, where there are one example and a penalty: a sentence.
  case costAndPenalty
  /// Of weights that the penalty is for: that they make C larger.
  case raiseCost
  /// All derivatives of C together.
  case gradient
  /// What leads over from ∂C/∂z to its letter.
  case knownAs
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
      case .costOfExamples: "what the examples cost"
      case .costAndPenalty: "What the example costs, and what the weights do."
      case .raiseCost: "cost something"
      case .gradient: "gradient"
      case .knownAs: letters.error == nil ? "; books call it" : ":"
      }
    case .slides:
      switch term {
      case .weightedInput: "pre-activation"
      case .weightedInputs: "pre-activations"
      case .weightedInputLetter: letters.weightedInput
      case .cost: "loss"
      case .costOfExamples: "the losses of the examples"
      case .costAndPenalty: "The loss of the example, and what the weights add to it."
      case .raiseCost: "add to the loss"
      case .gradient: "gradient of the loss"
      case .knownAs: "; books call it"
      }
    }
  }
}
