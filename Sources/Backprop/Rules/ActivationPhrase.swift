import Formulas

/// What is said of an activation function, and of its slope at a weighted input z.
public enum ActivationPhrase: Phrase {
  /// Its name in a table.
  case name(Activation)
  /// The function, in a sentence.
  case function(Activation)
  /// What makes ∂a/∂z large or small; of a softmax whether the neuron is alone in its layer.
  case slope(Activation, at: Formula, isAlone: Bool)
  /// The same, where it was said of the layer above.
  case sameSlope(Activation)
  /// What the name of the slope stands for in a column of slopes; nothing where the formula says it.
  case slopeName(Activation)
  /// Why a line does not use the digits of the activation.
  case digitsTooFew(Activation, Formula)
  /// The slope is a very small part of the steepest.
  case saturated
  /// The slope is close to the steepest.
  case nearlySteepest(at: Formula, most: Steepest)
  /// z is above 0.
  case active(Formula)
  /// z is below 0, where the slope is 0.
  case inactive(Formula)
  /// z is below 0, where there is another slope.
  case below(Formula, slope: Numeral)
  /// z is 0, where the slope jumps.
  case onKink(Formula, slope: Numeral)
  /// z is so far below 0 that the slope is nearly 0.
  case nearlyInactive(Formula)
  /// z is so far above 0 that the slope is nearly 1.
  case nearlyActive(Formula)
  /// z is where the activation falls.
  case falling(Formula)

  /// The steepest slope of a curve that flattens towards its ends.
  public enum Steepest: Hashable, Sendable {
    /// ¼ and 1.
    case quarter, one

    /// The slope.
    public var value: Double { self == .quarter ? 0.25 : 1 }
    /// As it is printed in a sentence.
    public var digits: String { self == .quarter ? "¼" : "1" }
  }
}

extension ActivationPhrase {
  public var isOfNumbers: Bool {
    switch self {
    case .digitsTooFew, .saturated, .nearlySteepest, .active, .inactive, .below, .onKink, .nearlyInactive,
      .nearlyActive, .falling:
      true
    case .name, .function, .slope, .sameSlope, .slopeName: false
    }
  }
}
