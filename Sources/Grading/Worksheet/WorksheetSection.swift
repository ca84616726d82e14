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
enum WorksheetPart: Hashable, Sendable {
  case weightedInputs, activations, cost, costSlopes, slopes, errors, weights, biases, passed
  case penalty, totalCost, gradient, update
  case values(of: Definition)
  case localGradients, derivatives, updates

  /// The definition of some quantities of a graph.
  enum Definition: Hashable, Sendable {
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
