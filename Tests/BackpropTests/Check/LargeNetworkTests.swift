import Formulas
import Testing

@testable import Backprop

/// What is kept small or left out where networks and sets of examples are large, against the plain way.
@Suite struct `Of a large network` {
  @Test func `The place of a parameter is where it stands`() {
    for seed in 0..<UInt64(20) {
      let network = RandomObjective().draw(seed: seed).network
      let plain = network.layers.enumerated().flatMap { l, layer in
        let weights = (0..<layer.neurons).flatMap { j in
          (0..<layer.inputs).map { ParameterPlace(layer: l, neuron: j, input: $0) }
        }
        return weights
          + (0..<(layer.biases?.count ?? 0)).map { ParameterPlace(layer: l, neuron: $0, input: nil) }
      }
      #expect(Array(network.parameterPlaces) == plain, "seed \(seed)")
    }
  }

  @Test func `A quantity is found by its name, and by no other`() {
    for seed in 0..<UInt64(20) {
      let layout = Layout(RandomObjective().draw(seed: seed))
      for id in 0..<layout.count where id != layout.penalty || layout.hasPenalty {
        for example in layout.isShared(id) ? [nil] : (0..<layout.exampleCount).map({ $0 }) {
          let name = layout.symbol(id, example: example).name
          let found = layout.quantity(named: name)
          #expect(found?.id == id && found?.example == example, "seed \(seed), \(name)")
          for wrong in ["\(name)[1]", "\(name)@9", "0\(name)", "\(name.dropLast())", "\(name)x"] {
            #expect(layout.quantity(named: wrong)?.id != id, "seed \(seed), \(wrong)")
          }
        }
      }
    }
  }

  @Test func `An estimate comes out as it was put in`() throws {
    let kinked = Objective.neuron(.relu, weight: 1, bias: -1, .halfSquaredError, x: 1, y: -1)
    let kink = try #require(NumericGradient(kinked).estimates[0])
    let put: [NumericGradient.Estimate?] = [.slope(2, bound: 0), nil, kink, .unknown, .slope(-0.5, bound: 3)]
    var estimates = NumericGradient.Estimates(put)
    func described() -> [String] { estimates.map { "\($0 as Any)" } }
    #expect(described() == put.map { "\($0 as Any)" })
    // In the place of each other.
    for (place, estimate) in put.reversed().enumerated() { estimates[place] = estimate }
    #expect(described() == put.reversed().map { "\($0 as Any)" })
  }

  @Test func `The gradient is the same however many examples the matrices take at once`() {
    for seed in 0..<UInt64(40) {
      let objective = RandomObjective().draw(seed: seed)
      let (whole, one) = (VectorizedPass(objective), VectorizedPass(objective, mostNeurons: 1))
      let sizes = PlainGradient.magnitudes(objective)
      for (place, (a, b)) in zip(whole.gradient, one.gradient).enumerated() {
        #expect((a - b).magnitude <= 16 * .ulpOfOne * sizes[place], "seed \(seed)")
      }
      #expect((whole.cost - one.cost).magnitude <= 4 * .ulpOfOne * whole.cost.magnitude, "seed \(seed)")
    }
  }

  @Test(arguments: Cost.allCases)
  func `To judge a softmax of twice as many outputs takes four times as long`(cost: Cost) {
    func operations(_ outputs: Int) -> Double {
      let row = Array(repeating: [0.1], count: outputs)
      let objective = Objective<Double>(
        network: Network([Network.Layer(.softmax, weights: row, biases: nil)]), cost: cost,
        examples: [Example(inputs: [1], targets: Array(repeating: 0.5, count: outputs))])
      return ForwardRun(objective).operations
    }
    #expect((3.5...4).contains(operations(2_000) / operations(1_000)))
  }
}
