import Formulas

/// Momentum in PyTorch's form: v′ = μ v + ∂C/∂w, w′ = w − η v′.
///
/// B. Polyak, 1964.
enum Momentum: UpdateRule {
  static let states: [UpdateQuantity] = [.v]
  static let constants = [Optimizer.Constant("mu", "0.9", .belowOne)]
  static let name: Prose = "gradient descent with momentum"
  static let words: Prose = """
    The velocity \(Optimizer.letter("v")) keeps the part \(Optimizer.letter("mu")) of its old value and adds the derivative; the parameter moves against the \
    velocity. In this form, which PyTorch has, the learning rate multiplies the velocity. In Nielsen's book it is inside, as in \
    \(nielsen), and \(Optimizer.letter("v")) is added to the parameter: with a constant \(eta) both lead to the same parameters.
    """

  private static let eta = Formula.symbol(Symbol(.learningRate))
  /// v_new = μ v − η g.
  private static var nielsen: Equation {
    let (v, mu) = (Optimizer.letter("v"), Optimizer.letter("mu"))
    return Equation(
      .symbol(Symbol(.newOptimizer(Word("v")))), [.init(.equals, mu * v - eta * Optimizer.letter("g"))])
  }

  static func apply<A: Algebra>(_ x: inout Update<A>) {
    let v = x.keep(0, .v, x.constants[0] * x.state[0] + x.slope)
    x.move(by: x.rate * v)
  }
}
