import Formulas

/// How wrong the outputs a are, given the targets y; the raw value is the name in a lesson file.
public enum Cost: String, CaseIterable, Hashable, Sendable {
  /// C = Σ (a − y)².
  case squaredError = "squared-error"
  /// C = ½ Σ (a − y)².
  case halfSquaredError = "half-squared-error"
  /// C = (1/N) Σ (a − y)², of N outputs.
  case meanSquaredError = "mean-squared-error"
  /// C = −Σ [y ln a + (1 − y) ln (1 − a)], for targets from 0 to 1.
  case binaryCrossEntropy = "binary-cross-entropy"
  /// C = −Σ y ln a, for targets of at least 0; after a softmax the log-likelihood cost.
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

/// The cost of one example and its derivatives, in any arithmetic: a sum over the outputs, and what it is multiplied by.
public protocol CostRule: Sendable {
  /// What one output adds to the sum.
  func term<A: Algebra>(_ a: Reading<A>, _ y: A) -> A
  /// C, from the sum over so many outputs.
  func cost<A: Algebra>(_ sum: A, outputs: Int) -> A
  /// ∂C/∂a_j, of one of so many outputs.
  func slope<A: Algebra>(_ a: Reading<A>, _ y: A, outputs: Int) -> A
}

extension CostRule {
  /// C, from the outputs and as many targets.
  public func cost<A: Algebra>(_ a: [Reading<A>], _ y: [A]) -> A {
    cost(A.total(zip(a, y).map { term($0, $1) }), outputs: a.count)
  }
}
