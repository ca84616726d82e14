import Formulas

/// The hyperbolic tangent: a = tanh z.
struct Tanh: ActivationRule {
  func activations<A: Algebra>(_ z: [A]) -> [Reading<A>] { z.map(Reading.hyperbolic) }

  // ∂a/∂z = 1 − a²
  func slope<A: Algebra>(_ a: Reading<A>, _ z: A) -> A { a.squareComplement }
}
