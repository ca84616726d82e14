import Formulas
import Testing

@testable import Backprop

/// One neuron without a bias, whose output turns within a millionth of what its weight is moved by at first: ∂C/∂w from
/// 2 (a − y) σ′ x, and (a − y) x.
private let transitions: [(Activation, Double, Double, Cost, Double, Double)] = [
  (.sigmoid, 0, 300_000, .squaredError, 1, -75_000),
  (.sigmoid, -1e-9, 1e11, .binaryCrossEntropy, 0.25, -0.25e11),
  (.sigmoid, -0.00001, 300_000, .squaredError, 1, -25_820.470_317_556_678),
  (.tanh, 0, 1e6, .halfSquaredError, 0.5, -500_000),
]

@Suite struct `The numeric gradient` {
  @Test(arguments: [0.5, 1, 2])
  func `It bounds its own error`(spread: Double) {
    for seed in 0..<UInt64(40) {
      let objective = RandomObjective(spread: spread).draw(seed: seed)
      let exact = VectorizedPass(objective).gradient
      for (index, estimate) in NumericGradient(objective).estimates.enumerated() {
        guard case .slope(let value, let bound)? = estimate else { continue }
        #expect((value - exact[index]).magnitude <= bound, "seed \(seed), parameter \(index): \(objective)")
      }
    }
  }

  @Test func `Most often it is ten times nearer than its bound`() {
    var ratios: [Double] = []
    for seed in 0..<UInt64(40) {
      let objective = RandomObjective(activations: [.sigmoid, .tanh], outputs: [.sigmoid]).draw(seed: seed)
      let exact = VectorizedPass(objective).gradient
      for (index, estimate) in NumericGradient(objective).estimates.enumerated() {
        guard case .slope(let value, let bound)? = estimate else { continue }
        ratios.append((value - exact[index]).magnitude / bound)
      }
    }
    #expect(ratios.sorted()[ratios.count / 2] < 0.1)
  }

  @Test(arguments: transitions.indices)
  func `It sees what is narrower than its first step`(row: Int) {
    let (activation, weight, x, cost, y, derivative) = transitions[row]
    let objective = Objective.neuron(activation, weight: weight, bias: nil, cost, x: x, y: y)
    guard case .slope(let value, let bound)? = NumericGradient(objective).estimates[0] else {
      Issue.record("no slope")
      return
    }
    #expect((value - derivative).magnitude <= bound, "\(value), to within \(bound)")
    #expect(bound <= 1e-8 * derivative.magnitude, "\(bound)")
  }

  @Test func `A derivative of 0 at a cost of 0 is within its bound`() {
    // z = (1, 1), a = z, and the output 1·1 + 1·1 − 1 is the target
    let objective = Objective<Double>(
      network: Network([
        Network.Layer(.identity, weights: [[0.7], [0.1]], biases: [0.3, 0.9]),
        Network.Layer(.identity, weights: [[1, 1]], biases: [-1]),
      ]),
      cost: .meanSquaredError, examples: [Example(inputs: [1], targets: [1])])
    for estimate in NumericGradient(objective).estimates {
      guard case .slope(let value, let bound)? = estimate else {
        Issue.record("no slope")
        continue
      }
      #expect(value.magnitude <= bound)
    }
  }

  @Test func `A derivative of a polynomial is known to nearly all digits`() {
    // C = (w x − y)², ∂C/∂w = 2 (w x − y) x
    let objective = Objective.neuron(.identity, weight: 0.6, bias: nil, .squaredError, x: 1.5, y: 0.25)
    guard case .slope(let value, let bound)? = NumericGradient(objective).estimates[0] else {
      Issue.record("no slope")
      return
    }
    #expect((value - 1.95).magnitude <= bound)
    #expect(bound < 1e-10)
  }

  @Test func `A saturated neuron leaves it undecided, and a wider bound says so`() {
    let objective = Objective.neuron(.sigmoid, weight: 40, bias: 0, .halfSquaredError, x: 1, y: 0)
    for estimate in NumericGradient(objective).estimates {
      guard case .slope(let value, let bound)? = estimate else {
        Issue.record("no slope")
        continue
      }
      #expect(value == 0 && bound > 1e-18)
    }
  }

  @Test func `A cost without a finite value nearby leaves it unknown`() {
    // ln a with a = max(0, z) has no value for z ≤ 0
    let objective = Objective.neuron(.relu, weight: -1, bias: 0, .crossEntropy, x: 1, y: 1)
    for estimate in NumericGradient(objective).estimates {
      guard case .unknown? = estimate else {
        Issue.record("\(String(describing: estimate))")
        continue
      }
    }
  }

  @Test func `Only the parameters asked for are nudged`() {
    let objective = RandomObjective().draw(seed: 3)
    let gradient = NumericGradient(objective, of: [1])
    #expect(gradient.estimates.indices.filter { gradient.estimates[$0] != nil } == [1])
    #expect((gradient.sampledCount, gradient.candidateCount) == (1, 1))
  }

  @Test(
    arguments: [
      // One parameter of each layer takes 89,172 multiply-adds.
      (80_000, [0, 1, 2]), (25_000, [0, 1, 2]), (20_000, [0, 2]), (11_000, [2]), (1, [2]),
    ] as [(Double, Set<Int>)])
  func `Beyond its budget it takes the same sample again, of as many layers as four times the budget allows`(
    budget: Double, layers: Set<Int>
  ) {
    let usual: [Activation] = [.identity, .sigmoid, .tanh, .relu, .softplus, .leaky]
    let objective = RandomObjective(
      activations: usual, outputs: usual + [.softmax],
      costs: [
        .squaredError, .halfSquaredError, .meanSquaredError, .binaryCrossEntropy, .crossEntropy,
      ], widths: 4...6, depths: 3...3
    ).draw(seed: 5)
    let places = objective.network.parameterPlaces
    let samples = (0..<2).map { _ in NumericGradient(objective, budget: budget) }
    let sampled = samples.map { sample in sample.estimates.indices.filter { sample.estimates[$0] != nil } }
    #expect(sampled[0] == sampled[1])
    #expect(samples[0].sampledCount == sampled[0].count)
    #expect(samples[0].sampledCount < samples[0].candidateCount)
    #expect(samples[0].candidateCount == places.count)
    #expect(Set(sampled[0].map { places[$0].layer }) == layers)
  }
}

