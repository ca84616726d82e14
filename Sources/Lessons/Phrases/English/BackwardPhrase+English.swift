import Backprop
import Formulas

extension BackwardPhrase {
  var english: Prose {
    switch self {
    case .lead(let lead): lead.english
    case .chain:
      """
      The backward pass starts at the \(.cost) and goes back through the layers. Each new factor is a local gradient: the ratio of the change in one quantity to a small change in the quantity before it.
      """
    case .layers(let hasSeveralPaths):
      "The backward pass goes from the \(.cost) back through the layers. \(Self.paths(hasSeveralPaths))"
    case .smallChange(let w, let z, let a, let c):
      """
      A small change in \(w) changes \(z), the change in \(z) changes \(a), and the change in \(a) changes \(c). The chain \
      rule multiplies the three derivatives:
      """
    case .upstream(let value, let layer, let isLast):
      """
      The upstream gradient of this layer, the derivative with respect to its activation, is known from layer \(layer): \
      \(value). The steps are the same as in layer \(layer)\
      \(isLast ? ", but there is no earlier layer, so no derivative with respect to the input is needed" : "").
      """
    case .errorOfOutput(let error, let isRepeated):
      """
      The product of these two derivatives is the derivative of the \(.cost) with respect to the \(.weightedInput). It is \
      called the error \(error: error) of the neuron.\
      \(isRepeated ? " Each further derivative of the \(.cost) in this layer ends with these two factors, that is, with \(error: error)." : "")
      """
    case .errorOfLayer: "The error of a neuron is its slope times its upstream gradient, as before."
    case .errorsOfLayer(let error, let isSoftmax):
      """
      The error \(error: error) of a neuron is the derivative of the \(.cost) with respect to its \(.weightedInput): \
      \(isSoftmax ? "the sum, over all outputs, of slope times upstream gradient" : "the slope times the derivative with respect to the activation (the upstream gradient)").
      """
    case .cancelled(let cancelled, let a, let y, let slope):
      "\(Self.rest(cancelled, a, y, slope)) If an output is rounded to \(cancelled.hasOneInDenominator ? "0 or 1" : "0"), the computation above divides by 0; this short form does not."
    case .shortForm: "The short form:"
    case .targetsAddUp(let difference, let count):
      count == 1
        ? "The targets add up to 1, so the error is \(difference)."
        : "The targets add up to 1, so each error is the difference of output and target, such as \(difference)."
    case .tooLarge(let hasShortForm):
      hasShortForm
        ? "This value is too large for double precision. It is not needed, because the short form below does without it."
        : "This value is too large for double precision."
    case .weight(let w, let z, let a):
      """
      The weight multiplies \(a), so the derivative of \(z) with respect to \(w) is \(a). If \(a) is 0, a change in the weight does not change \(z).
      """
    case .bias(let b, let z):
      """
      The bias is added without a factor, so the derivative of \(z) with respect to \(b) is 1, and the derivative of the \
      \(.cost) equals the error δ.
      """
    case .neuronBefore(let a, let z, let w, let layer):
      "Its activation \(a) is multiplied by \(w), so the derivative of \(z) with respect to \(a) is \(w).\(Self.passing(layer))"
    case .weightAgain(let a, let isInput): "It multiplies \(isInput ? "the input " : "")\(a)."
    case .biasAgain: "It is added without a factor."
    case .neuronBeforeAgain(let w, let layer):
      layer > 1
        ? "Its activation is multiplied by \(w).\(Self.passing(layer))" : "It is multiplied by \(w)."
    case .weights:
      """
      The derivative of a \(.weightedInput) with respect to a weight is the activation that the weight multiplies. The \
      derivative of the \(.cost) is this activation times the error of the neuron that the weight leads to.
      """
    case .biases:
      "A bias is added without a factor, so the derivative of the \(.cost) equals the error of its neuron."
    case .layerBefore(let layer, let neurons, let hasSkip):
      """
      Each of its \(layer > 1 ? "neurons" : "numbers") influences the \(.cost) through \
      \(English.all(neurons, "neuron", "neurons")) of layer \
      \(layer)\(hasSkip ? ", and through the skip past \(neurons == 1 ? "it" : "them")" : "")\
      \(neurons > 1 || hasSkip ? ": one product for each path, then the sum" : "").\
      \(hasSkip ? " The local gradient of the skip is 1." : "")
      """
    case .weightsAgain: "Each derivative is activation times error, as before."
    case .biasesAgain: "Each derivative equals the error of its neuron."
    case .weightBetween: "The local gradient is the weight between the two neurons."
    }
  }

  private static func paths(_ areSeveral: Bool) -> Prose {
    areSeveral
      ? "The activation of a neuron is an input of every neuron of the next layer. If the next layer has several neurons, the activation influences the \(.cost) along several paths. Along each path the local gradients are multiplied; the derivative is the sum over the paths."
      : "Each factor is a local gradient: the ratio of the change in one quantity to a small change in another. The factors on the way from a parameter to the \(.cost) are multiplied."
  }

  private static func passing(_ layer: Int) -> Prose {
    layer > 1
      ? " The derivative of the \(.cost) with respect to this activation is the upstream gradient of layer \(layer - 1)."
      : ""
  }

  private static func rest(_ cancelled: Cancelled, _ a: Formula, _ y: Formula, _ slope: Formula) -> Prose {
    let rest = .integer(1) - a
    return switch cancelled {
    case .logistic:
      """
      For the sigmoid with the binary cross-entropy most of this product cancels: as one fraction, \(slope) has the numerator \(a - y) and the denominator \(a * rest). This denominator is the slope of the sigmoid, so the difference \(a - y) is left.
      """
    case .meanLogistic:
      "For the sigmoid with the mean of binary cross-entropies most of this product cancels: the difference \(a - y) is left, divided by the number of outputs."
    case .logisticLikelihood:
      "For the sigmoid with the cross-entropy most of this product cancels: \(-(y * rest)) is left."
    case .softmax:
      "For softmax with the cross-entropy each slope has its output as a factor, and the derivative of the \(.cost) with respect to this output has the output as its denominator: they cancel. What is left is, for each neuron, its output times the sum of the targets, minus its target."
    case .binarySoftmax:
      "For softmax with the binary cross-entropy the divisions by \(a) cancel; those by \(rest) remain."
    }
  }
}

extension BackwardPhrase.Lead {
  fileprivate var english: Prose {
    switch self {
    case .costWithOutput(let count):
      "How the \(.cost) changes with \(count == 1 ? "the output" : "each output")."
    case .outputWithInput: "How the output changes with its \(.weightedInput)."
    case .activationWithInput: "How the activation changes with its \(.weightedInput)."
    case .activationsWithInputs(let isSoftmax):
      isSoftmax
        ? "How each output changes with each \(.weightedInput)."
        : "How each activation changes with its \(.weightedInput)."
    case .error: "The error δ."
    case .errors(let count): count == 1 ? "The error δ." : "The errors δ."
    case .weight: "The weight."
    case .bias: "The bias."
    case .neuronBefore: "The previous neuron."
    case .input: "The input."
    case .weights: "The weights."
    case .biases(let count): count == 1 ? "The bias." : "The biases."
    case .layerBefore(let layer): layer > 1 ? "Back to layer \(layer - 1)." : "Back to the inputs."
    case .inputsWithActivations: "How each \(.weightedInput) changes with the activations before it."
    }
  }
}
