import Formulas

extension Activation {
  /// a = z σ(z).
  public static var silu: Activation { Activation(.silu) }
}

/// The sigmoid linear unit: a = z σ(z).
struct SiLU: NeuronRule {
  var otherNames: [String] { ["swish"] }

  func activation<A: Algebra>(_ z: A) -> Reading<A> { Reading(z * A.logistic(z)) }

  // ∂a/∂z = σ(z) (1 + z (1 − σ(z)))
  func slope<A: Algebra>(_ a: Reading<A>, _ z: A) -> A {
    let share = A.logistic(z)
    let rest = A.bySign(of: -z, negative: A.logistic(-z), otherwise: A(1) - share)
    return share * (A(1) + z * rest)
  }

  func works(at z: Double) -> Bool { slope(activation(z), z) > 0.05 }
}

extension SiLU: MatrixRule {
  func activate(_ layer: inout VectorizedLayer) {
    for i in layer.places { layer.a.elements[i] = layer.z.elements[i] * sigmas(layer.z.elements[i]).share }
  }

  // σ(z) + z σ(z) σ(−z)
  func multiplyBySlopes(_ layer: inout VectorizedLayer) {
    for i in layer.places {
      let (share, rest) = sigmas(layer.z.elements[i])
      layer.delta.elements[i] *= share + layer.z.elements[i] * share * rest
    }
  }
}

extension SiLU: ActivationWords {
  var definitions: [Equation] { [.logistic] }

  func remark(slope: Double, z: Double, name: Formula) -> ActivationPhrase? {
    if z < -3, slope.magnitude < 0.01 { return .nearlyInactive(name) }
    return slope < 0 ? .falling(name) : nil
  }
}
