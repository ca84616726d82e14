import Formulas

/// Which parameters the numeric gradient nudges: all of them, or a seeded sample where that would take too long.
struct ParameterSample {
  /// About a second: above so many multiply-adds in all, a sample has to do.
  static let budget = 1_000_000_000.0

  /// The parameters chosen, in ascending order.
  let indices: [Int]

  /// Chooses from the candidates, from every layer the same share of them, and at least one.
  init(of candidates: [Int], _ places: [ParameterPlace], in run: ForwardRun, budget: Double, seed: UInt64) {
    let layers = run.objective.network.layers
    let costs = layers.indices.map { run.multiplyAdds(movingLayer: $0) * Double(NumericGradient.runs) }
    let total = candidates.reduce(0) { $0 + costs[places[$1].layer] }
    guard total > budget else {
      indices = candidates
      return
    }
    var generator = SplitMix64(seed: seed)
    let share = budget / total
    let groups = Dictionary(grouping: candidates) { places[$0].layer }
    indices = layers.indices.flatMap { l -> ArraySlice<Int> in
      let group = (groups[l] ?? []).shuffled(using: &generator)
      return group.prefix(max(1, Int(share * Double(group.count))))
    }.sorted()
  }
}

extension ForwardRun {
  /// What it takes to run all examples again after one parameter of a layer has moved.
  fileprivate func multiplyAdds(movingLayer l: Int) -> Double {
    let layers = objective.network.layers
    let above = layers.dropFirst(l + 1).reduce(0) { $0 + $1.inputs * $1.neurons }
    return Double(states.count) * Double(layers[l].inputs + above)
  }
}
