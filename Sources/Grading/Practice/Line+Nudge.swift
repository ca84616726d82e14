import Backprop
import Documents
import Formulas

extension Line {
  /// A question that leads to the rule, without saying it.
  var nudge: Prose {
    switch (step, name) {
    case (nil, _):
      isCompound
        ? "Along which paths does the one reach the other? A product for each; then add."
        : "The same network with the new numbers: once more forward."
    case (.update(_, .parameter), _): "Which way, and how far?"
    case (.update, _): "How much is kept of the old value, and what is added?"
    case (.value, .symbol(let symbol)):
      isMean(symbol)
        ? Self.mean : Self.values[symbol.meaning] ?? "The definition says it: which numbers go into it?"
    case (.factor, .partial(let of, let by)):
      if of.meaning == .activation, of.indices != by.indices {
        "If this z grows, it takes from all other shares: from this one by how much?"
      } else {
        Self.localGradients[of.meaning] ?? Self.uses[by.meaning]
          ?? "If this value alone grows a little, by how much does what it feeds grow?"
      }
    case (.total, .partial(let cost, let by)): nudge(toDerivativeOf: cost, by: by)
    case (.value, _), (.factor, _), (.total, _): ""
    }
  }

  private static let values: [Symbol.Meaning: Prose] = [
    .weightedInput:
      "What enters this neuron? Each weight times what it multiplies, and then the bias, if there is one.",
    .activation: "What does the layer's activation function make of z?",
    .cost: "How far is each output from its target, and what does the cost make of it?",
    .penalty: "What does the penalty make of a weight?",
  ]
  private static let localGradients: [Symbol.Meaning: Prose] = [
    .activation: "How steep is the activation function at this z? Often a alone says it.",
    .penalty: "What does the penalty make of a weight?",
  ]
  private static let uses: [Symbol.Meaning: Prose] = [
    .weight: "What does this weight multiply?", .bias: "By how much does z move when b does?",
    .activation: "Which neurons does this one feed, and how strongly? Every path counts.",
  ]
  private static let mean: Prose = "Of all examples together: a mean. And is there a penalty?"

  private func isMean(_ symbol: Symbol) -> Bool { symbol.meaning == .cost && example == nil }

  private func nudge(toDerivativeOf cost: Symbol, by: Symbol) -> Prose {
    guard cost.meaning == .cost else {
      return
        "Where does this value go? For each of its uses, the local gradient times the upstream gradient; then add."
    }
    if example == nil { return Self.mean }
    if by.meaning == .weightedInput {
      return shortcut == nil
        ? "How far does a move when z moves, and how far C when a does?"
        : "Activation and cost are made for each other here: multiply out, and see what is left."
    }
    return isLocalGradient && by.meaning == .activation
      ? "If a grows a little, does C grow or fall, and how fast?" : Self.uses[by.meaning] ?? ""
  }
}
