import Formulas

/// No activation function: a = z.
struct Identity: NeuronRule {
  var keepsFractions: Bool { true }

  func activation<A: Algebra>(_ z: A) -> Reading<A> { Reading(z) }

  // ∂a/∂z = 1
  func slope<A: Algebra>(_ a: Reading<A>, _ z: A) -> A { A(1) }
}
