/// What a course has its own words for.
public enum Term: Hashable, CaseIterable, Sendable {
  /// z, the sum before the activation.
  case weightedInput, weightedInputs
  /// Its letter, alone.
  case weightedInputLetter
  /// C, how wrong the network is; of several examples each has its own.
  case cost, costs
  /// All derivatives of C together; oblique where it is no subject, which German writes in another way.
  case gradient, gradientOblique
}

extension Notation {
  /// What a course calls it, in the middle of a sentence.
  public func words(for term: Term) -> String {
    switch language {
    case .english: english(term)
    case .german: german(term)
    case .chinese: chinese(term)
    }
  }

  private func english(_ term: Term) -> String {
    switch term {
    case .weightedInput: isOfSlides ? "pre-activation" : "weighted input"
    case .weightedInputs: isOfSlides ? "pre-activations" : "weighted inputs"
    case .weightedInputLetter: letters.weightedInput
    case .cost: isOfSlides ? "loss" : "cost"
    case .costs: isOfSlides ? "losses" : "costs"
    case .gradient, .gradientOblique: isOfSlides ? "gradient of the loss" : "gradient"
    }
  }

  /// Of two words both have the same gender and number, so that a sentence agrees with either.
  private func german(_ term: Term) -> String {
    switch term {
    case .weightedInput: isOfSlides ? "Voraktivierung" : "Netzeingabe"
    case .weightedInputs: isOfSlides ? "Voraktivierungen" : "Netzeingaben"
    case .weightedInputLetter: letters.weightedInput
    case .cost: isOfSlides ? "Verlustfunktion" : "Kostenfunktion"
    case .costs: isOfSlides ? "Verluste" : "Kosten"
    case .gradient: isOfSlides ? "Gradient der Verlustfunktion" : "Gradient"
    case .gradientOblique: isOfSlides ? "Gradienten der Verlustfunktion" : "Gradienten"
    }
  }

  private func chinese(_ term: Term) -> String {
    switch term {
    case .weightedInput, .weightedInputs: isOfSlides ? "预激活值" : "带权输入"
    case .weightedInputLetter: letters.weightedInput
    case .cost, .costs: isOfSlides ? "损失" : "代价"
    case .gradient, .gradientOblique: isOfSlides ? "损失的梯度" : "梯度"
    }
  }

  /// The mark of a value after a step, as textbooks of the language have it below a name: w_neu.
  var newWord: String {
    switch language {
    case .english: "new"
    case .german: "neu"
    case .chinese: "新"
    }
  }

  /// Slides have words of their own, the books have the same.
  private var isOfSlides: Bool {
    switch alphabet {
    case .threeBlueOneBrown, .nielsen: false
    case .slides: true
    }
  }
}
