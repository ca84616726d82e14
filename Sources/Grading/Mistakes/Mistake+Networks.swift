/// The mistakes that have a name in networks, in the order of the derivation.
extension Mistake {
  static let missingBias = Mistake(
    "missing-bias", .plausible, "The bias is left out of z.",
    "Which term besides the weighted inputs belongs to z?")
  static let biasSubtracted = Mistake(
    "bias-subtracted", .plausible, "The bias is subtracted.",
    "Is the bias added to the weighted sum or subtracted from it?")
  static let transposedForward = Mistake(
    "transposed-forward", .plausible, "z uses a column of the weight matrix in place of a row.",
    "The first index of w_jk is the neuron that the weight leads to, the second the neuron that it comes from."
  )
  static let zForA = Mistake(
    "z-for-a", .plausible, "z of the layer before is used in place of its activation.",
    "Which quantity is the output of a neuron: z or a?")
  static let inputsExchanged = Mistake(
    "inputs-exchanged", .plausible, "Two inputs of the neuron are exchanged.",
    "Which weight belongs to which input?")
  static let missingActivation = Mistake(
    "missing-activation", .plausible, "The activation function is left out: a = z.",
    "Which function leads from z to a?")
  static let wrongActivation = Mistake(
    "wrong-activation", .plausible, "Another activation function is used.",
    "Which activation function does this layer have?")
  static let notDivided = Mistake(
    "dropout-not-divided", .plausible,
    "The value of a kept neuron is not divided by the probability to keep it.",
    "By which number does dropout divide the value of a neuron that is kept?")
  static let maskIgnored = Mistake(
    "mask-ignored", .plausible, "A dropped neuron is treated as if it were kept.",
    "What does a neuron pass on if its mask is 0?")
  static let skipLeftOut = Mistake(
    "skip-left-out", .plausible, "The term of the skip is left out.",
    "Which path leads past the neurons of this layer?")
  static let exponentSign = Mistake(
    "exponent-sign", .seldom, "The sign in the exponent is wrong: 1/(1 + e^z).",
    "σ(z) should be close to 1 if z is large and positive: which sign does the exponent need?")
  static let missingFactor2 = Mistake(
    "missing-factor-2", .sometimes, "The factor 2 from the derivative of the square is missing.",
    "What is the derivative of (a − y)² with respect to a?")
  static let halfConvention = Mistake(
    "half-convention", .sometimes, "The factors ½ and 2 of two conventions for the cost are mixed.",
    "Does the cost of this lesson have the factor ½?")
  static let signOfError = Mistake(
    "sign-of-error", .sometimes, "The difference is y − a in place of a − y.",
    "If a grows a little, does the cost grow or fall?")
  static let extraInnerFactor = Mistake(
    "extra-inner-factor", .seldom, "The derivative of y − a is taken to be a.",
    "What is the derivative of y − a with respect to a?")
  static let squareKept = Mistake(
    "square-kept", .plausible, "The difference is still squared in the derivative.",
    "Which power of a − y does the derivative of (a − y)² have?")
  static let costNotSquared = Mistake(
    "cost-not-squared", .plausible, "The difference is not squared in the cost.",
    "Which power of a − y does the cost have?")
  static let meanOverOutputs = Mistake(
    "mean-over-outputs", .plausible, "The cost is averaged over the outputs, but it is their sum.",
    "Is the cost the sum over the outputs or their mean?")
  static let wrongTarget = Mistake(
    "wrong-target", .plausible, "The target of another output is used.",
    "Which target belongs to this output?")
  static let wrongLogBase = Mistake(
    "wrong-log-base", .sometimes, "A logarithm to base 10 or 2 is used in place of ln.",
    "ln is the logarithm to base e: which base has the function that you used?")
  static let sigmaPrimeAtA = Mistake(
    "sigma-prime-at-a", .sometimes, "The slope is taken at a in place of z.",
    "At which value is the slope taken: did you apply the activation function twice?")
  static let sigmaPrimeOfZ = Mistake(
    "sigma-prime-of-z", .sometimes, "The formula of the slope has z in place of a.",
    "Which quantity belongs into this formula of the slope: a or z?")
  static let sigmaForSigmaPrime = Mistake(
    "sigma-for-sigma-prime", .plausible, "The activation is used in place of its slope.",
    "Is this the value of the activation function or its slope?")
  static let slopeTimesZ = Mistake(
    "slope-times-z", .plausible, "The slope is multiplied by z as well.",
    "∂a/∂z is the slope alone: why is there a factor z?")
  static let tanhPrime = Mistake(
    "tanh-prime", .sometimes, "The slope of tanh is not 1 − tanh² here.",
    "The slope of tanh at z = 0 is 1: does your formula give that?")
  static let reluPrime = Mistake(
    "relu-prime", .sometimes, "The slope of ReLU does not match the sign of z.",
    "Is z above or below 0 here, and which slope does ReLU have there?")
  static let softmaxDiagonal = Mistake(
    "softmax-diagonal", .often, "Each output of the softmax is treated as if it depended on its own z alone.",
    "With softmax every output depends on every z: which slopes besides ∂a_j/∂z_j are not 0?")
  static let missingSlopeOfOutput = Mistake(
    "missing-sigma-prime-output", .sometimes, "δ of the output lacks the slope of the activation.",
    "Which factor leads from ∂C/∂a to ∂C/∂z?")
  static let missingSlopeOfHidden = Mistake(
    "missing-sigma-prime-hidden", .sometimes, "δ of a hidden layer lacks the slope of the activation.",
    "Which factor leads from ∂C/∂a of this layer to ∂C/∂z?")
  static let slopeTwice = Mistake(
    "sigma-prime-twice", .sometimes, "The slope is a factor although it has cancelled.",
    "With this cost the slope cancels in δ: what is left?")
  static let slopeSquared = Mistake(
    "sigma-prime-twice", .sometimes, "The slope is a factor twice.",
    "How often is the slope of a layer a factor of its δ?")
  static let slopeOfWrongLayer = Mistake(
    "sigma-prime-wrong-layer", .sometimes, "The slope of a neighbouring layer is used.",
    "From which z was this activation computed?")
  static let droppedUpstream = Mistake(
    "dropped-upstream", .sometimes, "The upstream gradient is left out: only the slope is there.",
    "By which derivative from the layer above is the slope multiplied?")
  static let transposedWeights = Mistake(
    "transposed-weights", .sometimes, "The sum uses a row of the weight matrix in place of a column.",
    "Which weights lead out of this neuron?")
  static let onePathOnly = Mistake(
    "one-path-only", .seldom, "Only one of the paths is there.",
    "How many neurons of the next layer does this neuron feed?")
  static let pathForgotten = Mistake(
    "path-forgotten", .plausible, "One of the paths is left out.",
    "How many neurons of the next layer does this neuron feed?")
  static let pathsAveraged = Mistake(
    "paths-averaged", .plausible, "The contributions of the paths are averaged.",
    "Are the contributions of the paths added or averaged?")
  static let missingWeight = Mistake(
    "missing-weight", .seldom, "The weight is left out in the backward pass.",
    "By which weight is a multiplied in the next layer?")
  static let updatedWeights = Mistake(
    "updated-weights", .sometimes, "The new weight, after the step, is used in the backward pass.",
    "Which weights did the forward pass use: the old or the new ones?")
  static let weightOfWrongLayer = Mistake(
    "weight-of-wrong-layer", .plausible, "The weight of another layer is used in the backward pass.",
    "Which weight leads out of this neuron?")
  static let errorNotDelta = Mistake(
    "error-not-delta", .seldom, "∂C/∂a is passed back in place of the error δ.",
    "Pass back ∂C/∂z (the error δ), not ∂C/∂a.")
  static let ownActivation = Mistake(
    "own-activation", .seldom, "The activation of the neuron itself is used.",
    "Which activation does this weight multiply?")
  static let inputForHidden = Mistake(
    "input-for-hidden", .plausible, "The input of the network is used in a later layer.",
    "Which layer's activation does this weight multiply?")
  static let missingActivationFactor = Mistake(
    "missing-activation-factor", .plausible, "The activation that the weight multiplies is left out.",
    "z contains w · a: what is ∂z/∂w?")
  static let weightForActivation = Mistake(
    "weight-for-activation", .plausible, "The weight is used in place of the activation.",
    "z contains w · a: what is ∂z/∂w?")
  static let deltaOfWrongLayer = Mistake(
    "delta-wrong-layer", .seldom, "δ of the next layer is used.", "Which layer does this δ belong to?")
  static let deltaOfWrongNeuron = Mistake(
    "delta-wrong-neuron", .plausible, "δ of another neuron is used.",
    "Into which neuron does this weight lead?")
  static let transposedGradient = Mistake(
    "transposed-gradient", .plausible, "Rows and columns of the gradient are exchanged.",
    "The first index of w_jk is the neuron that the weight leads to, the second the neuron that it comes from."
  )
  static let biasTimesActivation = Mistake(
    "bias-times-activation", .plausible,
    "The derivative with respect to the bias is multiplied by an activation.",
    "z = wa + b: what is ∂z/∂b?")
  static let biasTimesBias = Mistake(
    "bias-times-bias", .sometimes, "The derivative with respect to the bias is multiplied by the bias.",
    "z = wa + b: what is ∂z/∂b?")
  static let biasGradientSummed = Mistake(
    "bias-gradient-summed", .plausible, "The errors of all neurons are added up for one bias.",
    "To how many neurons does this bias belong?")
  static let biasMissingSlope = Mistake(
    "bias-missing-sigma-prime", .plausible, "∂C/∂a is used as the derivative with respect to the bias.",
    "A bias acts on a through z: which slope is missing?")
  static let gradientMissingSlope = Mistake(
    "bias-missing-sigma-prime", .plausible, "The gradient has ∂C/∂a in place of the error δ.",
    "A weight acts on a through z: which slope is missing?")
  static let batchSum = Mistake(
    "batch-sum", .often, "The sum over the examples is not divided by their number.",
    "Is the cost the sum over the examples or their mean?")
  static let averagedTwice = Mistake(
    "batch-averaged-twice", .often, "The sum over the examples is divided by their number twice.",
    "How often does the factor 1/n appear in each derivative?")
  static let biasPenalized = Mistake(
    "bias-penalized", .seldom, "The penalty is applied to the biases as well.",
    "Does the penalty contain the biases?")
  static let penaltyFactor = Mistake(
    "penalty-factor", .often, "The derivative of the penalty has a wrong factor.",
    "What is the derivative of the penalty with respect to w?")
  static let ascent = Mistake(
    "ascent", .sometimes, "The step is added in place of subtracted.",
    "In which direction does the result decrease: with the derivative or against it?")
  static let stepFactor = Mistake(
    "step-factor", .sometimes, "The learning rate is a factor of the step twice, or not at all.",
    "Which power does η have in the step?")
  static let biasNotUpdated = Mistake(
    "bias-not-updated", .seldom, "The bias keeps its old value.",
    "Are the biases changed in the step as well?")

  /// All mistakes that have a name in networks.
  package static let ofNetworks: [Mistake] = [
    missingBias, biasSubtracted, transposedForward, zForA, inputsExchanged, missingActivation,
    wrongActivation, notDivided, maskIgnored, skipLeftOut, exponentSign, missingFactor2, halfConvention,
    signOfError, extraInnerFactor, squareKept,
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
