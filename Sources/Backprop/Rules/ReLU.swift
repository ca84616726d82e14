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
  var name: Prose { "ReLU" }

  func slope(at z: Formula) -> Prose {
    "The slope of ReLU: 1 above 0 and 0 below, so a nudge passes as it is, or not at all."
  }

  func sameSlope(at z: Formula) -> Prose { "The sign of this neuron's own \(z) decides." }

  var remarkOnSlopes: Prose { " (ReLU′ is 1 above 0 and 0 elsewhere.)" }

  func remark(slope: Double, z: Double, name: Formula) -> Prose? {
    if z > 0 { return "Here \(name) is above 0: the neuron is on, and passes everything back." }
    if z == 0 { return "Here \(name) is 0, right on the kink: the slope from below is taken." }
    return
      "Here \(name) is below 0: the neuron is off, and nothing passes back, however wrong the output is."
  }
}
