import Formulas

extension Label {
  /// What a rewriting is called in a line of a role; `right` is what is right there, which the hint fits.
  func mistake(in role: Role, of roles: Roles, right: Formula) -> Mistake {
    let named = ofMomentum(role) ?? (roles.last > 0 ? inNetwork(role, roles, right) : inGraph(role))
    return named ?? kind
  }

  /// Of a step, in networks and in graphs.
  private func ofMomentum(_ role: Role) -> Mistake? {
    switch (self, role.kind) {
    case (.special(.averagedDerivative), _): .averagedVelocity
    case (.special(.decayedDerivative), _): .decayedDerivative
    case (.special(.withoutMomentum), _): .momentumLeftOut
    case (.dropTerm(let parts), .newKept)
    where parts.kinds.contains { if case .kept = $0 { true } else { false } }:
      .momentumLeftOut
    case (.special(.averagedStep), _), (.special(.nesterovStep), _): .momentumAdded
    default: nil
    }
  }

  private func inGraph(_ role: Role) -> Mistake? {
    switch (self, role.kind) {
    case (.drop(.name(.derivative, _, _)), .derivative): .localGradientOnly
    case (.drop(.name(.localGradient, _, _)), .derivative): .upstreamGradientOnly
    case (.only, .derivative), (.without, .derivative), (.onlyOwn, .derivative), (.onlyThrough, _),
      (.notThrough, _):
      .useForgotten
    case (.special(.averagedUses), _): .pathsAveraged
    case (.added, .derivative): .gradientsAdded
    case (.multiplied, .derivative): .usesMultiplied
    case (.special(.valueForSlope), _): .valueForSlope
    case (.special(.slopeLeftOut), _): .slopeLeftOut
    case (.special(.slopeAtOutput), _), (.exchange(.output, _), _), (.exchange(.input, _), _):
      .slopeElsewhere
    case (.special(.powerOfGate), _), (.special(.oneMinus), _), (.powerDropped, .localGradient),
      (.powerDropped, .derivative), (.drop(.constant), .localGradient), (.drop(.constant), .derivative):
      .powerRule
    case (.special(.otherArgument), _): .otherArgument
    case (.exchange(_, .own), .localGradient), (.exchange(_, .own), .derivative): .ownValue
    case (.turn, .update), (.turnTerm, .update): .ascent
    case (.drop(.name(.rate, _, _)), .update), (.double(.name(.rate, _, _)), .update),
      (.special(.updatedWeights), .update):
      .stepFactor
    case (.turn, .named), (.turnTerm, .named): .signOfValue
    case (.turn, _): .sign
    case (.drop, .named), (.drop, .localGradient): .factorLeftOut
    case (.dropTerm, .named), (.only, .named), (.without, .named): .termLeftOut
    default: nil
    }
  }

  private func inNetwork(_ role: Role, _ roles: Roles, _ right: Formula) -> Mistake? {
    if let ofOutput { return ofOutput }
    return switch role.kind {
    case .weightedInput: ofWeightedInput
    case .activation: ofActivation
    case .cost: ofCost(roles)
    case .costSlope: ofCostSlope(roles)
    case .slope, .otherSlope: ofSlope(right)
    case .outputError, .error: ofError(role, roles, right)
    case .passed: ofPassed(roles, right)
    case .weightGradient: ofWeightGradient
    case .biasGradient: ofBiasGradient
    case .totalCost, .share, .totalWeightGradient, .totalBiasGradient, .onward: ofTotal(roles)
    case .penaltySlope, .penalty: ofPenalty
    case .newWeight, .newBias: ofStep(role)
    case .weight, .bias, .target, .named, .localGradient, .derivative, .update, .kept, .newKept, .constant,
      .rate, .other:
      nil
    }
  }

  /// Of what a layer makes of f(z).
  private var ofOutput: Mistake? {
    switch self {
    case .special(.notDivided): .notDivided
    case .special(.maskIgnored), .special(.dropoutIgnored): .maskIgnored
    case .special(.skipLeftOut): .skipLeftOut
    default: nil
    }
  }

