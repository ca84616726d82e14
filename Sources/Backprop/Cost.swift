import Formulas

/// How wrong the outputs a are, given the targets y.
public struct Cost: Hashable, Sendable {
  /// The costs, by their names in a lesson file.
  ///
  /// All else that is known of one stands in its own file in `Rules`.
  public enum Kind: String, CaseIterable, Sendable {
    /// C = Σ (a − y)².
    case squaredError = "squared-error"
    /// C = ½ Σ (a − y)².
    case halfSquaredError = "half-squared-error"
    /// C = (1/N) Σ (a − y)², of N outputs.
    case meanSquaredError = "mean-squared-error"
    /// C = −Σ [y ln a + (1 − y) ln (1 − a)], for targets from 0 to 1.
    case binaryCrossEntropy = "binary-cross-entropy"
    /// C = −(1/N) Σ [y ln a + (1 − y) ln (1 − a)], of N outputs.
    case meanBinaryCrossEntropy = "mean-binary-cross-entropy"
    /// C = −Σ y ln a, for targets of at least 0; after a softmax the log-likelihood cost.
    case crossEntropy = "cross-entropy"
    /// C = Σ |a − y|.
    case absoluteError = "absolute-error"
    /// C = Σ of ½ (a − y)² where |a − y| ≤ δ, and δ (|a − y| − ½ δ) elsewhere.
    case huber
    /// C = Σ max(0, 1 − y a), for targets −1 and 1.
    case hinge
  }

  /// The kind of the cost.
  public let kind: Kind
  /// The δ of a Huber cost; `nil` for all others.
  public let setting: Numeral?

  /// The cost of this kind; a Huber cost has δ = 1.
  public init(_ kind: Kind) { self.init(kind, setting: kind == .huber ? Self.usualSetting : nil) }

  init(_ kind: Kind, setting: Numeral?) { (self.kind, self.setting) = (kind, setting) }

  private static let usualSetting = Numeral(integer: 1)

  /// Lets the rule do a piece of work; a rule is chosen once for an example, or a batch.
  ///
  /// Called through `any CostRule` a rule would stay generic; behind a switch it is compiled for its arithmetic.
  @inline(__always)
  func carryOut<Work: CostWork>(_ work: Work, on subject: inout Work.Subject) -> Work.Result {
    switch kind {
    case .squaredError: work.carriedOut(by: SquaredError(scale: .whole), on: &subject)
    case .halfSquaredError: work.carriedOut(by: SquaredError(scale: .half), on: &subject)
    case .meanSquaredError: work.carriedOut(by: SquaredError(scale: .mean), on: &subject)
    case .binaryCrossEntropy: work.carriedOut(by: BinaryCrossEntropy(), on: &subject)
    case .meanBinaryCrossEntropy: work.carriedOut(by: BinaryCrossEntropy(isMean: true), on: &subject)
    case .crossEntropy: work.carriedOut(by: CrossEntropy(), on: &subject)
    case .absoluteError: work.carriedOut(by: AbsoluteError(), on: &subject)
    case .huber: work.carriedOut(by: Huber(threshold: setting ?? Self.usualSetting), on: &subject)
    case .hinge: work.carriedOut(by: Hinge(), on: &subject)
    }
  }
}

extension Cost: CaseIterable {
  /// All of them, with the usual settings.
  public static var allCases: [Cost] { Kind.allCases.map { Cost($0) } }

  /// The name in a lesson file.
  public var name: String { kind.rawValue }
  /// How it computes, and what is said of it.
  public var rule: any CostRule { chosen }
  /// How the matrices compute it.
  var matrixRule: any MatrixCost { chosen }
  /// Whether the outputs have to lie between 0 and 1.
  public var takesLogarithms: Bool { rule.logarithmCount > 0 }

  private var chosen: any CostRule & MatrixCost {
    var nothing: Void = ()
    return carryOut(Choice(), on: &nothing)
  }

  /// The same with another setting.
  public func with(setting: Numeral) -> Cost { Cost(kind, setting: setting) }
}

/// Something that is done with a rule, on what it may change.
protocol CostWork {
  associatedtype Subject
  associatedtype Result
  func carriedOut(by rule: some CostRule & MatrixCost, on subject: inout Subject) -> Result
}

/// The rule itself.
private struct Choice: CostWork {
  func carriedOut(by rule: some CostRule & MatrixCost, on subject: inout Void) -> any CostRule & MatrixCost {
    rule
  }
}
