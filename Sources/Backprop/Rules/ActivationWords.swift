import Formulas

/// What is said of an activation, and how its slope is called.
public protocol ActivationWords: Sendable {
  /// Its name in running text.
  var name: Prose { get }
  /// The functions in full that go by a letter, and what it is called elsewhere.
  var definitions: [Equation] { get }
  /// What makes ∂a/∂z large or small.
  func slope(at z: Formula) -> Prose
  /// The same, where it was said of the layer above.
  func sameSlope(at z: Formula) -> Prose
  /// σ′(z), where the slope has such a name of its own.
  func slopeName(at z: Formula) -> Formula?
  /// The steepest slope that it has anywhere, if it flattens towards ends that it never reaches.
  var steepest: (value: Double, words: Prose)? { get }
  /// What its slope is, where the formula alone does not say it.
  var remarkOnSlopes: Prose { get }
  /// Why a line is written from the weighted input.
  func saturated(_ a: Formula) -> Prose
  /// What the value of a slope means, once it is known.
  func remark(slope: Double, z: Double, name: Formula) -> Prose?
}

extension ActivationWords {
  public func sameSlope(at z: Formula) -> Prose { "The slope of the same curve, at this neuron's own \(z)." }
  public func slopeName(at z: Formula) -> Formula? { nil }
  public var definitions: [Equation] { [] }
  public var remarkOnSlopes: Prose { "" }
  public var steepest: (value: Double, words: Prose)? { nil }
  public func saturated(_ a: Formula) -> Prose {
    "(Written from the \(.weightedInput), so that nothing is lost.)"
  }

  /// Of a curve that flattens towards its ends.
  public func remark(slope: Double, z: Double, name: Formula) -> Prose? {
    if isSaturated(atSlope: slope) {
      return
        "The neuron is saturated: its slope is below a hundredth of the maximum, so the upstream gradient is multiplied by a very small number."
    }
    guard let steepest else { return nil }
    let part = slope / steepest.value
    return part > 0.98 && part < 1 ? "At this \(name) the curve is nearly as steep as it gets." : nil
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