  private var ofWeightedInput: Mistake? {
    switch self {
    case .dropTerm(let parts) where parts.kinds == [.bias]: .missingBias
    case .turnTerm(let parts) where parts.kinds == [.bias]: .biasSubtracted
    case .exchange(.name(.weight, _, _), .transposed): .transposedForward
    case .exchange(.name(.activation, _, _), .kind(.weightedInput)): .zForA
    case .exchange(.name(.activation, _, _), .neuron): .inputsExchanged
    default: nil
    }
  }

  private var ofActivation: Mistake? {
    switch self {
    case .whole(.kind(.weightedInput)): .missingActivation
    case .activation: .wrongActivation
    case .argumentTurned: .exponentSign
    default: nil
    }
  }

  private func ofCost(_ roles: Roles) -> Mistake? {
    switch self {
    case .scale(1, 2), .scale(2, 1), .drop(.constant): .halfConvention
    case .scale(1, roles.outputs): .meanOverOutputs
    case .powerDropped, .special(.errorsNotSquared): .costNotSquared
    case .exchange(.name(.target, _, _), .neuron): .wrongTarget
    case .base: .wrongLogBase
    default: nil
    }
  }

  private func ofCostSlope(_ roles: Roles) -> Mistake? {
    switch self {
    case .drop(.constant(.integer(2))): .missingFactor2
    case .scale(2, 1), .scale(1, 2): .halfConvention
    case .scale(1, roles.outputs): .meanOverOutputs
    case .turn, .special(.errorTurnedAndHalved): .signOfError
    case .special(.minusOwnActivation): .extraInnerFactor
    case .double(.composite): .squareKept
    case .exchange(.name(.target, _, _), .neuron): .wrongTarget
    default: nil
    }
  }

  private func ofSlope(_ right: Formula) -> Mistake? {
    let isOfTanh = right.terms.count == 2
    switch self {
    case .special(.slopeAtOutput): return .sigmaPrimeAtA
    case .exchange(.name(.activation, 0, _), .kind(.weightedInput)):
      return isOfTanh ? .sigmaPrimeOfZInTanh : .sigmaPrimeOfZ
    case .special(.oneMinus): return isOfTanh ? .tanhPrimeWithoutSquare : nil
    case .special(.minusSquare), .special(.onePlusSquare): return .tanhPrime
    case .special(.valueForSlope):
      if case .call = right { return .reluPrime }
      return .sigmaForSigmaPrime
    case .special(.timesArgument): return .slopeTimesZ
    case .special(.stepTurned), .special(.stepAtKink): return .reluPrime
    case .special(.diagonalOnly): return .softmaxDiagonal
    case .activation: return .wrongActivation
    case .whole(.layer), .exchange(.name(.activation, 0, _), .layer): return .slopeOfWrongLayer
    default: return nil
    }
  }

  private func ofError(_ role: Role, _ roles: Roles, _ right: Formula) -> Mistake? {
    switch self {
    case .drop(.name(.slope, 0, _)):
      return role.kind == .error ? .missingSlopeOfHidden : .missingSlopeOfOutput
    case .double(.name(.slope, 0, _)):
      // Where the slope cancels, what is right has none.
      return right.names.contains(where: \.isSlope) ? .slopeSquared : .slopeTwice
    case .exchange(.name(.slope, 0, _), .layer): return .slopeOfWrongLayer
    case .drop(.name(.passed, 0, _)): return .droppedUpstream
    case .special(.difference): return .crossEntropyError
    case .special(.diagonalOnly): return .softmaxDiagonal
    case .special(.stepOfUpstream): return .reluPrime
    // Elsewhere the difference a − y is in ∂C/∂a.
    case .turn where role.kind == .outputError && !right.names.contains(where: \.isSlope): return .signOfError
    case .exchange(.name(.target, _, _), .neuron): return .wrongTarget
    case .scale(1, roles.outputs) where role.kind == .outputError: return .meanOverOutputs
    default: return nil
    }
  }

  private func ofPassed(_ roles: Roles, _ right: Formula) -> Mistake? {
    switch self {
    case .exchange(.name(.weight, _, _), .transposed): .transposedWeights
    case .only, .onlyOwn: .onePathOnly
    case .without: .pathForgotten
    case .special(.averagedUses): .pathsAveraged
    case .drop(.name(.weight, _, _)): .missingWeight
    case .special(.updatedWeights): .updatedWeights
    case .exchange(.name(.weight, _, _), .layer), .exchange(.name(.weight, _, _), .transposedLayer):
      .weightOfWrongLayer
    case .exchange(.name(.error, _, _), .layer(1)): .deltaOfWrongLayer
    case .exchange(.name(.error, _, _), .kind(.passed)): .errorNotDelta
    default: nil
    }
  }

