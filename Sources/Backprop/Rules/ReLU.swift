import Formulas

extension Activation {
  /// a = max(0, z).
  public static var relu: Activation { Activation(.relu) }
}

/// The rectified linear unit: a = max(0, z).
struct ReLU: NeuronRule {
  var hasKink: Bool { true }
  var isStraight: Bool { true }

  func activation<A: Algebra>(_ z: A) -> Reading<A> { Reading(A.max(A(0), z)) }

  // ∂a/∂z = 1 where z > 0, and 0 elsewhere, at 0 as well
  func slope<A: Algebra>(_ a: Reading<A>, _ z: A) -> A { A.step(z) }

  func works(at z: Double) -> Bool { z > 0 }
}

extension ReLU: MatrixRule {
  func activate(_ layer: inout VectorizedLayer) {
    for i in layer.places { layer.a.elements[i] = layer.z.elements[i] > 0 ? layer.z.elements[i] : 0 }
  }

  func multiplyBySlopes(_ layer: inout VectorizedLayer) {
    for i in layer.places { layer.delta.elements[i] *= layer.z.elements[i] > 0 ? 1 : 0 }
  }
}

extension ReLU: ActivationWords {
  func remark(slope: Double, z: Double, name: Formula) -> ActivationPhrase? {
    z > 0 ? .active(name) : z == 0 ? .onKink(name, slope: Numeral(integer: 0)) : .inactive(name)
  }
}
