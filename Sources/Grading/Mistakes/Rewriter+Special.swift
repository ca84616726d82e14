import Formulas

/// What people do that takes more than one rewriting, or knows what a slope is.
extension Rewriter {
  mutating func rewriteSpecially() {
    rewriteOutput()
    takeOneExample()
    if isSlope || role.kind == .slope { rewriteSlope() }
    switch role.kind {
    case .activation: takeOtherActivation()
    case .cost:
      let plain = right.changing { if case .power(let base, 2) = $0 { base } else { nil } }
      add(
        .special(.errorsNotSquared),
        plain?.mappingFactors { $0.contains(where: \.isNumber) ? $0.filter { !$0.isNumber } : nil })
    case .otherSlope: add(.special(.diagonalOnly), .integer(0))
    case .costSlope: rewriteCostSlope()
    case .outputError, .error: rewriteError()
    case .passed:
      rewritePassed()
      averageUses()
    case .derivative: averageUses()
    case .weightGradient: rewriteWeightGradient()
    case .biasGradient:
      let errors = roles.family(of: role.with(kind: .error))
      if errors.count > 1 { add(.special(.summedErrors), .total(errors)) }
      let inputs = roles.family(of: role.with(kind: .activation).with(layer: (role.layer ?? 0) - 1))
      for (number, input) in inputs.prefix(3).enumerated() {
        add(.times(.other(number)), right * input)
      }
    case .share: if !right.names.isEmpty || right != .integer(1) { add(.drop(.constant(right)), .integer(1)) }
    case .penaltySlope: rewritePenalty()
    case .totalBiasGradient:
      guard let bias = roles.name(role.with(kind: .bias)), let factor = penaltyFactor else { return }
      add(.special(.biasPenalized), right + factor * bias)
    case .newWeight, .newBias, .update: rewriteStep()
    case .newKept(.v): rewriteVelocity()
    case .weight, .bias, .weightedInput, .target, .penalty, .totalCost, .slope, .localGradient,
      .totalWeightGradient, .onward, .named, .kept, .newKept, .constant, .rate, .other:
      break
    }
    if exercise.lines[line].shortcut != nil { rewriteCostSlope() }
  }

  /// The mean over all uses of a value, in place of their sum.
  private mutating func averageUses() {
    let uses = right.terms.count
    if uses > 1 { add(.special(.averagedUses), .quotient(.integer(1), .integer(uses)) * right) }
  }

  /// The function whose slope the line is, what goes in, and what comes out.
  private var gate: (formula: Formula, output: Formula)? {
    guard case .partial(let above, _) = exercise.lines[line].name else { return nil }
    let output = Formula.symbol(above)
    return exercise.line(of: output).map { (exercise.lines[$0].formula, output) }
  }

  /// Not where there is none: that a layer passes on what it gets is no function that one takes for another.
  private mutating func takeOtherActivation() {
    guard let z = roles.name(role.with(kind: .weightedInput)), right != z, right.names == [z] else { return }
    // What dropout multiplies is not another function.
    for squash in Label.Squash.allCases where !right.factors.contains(squash.value(z)) {
      add(.activation(squash), squash.value(z))
    }
  }

  private mutating func rewriteSlope() {
    guard let gate else { return }
    if let z = gate.formula.names.first, gate.formula.names.count == 1, gate.formula != z {
      for squash in Label.Squash.allCases { add(.activation(squash), squash.slope(gate.output, z)) }
    }
    let a = gate.output
    if case .call(let function, let z) = gate.formula {
      switch function {
      case .sigma:
        let again = Formula.call(.sigma, a)
        add(.special(.slopeAtOutput), again * (.integer(1) - again))
        add(.special(.oneMinus), .integer(1) - a)
      case .tanh:
        add(.special(.slopeAtOutput), .integer(1) - .power(.call(.tanh, a), 2))
        add(.special(.oneMinus), .integer(1) - a)
        add(.special(.minusSquare), -.power(a, 2))
        add(.special(.onePlusSquare), .integer(1) + .power(a, 2))
      case .sigmaPrime, .tanhPrime, .step, .unitStep, .sin, .cos, .squareRoot, .ln, .exp, .magnitude, .sign,
        .softmax, .named:
        break
      }
      if isSlope || function != .step {
        add(.special(.valueForSlope), a)
        add(.special(.timesArgument), right * z)
      }
      if isSlope { add(.special(.slopeLeftOut), .integer(1)) }
    }
    if case .power(let base, let exponent) = gate.formula, exponent > 1 {
      add(.special(.powerOfGate), .integer(exponent) * .power(base, exponent))
    }
    if case .call(.step, let z) = right {
      add(.special(.stepTurned), .call(.step, -z))
      add(.special(.valueForSlope), a)
      add(.special(.stepAtKink), .integer(1) - .call(.step, -z))
    }
    add(
      .special(.otherArgument),
      right.changing { part in
        if case .truth(let x, let y, let orEqual) = part { .truth(y, x, orEqual: !orEqual) } else { nil }
      })
  }

