import Formulas

/// An output layer and a cost that are made for each other: the slopes of the one cancel in the other.
///
/// Where a neuron is saturated, ∂C/∂a grows beyond all bounds and ∂a/∂z vanishes; their product is as tame as this.
public enum Cancelled: Sendable {
  /// Sigmoid and binary cross-entropy: ∂C/∂z = a − y.
  case logistic
  /// Sigmoid and the mean of binary cross-entropies: ∂C/∂z = (a − y)/N.
  case meanLogistic
  /// Sigmoid and cross-entropy: ∂C/∂z = −y (1 − a).
  case logisticLikelihood
  /// Softmax and cross-entropy: ∂C/∂z_j = a_j Σy − y_j.
  case softmax
  /// Softmax and binary cross-entropy, which has (1 − y_k) ln (1 − a_k) besides.
  case binarySoftmax

  /// The table of the pairs that cancel.
  private static let pairs: [(activation: Activation, cost: Cost, left: Cancelled)] = [
    (.sigmoid, .binaryCrossEntropy, .logistic), (.sigmoid, .meanBinaryCrossEntropy, .meanLogistic),
    (.sigmoid, .crossEntropy, .logisticLikelihood),
    (.softmax, .crossEntropy, .softmax), (.softmax, .binaryCrossEntropy, .binarySoftmax),
  ]

  /// What is left of a pair; `nil` where nothing cancels.
  public init?(_ activation: Activation, _ cost: Cost) {
    guard let pair = Self.pairs.first(where: { $0.activation == activation && $0.cost == cost }) else {
      return nil
    }
    self = pair.left
  }

  /// ∂C/∂z_j, of one example.
  public func slope<A: Algebra>(_ a: [Reading<A>], _ y: [A], _ j: Int) -> A {
    switch self {
    case .logistic: return a[j].minus(y[j])
    case .meanLogistic: return BinaryCrossEntropy().mean(a[j].minus(y[j]), outputs: y.count)
    case .logisticLikelihood: return -A.weighted(y[j], a[j].complement)
    case .softmax: return hit(a, y, j)
    case .binarySoftmax:
      // −∂/∂z_j Σ_k (1 − y_k) ln (1 − a_k) = (1 − y_j) a_j − Σ_(k ≠ j) (1 − y_k) a_k s_kj, s_kj the share of j without k
      let others = y.indices.filter { $0 != j }.map { k in
        A.weighted(A(1) - y[k], a[k].value * a[k].shareWithoutThis(of: a[j]))
      }
      return hit(a, y, j) + A.weighted(A(1) - y[j], a[j].value) - A.total(others)
    }
  }

  /// a_j Σy − y_j = a_j (Σ of the other y) − y_j (1 − a_j), which subtracts nothing that is nearly equal.
  private func hit<A: Algebra>(_ a: [Reading<A>], _ y: [A], _ j: Int) -> A {
    if case .plain = a[j].origin { return a[j].value * A.total(y) - y[j] }
    let others = A.total(y.indices.lazy.filter { $0 != j }.map { y[$0] })
    return A.weighted(others, a[j].value) - A.weighted(y[j], a[j].complement)
  }
}
