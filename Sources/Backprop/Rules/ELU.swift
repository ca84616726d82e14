import Formulas

extension Activation {
  /// a = z where z > 0, and α (eᶻ − 1) elsewhere.
  public static func elu(scale: Numeral) -> Activation { Activation(.elu, setting: scale) }
}

/// The exponential linear unit with the scale α: a = max(0, z) + α (e^min(0, z) − 1).
struct ELU: NeuronRule {
  let scale: Numeral

  var hasKink: Bool { scale.value != 1 }

  func activation<A: Algebra>(_ z: A) -> Reading<A> {
    Reading(A.max(A(0), z) + scaled(A.exponentialMinusOne(A.min(A(0), z))))
  }

  // ∂a/∂z = 1 where z > 0, and α eᶻ elsewhere, at 0 as well
  func slope<A: Algebra>(_ a: Reading<A>, _ z: A) -> A {
    let power = A.exp(A.min(A(0), z))
    guard hasKink else { return power }
    return A.truth(z, A(0), orEqual: false) + A.truth(A(0), z, orEqual: true) * scaled(power)
  }

  /// Without a factor of 1.
  private func scaled<A: Algebra>(_ x: A) -> A { hasKink ? A(scale) * x : x }

  /// α eᶻ.
  func slopeBelow(_ z: Formula) -> Formula { scaled(.exp(z)) }

  func works(at z: Double) -> Bool { z >= -3 }
}

extension ELU: MatrixRule {
  func activate(_ layer: inout VectorizedLayer) {
    for i in layer.places {
      let z = layer.z.elements[i]
      layer.a.elements[i] = z > 0 ? z : scale.value * .exponentialMinusOne(z)
    }
  }

  func multiplyBySlopes(_ layer: inout VectorizedLayer) {
    for i in layer.places {
      let z = layer.z.elements[i]
      layer.delta.elements[i] *= z > 0 ? 1 : scale.value * .exp(z)
    }
  }
}

extension ELU: ActivationWords {
  func remark(slope: Double, z: Double, name: Formula) -> ActivationPhrase? {
    if z < -3, slope < 0.01 { return .nearlyInactive(name) }
    if z == 0, slopeJumps { return .onKink(name, slope: scale) }
    return z > 0 ? .active(name) : nil
  }
}
