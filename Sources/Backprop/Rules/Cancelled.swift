import Formulas

/// An output layer and a cost that are made for each other: the slopes of the one cancel in the other.
///
/// Where a neuron is saturated, ∂C/∂a grows beyond all bounds and ∂a/∂z vanishes; their product is as tame as this.
public enum Cancelled: Sendable {
  /// Sigmoid and binary cross-entropy: ∂C/∂z = a − y.
  case logistic
  /// Softmax and cross-entropy: ∂C/∂z_j = a_j Σy − y_j.
  case softmax

  /// The pairs that cancel.
  public init?(_ activation: Activation, _ cost: Cost) {
    switch (activation, cost) {
    case (.sigmoid, .binaryCrossEntropy): self = .logistic
    case (.softmax, .crossEntropy): self = .softmax
    default: return nil
    }
  }

  /// ∂C/∂z_j, of one example.
  public func slope<A: Algebra>(_ a: [Reading<A>], _ y: [A], _ j: Int) -> A {
    switch self {
    case .logistic: return a[j].minus(y[j])
    case .softmax:
      // a_j Σy − y_j = a_j (Σ of the other y) − y_j (1 − a_j), which subtracts nothing that is nearly equal
      let others = A.total(y.indices.filter { $0 != j }.map { y[$0] })
      return A.weighted(others, a[j].value) - A.weighted(y[j], a[j].complement)
    }
  }
}
