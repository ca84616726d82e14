import Formulas

/// The leaky rectified linear unit with the slope α below 0: a = max(0, z) + α min(0, z).
struct LeakyReLU: NeuronRule {
  let slope: Numeral

  var hasKink: Bool { true }
  var slopeJumps: Bool { slope.value != 1 }
  var keepsFractions: Bool { true }

  func activation<A: Algebra>(_ z: A) -> Reading<A> {
    Reading(A.max(A(0), z) + A(slope) * A.min(A(0), z))
  }

  // ∂a/∂z = 1 where z > 0, and α elsewhere, at 0 as well
  func slope<A: Algebra>(_ a: Reading<A>, _ z: A) -> A { A.step(z) + A(slope) * (A(1) - A.step(z)) }
}
