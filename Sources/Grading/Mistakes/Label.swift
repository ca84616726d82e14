import Formulas

/// What is rewritten in a line's formula, said so that it means the same in every line of the kind.
enum Label: Hashable, Sendable {
  /// A factor of the products is left out, squared, divided by, or taken without its sign.
  case drop(Part), double(Part), invert(Part), magnitude(Part)
  /// A term of a sum is left out, counted twice, or has the other sign.
  case dropTerm([Part]), doubleTerm([Part]), turnTerm([Part])
  /// Of the like terms of a sum one is there, or all but one, or that of the neuron with the own number.
  case only(Int), without(Int), onlyOwn
  /// A name stands for another.
  case exchange(Part, Sibling)
  /// What belongs to another line.
  case whole(Sibling)
  /// The other sign, a constant factor, + for ·, · for +, a power without its exponent, or the old one left after it.
  case turn, scale(Int, Int), added, multiplied, powerDropped
  /// One factor more.
  case times(Sibling)
  /// Of several uses only those in one definition, or all but those.
  case onlyThrough(Role.Kind), notThrough(Role.Kind)
  /// Another activation function, or its slope.
  case activation(Squash)
  /// Another function, or the other sign in its argument.
  case function(Formula.Function, Formula.Function), argumentTurned
  /// A logarithm to another base.
  case base(Int)
  /// What people do that takes more than one of these.
  case special(Special)

  /// A part of a formula by its role, beside that of the line.
  enum Part: Hashable, Sendable {
    case name(Role.Kind, layers: Int, isOfOther: Bool)
    /// Of a local gradient: what comes out of the function, and what goes in.
    case output, input
    case constant(Formula)
    case composite
  }

  /// What stands in a name's place.
  enum Sibling: Hashable, Sendable {
    case layer(Int), input, neuron(Int), example(Int), transposed
    /// Of another layer, with rows and columns exchanged.
    case transposedLayer(Int)
    /// The activation of the neuron that the line is about.
    case ofNeuron
    case kind(Role.Kind)
    /// That by which the line is a derivative: the weight in ∂C/∂w.
    case own
    /// The same one in another place of the formula.
    case other(Int)
  }

  enum Special: Hashable, Sendable {
    case updatedWeights, stepTimesOld, transposedGradient, summedErrors, minusOwnActivation,
      errorTurnedAndHalved
    case slopeAtOutput
    case onePlusSquare, oneMinus, minusSquare, valueForSlope, slopeLeftOut, timesArgument
    case stepTurned, stepAtKink, stepOfUpstream, errorsNotSquared
    case diagonalOnly, averagedUses, biasPenalized, penaltyLambdaOnly, penaltySquared, otherArgument,
      powerOfGate
    case notDivided, maskIgnored, dropoutIgnored, skipLeftOut
    /// a − y for δ; the number of one example for that of all.
    case difference, exampleAlone(Int)
    /// Of momentum: in the velocity, in the step, and where the lesson has none.
    case averagedDerivative, decayedDerivative, withoutMomentum, averagedStep, nesterovStep
  }

  /// The activation functions that are taken for one another.
  enum Squash: CaseIterable {
    case sigma, tanh, relu
  }
}

extension Label.Squash {
  /// Of a weighted input.
  func value(_ z: Formula) -> Formula {
    switch self {
    case .sigma: .call(.sigma, z)
    case .tanh: .call(.tanh, z)
    case .relu: .max(.integer(0), z)
    }
  }

  /// Its slope, by what came out of it and what went in.
  func slope(_ a: Formula, _ z: Formula) -> Formula {
    switch self {
    case .sigma: a * (.integer(1) - a)
    case .tanh: .integer(1) - .power(a, 2)
    case .relu: .call(.step, z)
    }
  }
}
