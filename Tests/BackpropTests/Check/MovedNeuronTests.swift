import Formulas
import Testing

@testable import Backprop

/// Networks of every kind that the update of a z may meet.
private let kinds: [(name: String, networks: RandomObjective)] = [
  ("of all kinds", RandomObjective()), ("with large weights", RandomObjective(spread: 3)),
  ("deep and narrow", RandomObjective(widths: 1...1, depths: 4...6)),
  ("deep", RandomObjective(widths: 2...5, depths: 3...4)),
  ("with softmax below", RandomObjective(activations: [.softmax], depths: 2...3)),
  ("with many kinks", RandomObjective(activations: [.relu, .leaky], outputs: [.relu], depths: 2...4)),
]

@Suite struct `A moved neuron` {
  @Test(arguments: kinds.indices)
  func `It costs what a whole run costs, and crosses the same kinks`(kind: Int) {
    for seed in 0..<UInt64(5) {
      let objective = kinds[kind].networks.draw(seed: seed)
      let plain = PlainNumericGradient(objective)
      for (index, place) in objective.network.parameterPlaces.enumerated() {
        let old = objective.network.parameters[index]
        var neuron = MovedNeuron<Double>(place.layer, place.neuron, of: plain.run)
        for change in [0.125, -1e-4] {
          let want = plain.moved(index, to: old + change)
          var crossed: [Kink.Place] = []
          var costs: [Double] = []
          for (example, state) in plain.run.states.enumerated() {
            let slope = place.input.map { state.activations[place.layer][$0] } ?? 1
            costs.append(neuron.result(of: example, movedBy: (old + change - old) * slope, &crossed))
          }
          let cost = costs.reduce(0) { $0 + $1 / Double(objective.n) } + want.run.penalty
          let why = "\(kinds[kind].name), seed \(seed), parameter \(index), by \(change)"
          // Some roundings of the largest numbers that enter the costs.
          let scale = max(plain.run.scale, want.run.scale)
          let isNear = (cost - want.run.cost).magnitude <= 12 * Double.ulpOfOne * scale
          let isSame = cost == want.run.cost || cost.isNaN && want.run.cost.isNaN
          #expect(isSame || isNear, "\(why): \(cost), not \(want.run.cost), to \(scale) ε")
          #expect(Set(crossed) == want.crossed.filter { !$0.isWeight }, "\(why)")
        }
      }
    }
  }

  @Test(arguments: kinds.indices)
  func `Its slopes are those of whole runs`(kind: Int) {
    for seed in 0..<UInt64(4) {
      let objective = kinds[kind].networks.draw(seed: seed)
      let plain = PlainNumericGradient(objective)
      for (index, estimate) in NumericGradient(objective).estimates.enumerated() {
        let why = "\(kinds[kind].name), seed \(seed), parameter \(index)"
        guard case .slope(let value, let bound)? = estimate, let want = plain.slope(index) else {
          #expect(plain.slope(index) == nil, "\(why)")
          continue
        }
        #expect((value - want.value).magnitude <= bound + 16 * want.bound, "\(why)")
      }
    }
  }
}

extension Kink.Place {
  fileprivate var isWeight: Bool { if case .weight = self { true } else { false } }
}

extension ForwardRun {
  /// R.
  fileprivate var penalty: Double {
    let weights = objective.network.layers.flatMap(\.weights)
    return objective.penalty.map { WeightDecay($0, examples: objective.n).output(weights) } ?? 0
  }
}
