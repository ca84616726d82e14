import Formulas

/// From symbols back to ids.
extension Layout {
  /// The quantity that a symbol stands for; `nil` for what is none of a network's.
  package func id(of symbol: Symbol) -> ID? {
    let (j, k) = (symbol.indices.first ?? 1, symbol.indices.count > 1 ? symbol.indices[1] : 1)
    switch symbol.meaning {
    case .weight:
      guard let layer = symbol.layer, layer > 0, hasNeuron(layer, j), hasNeuron(layer - 1, k) else {
        return nil
      }
      return weight(layer, j - 1, k - 1)
    case .bias:
      guard let layer = symbol.layer, layer > 0, hasNeuron(layer, j) else { return nil }
      return bias(layer, j - 1)
    case .weightedInput:
      guard let layer = symbol.layer, layer > 0, hasNeuron(layer, j) else { return nil }
      return weightedInput(layer, j - 1)
    case .activation:
      guard let layer = symbol.layer, hasNeuron(layer, j) else { return nil }
      return activation(layer, j - 1)
    case .cost: return symbol.example != nil || !costHasParts ? exampleCost : cost
    case .penalty: return hasPenalty ? penalty : nil
    case .target, .learningRate, .newWeight, .newBias, .newCost, .otherTerms, .path, .gradient,
      .weightMatrix, .error, .jacobian, .ones, .squaredGradient, .squaredWeightGradient, .entry, .named,
      .newNamed:
      return nil
    }
  }

  private func hasNeuron(_ layer: Int, _ j: Int) -> Bool {
    widths.indices.contains(layer) && (1...max(1, widths[layer])).contains(j)
  }
}
