import Formulas

extension OptimizerPhrase {
  /// In Chinese.
  public var chinese: Prose {
    switch self {
    case .name(let rule): rule.nameInChinese
    case .rule(let rule): rule.inChinese
    }
  }
}

extension Optimizer.Rule {
  fileprivate var nameInChinese: Prose {
    switch self {
    case .gradientDescent: "梯度下降"
    case .momentum: "带动量的梯度下降"
    case .nesterov: "带Nesterov动量的梯度下降"
    case .adagrad: "AdaGrad"
    case .rmsprop: "RMSprop"
    case .adam: "Adam"
    case .adamw: "AdamW"
    }
  }

  fileprivate var inChinese: Prose {
    switch self {
    case .gradientDescent: ""
    case .momentum:
      """
      速度\(v)等于\(mu)乘以旧值，再加上导数；参数减去速度与学习率的乘积。这是PyTorch采用的形式。在Nielsen的书中，\
      学习率包含在速度里，即\(velocityOfNielsen)（\(letter("g"))是导数），参数加上\(v)：当\(eta)不变时，两种形式得到的参数相同。
      """
    case .nesterov:
      """
      与动量法一样，速度\(v)等于\(mu)乘以旧值，再加上导数。参数减去的量是导数加上\(mu)与新速度的乘积，整体再乘以学习率。\
      这是PyTorch采用的形式，导数在旧的参数处求出。在最初的形式中，导数在参数先按速度移动后到达的点处求出。
      """
    case .adagrad:
      """
      \(letter("G"))是到目前为止所有导数的平方和，学习率除以它的平方根：有效学习率不会增大。\(root)，这与PyTorch相同。
      """
    case .rmsprop:
      """
      \(v)是导数平方的滑动平均，旧值的权重是\(letter("rho"))，学习率除以它的平方根。\(root)，这与PyTorch相同；\
      在PyTorch中，\(letter("rho"))称为alpha。
      """
    case .adam:
      """
      \(letter("m"))和\(v)分别是导数和导数平方的滑动平均，旧值的权重分别是\(letter("beta1"))和\(letter("beta2"))。\
      两者都从0开始，所以起初偏小。为了修正这个偏差，把新的\(letter("m"))除以\(correction("beta1"))，把新的\(v)除以\(correction("beta2"))，其中\(letter("t"))是步数，得到\(letter("m_hat"))和\(letter("v_hat"))。\
      \(root)，这与论文（算法1）和PyTorch相同。
      """
    case .adamw:
      """
      \(Self.adam.inChinese)权重衰减\(letter("lambda"))单独使每个参数缩小，不进入\(letter("m"))和\(v)，这与论文（算法2）和\
      PyTorch相同；在论文、PyTorch和这里，\(letter("lambda"))都乘以学习率。
      """
    }
  }

  private func letter(_ name: String) -> Formula { Optimizer.letter(name) }
  private var v: Formula { letter("v") }
  private var mu: Formula { letter("mu") }
  private var eta: Formula { .symbol(Symbol(.learningRate)) }

  /// Where ε stands.
  private var root: Prose { "\(letter("epsilon"))使分母不为0，在开平方之后加上" }

  /// 1 − β₁^t, or the same of β₂.
  private func correction(_ beta: String) -> Formula { .integer(1) - .raised(letter(beta), letter("t")) }

  /// v_new = μ v − η g.
  private var velocityOfNielsen: Equation {
    Equation(.symbol(Symbol(.newOptimizer(Word("v")))), [.init(.equals, mu * v - eta * letter("g"))])
  }
}
