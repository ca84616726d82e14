/// The identifiers and the evidence; mistakes that are told apart only by what is said of them have one identifier.
extension Mistake {
  var entry: (id: String, evidence: Evidence) {
    switch self {
    case .missingBias: ("missing-bias", .plausible)
    case .biasSubtracted: ("bias-subtracted", .plausible)
    case .transposedForward: ("transposed-forward", .plausible)
    case .zForA: ("z-for-a", .plausible)
    case .inputsExchanged: ("inputs-exchanged", .plausible)
    case .missingActivation: ("missing-activation", .plausible)
    case .wrongActivation: ("wrong-activation", .plausible)
    case .notDivided: ("dropout-not-divided", .plausible)
    case .maskIgnored: ("mask-ignored", .plausible)
    case .skipLeftOut: ("skip-left-out", .plausible)
    case .exponentSign: ("exponent-sign", .seldom)
    case .missingFactor2: ("missing-factor-2", .sometimes)
    case .halfConvention: ("half-convention", .sometimes)
    case .signOfError: ("sign-of-error", .sometimes)
    case .extraInnerFactor: ("extra-inner-factor", .seldom)
    case .squareKept: ("square-kept", .plausible)
    case .costNotSquared: ("cost-not-squared", .plausible)
    case .meanOverOutputs: ("mean-over-outputs", .plausible)
    case .wrongTarget: ("wrong-target", .plausible)
    case .wrongLogBase: ("wrong-log-base", .sometimes)
    case .sigmaPrimeAtA: ("sigma-prime-at-a", .sometimes)
    case .sigmaPrimeOfZ, .sigmaPrimeOfZInTanh: ("sigma-prime-of-z", .sometimes)
    case .sigmaForSigmaPrime: ("sigma-for-sigma-prime", .plausible)
    case .slopeTimesZ: ("slope-times-z", .plausible)
    case .tanhPrime, .tanhPrimeWithoutSquare: ("tanh-prime", .sometimes)
    case .reluPrime: ("relu-prime", .sometimes)
    case .softmaxDiagonal: ("softmax-diagonal", .often)
    case .missingSlopeOfOutput: ("missing-sigma-prime-output", .sometimes)
    case .missingSlopeOfHidden: ("missing-sigma-prime-hidden", .sometimes)
    case .slopeTwice, .slopeSquared: ("sigma-prime-twice", .sometimes)
    case .slopeOfWrongLayer: ("sigma-prime-wrong-layer", .sometimes)
    case .crossEntropyError: ("cross-entropy-delta", .sometimes)
    case .droppedUpstream: ("dropped-upstream", .sometimes)
    case .transposedWeights: ("transposed-weights", .sometimes)
    case .onePathOnly: ("one-path-only", .seldom)
    case .pathForgotten: ("path-forgotten", .plausible)
    case .pathsAveraged: ("paths-averaged", .plausible)
    case .missingWeight: ("missing-weight", .seldom)
    case .updatedWeights: ("updated-weights", .sometimes)
    case .weightOfWrongLayer: ("weight-of-wrong-layer", .plausible)
    case .errorNotDelta: ("error-not-delta", .seldom)
    case .ownActivation: ("own-activation", .seldom)
    case .inputForHidden: ("input-for-hidden", .plausible)
    case .missingActivationFactor: ("missing-activation-factor", .plausible)
    case .weightForActivation: ("weight-for-activation", .plausible)
    case .deltaOfWrongLayer: ("delta-wrong-layer", .seldom)
    case .deltaOfWrongNeuron: ("delta-wrong-neuron", .plausible)
    case .transposedGradient: ("transposed-gradient", .plausible)
    case .biasTimesActivation: ("bias-times-activation", .plausible)
    case .biasTimesBias: ("bias-times-bias", .sometimes)
    case .biasGradientSummed: ("bias-gradient-summed", .plausible)
    case .biasMissingSlope, .gradientMissingSlope: ("bias-missing-sigma-prime", .plausible)
    case .batchSum: ("batch-sum", .often)
    case .batchMean: ("batch-mean", .often)
    case .averagedTwice: ("batch-averaged-twice", .often)
    case .oneExampleOnly: ("one-example-only", .plausible)
    case .biasPenalized: ("bias-penalized", .seldom)
    case .penaltyFactor: ("penalty-factor", .often)
    case .ascent: ("ascent", .sometimes)
    case .stepFactor: ("step-factor", .sometimes)
    case .biasNotUpdated: ("bias-not-updated", .seldom)
    case .averagedVelocity: ("averaged-velocity", .sometimes)
    case .decayedDerivative: ("decayed-derivative", .plausible)
    case .momentumLeftOut: ("momentum-left-out", .plausible)
    case .momentumAdded: ("momentum-added", .plausible)
    case .useForgotten: ("use-forgotten", .often)
    case .localGradientOnly: ("local-gradient-only", .often)
    case .upstreamGradientOnly: ("upstream-gradient-only", .sometimes)
    case .gradientsAdded: ("gradients-added", .sometimes)
    case .usesMultiplied: ("uses-multiplied", .plausible)
    case .valueForSlope: ("value-for-slope", .sometimes)
    case .slopeLeftOut: ("slope-left-out", .sometimes)
    case .slopeElsewhere: ("slope-elsewhere", .sometimes)
    case .powerRule: ("power-rule", .sometimes)
    case .otherArgument: ("other-argument", .sometimes)
    case .ownValue: ("own-value", .sometimes)
    case .sign, .signOfValue: ("sign", .seldom)
    case .factorLeftOut: ("factor-left-out", .seldom)
    case .termLeftOut: ("term-left-out", .plausible)
    case .anyFactorLeftOut: ("factor-left-out", .left)
    case .anyTermLeftOut: ("term-left-out", .left)
    case .anyTermAlone: ("term-left-out", .partly)
    case .factorTwice: ("factor-twice", .added)
    case .factorTooMany: ("factor-too-many", .added)
    case .termTwice: ("term-twice", .added)
    case .anySign: ("sign", .exchanged)
    case .exchanged: ("exchanged", .exchanged)
    case .otherExample: ("other-example", .plausible)
    case .otherFunction: ("other-function", .exchanged)
    case .powerLeftOut: ("power-left-out", .exchanged)
    case .inverted: ("inverted", .rare)
    case .withoutSign: ("absolute-value", .rare)
    case .added: ("added-not-multiplied", .rare)
    case .multiplied: ("multiplied-not-added", .rare)
    case .constantFactor: ("constant-factor", .added)
    case .pen: ("slip-of-the-pen", .added)
    }
  }

