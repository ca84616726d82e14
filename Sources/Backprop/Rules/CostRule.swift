import Formulas

/// The cost of one example and its derivatives, in any arithmetic: a sum over the outputs, and what it is multiplied by.
public protocol CostRule: CostWords {
  /// How many logarithms each output takes: of a, and of 1 − a.
  var logarithmCount: Int { get }
  /// What changes its sign where the slope by an output jumps; `nil` for a cost whose slope jumps nowhere.
  func corner<A: Algebra>(_ a: Reading<A>, _ y: A) -> A?
  /// Whether it is defined for a target.
  func takes(_ target: Double) -> Bool
  /// What one output adds to the sum.
  func term<A: Algebra>(_ a: Reading<A>, _ y: A) -> A
  /// C, from the sum over so many outputs.
  func cost<A: Algebra>(_ sum: A, outputs: Int) -> A
  /// ∂C/∂a_j, of one of so many outputs.
  func slope<A: Algebra>(_ a: Reading<A>, _ y: A, outputs: Int) -> A
}

extension CostRule {
  public var logarithmCount: Int { 0 }
  public func corner<A: Algebra>(_ a: Reading<A>, _ y: A) -> A? { nil }
  /// Whether its slope jumps somewhere.
  public var hasKink: Bool { corner(Reading(1.0), 1) != nil }
  public func takes(_ target: Double) -> Bool { true }
  public func cost<A: Algebra>(_ sum: A, outputs: Int) -> A { sum }

  /// C, from the outputs and as many targets.
  public func cost<A: Algebra>(_ a: [Reading<A>], _ y: [A]) -> A {
    cost(A.total(zip(a, y).map { term($0, $1) }), outputs: a.count)
  }

  /// A value divided by the number of outputs, as a mean is.
  func mean<A: Algebra>(_ value: A, outputs: Int) -> A {
    outputs == 1 ? value : A(1) / A(outputs) * value
  }
}

/// How a cost is called, and what it takes.
public protocol CostWords: Sendable {
  /// What it is called elsewhere, in small letters.
  var otherNames: [String] { get }
  /// Which targets it takes, where not all.
  var targetWords: String { get }
}

extension CostWords {
  public var otherNames: [String] { [] }
  public var targetWords: String { "" }
}
