import Backprop
import Documents
import Formulas

/// What is said of an activation, and how its slope is called.
protocol ActivationWords {
  /// Its name in running text.
  var name: Prose { get }
  /// The function in full, where it goes by a letter.
  var definition: Equation? { get }
  /// What makes ∂a/∂z large or small.
  func slope(at z: Formula) -> Prose
  /// The same, where it was said of the layer above.
  func sameSlope(at z: Formula) -> Prose
  /// σ′(z), where the slope has such a name of its own.
  func slopeName(at z: Symbol) -> Formula?
  /// Whether its ends are reached to the last digit shown, though never quite.
  var saturates: Bool { get }
  /// The steepest slope that it has anywhere, where it is worth a word.
  var steepest: (value: Double, words: Prose)? { get }
  /// What its slope is, where the formula alone does not say it.
  var remarkOnSlopes: Prose { get }
  /// Why a line is written from the weighted input.
  func saturated(_ a: Formula) -> Prose
  /// What the value of a slope means, once it is known.
  func remark(slope: Double, z: Double, name: Formula) -> Prose?
}

extension Activation {
  /// The table: each activation's words have a file of their own.
  var words: any ActivationWords {
    switch self {
    case .identity: IdentityWords()
    case .sigmoid: SigmoidWords()
    case .tanh: TanhWords()
    case .relu: ReLUWords(below: nil)
    case .leakyReLU(let slope): ReLUWords(below: slope)
    case .softmax: SoftmaxWords()
    }
  }
}

extension ActivationWords {
  func sameSlope(at z: Formula) -> Prose { "The slope of the same curve, at this neuron's own \(z)." }
  func slopeName(at z: Symbol) -> Formula? { nil }
  var definition: Equation? { nil }
  var saturates: Bool { false }
  var remarkOnSlopes: Prose { "" }
  var steepest: (value: Double, words: Prose)? { nil }
  func saturated(_ a: Formula) -> Prose { "(Written from the \(.weightedInput), so that nothing is lost.)" }

  /// Of a curve that flattens towards its ends.
  func remark(slope: Double, z: Double, name: Formula) -> Prose? {
    guard let steepest else { return nil }
    let part = slope / steepest.value
    if part < 0.01 {
      return "The neuron is saturated: the curve is nearly flat here, and hardly anything passes back."
    }
    return part > 0.98 && part < 1 ? "At this \(name) the curve is nearly as steep as it gets." : nil
  }
}
