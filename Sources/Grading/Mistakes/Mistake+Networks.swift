/// The mistakes that have a name in networks, in the order of a derivation.
extension Mistake {
  static let missingBias = Mistake(
    "missing-bias", .plausible, "The bias is left out of z.", "What else goes into z?")
  static let biasSubtracted = Mistake(
    "bias-subtracted", .plausible, "The bias is subtracted.", "The bias is added.")
  static let transposedForward = Mistake(
    "transposed-forward", .plausible, "The weights of z are taken by columns.", "w_jk: to j, from k.")
  static let zForA = Mistake(
    "z-for-a", .plausible, "z of the layer before stands where its a belongs.",
    "The layer hands on a, not z.")
  static let inputsExchanged = Mistake(
    "inputs-exchanged", .plausible, "The inputs of the neuron are exchanged.",
    "Which weight belongs to which input?")
  static let missingActivation = Mistake(
    "missing-activation", .plausible, "The activation function is left out: a = z.",
    "Put z through the activation.")
  static let wrongActivation = Mistake(
    "wrong-activation", .plausible, "Another activation function is used.",
    "Which activation does this layer have?")
  static let exponentSign = Mistake(
    "exponent-sign", .seldom, "The sign in the exponent is wrong: 1/(1 + e^z).",
    "σ of something large should be near 1.")
  static let missingFactor2 = Mistake(
    "missing-factor-2", .sometimes, "The factor 2 of the square's derivative is missing.",
    "Differentiate the square: where did the 2 go?")
  static let halfConvention = Mistake(
    "half-convention", .sometimes, "The ½ of one convention is mixed with the 2 of the other.",
    "Which cost does the lesson declare?")
  static let signOfError = Mistake(
    "sign-of-error", .sometimes, "The error is taken the other way round: y − a.",
    "If a grows a little, does C grow or fall?")
  static let extraInnerFactor = Mistake(
    "extra-inner-factor", .seldom, "The inner derivative is taken to be a.",
    "The inner derivative of (y − a) is −1.")
  static let squareKept = Mistake(
    "square-kept", .plausible, "The square is still there in its derivative.",
    "Differentiate the square: the exponent comes down as a factor, and one less stays.")
  static let costNotSquared = Mistake(
    "cost-not-squared", .plausible, "The error is not squared in the cost.", "Square it.")
  static let meanOverOutputs = Mistake(
    "mean-over-outputs", .plausible, "The cost is averaged over the outputs, where it has only their sum.",
    "Does this cost average over the outputs?")
  static let wrongTarget = Mistake(
    "wrong-target", .plausible, "The target of another output is used.",
    "Which target belongs to this output?")
  static let wrongLogBase = Mistake(
    "wrong-log-base", .sometimes, "A logarithm to base 10 or 2 is used for ln.", "ln, the natural one.")
  static let sigmaPrimeAtA = Mistake(
    "sigma-prime-at-a", .sometimes, "The slope is taken at a, where it belongs to z.", "You squashed twice.")
  static let sigmaPrimeOfZ = Mistake(
    "sigma-prime-of-z", .sometimes, "z stands in the slope, where a belongs.", "a(1 − a) wants a, not z.")
  static let sigmaForSigmaPrime = Mistake(
    "sigma-for-sigma-prime", .plausible, "The activation itself stands for its slope.",
    "That is the value, not the slope.")
  static let slopeTimesZ = Mistake(
    "slope-times-z", .plausible, "The slope is multiplied by z as well.",
    "By how much does a move when z moves? The slope alone says it.")
  static let tanhPrime = Mistake(
    "tanh-prime", .sometimes, "The derivative of tanh is not 1 − tanh² here.", "At z = 0 the slope is 1.")
  static let reluPrime = Mistake(
    "relu-prime", .sometimes, "The slope of ReLU does not go by the sign of z.", "The sign of z decides.")
  static let softmaxDiagonal = Mistake(
    "softmax-diagonal", .often, "Each output of the softmax is taken to depend on its own z alone.",
    "With softmax every output depends on every z: which slopes besides ∂a_j/∂z_j are not 0?")
  static let missingSlopeOfOutput = Mistake(
    "missing-sigma-prime-output", .sometimes, "δ of the output lacks the slope of the activation.",
    "How far does a move when z moves?")
  static let missingSlopeOfHidden = Mistake(
    "missing-sigma-prime-hidden", .sometimes, "δ of a hidden layer lacks the slope of the activation.",
    "Every layer brings its own σ′.")
  static let slopeTwice = Mistake(
    "sigma-prime-twice", .sometimes, "The slope is multiplied in, though it has cancelled.",
    "The a(1 − a) has already cancelled.")
  static let slopeSquared = Mistake(
    "sigma-prime-twice", .sometimes, "The slope is multiplied in twice.",
    "Every layer brings its own σ′ once.")
  static let slopeOfWrongLayer = Mistake(
    "sigma-prime-wrong-layer", .sometimes, "The slope of a neighbouring layer is used.",
    "Which z made this a?")
  static let droppedUpstream = Mistake(
    "dropped-upstream", .sometimes, "What came from above is dropped: only the slope is left.",
    "Multiply what came from above; do not replace it.")
  static let transposedWeights = Mistake(
    "transposed-weights", .sometimes, "The weights are taken by rows where columns belong.",
    "Follow the arrows out of this neuron.")
  static let onePathOnly = Mistake(
    "one-path-only", .seldom, "Only one of the paths is counted.", "How many neurons does this one feed?")
  static let pathForgotten = Mistake(
    "path-forgotten", .plausible, "One of the paths is left out.", "How many neurons does this one feed?")
  static let pathsAveraged = Mistake(
    "paths-averaged", .plausible, "The paths are averaged, not added.",
    "Gradients add where a value is used more than once.")
  static let missingWeight = Mistake(
    "missing-weight", .seldom, "The weight is left out on the way back.",
    "How strongly does a push the next z?")
  static let updatedWeights = Mistake(
    "updated-weights", .sometimes, "The weight after its own step is used on the way back.",
    "Go back with the weights you went forward with.")
  static let weightOfWrongLayer = Mistake(
    "weight-of-wrong-layer", .plausible, "The weight of another layer is used on the way back.",
    "Which weight leads out of this neuron?")
  static let errorNotDelta = Mistake(
    "error-not-delta", .seldom, "∂C/∂a is passed back in place of δ.",
    "Pass back ∂C/∂z (the error δ), not ∂C/∂a.")
  static let ownActivation = Mistake(
    "own-activation", .seldom, "The activation of the neuron itself is used.",
    "What does this weight multiply?")
  static let inputForHidden = Mistake(
    "input-for-hidden", .plausible, "The input of the network is used in a later layer.",
    "Which layer feeds this weight?")
  static let missingActivationFactor = Mistake(
    "missing-activation-factor", .plausible, "The activation that the weight multiplies is left out.",
    "∂z/∂w is not 1.")
  static let weightForActivation = Mistake(
    "weight-for-activation", .plausible, "The weight stands where the activation belongs.",
    "∂z/∂w is what w multiplies.")
  static let deltaOfWrongLayer = Mistake(
    "delta-wrong-layer", .seldom, "δ of the next layer is used.", "One layer off?")
  static let deltaOfWrongNeuron = Mistake(
    "delta-wrong-neuron", .plausible, "δ of another neuron is used.", "Whose weight is this?")
  static let transposedGradient = Mistake(
    "transposed-gradient", .plausible, "Rows and columns of the gradient are exchanged.",
    "To j, from k.")
  static let biasTimesActivation = Mistake(
    "bias-times-activation", .plausible, "The derivative by the bias is multiplied by an activation.",
    "z = wa + b: by how much does z move when b does?")
  static let biasTimesBias = Mistake(
    "bias-times-bias", .sometimes, "The derivative by the bias is multiplied by the bias.",
    "z = wa + b: by how much does z move when b does?")
  static let biasGradientSummed = Mistake(
    "bias-gradient-summed", .plausible, "The errors of all neurons are added up for one bias.",
    "Each bias has one neuron.")
  static let biasMissingSlope = Mistake(
    "bias-missing-sigma-prime", .plausible, "∂C/∂a stands for the derivative by the bias.",
    "z lies between b and a.")
  static let gradientMissingSlope = Mistake(
    "bias-missing-sigma-prime", .plausible, "∂C/∂a stands in the gradient, where δ belongs.",
    "z lies between w and a.")
  static let batchSum = Mistake(
    "batch-sum", .often, "The sum over the examples is not divided by their number.",
    "Average once, in the cost.")
  static let averagedTwice = Mistake(
    "batch-averaged-twice", .often, "The sum over the examples is divided by their number twice.",
    "Average once, in the cost.")
  static let biasPenalized = Mistake(
    "bias-penalized", .seldom, "The penalty is applied to the biases, too.", "Is b in the penalty?")
  static let penaltyFactor = Mistake(
    "penalty-factor", .often, "The derivative of the penalty has a wrong factor.",
    "Differentiate (λ/2n) w².")
  static let ascent = Mistake(
    "ascent", .sometimes, "The step goes uphill: it is added.", "Downhill subtracts.")
  static let stepFactor = Mistake(
    "step-factor", .sometimes, "The learning rate is in the step twice, or not at all.",
    "η appears once.")
  static let biasNotUpdated = Mistake(
    "bias-not-updated", .seldom, "The bias keeps its value.", "Biases learn too.")

  /// All that have a name in networks.
  package static let ofNetworks: [Mistake] = [
    missingBias, biasSubtracted, transposedForward, zForA, inputsExchanged, missingActivation,
    wrongActivation, exponentSign, missingFactor2, halfConvention, signOfError, extraInnerFactor, squareKept,
    costNotSquared, meanOverOutputs, wrongTarget, wrongLogBase, sigmaPrimeAtA, sigmaPrimeOfZ,
    sigmaForSigmaPrime, slopeTimesZ, tanhPrime, reluPrime, softmaxDiagonal, missingSlopeOfOutput,
    missingSlopeOfHidden, slopeTwice, slopeOfWrongLayer, droppedUpstream, transposedWeights, onePathOnly,
    pathForgotten, pathsAveraged, missingWeight, updatedWeights, weightOfWrongLayer, errorNotDelta,
    ownActivation, inputForHidden, missingActivationFactor, weightForActivation, deltaOfWrongLayer,
    deltaOfWrongNeuron, transposedGradient, biasTimesActivation, biasTimesBias, biasGradientSummed,
    biasMissingSlope, batchSum, averagedTwice, biasPenalized, penaltyFactor, ascent, stepFactor,
    biasNotUpdated, otherExample,
  ]
}
