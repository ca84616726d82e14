import Formulas

/// The rectified linear unit: a = max(0, z).
struct ReLU: NeuronRule {
  var hasKink: Bool { true }
  var keepsFractions: Bool { true }

  func activation<A: Algebra>(_ z: A) -> Reading<A> { Reading(A.max(A(0), z)) }

  // ∂a/∂z = 1 where z > 0, and 0 elsewhere, at 0 as well
  func slope<A: Algebra>(_ a: Reading<A>, _ z: A) -> A { A.step(z) }
}
