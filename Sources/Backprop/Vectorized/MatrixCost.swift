/// A cost in the matrices, which share no derivative with the trace.
///
/// An element is named by its place i in the matrices, an example by its column x.
protocol MatrixCost: Sendable {
  /// C_x of the example in column x, whose targets are y, [n_L × n].
  func cost(_ layer: VectorizedLayer, targets y: Matrix, of x: Int) -> Double
  /// ∂C/∂a, an element of ∇_a C.
  func slope(_ layer: VectorizedLayer, _ y: Double, _ i: Int) -> Double
  /// BP1: δ⁽ᴸ⁾ = ∇_a C ⊙ σ′(z⁽ᴸ⁾), [n_L × n].
  func setDelta(_ layer: inout VectorizedLayer, targets y: Matrix)
}

extension MatrixCost {
  func setDelta(_ layer: inout VectorizedLayer, targets y: Matrix) { multiplyOut(&layer, y) }

  /// By the equation as it stands.
  func multiplyOut(_ layer: inout VectorizedLayer, _ y: Matrix) {
    for i in layer.places { layer.delta.elements[i] = slope(layer, y.elements[i], i) }
    layer.multiplyBySlopes()
  }
}

extension VectorizedLayer {
  /// a − y, from z where that is more precise.
  func difference(_ y: Double, _ i: Int) -> Double {
    f == nil ? rule.difference(self, y, i) : a.elements[i] - y
  }

  /// a − y, which counts as 0 where it is no more than the rounding of both.
  func distance(_ y: Double, _ i: Int) -> Double {
    if rule.isProbability, f == nil { return rule.difference(self, y, i) }
    let difference = a.elements[i] - y
    return difference.magnitude <= Self.cancellation * (a.elements[i].magnitude + y.magnitude)
      ? 0 : difference
  }
}
