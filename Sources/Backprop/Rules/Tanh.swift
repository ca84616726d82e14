import Formulas

extension Activation {
  /// a = tanh z.
  public static var tanh: Activation { Activation(.tanh) }
}

/// The hyperbolic tangent: a = tanh z.
struct Tanh: NeuronRule {
  func activation<A: Algebra>(_ z: A) -> Reading<A> { .hyperbolic(z) }

  // ∂a/∂z = 1 − a²
  func slope<A: Algebra>(_ a: Reading<A>, _ z: A) -> A { a.squareComplement }

  func works(at z: Double) -> Bool { z.magnitude <= 3 }
}

extension Tanh: MatrixRule {
  func activate(_ layer: inout VectorizedLayer) {
    for i in layer.places { layer.a.elements[i] = .tanh(layer.z.elements[i]) }
  }

  // tanh′(z) = 4e/(1 + e)², with e = e^(−2|z|), the square written out so that it rounds less
  func multiplyBySlopes(_ layer: inout VectorizedLayer) {
    for i in layer.places {
      let e = Double.exp(-2 * layer.z.elements[i].magnitude)
      layer.delta.elements[i] *= 4 * e / (1 + e * (2 + e))
    }
  }

  // Where a may be near 1, by way of 1 − a; where it may be near −1, by way of 1 + a: (1 + y) a − y (1 + a).
  func difference(_ layer: VectorizedLayer, _ y: Double, _ i: Int) -> Double {
    let a = layer.a.elements[i]
    let (above, below) = sigmas(2 * layer.z.elements[i])  // (1 + a)/2 and (1 − a)/2
    return y < 0 ? (1 + y) * a - y * 2 * above : (1 - y) * a - y * 2 * below
  }

  func complement(_ layer: VectorizedLayer, _ i: Int) -> Double { 2 * sigmas(2 * layer.z.elements[i]).rest }

  func logarithm(_ layer: VectorizedLayer, _ i: Int, of x: Int) -> Double {
    let a = layer.a.elements[i]
    return a > 0.5 ? .lnOnePlus(-complement(layer, i)) : .ln(a)
  }

  func complementLogarithm(_ layer: VectorizedLayer, _ i: Int, of x: Int) -> Double {
    if layer.a.elements[i] <= 0.5 { return .lnOnePlus(-layer.a.elements[i]) }
    let rest = complement(layer, i)
    // Where it may underflow, 1 − tanh z is 2e^(−2z).
    return rest >= .leastNormalMagnitude ? .ln(rest) : .ln(2) - 2 * layer.z.elements[i]
  }
}

extension Tanh: ActivationWords {
  var steepest: ActivationPhrase.Steepest? { .one }

  var definitions: [Equation] {
    let z = Formula.symbol(Symbol(.weightedInput))
    let (rising, falling) = (Formula.exp(z), Formula.exp(-z))
    return [Equation(.call(.tanh, z), [.init(.equals, (rising - falling) / (rising + falling))])]
  }

  func slopeName(at z: Formula) -> Formula? { .call(.tanhPrime, z) }
}
