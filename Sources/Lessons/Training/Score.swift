/// How well a network does on a set of examples.
public struct Score: Hashable, Sendable {
  /// C; not finite where it overflows or a logarithm has no value.
  public let cost: Double
  /// How many examples have their largest output where the target is 1; `nil` where targets are not one 1 among 0s.
  public let correct: Int?
  /// How many examples there are.
  public let count: Int

  /// Whether more examples are right than in another one; at the same number, or where there is none, whether the cost is lower.
  public func isBetter(than other: Score) -> Bool {
    if let correct, let before = other.correct, correct != before { return correct > before }
    return cost < other.cost
  }
}
