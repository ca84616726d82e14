import Formulas

extension OptimizerPhrase {
  /// In English.
  public var english: Prose {
    switch self {
    case .name(let rule): rule.nameInEnglish
    case .rule(let rule): rule.inEnglish
    }
  }
}

extension Optimizer.Rule {
  fileprivate var nameInEnglish: Prose {
    switch self {
    case .gradientDescent: "gradient descent"
    case .momentum: "gradient descent with momentum"
    case .nesterov: "gradient descent with Nesterov's momentum"
    case .adagrad: "AdaGrad"
    case .rmsprop: "RMSprop"
    case .adam: "Adam"
    case .adamw: "AdamW"
    }
  }

  fileprivate var inEnglish: Prose {
    switch self {
    case .gradientDescent: ""
    case .momentum:
      """
      The velocity \(v) is \(mu) times its old value plus the derivative; the velocity times the learning rate \
      is subtracted from the parameter. This is the form of PyTorch. In Nielsen's book the learning rate is part of the \
      velocity, \(velocityOfNielsen) with the derivative \(letter("g")), and \(v) is added to the parameter: with a constant \(eta) both give the same parameters.
      """
    case .nesterov:
      """
      The velocity \(v) is \(mu) times its old value plus the derivative, as with momentum. The derivative plus \
      \(mu) times the new velocity, times the learning rate, is subtracted from the parameter. This is the form of PyTorch, \
      with the derivative at the old parameter. In the original form the derivative is taken at the point to which the \
      velocity leads.
      """
    case .adagrad:
      """
      \(letter("G")) is the sum of the squares of all derivatives so far, and the learning rate is divided by its root: the \
      effective learning rate never grows. \(root), as in PyTorch.
      """
    case .rmsprop:
      """
      \(v) is a running mean of the squared derivative, in which the old value has the weight \(letter("rho")); the \
      learning rate is divided by its root. \(root), as in PyTorch, where \(letter("rho")) is called alpha.
      """
    case .adam:
      """
      \(letter("m")) and \(v) are running means of the derivative and of its square; their old values have the weights \
      \(letter("beta1")) and \(letter("beta2")). Both start at 0 and are therefore too small at first. To correct this bias, \
      the new \(letter("m")) is divided by \(correction("beta1")) and the new \(v) by \(correction("beta2")), where \(letter("t")) is the number of the step; this gives \(letter("m_hat")) and \(letter("v_hat")). \(root), as in the \
      paper (algorithm 1) and in PyTorch.
      """
    case .adamw:
      """
      \(Self.adam.inEnglish) The decay \(letter("lambda")) makes each parameter smaller by itself and has no part in \
      \(letter("m")) and \(v), as in the paper (algorithm 2) and in PyTorch; there as here, \(letter("lambda")) is multiplied \
      by the learning rate.
      """
    }
  }

  private func letter(_ name: String) -> Formula { Optimizer.letter(name) }
  private var v: Formula { letter("v") }
  private var mu: Formula { letter("mu") }
  private var eta: Formula { .symbol(Symbol(.learningRate)) }

  /// Where ε stands.
  private var root: Prose {
    "\(letter("epsilon")), which keeps the denominator away from 0, is added after taking the root"
  }

  /// 1 − β₁^t, or the same of β₂.
  private func correction(_ beta: String) -> Formula { .integer(1) - .raised(letter(beta), letter("t")) }

  /// v_new = μ v − η g.
  private var velocityOfNielsen: Equation {
    Equation(.symbol(Symbol(.newOptimizer(Word("v")))), [.init(.equals, mu * v - eta * letter("g"))])
  }
}
