import Formulas

/// A layer's shares of 1: a_j = e^(z_j) / Σ_k e^(z_k).
struct Softmax: ActivationRule {
  var mixesNeurons: Bool { true }

  func activations<A: Algebra>(_ z: [A]) -> [Reading<A>] { Reading.softmax(z) }

  // ∂a_j/∂z_j = a_j (1 − a_j)
  func slope<A: Algebra>(_ a: Reading<A>, _ z: A) -> A { a.value * a.complement }

  // ∂a_j/∂z_k = −a_j a_k
  func crossSlope<A: Algebra>(_ a: Reading<A>, by other: Reading<A>) -> A { -(a.value * other.value) }
}
