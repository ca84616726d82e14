import Formulas

/// No activation function: a = z.
struct Identity: ActivationRule {
  var keepsFractions: Bool { true }

  func activations<A: Algebra>(_ z: [A]) -> [Reading<A>] { z.map { Reading($0) } }

  // ∂a/∂z = 1
  func slope<A: Algebra>(_ a: Reading<A>, _ z: A) -> A { A(1) }
}
