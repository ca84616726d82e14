import Formulas

/// What a neuron does to its weighted input: a = f(z).
public enum Activation: Hashable, Sendable {
  /// a = z.
  case identity
  /// a = σ(z) = 1 / (1 + e⁻ᶻ).
  case sigmoid
  /// a = tanh z.
  case tanh
  /// a = max(0, z).
  case relu
  /// a = z where z > 0, and `slope` · z elsewhere.
  case leakyReLU(slope: Numeral)
  /// a_j = e^(z_j) / Σ_k e^(z_k); only in the last layer.
  case softmax

  /// The table: the name in a lesson file, and the rule, whose own file states its function and its derivative.
  private var row: (name: String, rule: any ActivationRule) {
    switch self {
    case .identity: ("identity", Identity())
    case .sigmoid: ("sigmoid", Sigmoid())
    case .tanh: ("tanh", Tanh())
    case .relu: ("relu", ReLU())
    case .leakyReLU(let slope): ("leaky-relu", LeakyReLU(slope: slope))
    case .softmax: ("softmax", Softmax())
    }
  }

  /// Those that a name alone says.
  public static let withoutSettings: [Activation] = [.identity, .sigmoid, .tanh, .relu, .softmax]

  /// The name in a lesson file.
  public var name: String { row.name }
  /// How it computes.
  public var rule: any ActivationRule { row.rule }
  /// Whether its slope jumps where z is 0.
  var hasKink: Bool { rule.hasKink }
}

/// An activation's function and its derivatives, for a layer at once, in any arithmetic.
public protocol ActivationRule: Sendable {
  /// Whether the sign of z decides: a z that is no more than rounding has to count as 0.
  var hasKink: Bool { get }
  /// Whether the slope is not the same on both sides of 0.
  var slopeJumps: Bool { get }
  /// Whether a fraction stays a fraction.
  var keepsFractions: Bool { get }
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
  public var slopeJumps: Bool { hasKink }
  public var keepsFractions: Bool { false }
  public var mixesNeurons: Bool { false }
  public func crossSlope<A: Algebra>(_ a: Reading<A>, by other: Reading<A>) -> A { A(0) }
}

/// An activation of each neuron for itself: a_j depends on z_j alone.
public protocol NeuronRule: ActivationRule {
  /// a_j = f(z_j).
  func activation<A: Algebra>(_ z: A) -> Reading<A>
}

extension NeuronRule {
  public func activations<A: Algebra>(_ z: [A]) -> [Reading<A>] { z.map { activation($0) } }
}
