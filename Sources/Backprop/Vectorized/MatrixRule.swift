import Formulas

/// An activation in the matrices, which share no derivative with the trace.
///
/// An element is named by its place i in the matrices, an example by its column x.
protocol MatrixRule: Sendable {
  /// Whether a lies between 0 and 1, and 1 − a is kept.
  var isProbability: Bool { get }
  /// a = f(z).
  func activate(_ layer: inout VectorizedLayer)
  /// Turns ∇_a C, in the place of δ, into δ: the ⊙ σ′(z) of BP1 and BP2, which for softmax is a whole Jacobian.
  func multiplyBySlopes(_ layer: inout VectorizedLayer)
  /// a − y; where a may be near 1, by way of 1 − a: (1 − y) a − y (1 − a).
  func difference(_ layer: VectorizedLayer, _ y: Double, _ i: Int) -> Double
  /// 1 − a, to the last digit also where a is near 1.
  func complement(_ layer: VectorizedLayer, _ i: Int) -> Double
  /// ln a, from 1 − a where a is near 1, and from z where a may underflow.
  func logarithm(_ layer: VectorizedLayer, _ i: Int, of x: Int) -> Double
  /// ln (1 − a), from a where that is near 0, and from z where 1 − a may underflow.
  func complementLogarithm(_ layer: VectorizedLayer, _ i: Int, of x: Int) -> Double
}

/// As it is where a has no end that it comes close to, and where 1 − a is kept.
extension MatrixRule where Self: ActivationRule {
  func difference(_ layer: VectorizedLayer, _ y: Double, _ i: Int) -> Double {
    let a = layer.a.elements[i]
    return isProbability ? (1 - y) * a - y * layer.rest.elements[i] : a - y
  }

  func complement(_ layer: VectorizedLayer, _ i: Int) -> Double {
    isProbability ? layer.rest.elements[i] : 1 - layer.a.elements[i]
  }

  func logarithm(_ layer: VectorizedLayer, _ i: Int, of x: Int) -> Double { .ln(layer.a.elements[i]) }
  func complementLogarithm(_ layer: VectorizedLayer, _ i: Int, of x: Int) -> Double {
    .lnOnePlus(-layer.a.elements[i])
  }
}

/// σ(z) = 1/(1 + e⁻ᶻ) and 1 − σ(z) = σ(−z), in the form whose exponential does not overflow.
@inline(__always)
func sigmas(_ z: Double) -> (share: Double, rest: Double) {
  let e = Double.exp(-z.magnitude)
  let (large, small) = (1 / (1 + e), e / (1 + e))
  return z < 0 ? (small, large) : (large, small)
}

/// ln (1 + eˣ).
func logOnePlusExp(_ x: Double) -> Double { max(x, 0) + .lnOnePlus(.exp(-x.magnitude)) }