  /// a − y turned into y − a, and without its 2; the inner derivative taken for a.
  private mutating func rewriteCostSlope() {
    add(.special(.minusOwnActivation), roles.name(role.with(kind: .activation)).map { -right * $0 })
    let turned = -right
    if let halved = right.mappingFactors({ $0.first == .integer(2) ? Array($0.dropFirst()) : nil }) {
      add(.drop(.constant(.integer(2))), halved)
      add(.special(.errorTurnedAndHalved), -halved)
    }
    add(.turn, turned)
  }

  private mutating func rewriteError() {
    guard let slope = roles.name(role.with(kind: .slope)) else { return }
    let formula = exercise.lines[line].formula
    takeDifference(slope)
    if exercise.lines[line].shortcut != nil {
      add(.double(.name(.slope, layers: 0, isOfOther: false)), right * slope)
    }
    if case .sum = formula, let upstream = roles.name(role.with(kind: .passed)) {
      add(.special(.diagonalOnly), slope * upstream)
    }
    if let upstream = roles.name(role.with(kind: .passed)), let entry = exercise.line(of: slope),
      case .call(.step, _) = exercise.lines[entry].formula
    {
      add(.special(.stepOfUpstream), .max(.integer(0), upstream))
    }
  }

  /// a − y, which is δ where the slope cancels, though the cost is a square and has a 2.
  private mutating func takeDifference(_ slope: Formula) {
    guard role.kind == .outputError, exercise.lines[line].shortcut == nil,
      exercise.line(of: slope).map({ !exercise.lines[$0].formula.isNumber }) ?? false,
      let cost = roles.name(role.with(kind: .costSlope)), let costLine = exercise.line(of: cost)
    else { return }
    let difference = exercise.plain(exercise.lines[costLine].formula).mappingFactors { factors in
      factors.contains(where: \.isNumber) ? factors.filter { !$0.isNumber } : nil
    }
    guard let difference, case .sum(let terms) = difference, terms.map(\.unsigned).allSatisfy(\.isName) else {
      return
    }
    add(.special(.difference), difference)
  }

  /// The number of one example for the mean over all of them.
  private mutating func takeOneExample() {
    guard roles.examples > 1, [.totalCost, .totalWeightGradient, .totalBiasGradient].contains(role.kind)
    else {
      return
    }
    for example in 0..<Swift.min(roles.examples, Self.mostPaths) {
      add(
        .special(.exampleAlone(example)),
        right.changing { part in
          guard case .product(let factors) = part, factors.dropLast().allSatisfy(\.isNumber),
            case .sum(let terms)? = factors.last, terms.indices.contains(example),
            terms.allSatisfy({ exercise.entries[$0].map { roles.all[$0].example != nil } ?? false })
          else { return nil }
          return terms[example]
        })
    }
  }

  /// ∂C/∂a with the weights after their own step.
  private mutating func rewritePassed() {
    guard exercise.entries[.symbol(Symbol(.learningRate))] != nil, role.example == nil else { return }
    let eta = Formula.symbol(Symbol(.learningRate))
    add(
      .special(.updatedWeights),
      right.renaming { name in
        guard case .symbol(let weight) = name, weight.meaning == .weight,
          let entry = exercise.entries[name],
          let gradient = roles.name(roles.all[entry].with(kind: .weightGradient))
        else { return nil }
        return name - eta * gradient
      })
  }

  private mutating func rewriteWeightGradient() {
    guard role.indices.count == 2, let layer = role.layer else { return }
    let (to, from) = (role.indices[0], role.indices[1])
    guard let error = roles.name(role.with(kind: .error).with(indices: [from])),
      let activation = roles.name(role.with(kind: .activation).with(layer: layer - 1).with(indices: [to]))
    else { return }
    add(.special(.transposedGradient), error * activation)
  }

  /// λ/n, as the derivative of the penalty by a weight has it.
  private var penaltyFactor: Formula? {
    for (line, role) in zip(exercise.lines, roles.all) where role.kind == .penaltySlope {
      guard let term = line.formula.terms.first, case .product(let factors) = term else { return nil }
      return .product(of: factors.filter { $0.names.isEmpty })
    }
    return nil
  }

  private mutating func rewritePenalty() {
    guard let weight = roles.name(role.with(kind: .weight)), let factor = penaltyFactor else { return }
    add(.drop(.composite), .integer(0))
    add(.special(.penaltyLambdaOnly), factor)
    add(.special(.penaltySquared), factor * .power(weight, 2))
  }
}
