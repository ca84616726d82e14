import Backprop
import Formulas

/// A line of a derivation: a name, and how it follows from other names.
package struct Line: Hashable, Sendable {
  /// The name of the quantity or derivative.
  package let name: Formula
  /// Its formula in the names before it.
  package let formula: Formula
  /// A shorter formula with the same value, such as a − y for δ if the slope cancels.
  package var shortcut: Formula?
  /// The step of the derivation; `nil` for the forward pass with the new parameters and for a compound, which are no steps of the derivation.
  package let step: Graph.Step.Kind?
  /// The example, counted from 0; `nil` if the line is about all examples.
  package let example: Int?
  /// Whether a worksheet asks for it.
  package let isAsked: Bool
  /// Whether it is a derivative along all paths between two quantities, added because an answer uses it.
  package var isCompound = false
}

extension Line {
  /// A step as a line.
  init(_ step: Graph.Step, shortcut: Formula? = nil, example: Int?, isAsked: Bool) {
    self.init(
      name: step.name, formula: step.formula, shortcut: shortcut, step: step.kind, example: example,
      isAsked: isAsked)
  }

  /// The layer that it belongs to, where it belongs to one: ∂C/∂a to the layer that a feeds.
  var layer: Int? {
    switch (step, name) {
    case (.value, .symbol(let symbol)), (.factor, .partial(let symbol, _)): symbol.layer
    case (.total, .partial(_, let by)) where example != nil:
      by.meaning != .activation ? by.layer : isLocalGradient ? nil : by.layer.map { $0 + 1 }
    case (.value, _), (.factor, _), (.total, _), (.update, _), (nil, _): nil
    }
  }

  /// Whether it is the derivative of the cost by what feeds nothing else.
  package var isLocalGradient: Bool {
    !formula.names.contains { if case .partial = $0 { true } else { false } }
  }

  /// Whether its value is that of another name, such as w for ∂z/∂a.
  var isOtherName: Bool {
    if case (.factor, .partial(let of, _)) = (step, name) { of.meaning == .weightedInput } else { false }
  }

  /// Whether it belongs to the forward pass, the cost excluded.
  var isForward: Bool {
    guard case (.value, .symbol(let symbol)) = (step, name) else { return false }
    return symbol.meaning != .cost && symbol.meaning != .penalty
  }
}
