import Formulas

/// What enters a neuron: z = Σ_k w_k a_k + b.
public struct WeightedSum {
  /// A rule without settings.
  public init() {}

  /// The terms of z, from as many weights as activations, and the bias if there is one.
  public func terms<A: Algebra>(_ w: some Sequence<A>, _ a: some Sequence<A>, _ b: A?) -> [A] {
    zip(w, a).map { $0 * $1 } + (b.map { [$0] } ?? [])
  }

  /// ∂z/∂w_k = a_k.
  public func slope<A: Algebra>(byWeightOf a: A) -> A { a }
  /// ∂z/∂a_k = w_k.
  public func slope<A: Algebra>(byActivationUnder w: A) -> A { w }
  /// ∂z/∂b = 1.
  public func slopeByBias<A: Algebra>() -> A { A(1) }
}
