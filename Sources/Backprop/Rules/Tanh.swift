import Formulas

/// The hyperbolic tangent: a = tanh z.
struct Tanh: NeuronRule {
  func activation<A: Algebra>(_ z: A) -> Reading<A> { .hyperbolic(z) }

  // ∂a/∂z = 1 − a²
  func slope<A: Algebra>(_ a: Reading<A>, _ z: A) -> A { a.squareComplement }
}
