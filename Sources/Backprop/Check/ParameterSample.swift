import Formulas

/// Which parameters the numeric gradient nudges: all of them, or a seeded sample where that would take too long.
struct ParameterSample {
  /// About a second: above so many multiply-adds in all, a sample has to do.
  static let budget = 1_000_000_000.0
  /// How many times that may be taken to nudge a parameter of every layer.
  private static let mostOverBudget = 4.0

  /// The parameters chosen, in ascending order.
  let indices: [Int]

  /// Chooses from the candidates, from every layer the same share of them and at least one; where one of each layer would
  /// take far more than the budget, at least one of every second layer, or third, and so on, the last layer among them.
  init(of candidates: [Int], _ places: ParameterPlaces, in run: ForwardRun, budget: Double, seed: UInt64) {
    let runs = Double(NumericGradient.runs)
    let total = candidates.reduce(0) { $0 + run.operations(moving: places[$1]) * runs }
    guard total > budget else {
      indices = candidates
      return
    }
    var generator = SplitMix64(seed: seed)
    let share = budget / total
    let groups = Dictionary(grouping: candidates) { places[$0].layer }.sorted { $0.key < $1.key }.map(\.value)
    let oneOfEach = groups.reduce(0) { sum, group in
      sum + (group.first.map { run.operations(moving: places[$0]) * runs } ?? 0)
    }
    let step = Int(max(1, (oneOfEach / (Self.mostOverBudget * budget)).rounded(.up)))
    indices = groups.enumerated().flatMap { place, group -> ArraySlice<Int> in
      var group = group
      group.shuffle(byNumbersOf: &generator)
      let least = (groups.count - 1 - place) % step == 0 ? 1 : 0
      return group.prefix(max(least, Int(share * Double(group.count))))
    }.sorted()
  }
}

extension ForwardRun {
  /// An activation, e^z above all, takes as long as so many multiply-adds; measured.
  fileprivate static let activationCost = 10

  /// What it takes, in multiply-adds, to run all examples again after one parameter has moved.
  func operations(moving place: ParameterPlace) -> Double {
    // The z that move first, and the layers above, which are run whole (see `MovedNeuron`).
    let l = place.layer
    let first = layers[l].mixesNeurons || l == layers.count - 1 || !isPlain ? l : l + 1
    let own = first == l ? 1 : 1 + Self.activationCost
    return Double(states.count)
      * Double(
        own + layers[first].neurons * (1 + Self.activationCost) + wholeRuns(above: first) + costOperations)
  }

  /// What it takes to run all examples.
  var operations: Double { Double(states.count) * Double(wholeRuns(above: -1) + costOperations) }

  private func wholeRuns(above l: Int) -> Int {
    layers.dropFirst(l + 1).reduce(0) { $0 + ($1.inputs + Self.activationCost) * $1.neurons }
  }
}

extension Objective<Double> {
  /// What it takes to judge the outputs of an example, in multiply-adds: what is read of one output of a softmax, 1 − a or
  /// ln a, goes over all of them.
  var costOperations: Int {
    guard let last = network.layers.last, last.activation.rule.mixesNeurons else { return 0 }
    let logarithms = cost.rule.logarithmCount
    guard logarithms == 1 else {
      return last.neurons * last.neurons * max(1, logarithms * ForwardRun.activationCost)
    }
    // An output whose target is 0 is left out.
    let counted = examples.reduce(0) { $0 + $1.targets.count { $0 != 0 } }
    return counted * last.neurons * ForwardRun.activationCost / max(1, examples.count)
  }
}
