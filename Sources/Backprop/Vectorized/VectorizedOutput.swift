/// Softmax with its logarithms, for the example in column x.
extension VectorizedLayer {
  /// −Σ_k y_k ∂ln a_k/∂z_j of a softmax = a_j Σ y − y_j = a_j Σ_(k ≠ j) y_k − y_j (1 − a_j).
  mutating func setHitDelta(_ y: Matrix, _ x: Int) {
    let places = z.places(ofColumn: x)
    for i in places {
      let others = places.reduce(0) { $1 == i ? $0 : $0 + y.elements[$1] }
      delta.elements[i] = a.elements[i] * others - y.elements[i] * rest.elements[i]
    }
  }

  /// −Σ_k (1 − y_k) ∂ln (1 − a_k)/∂z_j of a softmax = (1 − y_j) a_j − Σ_(k ≠ j) (1 − y_k) a_k s_kj, where s_kj is the
  /// share of j among all but k.
  mutating func addMissDelta(_ y: Matrix, _ x: Int) {
    let places = z.places(ofColumn: x)
    for k in places {
      let miss = (1 - y.elements[k]) * a.elements[k]
      delta.elements[k] += miss
      // s_kj = a_j / (1 − a_k), where neither vanishes
      if rest.elements[k] >= 0.5 {
        for j in places where j != k { delta.elements[j] -= miss * (a.elements[j] / rest.elements[k]) }
      } else {
        let top = SoftmaxTop(z, column: x, without: k)
        for j in places where j != k { delta.elements[j] -= miss * top.share(z.elements[j]) }
      }
    }
  }
}
