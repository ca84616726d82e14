import Formulas

extension Activation {
  /// a = ½ z (1 + tanh (√(2/π) (z + 0.044715 z³))).
  public static var gelu: Activation { Activation(.gelu) }
}

extension Numeral {
  /// 2√(2/π), in the argument of the sigmoid.
  package static let steepnessOfGELU = Numeral(digits: "1.5957691216057308", value: 1.5957691216057308)
  /// The coefficient of z³.
  package static let cubicOfGELU = Numeral(digits: "0.044715", value: 0.044715)
}

/// The Gaussian error linear unit in its tanh form, with ½ (1 + tanh u) = σ(2u): a = z σ(2√(2/π) (z + 0.044715 z³)).
///
/// D. Hendrycks, K. Gimpel, Gaussian Error Linear Units, arXiv 1606.08415. The sigmoid keeps its digits where 1 + tanh u is
/// nearly 0.
struct GELU: NeuronRule {
  private static let cubicSlope = Numeral(digits: "0.134145", value: 0.134145)

  /// 2u.
  private func argument<A: Algebra>(_ z: A) -> A {
    A(.steepnessOfGELU) * (z + A(.cubicOfGELU) * A.power(z, A(3)))
  }

  func activation<A: Algebra>(_ z: A) -> Reading<A> { Reading(z * A.logistic(argument(z))) }

  // ∂a/∂z = σ(2u) (1 + (1 − σ(2u)) z 2u′), with u′ = √(2/π) (1 + 0.134145 z²)
  func slope<A: Algebra>(_ a: Reading<A>, _ z: A) -> A {
    let share = A.logistic(argument(z))
    let rest = A.bySign(of: -z, negative: A.logistic(-argument(z)), otherwise: A(1) - share)
    let steepness = A(.steepnessOfGELU) * (A(1) + A(Self.cubicSlope) * A.square(z))
    // z² may overflow where σ(2u) or its rest is 0.
    return A.weighted(share, A(1) + A.weighted(rest, z * steepness))
  }

  func works(at z: Double) -> Bool { slope(activation(z), z) > 0.05 }
}

extension GELU: MatrixRule {
  private static let root = (2 / Double.pi).squareRoot()

  func activate(_ layer: inout VectorizedLayer) {
    for i in layer.places {
      let z = layer.z.elements[i]
      layer.a.elements[i] = z * sigmas(2 * Self.root * (z + 0.044715 * z * z * z)).share
    }
  }

  // ½ (1 + tanh u) + ½ z tanh′(u) u′, with ½ (1 + tanh u) = σ(2u) and ½ tanh′(u) = 2 σ(2u) σ(−2u)
  func multiplyBySlopes(_ layer: inout VectorizedLayer) {
    for i in layer.places {
      let z = layer.z.elements[i]
      let (share, rest) = sigmas(2 * Self.root * (z + 0.044715 * z * z * z))
      let both = share * rest
      let bend = both == 0 ? 0 : 2 * z * both * Self.root * (1 + 3 * 0.044715 * z * z)
      layer.delta.elements[i] *= share + bend
    }
  }
}

extension GELU: ActivationWords {
  var definitions: [Equation] {
    let z = Formula.symbol(Symbol(.weightedInput))
    let u =
      Formula.call(.squareRoot, .integer(2) / .symbol(Symbol(.named(Word("pi")))))
      * (z + .number(.cubicOfGELU) * .power(z, 3))
    return [
      .logistic,
      Equation(
        .integer(1) / .integer(2) * z * (.integer(1) + .call(.tanh, u)), [.init(.equals, activation(z).value)]
      ),
    ]
  }

  func remark(slope: Double, z: Double, name: Formula) -> ActivationPhrase? {
    SiLU().remark(slope: slope, z: z, name: name)
  }
}
