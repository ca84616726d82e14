import Formulas

extension Activation {
  /// a = z.
  public static var identity: Activation { Activation(.identity) }
}

/// No activation function: a = z.
struct Identity: NeuronRule {
  var otherNames: [String] { ["linear", "none"] }
  var isStraight: Bool { true }

  func activation<A: Algebra>(_ z: A) -> Reading<A> { Reading(z) }

  // ∂a/∂z = 1
  func slope<A: Algebra>(_ a: Reading<A>, _ z: A) -> A { A(1) }
}

extension Identity: MatrixRule {
  func activate(_ layer: inout VectorizedLayer) {
    for i in layer.places { layer.a.elements[i] = layer.z.elements[i] }
  }

  func multiplyBySlopes(_ layer: inout VectorizedLayer) {}
}

extension Identity: ActivationWords {}
