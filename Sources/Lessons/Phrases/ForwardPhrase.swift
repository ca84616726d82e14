import Formulas

/// What is said of the forward pass.
enum ForwardPhrase: Phrase {
  /// What a neuron of a chain does.
  case chain(Lesson.Biases)
  /// What a neuron of a layer does.
  case layers(Lesson.Biases)
  /// The activation functions that go by a letter.
  case definitions([Equation])
  /// How many digits a rounded number has.
  case rounding(digits: Int)
  /// Nothing is rounded.
  case fractions
  /// A layer of a chain.
  case layer(Int)
  /// What is computed in each layer, both or the weighted input alone.
  case valuesOfLayer(hasActivation: Bool)
  /// The cost, and what it compares.
  case cost, costCompares
  /// So many inputs were asked for, which the lesson gives.
  case inputs(count: Int)
  /// An activation is printed as one of its ends, which it does not reach.
  case printedAsEnd(Formula, end: Formula, isSaturated: Bool)
  /// What is left of a sum that counts as 0.
  case roundingErrorOnly
  /// What a softmax does.
  case softmax
  /// So many terms of a sum are one number.
  case otherTerms(Int, hasBias: Bool)
  /// The same of a sum in parentheses.
  case otherTermsInParentheses
}

extension ForwardPhrase {
  var isOfNumbers: Bool {
    switch self {
    case .printedAsEnd, .roundingErrorOnly: true
    case .chain, .layers, .definitions, .rounding, .fractions, .layer, .valuesOfLayer, .cost, .costCompares,
      .inputs, .softmax, .otherTerms, .otherTermsInParentheses:
      false
    }
  }
}
