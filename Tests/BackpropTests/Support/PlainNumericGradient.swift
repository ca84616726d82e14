import Formulas

@testable import Backprop

/// The numeric gradient the obvious slow way, to judge the fast one by: the whole network once for each nudge.
struct PlainNumericGradient {
  let objective: Objective<Double>
  let run: ForwardRun
  private let values: [Double]
  private let places: ParameterPlaces

  init(_ objective: Objective<Double>) {
    self.objective = objective
    run = ForwardRun(objective)
    values = objective.network.parameters
    places = objective.network.parameterPlaces
  }

  /// The whole run with one parameter as it is given, and what changed its sign on the way.
  func moved(_ index: Int, to value: Double) -> (run: ForwardRun, crossed: Set<Kink.Place>) {
    var objective = objective
    var parameters = values
    parameters[index] = value
    objective.network.parameters = parameters
    let moved = ForwardRun(objective)
    var crossed: Set<Kink.Place> = []
    for (example, state) in run.states.enumerated() {
      for (l, layer) in objective.network.layers.enumerated() where layer.activation.rule.hasKink {
        for j in 0..<layer.neurons {
          let (old, new) = (state.weightedInputs[l][j], moved.states[example].weightedInputs[l][j])
          if old != new, old * new <= 0 {
            crossed.insert(.neuron(layer: l, neuron: j, example: example))
          }
        }
      }
    }
    let old = values[index]
    if places[index].input != nil, objective.penalty?.l1 ?? 0 > 0, old != value, old * value <= 0 {
      crossed.insert(.weight(places[index]))
    }
    return (moved, crossed)
  }

  /// Richardson's slope over the surest of seven steps, each of which says by itself how sure it is.
  ///
  /// The result is `nil` where every step crosses a kink.
  func slope(_ index: Int) -> (value: Double, bound: Double)? {
    let value = values[index]
    var best: (value: Double, bound: Double)?
    for k in 0...6 {
      let h = Self.firstStep * max(1, value.magnitude) / Double(1 << (2 * k))
      let moves = [h, -h, h / 2, -h / 2].map { moved(index, to: value + $0) }
      guard moves.allSatisfy(\.crossed.isEmpty) else { continue }
      let costs = moves.map(\.run.cost)
      let wide = (costs[0] - costs[1]) / ((value + h) - (value - h))
      let narrow = (costs[2] - costs[3]) / ((value + h / 2) - (value - h / 2))
      let slope = (4 * narrow - wide) / 3
      let bound = (wide - narrow).magnitude + 40 * Double.ulpOfOne * run.scale / h
      if slope.isFinite, bound < best?.bound ?? .infinity { best = (slope, bound) }
    }
    return best
  }

  /// 4 ε^(1/5).
  private static let firstStep = 4 * 0x1p-10 * 0.757_858_283_255_199
}

extension ForwardRun {
  /// C, the mean over the examples or their sum, plus R.
  var cost: Double {
    let costs = zip(states, objective.examples).map { state, example in
      let outputs = objective.network.layers.last?.activation.rule.activations(
        state.weightedInputs.last ?? [])
      return objective.cost.rule.cost(outputs ?? [], example.targets)
    }
    let weights = objective.network.layers.flatMap(\.weights)
    let decay = objective.penalty.map { WeightDecay($0, examples: objective.n).output(weights) }
    return costs.reduce(0) { $0 + $1 / Double(objective.n) } + (decay ?? 0)
  }

  /// How large the numbers are that the costs are made of.
  var scale: Double {
    let z = states.flatMap { $0.weightedInputs.last ?? [] } + objective.examples.flatMap(\.targets)
    let largest = z.reduce(1) { max($0, $1.magnitude) }
    return Double(z.count) * largest * largest + cost.magnitude
  }
}