  private var ofWeightGradient: Mistake? {
    switch self {
    case .exchange(.name(.activation, _, _), .ofNeuron): .ownActivation
    case .exchange(.name(.activation, _, _), .input): .inputForHidden
    case .exchange(.name(.activation, _, _), .kind(.weightedInput)): .zForA
    case .exchange(.name(.activation, _, _), .own): .weightForActivation
    case .drop(.name(.activation, _, _)): .missingActivationFactor
    case .exchange(.name(.error, _, _), .layer(1)): .deltaOfWrongLayer
    case .exchange(.name(.error, _, _), .neuron): .deltaOfWrongNeuron
    case .exchange(.name(.error, _, _), .kind(.passed)): .gradientMissingSlope
    case .special(.transposedGradient): .transposedGradient
    default: nil
    }
  }

  private var ofBiasGradient: Mistake? {
    switch self {
    case .times(.kind(.activation)), .times(.other): .biasTimesActivation
    case .times(.own): .biasTimesBias
    case .special(.summedErrors): .biasGradientSummed
    case .exchange(.name(.error, _, _), .kind(.passed)): .biasMissingSlope
    case .exchange(.name(.error, _, _), .layer(1)): .deltaOfWrongLayer
    case .exchange(.name(.error, _, _), .neuron): .deltaOfWrongNeuron
    default: nil
    }
  }

  private func ofTotal(_ roles: Roles) -> Mistake? {
    switch self {
    case .drop(.constant(.quotient(.integer(1), _))): .batchSum
    case .scale(1, roles.examples) where roles.examples > 1: roles.areAdded ? .batchMean : .averagedTwice
    case .special(.biasPenalized): .biasPenalized
    case .special(.exampleAlone): .oneExampleOnly
    case .dropTerm(let parts) where parts.kinds == [.penaltySlope]: .penaltyFactor
    default: nil
    }
  }

  private var ofPenalty: Mistake? {
    switch self {
    case .drop, .scale, .special(.penaltyLambdaOnly), .special(.penaltySquared), .dropTerm: .penaltyFactor
    default: nil
    }
  }

  private func ofStep(_ role: Role) -> Mistake? {
    switch self {
    case .turnTerm(let parts) where parts.kinds.first == .rate: .ascent
    case .drop(.name(.rate, _, _)), .double(.name(.rate, _, _)), .special(.updatedWeights): .stepFactor
    case .dropTerm(let parts) where parts.kinds.first == .rate && role.kind == .newBias: .biasNotUpdated
    default: nil
    }
  }

  /// The kind of rewriting, where it has no name.
  private var kind: Mistake {
    switch self {
    case .drop: .anyFactorLeftOut
    case .double: .factorTwice
    case .invert: .inverted
    case .magnitude: .withoutSign
    case .dropTerm: .anyTermLeftOut
    case .doubleTerm: .termTwice
    case .turnTerm, .turn, .argumentTurned: .anySign
    case .only, .without, .onlyOwn, .onlyThrough, .notThrough: .anyTermAlone
    case .exchange(_, .example), .whole(.example): .otherExample
    case .exchange, .whole: .exchanged
    case .scale: .constantFactor
    case .added: .added
    case .multiplied: .multiplied
    case .powerDropped: .powerLeftOut
    case .times: .factorTooMany
    case .function, .base, .activation: .otherFunction
    case .special(.stepTimesOld): .factorTooMany
    case .special: .exchanged
    }
  }
}

extension Formula {
  /// Whether it is ∂a/∂z.
  fileprivate var isSlope: Bool {
    guard case .partial(let above, let below) = self else { return false }
    return above.meaning == .activation && below.meaning == .weightedInput
  }
}

extension [Label.Part] {
  /// The kinds of the names in a term.
  fileprivate var kinds: [Role.Kind] {
    compactMap { part in if case .name(let kind, _, _) = part { kind } else { nil } }
  }
}
