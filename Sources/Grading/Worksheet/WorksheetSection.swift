import Backprop
import Documents
import Formulas

/// A question of a worksheet: the pass, the layer and the example.
struct WorksheetSection: Hashable {
  enum Topic: Hashable {
    case forward(layer: Int)
    case cost
    case backward(layer: Int)
    case penalty, together, step
    /// The values of a graph, or the derivatives with respect to a group of its quantities.
    case values
    case derivatives(by: Formula, number: Int)
  }

  let topic: Topic
  /// The example, counted from 0; `nil` if the question is about all examples, or there is only one.
  let example: Int?
}

/// A part of a question: quantities of one kind.
enum WorksheetPart: Hashable {
  case weightedInputs, activations, cost, costSlopes, slopes, errors, weights, biases, passed
  case penalty, totalCost, gradient, update
  case values(of: Definition)
  case localGradients, derivatives, updates

  /// The definition of some quantities of a graph.
  enum Definition: Hashable {
    case equation(Formula, Formula)
    case text(String)
  }
}

extension Line {
  /// The question and the part that ask for this line in a network with so many layers; `nil` if none does.
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
  /// The words for a part that asks for so many quantities, the first of which is `name`.
  func prompt(count: Int, name: Formula) -> Prose {
    let isOne = count == 1
    if case .symbol(let first) = name, first.isOfOptimizer {
      return "The state of the optimizer and the new values"
    }
    switch self {
    case .weightedInputs: return isOne ? "The \(.weightedInput)" : "The \(.weightedInputs)"
    case .activations: return isOne ? "The activation" : "The activations"
    case .cost, .totalCost: return "The \(.cost)"
    case .costSlopes: return "How the \(.cost) changes with \(isOne ? "the output" : "each output")"
    case .slopes:
      return isOne
        ? "How the activation changes with the \(.weightedInput)"
        : "How each activation changes with its \(.weightedInput)"
    case .errors:
      return isOne
        ? "The error \(error: name)" : "The errors δ"
    case .weights: return "How the \(.cost) changes with \(isOne ? "the weight" : "each weight")"
    case .biases: return "How the \(.cost) changes with \(isOne ? "the bias" : "each bias")"
    case .passed:
      return isOne
        ? "The derivative that is passed back to the neuron before"
        : "The derivatives that are passed back to the neurons before"
    case .penalty: return "The penalty"
    case .gradient: return "How the \(.cost) changes with each parameter"
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
