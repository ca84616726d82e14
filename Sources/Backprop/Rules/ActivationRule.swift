import Formulas

/// An activation's function and its derivatives, for a layer at once, in any arithmetic, and what is said of it.
public protocol ActivationRule: ActivationWords {
  /// What it is called elsewhere, in small letters.
  var otherNames: [String] { get }
  /// Whether the sign of z decides: a z that is no more than rounding has to count as 0.
  var hasKink: Bool { get }
  /// Whether the slope is not the same on both sides of 0.
  var slopeJumps: Bool { get }
  /// Whether it is made of straight lines: a fraction stays a fraction.
  var isStraight: Bool { get }
  /// Whether a_j depends on the weighted inputs of its whole layer, and not on z_j alone.
  var mixesNeurons: Bool { get }
  /// Whether a lies between 0 and 1, and may be read as a probability.
  var isProbability: Bool { get }
  /// Whether the neuron is neither off nor nearly flat.
  func works(at z: Double) -> Bool
  /// a = f(z).
  func activations<A: Algebra>(_ z: [A]) -> [Reading<A>]
  /// Puts a in the place of z, for a layer, or for some of its neurons where they do not mix.
  func activate<A: Algebra>(_ z: inout [A])
  /// C of one example, from z and the targets from a place on.
  func cost<A: Algebra>(_ z: [A], _ rule: some CostRule, _ y: [A], from start: Int) -> A
  /// ∂a_j/∂z_j.
  func slope<A: Algebra>(_ a: Reading<A>, _ z: A) -> A
  /// ∂a_j/∂z_k for k ≠ j, asked for only where neurons mix.
  func crossSlope<A: Algebra>(_ a: Reading<A>, by other: Reading<A>) -> A
}

extension ActivationRule {
  public var otherNames: [String] { [] }
  public var hasKink: Bool { false }
  public var slopeJumps: Bool { hasKink }
  public var isStraight: Bool { false }
  public var mixesNeurons: Bool { false }
  public var isProbability: Bool { false }
  public func works(at z: Double) -> Bool { true }
  public func crossSlope<A: Algebra>(_ a: Reading<A>, by other: Reading<A>) -> A { A(0) }
}

/// An activation of each neuron for itself: a_j depends on z_j alone.
public protocol NeuronRule: ActivationRule {
  /// a_j = f(z_j).
  func activation<A: Algebra>(_ z: A) -> Reading<A>
  /// The same where only the value counts, and not how it is written.
  func value<A: Algebra>(_ z: A) -> Reading<A>
}

extension NeuronRule {
  public func value<A: Algebra>(_ z: A) -> Reading<A> { activation(z) }
  public func activations<A: Algebra>(_ z: [A]) -> [Reading<A>] { z.map { activation($0) } }

  public func activate<A: Algebra>(_ z: inout [A]) {
    for j in z.indices { z[j] = value(z[j]).value }
  }

  /// Reads each a from its z just where its term needs it.
  public func cost<A: Algebra>(_ z: [A], _ rule: some CostRule, _ y: [A], from start: Int) -> A {
    let terms = z.indices.lazy.map { rule.term(value(z[$0]), y[start + $0]) }
    return rule.cost(A.total(terms), outputs: z.count)
  }
}
