/// Which step is taken: by which optimizer, and the how manyeth.
public struct UpdateTime: Hashable, Sendable {
  /// The rule and its constants.
  public var optimizer = Optimizer.gradientDescent
  /// Counted from 1.
  public var number = 1

  /// The first step of an optimizer, or a later one.
  public init(_ optimizer: Optimizer = .gradientDescent, number: Int = 1) {
    (self.optimizer, self.number) = (optimizer, number)
  }
}
