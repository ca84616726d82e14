import Formulas

/// Adam: w′ = w − η m̂ / (√v̂ + ε), with running means m of ∂C/∂w and v of its square.
///
/// D. Kingma, J. Ba, 2015, algorithm 1.
enum Adam: UpdateRule {
  static let states: [UpdateQuantity] = [.m, .v]
  static let constants = [
    Optimizer.Constant("beta1", "0.9", .belowOne), Optimizer.Constant("beta2", "0.999", .belowOne),
    Optimizer.Constant("epsilon", "1e-8", .notNegative),
  ]

  static func apply<A: Algebra>(_ x: inout Update<A>) { x.move(by: step(&x)) }

  /// η m̂ / (√v̂ + ε).
  static func step<A: Algebra>(_ x: inout Update<A>) -> A {
    let (beta1, beta2) = (x.constants[0], x.constants[1])
    let m = x.keep(0, .m, beta1 * x.state[0] + (A(1) - beta1) * x.slope)
    let v = x.keep(1, .v, beta2 * x.state[1] + (A(1) - beta2) * A.square(x.slope))
    let mHat = x.line(.mHat, m / (A(1) - x.powers[0]))
    let vHat = x.line(.vHat, v / (A(1) - x.powers[1]))
    return x.rate * mHat / (A.squareRoot(vHat) + x.constants[2])
  }
}
