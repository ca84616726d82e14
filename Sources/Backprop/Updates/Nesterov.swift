import Formulas

/// Nesterov's momentum, in PyTorch's form: v′ = μ v + ∂C/∂w, w′ = w − η (∂C/∂w + μ v′).
enum Nesterov: UpdateRule {
  static let states = Momentum.states
  static let constants = Momentum.constants
  static let name: Prose = "gradient descent with Nesterov's momentum"
  static let words: Prose = """
    The velocity \(Optimizer.letter("v")) keeps the part \(Optimizer.letter("mu")) of its old value and adds the derivative, as with momentum; the parameter moves \
    against the derivative and that part of the new velocity, as if the next step had begun already. This is PyTorch's form, \
    whose derivative is taken at the old parameter. In the original one it is taken ahead, at the point to which the velocity leads.
    """

  static func apply<A: Algebra>(_ x: inout Update<A>) {
    let v = x.keep(0, .v, x.constants[0] * x.state[0] + x.slope)
    x.move(by: x.rate * (x.slope + x.constants[0] * v))
  }
}
