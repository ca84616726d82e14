import Formulas

/// The ids that symbols stand for.
extension Layout {
  /// The quantity that a symbol stands for; `nil` for what is none of a network's.
  package func id(of symbol: Symbol) -> ID? {
    let (j, k) = (symbol.indices.first ?? 1, symbol.indices.count > 1 ? symbol.indices[1] : 1)
    if symbol.meaning == .cost { return symbol.example != nil || !costHasParts ? exampleCost : cost }
    if symbol.meaning == .penalty { return hasPenalty ? penalty : nil }
    guard let layer = symbol.layer, hasNeuron(layer, j) else { return nil }
    if symbol.meaning == .activation { return activation(layer, j - 1) }
    guard layer > 0 else { return nil }
    if symbol.meaning == .weightedInput { return weightedInput(layer, j - 1) }
    if symbol.meaning == .bias { return bias(layer, j - 1) }
    return symbol.meaning == .weight && hasNeuron(layer - 1, k) ? weight(layer, j - 1, k - 1) : nil
  }

  private func hasNeuron(_ layer: Int, _ j: Int) -> Bool {
    widths.indices.contains(layer) && (1...max(1, widths[layer])).contains(j)
  }
}
