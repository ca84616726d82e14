import Backprop
import Formulas

extension Line {
  /// The first hint.
  var nudge: SessionPhrase.Nudge {
    switch (step, name) {
    case (nil, _): isCompound ? .paths : .newForward
    case (.update(_, .parameter), _): .step
    case (.update, _): .state
    case (.value, .symbol(let symbol)): isMean(symbol) ? .mean : Self.values[symbol.meaning] ?? .definition
    case (.factor, .partial(let of, let by)):
      if of.meaning == .activation, of.indices != by.indices {
        .softmax
      } else {
        Self.localGradients[of.meaning] ?? Self.uses[by.meaning] ?? .change
      }
    case (.total, .partial(let cost, let by)): nudge(toDerivativeOf: cost, by: by)
    case (.value, _): .definition
    case (.factor, _), (.total, _): .change
    }
  }

  private static let values: [Symbol.Meaning: SessionPhrase.Nudge] = [
    .weightedInput: .weightedInput, .activation: .activation, .cost: .cost, .penalty: .penalty,
  ]
  private static let localGradients: [Symbol.Meaning: SessionPhrase.Nudge] = [
    .activation: .slope, .penalty: .penaltySlope,
  ]
  private static let uses: [Symbol.Meaning: SessionPhrase.Nudge] = [
    .weight: .weight, .bias: .bias, .activation: .feeds,
  ]

  private func isMean(_ symbol: Symbol) -> Bool { symbol.meaning == .cost && example == nil }

  private func nudge(toDerivativeOf cost: Symbol, by: Symbol) -> SessionPhrase.Nudge {
    guard cost.meaning == .cost else { return .uses }
    if example == nil { return .mean }
    if by.meaning == .weightedInput { return shortcut == nil ? .error : .cancelled }
    return isLocalGradient && by.meaning == .activation ? .costSlope : Self.uses[by.meaning] ?? .change
  }
}
