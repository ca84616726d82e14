import Formulas

extension Activation {
  /// a = ln (1 + eᶻ).
  public static var softplus: Activation { Activation(.softplus) }
}

/// The smooth ReLU: a = ln (1 + eᶻ).
struct Softplus: NeuronRule {
  var otherNames: [String] { ["smooth-relu", "smoothrelu"] }

  func activation<A: Algebra>(_ z: A) -> Reading<A> { Reading(A.softplus(z)) }

  // ∂a/∂z = σ(z)
  func slope<A: Algebra>(_ a: Reading<A>, _ z: A) -> A { A.logistic(z) }

  func works(at z: Double) -> Bool { z >= -3 }
}

extension Softplus: MatrixRule {
  func activate(_ layer: inout VectorizedLayer) {
    for i in layer.places { layer.a.elements[i] = logOnePlusExp(layer.z.elements[i]) }
  }

  func multiplyBySlopes(_ layer: inout VectorizedLayer) {
    for i in layer.places { layer.delta.elements[i] *= sigmas(layer.z.elements[i]).share }
  }
}

extension Softplus: ActivationWords {
  var definitions: [Equation] { [.logistic] }

  func remark(slope: Double, z: Double, name: Formula) -> ActivationPhrase? {
    slope < 0.01 ? .nearlyInactive(name) : slope > 0.99 ? .nearlyActive(name) : nil
  }
}
