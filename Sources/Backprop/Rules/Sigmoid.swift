import Formulas

extension Activation {
  /// a = σ(z) = 1 / (1 + e⁻ᶻ).
  public static var sigmoid: Activation { Activation(.sigmoid) }
}

/// The logistic function: a = σ(z) = 1 / (1 + e⁻ᶻ).
struct Sigmoid: NeuronRule {
  var otherNames: [String] { ["logistic", "σ"] }
  var isProbability: Bool { true }

  func activation<A: Algebra>(_ z: A) -> Reading<A> { .logistic(z) }

  // ∂a/∂z = a (1 − a)
  func slope<A: Algebra>(_ a: Reading<A>, _ z: A) -> A { a.value * a.complement }

  func works(at z: Double) -> Bool { z.magnitude <= 3 }
}

extension Sigmoid: MatrixRule {
  func activate(_ layer: inout VectorizedLayer) {
    for i in layer.places { (layer.a.elements[i], layer.rest.elements[i]) = sigmas(layer.z.elements[i]) }
  }

  // σ′(z) = σ(z) (1 − σ(z))
  func multiplyBySlopes(_ layer: inout VectorizedLayer) {
    for i in layer.places { layer.delta.elements[i] *= layer.a.elements[i] * layer.rest.elements[i] }
  }

  func logarithm(_ layer: VectorizedLayer, _ i: Int, of x: Int) -> Double {
    -logOnePlusExp(-layer.z.elements[i])
  }

  func complementLogarithm(_ layer: VectorizedLayer, _ i: Int, of x: Int) -> Double {
    -logOnePlusExp(layer.z.elements[i])
  }
}

extension Sigmoid: ActivationWords {
  var steepest: ActivationPhrase.Steepest? { .quarter }
  var definitions: [Equation] { [.logistic] }
  func slopeName(at z: Formula) -> Formula? { .call(.sigmaPrime, z) }
}
