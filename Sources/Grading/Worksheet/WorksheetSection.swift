import Documents
import Formulas

/// A question of a worksheet: which pass, which layer, which example.
struct WorksheetSection: Hashable {
  enum Topic: Hashable {
    case forward(layer: Int)
    case cost
    case backward(layer: Int)
    case penalty, together, step
    /// All quantities of a graph, and the derivatives by some of them, which have a name together.
    case values
    case derivatives(by: Formula, number: Int)
  }

  let topic: Topic
  /// Counted from 0; `nil` where all examples have a part in it, or there is only one.
  let example: Int?
}

/// What is asked for together in a question.
enum WorksheetPart: Hashable {
  case weightedInputs, activations, cost, costSlopes, slopes, errors, weights, biases, passed
  case penalty, totalCost, gradient, update
  case values(of: Definition)
  case localGradients, derivatives, updates

  /// How quantities of a graph are defined.
  enum Definition: Hashable {
    case equation(Formula, Formula)
    case text(String)
  }
}

extension Place {
  /// Where a worksheet of so many layers asks for it; `nil` for what it does not ask for.
  func onWorksheet(layers: Int) -> (topic: WorksheetSection.Topic, part: WorksheetPart)? {
    switch self {
    case .weightedInput(let layer, _): (.forward(layer: layer), .weightedInputs)
    case .activation(let layer, _): (.forward(layer: layer), .activations)
    case .cost: (.cost, .cost)
    case .costSlope: (.backward(layer: layers), .costSlopes)
    case .slope(let layer, _, _): (.backward(layer: layer), .slopes)
    case .error(let layer, _): (.backward(layer: layer), .errors)
    case .weightGradient(let layer, _, _): (.backward(layer: layer), .weights)
    case .biasGradient(let layer, _): (.backward(layer: layer), .biases)
    case .passed(let layer, _): (.backward(layer: layer), .passed)
    case .penalty: (.penalty, .penalty)
    case .totalCost: (.together, .totalCost)
    case .totalGradient: (.together, .gradient)
    case .update: (.step, .update)
    case .weightFactor, .biasFactor, .pathFactor, .penaltySlope, .share, .onward, .afterwards: nil
    }
  }
}

extension WorksheetPart {
  /// What is asked for, of so many quantities, the first of which is `name`.
  func prompt(count: Int, name: Formula) -> Prose {
    let isOne = count == 1
    switch self {
    case .weightedInputs: return isOne ? "The \(.weightedInput)" : "The \(.weightedInputs)"
    case .activations: return isOne ? "The activation" : "The activations"
    case .cost, .totalCost: return "The \(.cost)"
    case .costSlopes: return "How the \(.cost) feels \(isOne ? "the output" : "each output")"
    case .slopes:
      return isOne
        ? "How the activation feels the \(.weightedInput)" : "How the activations feel the \(.weightedInputs)"
    case .errors:
      return isOne
        ? "The error \(error: name), how the \(.cost) feels the \(.weightedInput)"
        : "The errors, how the \(.cost) feels the \(.weightedInputs)"
    case .weights: return "How the \(.cost) feels the \(isOne ? "weight" : "weights")"
    case .biases: return "How the \(.cost) feels the \(isOne ? "bias" : "biases")"
    case .passed: return "What goes back to the \(isOne ? "neuron" : "neurons") before"
    case .penalty: return "The penalty"
    case .gradient: return "How the \(.cost) feels each parameter"
    case .update: return isOne ? "The new parameter" : "The new parameters"
    case .values(of: .equation(let name, let formula)):
      return "By \(Equation(name, [.init(.equals, formula)]))"
    case .values(of: .text(let text)): return "By \(Prose([.code(text)]))"
    case .localGradients: return isOne ? "The local gradient" : "The local gradients"
    case .derivatives: return isOne ? "The derivative" : "The derivatives"
    case .updates: return isOne ? "The new value" : "The new values"
    }
  }
}
