import Backprop
import Formulas

/// A line of a derivation: a name, and how it follows from other names.
package struct Line: Sendable {
  /// What is derived.
  package let name: Formula
  /// How it follows from names before it.
  package let formula: Formula
  /// Another way to the same value: a − y, where activation and cost are made for each other.
  package var shortcut: Formula?
  /// What it is about; `nil` for the forward pass with the new parameters and for a compound, which are no steps of the derivation.
  package let step: Graph.Step.Kind?
  /// Counted from 0; `nil` where all examples have a part in it.
  package let example: Int?
  /// Whether a worksheet asks for it.
  package let isAsked: Bool
  /// Whether it is a derivative along all paths between two quantities, made because somebody gave it.
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

  /// Whether its name is only another one for what it follows from, w for ∂z/∂a.
  var isOtherName: Bool {
    if case (.factor, .partial(let of, _)) = (step, name) { of.meaning == .weightedInput } else { false }
  }

  /// Whether it belongs to the way from what is given to the result, the cost aside.
  var isForward: Bool {
    guard case (.value, .symbol(let symbol)) = (step, name) else { return false }
    return symbol.meaning != .cost && symbol.meaning != .penalty
  }
}
