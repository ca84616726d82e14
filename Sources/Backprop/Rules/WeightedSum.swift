import Formulas

/// What enters a neuron: z = Σ_k w_k a_k + b.
public struct WeightedSum {
  /// A rule without settings.
  public init() {}

  /// One term of z: a weight times the activation that it weighs.
  @inlinable
  public func term<A: Algebra>(_ w: A, _ a: A) -> A { w * a }

  /// The terms of z, from as many weights as activations, and the bias if there is one.
  @inlinable
  public func terms<A: Algebra>(_ w: some Sequence<A>, _ a: some Sequence<A>, _ b: A?) -> [A] {
    zip(w, a).map { term($0, $1) } + (b.map { [$0] } ?? [])
  }

  /// z, the same terms added up in their order without keeping them: of so many weights from a place in `w` on.
  func sum<A: Algebra>(_ w: [A], from start: Int, _ a: [A], _ b: A?) -> A {
    let (w, a) = (w.span.extracting(start..<(start + a.count)), a.span)
    var sum = a.isEmpty ? A(0) : w[0] * a[0]
    for k in a.indices.dropFirst() { sum = sum + w[k] * a[k] }
    return if let b { sum + b } else { sum }
  }

  /// ∂z/∂w_k = a_k.
  public func slope<A: Algebra>(byWeightOf a: A) -> A { a }
  /// ∂z/∂a_k = w_k.
  public func slope<A: Algebra>(byActivationUnder w: A) -> A { w }
  /// ∂z/∂b = 1.
  public func slopeByBias<A: Algebra>() -> A { A(1) }
}
