import Formulas

/// What a layer passes on of f(z): all of it, or what dropout leaves of it; and with a skip the activations before it besides.
public struct LayerOutput: Hashable, Sendable {
  /// The neurons that are dropped, if the layer has dropout.
  public var dropout: Dropout?
  /// Whether the activations of the layer before, which is as wide, are added.
  public var hasSkip: Bool

  /// By default a = f(z).
  public init(dropout: Dropout? = nil, hasSkip: Bool = false) {
    (self.dropout, self.hasSkip) = (dropout, hasSkip)
  }

  /// Whether a = f(z).
  public var isPlain: Bool { self == LayerOutput() }

  // a_j = m_j/keep · f(z_j) + the a_j of the layer before
  func output<A: Algebra>(_ f: A, _ j: Int, example x: Int, before: @autoclosure () -> A) -> A {
    let kept = scaled(f, j, example: x)
    guard hasSkip else { return kept }
    let before = before()
    return A.sumOrZero(kept + before, of: [kept, before])
  }

  // ∂a_j/∂z_j = m_j/keep · f′(z_j)
  func slope<A: Algebra>(_ slope: A, _ j: Int, example x: Int) -> A { scaled(slope, j, example: x) }

  /// By the a_j of the layer before, past the neuron.
  func slopeBySkip<A: Algebra>() -> A { A(1) }

  private func scaled<A: Algebra>(_ value: A, _ j: Int, example x: Int) -> A {
    dropout.map { $0.scale(j, example: x) * value } ?? value
  }
}
