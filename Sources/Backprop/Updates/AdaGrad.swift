import Formulas

/// AdaGrad: G′ = G + (∂C/∂w)², w′ = w − η ∂C/∂w / (√G′ + ε).
///
/// J. Duchi, E. Hazan, Y. Singer, 2011.
enum AdaGrad: UpdateRule {
  static let states: [UpdateQuantity] = [.squares]
  static let constants = [Optimizer.Constant("epsilon", "1e-10", .notNegative)]

  static func apply<A: Algebra>(_ x: inout Update<A>) {
    let squares = x.keep(0, .squares, x.state[0] + A.square(x.slope))
    x.move(by: x.rate * x.slope / (A.squareRoot(squares) + x.constants[0]))
  }
}
