import Backprop
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

extension Line {
  /// Where a worksheet asks for it, of a network with so many layers; `nil` for what it does not ask for.
  func onWorksheet(layers: Int) -> (topic: WorksheetSection.Topic, part: WorksheetPart)? {
    guard isAsked else { return nil }
    switch (step, name) {
    case (.value, .symbol(let symbol)):
      switch (symbol.meaning, symbol.layer) {
      case (.weightedInput, let layer?): return (.forward(layer: layer), .weightedInputs)
      case (_, let layer?): return (.forward(layer: layer), .activations)
      case (.penalty, nil): return (.penalty, .penalty)
      case (_, nil): return example == nil ? (.together, .totalCost) : (.cost, .cost)
      }
    case (.factor, _): return layer.map { (.backward(layer: $0), .slopes) }
    case (.total, _) where example == nil: return (.together, .gradient)
    case (.total, .partial(_, let by)):
      let parts: [Symbol.Meaning: WorksheetPart] = [
        .weightedInput: .errors, .weight: .weights, .bias: .biases,
      ]
      guard let layer else { return (.backward(layer: layers), .costSlopes) }
      return (.backward(layer: layer), parts[by.meaning] ?? .passed)
    case (.update, _): return (.step, .update)
    case (.value, _), (.total, _), (nil, _): return nil
    }
  }
}

extension WorksheetPart {
  /// What is asked for, of so many quantities, the first of which is `name`.
  func prompt(count: Int, name: Formula) -> Prose {
    let isOne = count == 1
    if case .symbol(let first) = name, first.isOfOptimizer {
      return "What the optimizer keeps, and the new values"
    }
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
