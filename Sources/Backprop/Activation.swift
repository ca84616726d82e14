import Formulas

/// What a neuron does to its weighted input: a = f(z).
public struct Activation: Hashable, Sendable {
  /// The activations, by their names in a lesson file.
  ///
  /// All else that is known of one stands in its own file in `Rules`.
  public enum Kind: String, CaseIterable, Sendable {
    /// a = z.
    case identity
    /// a = σ(z).
    case sigmoid
    /// a = tanh z.
    case tanh
    /// a = max(0, z).
    case relu
    /// a = ln (1 + eᶻ).
    case softplus
    /// a = z σ(z).
    case silu
    /// a = z where z > 0, and α (eᶻ − 1) elsewhere.
    case elu
    /// a = ½ z (1 + tanh (√(2/π) (z + 0.044715 z³))).
    case gelu
    /// a_j = e^(z_j) / Σ_k e^(z_k); only in the last layer.
    case softmax
    /// a = z where z > 0, and a small slope times z elsewhere.
    case leakyReLU = "leaky-relu"
  }

  /// The kind of the function.
  public let kind: Kind
  /// The slope below 0 of a leaky ReLU, and the α of an ELU; `nil` for all others.
  public let setting: Numeral?

  /// The activation of this kind; a leaky ReLU has the slope 0.01 below 0, and an ELU α = 1.
  public init(_ kind: Kind) { self.init(kind, setting: Self.usualSettings[kind]) }

  init(_ kind: Kind, setting: Numeral?) { (self.kind, self.setting) = (kind, setting) }

  private static let usualSettings: [Kind: Numeral] = [.leakyReLU: .hundredth, .elu: Numeral(integer: 1)]

  /// Lets the rule do a piece of work; a rule is chosen once for a layer.
  ///
  /// Called through `any ActivationRule` a rule would stay generic; behind a switch it is compiled for its arithmetic.
  @inline(__always)
  func carryOut<Work: RuleWork>(_ work: Work, on subject: inout Work.Subject) -> Work.Result {
    switch kind {
    case .identity: work.carriedOut(by: Identity(), on: &subject)
    case .sigmoid: work.carriedOut(by: Sigmoid(), on: &subject)
    case .tanh: work.carriedOut(by: Tanh(), on: &subject)
    case .relu: work.carriedOut(by: ReLU(), on: &subject)
    case .softplus: work.carriedOut(by: Softplus(), on: &subject)
    case .silu: work.carriedOut(by: SiLU(), on: &subject)
    case .elu: work.carriedOut(by: ELU(scale: setting ?? Numeral(integer: 1)), on: &subject)
    case .gelu: work.carriedOut(by: GELU(), on: &subject)
    case .softmax: work.carriedOut(by: Softmax(), on: &subject)
    case .leakyReLU: work.carriedOut(by: LeakyReLU(slope: setting ?? .hundredth), on: &subject)
    }
  }
}

extension Activation {
  /// Those that a name alone says.
  public static var withoutSettings: [Activation] {
    Kind.allCases.filter { $0 != .leakyReLU }.map { Activation($0) }
  }

  /// Those that have a setting, with the usual one.
  public static var withSettings: [Activation] {
    Kind.allCases.map { Activation($0) }.filter { $0.setting != nil }
  }

  /// The same with another setting.
  public func with(setting: Numeral) -> Activation { Activation(kind, setting: setting) }

  /// The name in a lesson file.
  public var name: String { kind.rawValue }
  /// The rule that computes values and slopes.
  public var rule: any ActivationRule { chosen }
  /// The sentences about the function.
  public var words: any ActivationWords { chosen }
  /// The rule for whole matrices.
  var matrixRule: any MatrixRule { chosen }
  /// Whether its slope jumps where z is 0.
  var hasKink: Bool { rule.hasKink }

  private var chosen: any ActivationRule & MatrixRule {
    var nothing: Void = ()
    return carryOut(Choice(), on: &nothing)
  }
}

/// Something that is done with a rule, on what it may change.
protocol RuleWork {
  associatedtype Subject
  associatedtype Result
  func carriedOut(by rule: some ActivationRule & MatrixRule, on subject: inout Subject) -> Result
}

/// The rule itself.
private struct Choice: RuleWork {
  func carriedOut(
    by rule: some ActivationRule & MatrixRule, on subject: inout Void
  ) -> any ActivationRule & MatrixRule { rule }
}
