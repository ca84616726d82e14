import Formulas

/// AdamW: the step of Adam, and a decay of the parameter besides, w′ = w − η λ w − η m̂ / (√v̂ + ε).
///
/// I. Loshchilov, F. Hutter, 2019, algorithm 2.
enum AdamW: UpdateRule {
  static let states = Adam.states
  static let constants =
    Adam.constants + [Optimizer.Constant("decay", letter: "lambda", "0.01", .notNegative)]

  static func apply<A: Algebra>(_ x: inout Update<A>) {
    let step = Adam.step(&x)
    x.move(from: x.w - x.rate * x.constants[3] * x.w, by: step)
  }
}
