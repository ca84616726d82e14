import Formulas

/// What a neuron does to its weighted input: a = f(z).
public enum Activation: Hashable, Sendable {
  case identity
  case sigmoid
  case tanh
  case relu
  case leakyReLU(slope: Numeral)
  case softmax

  /// The table of the rules: each activation's own file states its function and its derivative.
  public var rule: any ActivationRule {
    switch self {
    case .identity: Identity()
    case .sigmoid: Sigmoid()
    case .tanh: Tanh()
    case .relu: ReLU()
    case .leakyReLU(let slope): LeakyReLU(slope: slope)
    case .softmax: Softmax()
    }
  }
}

/// An activation's function and its derivatives, for a layer at once, in any arithmetic.
public protocol ActivationRule: Sendable {
  /// Whether the slope jumps where z is 0.
  var hasKink: Bool { get }
  /// Whether a_j depends on the weighted inputs of its whole layer, and not on z_j alone.
  var mixesNeurons: Bool { get }
  /// a = f(z).
  func activations<A: Algebra>(_ z: [A]) -> [Reading<A>]
  /// ∂a_j/∂z_j.
  func slope<A: Algebra>(_ a: Reading<A>, _ z: A) -> A
  /// ∂a_j/∂z_k for k ≠ j, asked for only where neurons mix.
  func crossSlope<A: Algebra>(_ a: Reading<A>, by other: Reading<A>) -> A
}

extension ActivationRule {
  public var hasKink: Bool { false }
  public var mixesNeurons: Bool { false }
  public func crossSlope<A: Algebra>(_ a: Reading<A>, by other: Reading<A>) -> A { A(0) }
}
