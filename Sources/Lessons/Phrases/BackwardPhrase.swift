import Backprop
import Formulas

/// What is said of the backward pass.
enum BackwardPhrase: Phrase {
  /// What stands at the head of a paragraph.
  enum Lead: Hashable, Sendable {
    /// ∂C/∂a of one output, or of several.
    case costWithOutput(count: Int)
    /// ∂a/∂z of the one output, or of the neuron of an earlier layer.
    case outputWithInput, activationWithInput
    /// ∂a/∂z of a layer; of a softmax each output by each z.
    case activationsWithInputs(isSoftmax: Bool)
    /// ∂C/∂z of a neuron, or of so many of a layer.
    case error, errors(Int)
    /// What is derived from the error of one neuron.
    case weight, bias, neuronBefore, input
    /// The same of a layer.
    case weights, biases(Int)
    /// From a layer to the one before, or to the inputs.
    case layerBefore(Int)
    /// ∂z/∂a alone.
    case inputsWithActivations
  }

  /// What leads a paragraph.
  case lead(Lead)
  /// How the pass goes through a chain.
  case chain
  /// How the pass goes through layers, where a neuron may feed several.
  case layers(hasSeveralPaths: Bool)
  /// What a small change of w does to z, a and C.
  case smallChange(of: Formula, Formula, Formula, Formula)
  /// What the layer above has passed back; the last layer from which nothing is passed back says so.
  case upstream(Equation, fromLayer: Int, isLast: Bool)
  /// ∂C/∂z of the last layer, and ∂C/∂z of one before it.
  case errorOfOutput(Formula, isRepeated: Bool), errorOfLayer
  /// ∂C/∂z of each neuron, as a product or as a sum over all outputs.
  case errorsOfLayer(Formula, isSoftmax: Bool)
  /// What is left where activation and cost cancel, of the output a with the target y.
  case cancelled(Cancelled, a: Formula, y: Formula, slopeOfCost: Formula)
  /// The same, said before.
  case shortForm
  /// With targets that add up to 1 an error is a difference; of so many errors.
  case targetsAddUp(Formula, count: Int)
  /// A value that no double can hold, and whether the short form follows.
  case tooLarge(hasShortForm: Bool)
  /// ∂z/∂w = a.
  case weight(Formula, of: Formula, times: Formula)
  /// ∂z/∂b = 1.
  case bias(Formula, of: Formula)
  /// ∂z/∂a = w, and what goes back from a layer; from the first nothing does.
  case neuronBefore(Formula, of: Formula, weight: Formula, layer: Int)
  /// The same three once more.
  case weightAgain(Formula, isInput: Bool), biasAgain, neuronBeforeAgain(weight: Formula, layer: Int)
  /// The same three of a layer, the last with the number of its neurons.
  case weights, biases, layerBefore(layer: Int, neurons: Int, hasSkip: Bool)
  /// The derivatives by the weights and the biases of a layer once more.
  case weightsAgain, biasesAgain
  /// ∂z/∂a is a weight.
  case weightBetween
}

extension BackwardPhrase {
  var isOfNumbers: Bool {
    switch self {
    case .targetsAddUp, .tooLarge: true
    case .lead, .chain, .layers, .smallChange, .upstream, .errorOfOutput, .errorOfLayer, .errorsOfLayer,
      .cancelled, .shortForm, .weight, .bias, .neuronBefore, .weightAgain, .biasAgain, .neuronBeforeAgain,
      .weights, .biases, .layerBefore, .weightsAgain, .biasesAgain, .weightBetween:
      false
    }
  }
}

extension Cancelled {
  /// Whether 1 − a is a denominator as well as a, and not in what is left.
  var hasOneInDenominator: Bool {
    switch self {
    case .logistic, .meanLogistic: true
    case .logisticLikelihood, .softmax, .binarySoftmax: false
    }
  }
}
