import Formulas

/// A step of gradient descent: each parameter against its derivative, by η times as much.
public struct GradientDescent<A: Algebra>: Sendable {
  private let rate: A

  /// A step with the learning rate η.
  public init(rate: A) { self.rate = rate }

  /// w − η ∂C/∂w.
  public func updated(_ w: A, _ slope: A) -> A { w - rate * slope }
}
