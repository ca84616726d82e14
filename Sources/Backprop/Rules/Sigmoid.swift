import Formulas

/// The logistic function: a = σ(z) = 1 / (1 + e⁻ᶻ).
struct Sigmoid: ActivationRule {
  func activations<A: Algebra>(_ z: [A]) -> [Reading<A>] { z.map(Reading.logistic) }

  // ∂a/∂z = a (1 − a)
  func slope<A: Algebra>(_ a: Reading<A>, _ z: A) -> A { a.value * a.complement }
}
