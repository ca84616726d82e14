/// A mistake of the catalog.
package enum Mistake: Hashable, Sendable {
  /// In the forward pass of a network.
  case missingBias, biasSubtracted, transposedForward, zForA, inputsExchanged, missingActivation,
    wrongActivation, notDivided, maskIgnored, skipLeftOut, exponentSign
  /// In the cost and its derivatives with respect to the outputs.
  case missingFactor2, halfConvention, signOfError, extraInnerFactor, squareKept, costNotSquared,
    meanOverOutputs, wrongTarget, wrongLogBase
  /// In the slopes of activation functions.
  case sigmaPrimeAtA, sigmaPrimeOfZ, sigmaPrimeOfZInTanh, sigmaForSigmaPrime, slopeTimesZ, tanhPrime,
    tanhPrimeWithoutSquare, reluPrime, softmaxDiagonal
  /// In the errors δ and what is passed back.
  case missingSlopeOfOutput, missingSlopeOfHidden, slopeTwice, slopeSquared, slopeOfWrongLayer,
    droppedUpstream, transposedWeights, onePathOnly, pathForgotten, pathsAveraged, missingWeight,
    updatedWeights, weightOfWrongLayer, errorNotDelta, crossEntropyError
  /// In the gradient of one example.
  case ownActivation, inputForHidden, missingActivationFactor, weightForActivation,
    deltaOfWrongLayer, deltaOfWrongNeuron, transposedGradient, biasTimesActivation, biasTimesBias,
    biasGradientSummed, biasMissingSlope, gradientMissingSlope
  /// In what is made of all examples, of the penalty, and in the step.
  case batchSum, batchMean, averagedTwice, oneExampleOnly, biasPenalized, penaltyFactor, ascent, stepFactor,
    biasNotUpdated
  /// In a step with momentum, or without it.
  case averagedVelocity, decayedDerivative, momentumLeftOut, momentumAdded
  /// In any graph.
  case useForgotten, localGradientOnly, upstreamGradientOnly, gradientsAdded, usesMultiplied,
    valueForSlope, slopeLeftOut, slopeElsewhere, powerRule, otherArgument, ownValue, sign, signOfValue,
    factorLeftOut, termLeftOut
  /// Kinds of rewriting, for results that no mistake with a name of its own explains.
  case anyFactorLeftOut, anyTermLeftOut, anyTermAlone, factorTwice, factorTooMany, termTwice,
    anySign, exchanged, otherExample, otherFunction, powerLeftOut, inverted, withoutSign, added,
    multiplied, constantFactor, pen

  /// How often it is seen.
  package enum Evidence: Double, Sendable {
    /// Seen in five or more independent sources.
    case often = 4
    /// Seen in two to four sources.
    case sometimes = 2
    /// Seen in one source.
    case seldom = 1
    /// No source, but the mistake is easy to make.
    case plausible = 0.6
    /// A rewriting without a name: a part is left out.
    case left = 0.1
    /// A rewriting without a name: one part for another, or with another sign.
    case exchanged = 0.06
    /// A rewriting without a name: a part too many.
    case added = 0.05
    /// A rewriting without a name: one term of several.
    case partly = 0.02
    /// A rewriting without a name that is hardly ever seen.
    case rare = 0.008
  }

  /// The identifier, which programs read.
  package var id: String { entry.id }

  /// How often it is seen, which gives its probability before any number is known.
  package var evidence: Evidence { entry.evidence }

  /// Whether it has a name of its own, or is only a kind of rewriting.
  package var isNamed: Bool { evidence.rawValue >= Evidence.plausible.rawValue }
}
