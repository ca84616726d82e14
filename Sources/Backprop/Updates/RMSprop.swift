import Formulas

/// RMSprop: v′ = ρ v + (1 − ρ) (∂C/∂w)², w′ = w − η ∂C/∂w / (√v′ + ε).
///
/// T. Tieleman, G. Hinton, 2012.
enum RMSprop: UpdateRule {
  static let states: [UpdateQuantity] = [.v]
  static let constants = [
    Optimizer.Constant("decay", letter: "rho", "0.9", .belowOne),
    Optimizer.Constant("epsilon", "1e-8", .notNegative),
  ]

  static func apply<A: Algebra>(_ x: inout Update<A>) {
    let rho = x.constants[0]
    let v = x.keep(0, .v, rho * x.state[0] + (A(1) - rho) * A.square(x.slope))
    x.move(by: x.rate * x.slope / (A.squareRoot(v) + x.constants[1]))
  }
}
