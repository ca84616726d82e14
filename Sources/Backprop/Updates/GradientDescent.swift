import Formulas

/// Gradient descent: w′ = w − η ∂C/∂w.
enum GradientDescent: UpdateRule {
  static let states: [UpdateQuantity] = []
  static let constants: [Optimizer.Constant] = []

  static func apply<A: Algebra>(_ x: inout Update<A>) { x.move(by: x.rate * x.slope) }
}
