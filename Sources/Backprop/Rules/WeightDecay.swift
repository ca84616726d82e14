import Formulas

/// The weight penalty: R = (l2/2n) Σ w² + (l1/n) Σ |w|.
public struct WeightDecay<A: Algebra>: Sendable {
  private let penalty: Penalty<A>
  private let examples: Int

  /// A penalty on a network that learns from so many examples.
  public init(_ penalty: Penalty<A>, examples: Int) {
    self.penalty = penalty
    self.examples = examples
  }

  /// R, of all weights.
  public func output(_ weights: some Collection<A>) -> A {
    sum(
      penalty.l2.map { over(2 * examples, $0) * A.total(weights.lazy.map(A.square)) },
      penalty.l1.map { over(examples, $0) * A.total(weights.lazy.map(A.magnitude)) })
  }

  /// ∂R/∂w = (l2/n) w + (l1/n) sign w, of one of the weights.
  public func slope(_ w: A) -> A {
    sum(penalty.l2.map { over(examples, $0) * w }, penalty.l1.map { over(examples, $0) * A.sign(w) })
  }

  private func over(_ count: Int, _ part: A) -> A { count == 1 ? part : part / A(count) }

  private func sum(_ squares: A?, _ sizes: A?) -> A {
    if let squares, let sizes { squares + sizes } else { squares ?? sizes ?? A(0) }
  }
}
