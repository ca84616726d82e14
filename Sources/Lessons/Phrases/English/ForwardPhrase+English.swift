import Formulas

extension ForwardPhrase {
  var english: Prose {
    switch self {
    case .chain(let biases):
      "Each neuron multiplies its input by its weight\(Self.ofChain(biases)). The result is its \(.weightedInput); the activation function, applied to it, gives its activation."
    case .layers(let biases):
      """
      The \(.weightedInput) of a neuron is the sum of the activations of the layer before, each times its \
      weight\(Self.ofLayers(biases)). The activation function of the layer, applied to the \(.weightedInput), gives the \
      activation.
      """
    case .definitions(let equations):
      equations.isEmpty ? "" : "Here \(English.list(equations.map { "\($0)" }))."
    case .rounding(let digits):
      """
      Results are rounded to \(digits) significant \(digits == 1 ? "digit" : "digits"). Exact numbers may have fewer digits. If the rounded numbers are too short to get the result of a line, the line shows more of their digits. If you compute a line from its printed numbers, you get its printed result, up to one unit in the last digit.
      """
    case .fractions:
      "All numbers from the inputs to the \(.gradient) are fractions: nothing is rounded, and every line is exact."
    case .layer(let layer): "Layer \(layer)."
    case .valuesOfLayer(let hasActivation):
      hasActivation ? "The \(.weightedInput) and the activation:" : "The \(.weightedInput):"
    case .cost: "The \(.cost)."
    case .costCompares: "It is one number that compares the output with the target."
    case .inputs(let count):
      count == 1
        ? "\(strong: "The input.") The lesson gives it, so there is nothing to derive."
        : "\(strong: "The inputs.") The lesson gives them, so there is nothing to derive."
    case .printedAsEnd(let a, let end, let isSaturated):
      """
      \(isSaturated ? "The neuron is saturated: " : "")\(a) is printed as \(end), but its exact value is a little \
      \(end == .integer(1) ? "below" : "above") \(end).
      """
    case .roundingErrorOnly:
      "This value is nothing but rounding error. It is treated as 0, where the activation function has its kink."
    case .softmax:
      "Softmax turns the \(.weightedInputs) of the layer into positive numbers that add up to 1."
    case .otherTerms(let count, let hasBias):
      """
      (Long sums are shortened: the last term is the sum of the other \(count) terms\(hasBias ? ", including the bias" : "").)
      """
    case .otherTermsInParentheses:
      "(Long sums are shortened: the last term in the parentheses is the sum of the other terms.)"
    }
  }

  private static func ofChain(_ biases: Lesson.Biases) -> Prose {
    switch biases {
    case .ofAllLayers: " and adds its bias"
    case .ofSomeLayers: " and adds its bias if it has one"
    case .none: ""
    }
  }

  private static func ofLayers(_ biases: Lesson.Biases) -> Prose {
    switch biases {
    case .ofAllLayers: ", plus the bias of the neuron"
    case .ofSomeLayers: ", plus the bias of the neuron if it has one"
    case .none: ""
    }
  }
}
