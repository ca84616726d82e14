import Formulas

/// Nesterov's momentum, in PyTorch's form: v′ = μ v + ∂C/∂w, w′ = w − η (∂C/∂w + μ v′).
enum Nesterov: UpdateRule {
  static let states = Momentum.states
  static let constants = Momentum.constants

  static func apply<A: Algebra>(_ x: inout Update<A>) {
    let v = x.keep(0, .v, x.constants[0] * x.state[0] + x.slope)
    x.move(by: x.rate * (x.slope + x.constants[0] * v))
  }
}
