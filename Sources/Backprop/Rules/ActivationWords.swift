import Formulas

/// Which of the things that can be said of an activation are true of it, and how its slope is called.
public protocol ActivationWords: Sendable {
  /// The functions in full that go by a letter, and what it is called elsewhere.
  var definitions: [Equation] { get }
  /// σ′(z), where the slope has such a name of its own.
  func slopeName(at z: Formula) -> Formula?
  /// The steepest slope that it has anywhere, if it flattens towards ends that it never reaches.
  var steepest: ActivationPhrase.Steepest? { get }
  /// What the value of a slope means, once it is known.
  func remark(slope: Double, z: Double, name: Formula) -> ActivationPhrase?
}

extension ActivationWords {
  public func slopeName(at z: Formula) -> Formula? { nil }
  public var definitions: [Equation] { [] }
  public var steepest: ActivationPhrase.Steepest? { nil }

  /// Of a curve that flattens towards its ends.
  public func remark(slope: Double, z: Double, name: Formula) -> ActivationPhrase? {
    if isSaturated(atSlope: slope) { return .saturated }
    guard let steepest else { return nil }
    let part = slope / steepest.value
    return part > 0.98 && part < 1 ? .nearlySteepest(at: name, most: steepest) : nil
  }

  /// Whether the neuron is saturated: less than a hundredth of the steepest slope is left.
  public func isSaturated(atSlope slope: Double) -> Bool { steepest.map { slope / $0.value < 0.01 } ?? false }
}

extension Equation {
  /// σ(z) = 1 / (1 + e⁻ᶻ).
  static var logistic: Equation {
    let z = Formula.symbol(Symbol(.weightedInput))
    return Equation(.logistic(z), [.init(.equals, .integer(1) / (.integer(1) + .exp(-z)))])
  }
}
