import Formulas

extension Activation {
  /// a = z where z > 0, and `slope` · z elsewhere.
  public static func leakyReLU(slope: Numeral) -> Activation { Activation(.leakyReLU, setting: slope) }
}

/// The leaky rectified linear unit with the slope α below 0: a = max(0, z) + α min(0, z).
struct LeakyReLU: NeuronRule {
  let slope: Numeral

  var otherNames: [String] { ["prelu"] }
  var hasKink: Bool { true }
  var slopeJumps: Bool { slope.value != 1 }
  var isStraight: Bool { true }

  func activation<A: Algebra>(_ z: A) -> Reading<A> {
    Reading(A.max(A(0), z) + A(slope) * A.min(A(0), z))
  }

  // Without a jump of its slope it is a straight line.
  func value<A: Algebra>(_ z: A) -> Reading<A> { slopeJumps ? activation(z) : Reading(z) }

  // ∂a/∂z = 1 where z > 0, and α elsewhere, at 0 as well
  func slope<A: Algebra>(_ a: Reading<A>, _ z: A) -> A { A.step(z) + A(slope) * (A(1) - A.step(z)) }
}

extension LeakyReLU: MatrixRule {
  func activate(_ layer: inout VectorizedLayer) {
    let slope = slope.value
    for i in layer.places {
      layer.a.elements[i] = (layer.z.elements[i] > 0 ? 1 : slope) * layer.z.elements[i]
    }
  }

  func multiplyBySlopes(_ layer: inout VectorizedLayer) {
    let slope = slope.value
    for i in layer.places { layer.delta.elements[i] *= layer.z.elements[i] > 0 ? 1 : slope }
  }
}

extension LeakyReLU: ActivationWords {
  func remark(slope: Double, z: Double, name: Formula) -> ActivationPhrase? {
    // A line through 0 has no two sides.
    if !slopeJumps { return nil }
    if z > 0 { return .active(name) }
    if z == 0 { return .onKink(name, slope: self.slope) }
    return slope == 0 ? .inactive(name) : .below(name, slope: self.slope)
  }
}
