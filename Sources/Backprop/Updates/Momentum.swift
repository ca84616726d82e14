import Formulas

/// Momentum in PyTorch's form: v′ = μ v + ∂C/∂w, w′ = w − η v′.
///
/// B. Polyak, 1964.
enum Momentum: UpdateRule {
  static let states: [UpdateQuantity] = [.v]
  static let constants = [Optimizer.Constant("mu", "0.9", .belowOne)]

  static func apply<A: Algebra>(_ x: inout Update<A>) {
    let v = x.keep(0, .v, x.constants[0] * x.state[0] + x.slope)
    x.move(by: x.rate * v)
  }
}
