import Formulas

extension Activation {
  /// a_j = e^(z_j) / Σ_k e^(z_k); only in the last layer.
  public static var softmax: Activation { Activation(.softmax) }
}

/// A layer's shares of 1: a_j = e^(z_j) / Σ_k e^(z_k).
struct Softmax: ActivationRule {
  var mixesNeurons: Bool { true }
  var isProbability: Bool { true }

  func activations<A: Algebra>(_ z: [A]) -> [Reading<A>] { Reading.softmax(z) }

  func activate<A: Algebra>(_ z: inout [A]) { z = activations(z).map(\.value) }

  func cost<A: Algebra>(_ z: [A], _ rule: some CostRule, _ y: [A], from start: Int) -> A {
    rule.cost(activations(z), Array(y[start..<(start + z.count)]))
  }

  // ∂a_j/∂z_j = a_j (1 − a_j)
  func slope<A: Algebra>(_ a: Reading<A>, _ z: A) -> A { a.value * a.complement }

  // ∂a_j/∂z_k = −a_j a_k
  func crossSlope<A: Algebra>(_ a: Reading<A>, by other: Reading<A>) -> A { -(a.value * other.value) }
}

extension Softmax: MatrixRule {
  /// With the largest z taken out; 1 − a_j, as it may be near 0 for the largest, is Σ_(k ≠ j) a_k there.
  func activate(_ layer: inout VectorizedLayer) {
    for x in 0..<layer.z.columns {
      let top = SoftmaxTop(layer.z, column: x) { i, power in layer.a.elements[i] = power }
      let sum = 1 + top.others
      for i in layer.z.places(ofColumn: x) {
        layer.a.elements[i] /= sum
        layer.rest.elements[i] = i == top.place ? top.others / sum : 1 - layer.a.elements[i]
      }
    }
  }

  /// δ_j = Σ_k ∂C/∂a_k a_k ([j = k] − a_j) = a_j Σ_(k ≠ j) a_k (∂C/∂a_j − ∂C/∂a_k), as the a_k sum to 1.
  func multiplyBySlopes(_ layer: inout VectorizedLayer) {
    var column = Array(repeating: 0.0, count: layer.z.rows)
    for x in 0..<layer.z.columns {
      for j in column.indices { column[j] = layer.delta[j, x] }
      for j in column.indices {
        var sum = 0.0
        for k in column.indices where k != j {
          sum += layer.a[j, x] * layer.a[k, x] * (column[j] - column[k])
        }
        layer.delta[j, x] = sum
      }
    }
  }

  func logarithm(_ layer: VectorizedLayer, _ i: Int, of x: Int) -> Double {
    let a = layer.a.elements[i]
    if a > 0.5 { return .lnOnePlus(-layer.rest.elements[i]) }
    if a >= .leastNormalMagnitude { return .ln(a) }
    // ln e^(z_i) / Σ e^(z_k), neither of whose terms is above 0
    let top = SoftmaxTop(layer.z, column: x)
    return (layer.z.elements[i] - top.z) - .lnOnePlus(top.others)
  }

  func complementLogarithm(_ layer: VectorizedLayer, _ i: Int, of x: Int) -> Double {
    if layer.a.elements[i] <= 0.5 { return .lnOnePlus(-layer.a.elements[i]) }
    let rest = layer.rest.elements[i]
    if rest >= .leastNormalMagnitude { return .ln(rest) }
    // 1 minus a share is Σ_(k ≠ i) e^(z_k − z_i).
    let next = SoftmaxTop(layer.z, column: x, without: i)
    return (next.z - layer.z.elements[i]) + .lnOnePlus(next.others)
  }
}

extension Softmax: ActivationWords {}
