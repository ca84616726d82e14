import Formulas

/// Which parameters the numeric gradient nudges: all of them, or a seeded sample where that would take too long.
struct ParameterSample {
  /// About a second: above so many multiply-adds in all, a sample has to do.
  static let budget = 1_000_000_000.0

  /// The parameters chosen, in ascending order.
  let indices: [Int]

  /// Chooses from the candidates, from every layer the same share of them, and at least one.
  init(of candidates: [Int], _ places: [ParameterPlace], in run: ForwardRun, budget: Double, seed: UInt64) {
    let runs = Double(NumericGradient.runs)
    let total = candidates.reduce(0) { $0 + run.operations(moving: places[$1]) * runs }
    guard total > budget else {
      indices = candidates
      return
    }
    var generator = SplitMix64(seed: seed)
    let share = budget / total
    let groups = Dictionary(grouping: candidates) { places[$0].layer }
    indices = run.layers.indices.flatMap { l -> ArraySlice<Int> in
      var group = groups[l] ?? []
      group.shuffle(byNumbersOf: &generator)
      return group.prefix(max(1, Int(share * Double(group.count))))
    }.sorted()
  }
}

extension ForwardRun {
  /// An activation, e^z above all, takes as long as so many multiply-adds; measured.
  private static let activationCost = 10

  /// What it takes, in multiply-adds, to run all examples again after one parameter has moved.
  func operations(moving place: ParameterPlace) -> Double {
    // The z that move first, and the layers above, which are run whole (see `MovedNeuron`).
    let l = place.layer
    let first = layers[l].mixesNeurons || l == layers.count - 1 ? l : l + 1
    let own = first == l ? 1 : 1 + Self.activationCost
    return Double(states.count)
      * Double(own + layers[first].neurons * (1 + Self.activationCost) + wholeRuns(above: first))
  }

  /// What it takes to run all examples.
  var operations: Double { Double(states.count) * Double(wholeRuns(above: -1)) }

  private func wholeRuns(above l: Int) -> Int {
    layers.dropFirst(l + 1).reduce(0) { $0 + ($1.inputs + Self.activationCost) * $1.neurons }
  }
}
