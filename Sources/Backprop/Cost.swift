import Formulas

/// How wrong the outputs a are, given the targets y; the raw value is the name in a lesson file.
public enum Cost: String, CaseIterable, Hashable, Sendable {
  case squaredError = "squared-error"
  case halfSquaredError = "half-squared-error"
  case meanSquaredError = "mean-squared-error"
  case binaryCrossEntropy = "binary-cross-entropy"
  case crossEntropy = "cross-entropy"

  /// Whether the outputs have to lie between 0 and 1.
  public var takesLogarithms: Bool {
    switch self {
    case .squaredError, .halfSquaredError, .meanSquaredError: false
    case .binaryCrossEntropy, .crossEntropy: true
    }
  }

  /// The table of the rules.
  public var rule: any CostRule {
    switch self {
    case .squaredError: SquaredError(scale: .whole)
    case .halfSquaredError: SquaredError(scale: .half)
    case .meanSquaredError: SquaredError(scale: .mean)
    case .binaryCrossEntropy: BinaryCrossEntropy()
    case .crossEntropy: CrossEntropy()
    }
  }
}

/// The cost of one example and its derivatives, in any arithmetic.
public protocol CostRule: Sendable {
  /// C, from the outputs and as many targets.
  func cost<A: Algebra>(_ a: some RandomAccessCollection<Reading<A>>, _ y: [A]) -> A
  /// ∂C/∂a_j, of one of so many outputs.
  func slope<A: Algebra>(_ a: Reading<A>, _ y: A, outputs: Int) -> A
}