  /// All mistakes that have a name in networks.
  package static let ofNetworks: [Mistake] = [
    missingBias, biasSubtracted, transposedForward, zForA, inputsExchanged, missingActivation,
    wrongActivation, notDivided, maskIgnored, skipLeftOut, exponentSign, missingFactor2, halfConvention,
    signOfError, extraInnerFactor, squareKept,
    costNotSquared, meanOverOutputs, wrongTarget, wrongLogBase, sigmaPrimeAtA, sigmaPrimeOfZ,
    sigmaForSigmaPrime, slopeTimesZ, tanhPrime, reluPrime, softmaxDiagonal, missingSlopeOfOutput,
    missingSlopeOfHidden, crossEntropyError, slopeTwice, slopeOfWrongLayer, droppedUpstream,
    transposedWeights, onePathOnly,
    pathForgotten, pathsAveraged, missingWeight, updatedWeights, weightOfWrongLayer, errorNotDelta,
    ownActivation, inputForHidden, missingActivationFactor, weightForActivation, deltaOfWrongLayer,
    deltaOfWrongNeuron, transposedGradient, biasTimesActivation, biasTimesBias, biasGradientSummed,
    biasMissingSlope, batchSum, batchMean, oneExampleOnly, averagedTwice, biasPenalized, penaltyFactor,
    ascent,
    stepFactor,
    biasNotUpdated, otherExample,
  ]

  /// All mistakes that have a name in graphs.
  package static let ofGraphs = [
    sign, factorLeftOut, termLeftOut, useForgotten, pathsAveraged, localGradientOnly, upstreamGradientOnly,
    gradientsAdded, usesMultiplied, valueForSlope, slopeLeftOut, slopeElsewhere, powerRule, otherArgument,
    ownValue, ascent, stepFactor, averagedVelocity, decayedDerivative, momentumLeftOut, momentumAdded,
  ]
}