@Suite struct `A kink` {
  @Test func `It is named, with the slopes on both sides`() throws {
    // z = 1·1 − 1 = 0; C = ½ (a + 1)², so that the slope by z jumps from 0 to 1
    let objective = Objective.neuron(.relu, weight: 1, bias: -1, .halfSquaredError, x: 1, y: -1)
    for estimate in NumericGradient(objective).estimates {
      let kink = try #require(estimate?.kink)
      #expect(kink.quantity.name == "z1")
      #expect(kink.site.value == 0)
      let (below, above) = (try #require(kink.below), try #require(kink.above))
      #expect(below.value.magnitude <= below.bound)
      #expect((above.value - 1).magnitude <= above.bound && above.bound < 1e-5)
      #expect(kink.message.hasPrefix("z1 = 0 changes its sign within the step: the slope is 0 below and 1"))
    }
  }

  @Test func `A z of 1.4e-17 that is 0 in decimals is one`() throws {
    let objective = Objective(
      network: Network([Network.Layer(.relu, weights: [[0.5, 0.5], [0.2, 0.8]], biases: [1, -0.1])]),
      cost: .squaredError,
      examples: [
        Example(inputs: [1, 1], targets: [1, 1]), Example(inputs: [0.1, 0.1], targets: [1, 1]),
      ])
    let estimates = NumericGradient(objective).estimates
    #expect(estimates.map { $0?.kink?.quantity.name } == [nil, nil, "z1[2]@2", "z1[2]@2", nil, "z1[2]@2"])
  }

  @Test func `A neuron above the nudged one may be on it, and the weight below is told`() throws {
    // z1 = a1 = 2, z2 = 1·2 − 2 = 0
    let objective = Objective<Double>(
      network: Network([
        Network.Layer(.identity, weights: [[2]], biases: nil),
        Network.Layer(.relu, weights: [[1]], biases: [-2]),
      ]),
      cost: .squaredError, examples: [Example(inputs: [1], targets: [1])])
    let names = NumericGradient(objective).estimates.map { $0?.kink?.quantity.name }
    #expect(names == ["z2", "z2", "z2"])
  }

  @Test func `A weight whose input is 0 there is not on it`() {
    // z = 0 for the first example, which the weight does not reach
    let objective = Objective<Double>(
      network: Network([Network.Layer(.relu, weights: [[1]], biases: [0])]), cost: .squaredError,
      examples: [Example(inputs: [0], targets: [1]), Example(inputs: [1], targets: [2])])
    let estimates = NumericGradient(objective).estimates
    #expect(estimates.map { $0?.kink?.quantity.name } == [nil, "z1@1"])
    guard case .slope(let value, let bound)? = estimates[0] else {
      Issue.record("no slope")
      return
    }
    #expect((value + 1).magnitude <= bound)
  }

  @Test func `A leaky ReLU with the slope 1 has none`() {
    let line = Activation.leakyReLU(slope: Numeral(integer: 1))
    let objective = Objective.neuron(line, weight: 1, bias: -1, .halfSquaredError, x: 1, y: -1)
    for estimate in NumericGradient(objective).estimates {
      guard case .slope(let value, let bound)? = estimate else {
        Issue.record("no slope")
        continue
      }
      #expect((value - 1).magnitude <= bound)
    }
  }

  @Test func `A kink near by is passed by with a smaller step`() {
    let objective = Objective.neuron(.relu, weight: 1, bias: -0.9999, .halfSquaredError, x: 1, y: -1)
    let exact = VectorizedPass(objective).gradient
    for (index, estimate) in NumericGradient(objective).estimates.enumerated() {
      guard case .slope(let value, let bound)? = estimate else {
        Issue.record("no slope")
        continue
      }
      #expect((value - exact[index]).magnitude <= bound)
    }
  }

  @Test func `A penalized weight of 0 is one, and where none is penalized it is not`() {
    let penalties: [(Penalty<Double>, String?)] = [
      (Penalty(l2: 0, l1: 0.5), "w1[1,2]"), (Penalty(l2: 0.5, l1: 0), nil),
    ]
    for (penalty, name) in penalties {
      let objective = Objective(
        network: Network([Network.Layer(.sigmoid, weights: [[0.5, 0]], biases: [0])]), cost: .squaredError,
        examples: [Example(inputs: [1, 2], targets: [1])], penalty: penalty)
      let estimates = NumericGradient(objective).estimates
      #expect(estimates.map { $0?.kink?.quantity.name } == [nil, name, nil])
    }
  }
}

extension NumericGradient.Estimate {
  var kink: Kink? { if case .kink(let kink) = self { kink } else { nil } }
}

extension Objective<Double> {
  /// One neuron with one input.
  static func neuron(
    _ activation: Activation, weight: Double, bias: Double?, _ cost: Cost, x: Double, y: Double
  ) -> Objective {
    Objective(
      network: Network([Network.Layer(activation, weights: [[weight]], biases: bias.map { [$0] })]),
      cost: cost,
      examples: [Example(inputs: [x], targets: [y])])
  }
}
