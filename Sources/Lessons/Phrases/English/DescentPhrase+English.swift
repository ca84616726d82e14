import Formulas

extension DescentPhrase {
  var english: Prose {
    switch self {
    case .rule(let changed, let rate):
      """
      Gradient descent subtracts from each \(changed.one) \(rate.left) times its derivative, where \(rate) is the learning \
      rate. All derivatives are computed with the old \(changed.old), and all \(changed.many) change at the same time.
      """
    case .biasesFixed: "In this lesson the biases are not changed."
    case .rateIsZero: "With a learning rate of 0 no parameter changes."
    case .outcome(let before, let after, let outcome):
      "Before the step \(before). A forward pass with the new parameters gives \(after). \(outcome.english)"
    case .notFinite:
      "With the new parameters the \(.cost) is not finite: the learning rate is too large."
    case .prediction(let change, let squares, let changed, let isShortened, let startsOnKink):
      """
      Each parameter changes by minus the learning rate times its derivative. If only one of them changed, the \(.cost) would change by about minus the learning rate times the square of its derivative. For all changes together, these amounts are added: the \(.cost) changes by about \(change)\(startsOnKink ? ", if the step meets no kink" : ""). Here \(squares) is \
      the sum of the squares of \
      \(changed == .weights ? "the derivatives of the weights, because only the weights change" : "all derivatives")\
      \(isShortened ? "; some are written out, and the last term is the sum of the others" : ""):
      """
    }
  }
}

extension DescentPhrase.Changed {
  fileprivate var one: String {
    switch self {
    case .parameters: "parameter"
    case .weights: "weight"
    case .quantities: "quantity"
    }
  }

  fileprivate var many: String {
    switch self {
    case .parameters: "parameters"
    case .weights: "weights"
    case .quantities: "quantities"
    }
  }

  fileprivate var old: String {
    switch self {
    case .parameters, .weights: "parameters"
    case .quantities: "values"
    }
  }
}

extension DescentPhrase.Outcome {
  fileprivate var english: Prose {
    switch self {
    case .decreased: "The \(.cost) has decreased."
    case .increased(let fromKink):
      fromKink
        ? "The \(.cost) has increased. On a kink the derivative that is used need not point downhill."
        : "The \(.cost) has increased: the step was too large."
    case .unchanged(let exactly):
      exactly ? "The \(.cost) is the same as before." : "The \(.cost) is unchanged in double precision."
    case .withinRounding: "The \(.cost) has changed by no more than its rounding error."
    }
  }
}
