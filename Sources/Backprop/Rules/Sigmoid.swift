import Formulas

/// The logistic function: a = σ(z) = 1 / (1 + e⁻ᶻ).
struct Sigmoid: NeuronRule {
  func activation<A: Algebra>(_ z: A) -> Reading<A> { .logistic(z) }

  // ∂a/∂z = a (1 − a)
  func slope<A: Algebra>(_ a: Reading<A>, _ z: A) -> A { a.value * a.complement }
}
