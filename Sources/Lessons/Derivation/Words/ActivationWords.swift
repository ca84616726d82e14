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
  /// The steepest slope that it has anywhere, if it flattens towards ends that it never reaches.
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
  var remarkOnSlopes: Prose { "" }
  var steepest: (value: Double, words: Prose)? { nil }
  func saturated(_ a: Formula) -> Prose { "(Written from the \(.weightedInput), so that nothing is lost.)" }

  /// Of a curve that flattens towards its ends.
  func remark(slope: Double, z: Double, name: Formula) -> Prose? {
    if isSaturated(atSlope: slope) {
      return
        "The neuron is saturated: its slope is below a hundredth of the maximum, so the upstream gradient is multiplied by a very small number."
    }
    guard let steepest else { return nil }
    let part = slope / steepest.value
    return part > 0.98 && part < 1 ? "At this \(name) the curve is nearly as steep as it gets." : nil
  }

  /// Whether the neuron is saturated: less than a hundredth of the steepest slope is left.
  func isSaturated(atSlope slope: Double) -> Bool { steepest.map { slope / $0.value < 0.01 } ?? false }
}
