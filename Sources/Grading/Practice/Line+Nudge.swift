import Backprop
import Documents
import Formulas

extension Line {
  /// The first hint: a question that leads to the formula without naming it.
  var nudge: Prose {
    switch (step, name) {
    case (nil, _):
      isCompound
        ? "Along which paths does this quantity influence the result? Multiply along each path, then add the paths."
        : "What does the forward pass give with the new parameters?"
    case (.update(_, .parameter), _): "In which direction does the cost decrease, and how large is the step?"
    case (.update, _): "Which part of the old value is kept, and what is added to it?"
    case (.value, .symbol(let symbol)):
      isMean(symbol)
        ? Self.mean : Self.values[symbol.meaning] ?? "Which numbers does the definition of this quantity use?"
    case (.factor, .partial(let of, let by)):
      if of.meaning == .activation, of.indices != by.indices {
        "Softmax outputs add up to 1: how does this output change if another z grows?"
      } else {
        Self.localGradients[of.meaning] ?? Self.uses[by.meaning]
          ?? "If this value alone grows a little, how does the quantity that uses it change?"
      }
    case (.total, .partial(let cost, let by)): nudge(toDerivativeOf: cost, by: by)
    case (.value, _), (.factor, _), (.total, _): ""
    }
  }

  private static let values: [Symbol.Meaning: Prose] = [
    .weightedInput:
      "Which products of weight and activation enter this neuron, and does it have a bias?",
    .activation: "Which activation function does this layer apply to z?",
    .cost: "How does the cost compare each output with its target?",
    .penalty: "How does the penalty depend on each weight?",
  ]
  private static let localGradients: [Symbol.Meaning: Prose] = [
    .activation:
      "What is the slope of the activation function at this z? It can often be written with a alone.",
    .penalty: "What is the derivative of the penalty with respect to this weight?",
  ]
  private static let uses: [Symbol.Meaning: Prose] = [
    .weight: "Which activation does this weight multiply?",
    .bias: "If b grows by 1, by how much does z grow?",
    .activation: "Which neurons does this neuron feed, and with which weights? The paths are added.",
  ]
  private static let mean: Prose =
    "How are the examples combined: is it a sum or a mean, and is there a penalty?"

  private func isMean(_ symbol: Symbol) -> Bool { symbol.meaning == .cost && example == nil }

  private func nudge(toDerivativeOf cost: Symbol, by: Symbol) -> Prose {
    guard cost.meaning == .cost else {
      return
        "Which quantities use this value? For each use multiply local and upstream gradient, then add."
    }
    if example == nil { return Self.mean }
    if by.meaning == .weightedInput {
      return shortcut == nil
        ? "How does a change with z, and how does the cost change with a?"
        : "Multiply the slope by the derivative of the cost: what cancels?"
    }
    return isLocalGradient && by.meaning == .activation
      ? "If a grows a little, does the cost grow or fall, and how fast?" : Self.uses[by.meaning] ?? ""
  }
}
