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
  var name: Prose { "ELU, α = \(Formula.number(scale))" }

  func slope(at z: Formula) -> Prose {
    "The slope of ELU: 1 above 0; below 0 it is \(scaled(.exp(z))), which fades as \(z) falls."
  }

  func remark(slope: Double, z: Double, name: Formula) -> Prose? {
    if z < -3, slope < 0.01 { return Softplus().remark(slope: 0, z: z, name: name) }
    return z > 0 || z == 0 && slopeJumps ? ReLU().remark(slope: slope, z: z, name: name) : nil
  }
}
