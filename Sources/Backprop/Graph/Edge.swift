extension Graph {
  /// What has a place where its slope jumps.
  public enum Edge: CaseIterable, Hashable, Sendable {
    /// The largest and the smallest of several, where two are equal.
    case max, min
    /// |x| at 0.
    case magnitude
    /// The step function and the sign at 0, and a condition whose sides are equal.
    case step
    /// The largest whole number that is not larger, at a whole number.
    case floor
  }
}

extension Graph.Edge {
  /// What an operation may have; `nil` for one whose slope jumps nowhere.
  init?(_ instruction: Graph.Instruction) {
    switch instruction.operation {
    case .max: self = .max
    case .min: self = .min
    case .magnitude: self = .magnitude
    case .sign, .step, .greater, .atLeast: self = .step
    case .named where instruction.function == .floor: self = .floor
    case .entry, .number, .whole, .sum, .product, .quotient, .negative, .wholePower, .power, .exp,
      .exponentialMinusOne, .ln, .squareRoot, .sin, .cos, .tanh, .sigmoid, .softplus, .softmax, .logSumExp,
      .named:
      return nil
    }
  }
}
