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
        var neuron = MovedNeuron(place.layer, place.neuron, of: plain.run)
        for change in [0.125, -1e-4] {
          var crossed: [Kink.Place] = []
          let cost = neuron.cost(moving: place.input, from: old, to: old + change, &crossed)
          let want = plain.moved(index, to: old + change)
          let why = "\(kinds[kind].name), seed \(seed), parameter \(index), by \(change)"
          // Some roundings of the largest numbers that enter the costs: a third of what the bound of a slope allows.
          let scale = max(plain.run.scale, want.run.scale)
          let isNear = (cost - want.run.cost).magnitude <= 12 * Double.ulpOfOne * scale
          let isSame = cost == want.run.cost || cost.isNaN && want.run.cost.isNaN
          #expect(isSame || isNear, "\(why): \(cost), not \(want.run.cost), to \(scale) ε")
          #expect(Set(crossed) == want.crossed, "\(why)")
        }
      }
    }
  }

  @Test(arguments: kinds.indices)
  func `Its slopes are those of whole runs, as sure as they`(kind: Int) {
    for seed in 0..<UInt64(4) {
      let objective = kinds[kind].networks.draw(seed: seed)
      let plain = PlainNumericGradient(objective)
      for (index, estimate) in NumericGradient(objective).estimates.enumerated() {
        let why = "\(kinds[kind].name), seed \(seed), parameter \(index)"
        guard case .slope(let value, let bound)? = estimate, let want = plain.slope(index) else {
          #expect(plain.slope(index) == nil, "\(why)")
          continue
        }
        #expect((value - want.value).magnitude <= max(bound, want.bound), "\(why)")
        #expect(bound <= 2 * want.bound && want.bound <= 2 * bound, "\(why): \(bound), \(want.bound)")
      }
    }
  }
}

extension ForwardRun {
  fileprivate var scale: Double { max(cost.magnitude, roundingScale) }
}
