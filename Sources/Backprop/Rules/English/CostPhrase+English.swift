import Formulas

extension CostPhrase {
  /// In English.
  public var english: Prose {
    switch self {
    case .name(let cost): cost.nameInEnglish
    case .slope(let cost): cost.slopeInEnglish
    }
  }
}

extension Cost {
  private var threshold: Formula { .number(setting ?? Numeral(integer: 1)) }

  fileprivate var nameInEnglish: Prose {
    switch kind {
    case .squaredError: "the squared error"
    case .halfSquaredError: "half the squared error"
    case .meanSquaredError: "the mean squared error"
    case .binaryCrossEntropy: "the binary cross-entropy"
    case .meanBinaryCrossEntropy: "the mean of the outputs' binary cross-entropies"
    case .crossEntropy: "the cross-entropy"
    case .absoluteError: "the absolute error"
    case .huber: "the Huber cost with δ = \(threshold)"
    case .hinge: "the hinge cost"
    }
  }

  fileprivate var slopeInEnglish: Prose {
    let (a, y) = (Formula.symbol(Symbol(.activation)), Formula.symbol(Symbol(.target)))
    let (restOfOutput, restOfTarget) = (Formula.integer(1) - a, Formula.integer(1) - y)
    let logarithms: Prose =
      """
      If \(y) is above 0, the derivative is negative and unbounded as \(a) approaches 0. If \(y) is below 1, it is positive and unbounded as \(a) approaches 1.
      """
    let terms: Prose =
      "The first term comes from \(y * .call(.ln, a)), the second from \(restOfTarget * .call(.ln, restOfOutput))"
    return switch kind {
    case .squaredError:
      "The derivative is twice the output minus the target. It is positive if the output is above the target, and negative if it is below."
    case .halfSquaredError:
      "The derivative is the output minus the target: the factor 2 from the square cancels the ½ of the \(.cost)."
    case .meanSquaredError:
      "The derivative is twice the output minus the target, divided by the number of outputs, because the \(.cost) is a mean over the outputs."
    case .binaryCrossEntropy: "\(terms). \(logarithms)"
    case .meanBinaryCrossEntropy:
      "\(terms); both are divided by the number of outputs, because the \(.cost) is a mean over the outputs. \(logarithms)"
    case .crossEntropy:
      "This is the derivative of \(-(y * .call(.ln, a))). It is 0 if the target is 0. If not, it is negative, and a smaller output gives a larger absolute value."
    case .absoluteError:
      "The derivative is 1 if the output is above the target, and −1 if it is below. If the output equals the target, the \(.cost) has a kink, and by convention 0 is used."
    case .huber:
      "The derivative is the output minus the target, but not above \(threshold) and not below \(-threshold)."
    case .hinge:
      "The \(.cost) of an output is 0 if output times target is at least 1, and so is its derivative; at 1, where there is a kink, by convention. Otherwise the derivative is minus the target."
    }
  }
}
