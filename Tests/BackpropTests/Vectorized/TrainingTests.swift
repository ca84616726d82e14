import Testing

@testable import Backprop

@Suite struct `Stochastic gradient descent` {
  @Test(arguments: [true, false], [1, 2, 3])
  func `A step goes down the gradient of the trace`(trainsBiases: Bool, size: Int) throws {
    for seed in 0..<UInt64(60) {
      let objective = RandomObjective(spread: 0.7).draw(seed: seed)
      var training = Training(objective, learningRate: 0.1, trainsBiases: trainsBiases)
      var slow = objective
      for step in 0..<4 {
        let batch = (0..<size).map { (step + 2 * $0 + Int(seed)) % objective.examples.count }
        guard let next = try? slowStep(slow, batch, rate: 0.1, trainsBiases: trainsBiases),
          next.parameters.allSatisfy(\.isFinite)
        else { break }
        training.step(batch)
        slow.network = next
        // Rounding grows by a little in each step.
        let far = zip(training.network.parameters, next.parameters).first {
          ($0 - $1).magnitude > 1e-11 * max(1, $1.magnitude)
        }
        #expect(far == nil, "seed \(seed), step \(step): \(objective)")
      }
    }
  }

  @Test func `A slice of places will do, and no places change nothing`() {
    let objective = RandomObjective().draw(seed: 3)
    var training = Training(objective, learningRate: 0.1)
    let before = training.network.parameters
    training.step([])
    #expect(training.network.parameters == before)
    var other = training
    training.step([0])
    other.step(Array(repeating: 0, count: 5)[2..<3])
    #expect(training.network.parameters == other.network.parameters)
    #expect(training.network.parameters != before)
  }

  @Test func `Examples that stand together are taken as others are`() {
    for seed in 0..<UInt64(40) {
      let objective = RandomObjective(spread: 0.7).draw(seed: seed)
      var (together, apart) = (Training(objective, learningRate: 0.1), Training(objective, learningRate: 0.1))
      let n = objective.examples.count
      for batch in [0..<n, (n - 1)..<n, 0..<1, 0..<0] {
        together.step(batch)
        apart.step(Array(batch))
        let (a, b) = (together.network.parameters, apart.network.parameters)
        #expect(zip(a, b).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }, "seed \(seed), \(batch)")
      }
    }
  }

  @Test(arguments: [Activation.relu, .leakyReLU(slope: .hundredth), .sigmoid, .softmax, .identity])
  func `What has left the doubles is no result, whatever an activation makes of it`(activation: Activation) {
    let layer = Network<Double>.Layer(activation, weights: [[2]], biases: [1])
    let objective = Objective(
      network: Network([layer]), cost: .squaredError, examples: [Example(inputs: [3], targets: [1.0])])
    for spoilt in [[-Double.infinity, 1], [.infinity, 1], [.nan, 1], [2, .nan], [2, -.infinity]] {
      var broken = objective
      broken.network.parameters = spoilt
      var training = Training(broken, learningRate: 1)
      #expect(!training.evaluation().cost.isFinite, "\(spoilt)")
    }
    var training = Training(objective, learningRate: 1)
    #expect(training.evaluation().cost.isFinite)
  }

  @Test func `A penalized weight of 0 is moved by the examples alone`() {
    // One neuron without an input that counts: ∂C/∂w = 0.
    let layer = Network<Double>.Layer(.identity, weights: [[0, 2]], biases: nil)
    let objective = Objective(
      network: Network([layer]), cost: .squaredError, examples: [Example(inputs: [0, 0], targets: [0.0])],
      penalty: Penalty(l2: 0.5, l1: 0.25))
    var training = Training(objective, learningRate: 0.1)
    training.step([0])
    #expect(training.network.parameters[0] == 0)
    // 2 − 0.1 (0.5 · 2 + 0.25)
    #expect((training.network.parameters[1] - 1.875).magnitude < 1e-15)
  }

  @Test func `The penalty's n is the size of the whole set, not of the batch`() {
    let layer = Network<Double>.Layer(.identity, weights: [[2]], biases: nil)
    let objective = Objective(
      network: Network([layer]), cost: .squaredError,
      examples: Array(repeating: Example(inputs: [0], targets: [0.0]), count: 5),
      penalty: Penalty(l2: 1, l1: nil))
    var training = Training(objective, learningRate: 0.5)
    training.step([0, 1])
    // 2 − 0.5 · (1/5) · 2
    #expect((training.network.parameters[0] - 1.8).magnitude < 1e-15)
  }

  @Test func `The cost of the set is that of the vectorized pass, in blocks as well`() {
    for seed in 0..<UInt64(20) {
      let drawn = RandomObjective().draw(seed: seed)
      let many = (0..<700).map { drawn.examples[$0 % drawn.examples.count] }
      for examples in [drawn.examples, many] {
        let objective = Objective(
          network: drawn.network, cost: drawn.cost, examples: examples, penalty: drawn.penalty,
          reduction: drawn.reduction)
        var training = Training(objective, learningRate: 0.1)
        let cost = VectorizedPass(objective).cost
        #expect((training.evaluation().cost - cost).magnitude <= 1e-12 * max(1, cost), "seed \(seed)")
        var other = Training(drawn, learningRate: 0.1)
        let evaluated = other.evaluation(of: ExampleMatrix(examples)).cost
        #expect((evaluated - cost).magnitude <= 1e-12 * max(1, cost), "seed \(seed)")
      }
    }
  }

  @Test func `An evaluation between two steps leaves them as they are`() {
    let objective = RandomObjective().draw(seed: 4)
    var plain = Training(objective, learningRate: 0.1)
    var evaluated = plain
    for _ in 0..<3 {
      plain.step([0])
      evaluated.step([0])
      _ = evaluated.evaluation()
    }
    #expect(plain.network.parameters == evaluated.network.parameters)
  }

  @Test(arguments: [
    ([[1, 0], [0, 1]], 2), ([[0, 1], [0, 1]], 1), ([[0, 1], [1, 0]], 0), ([[0.5, 0.5], [0, 1]], nil),
    ([[1, 1], [0, 1]], nil), ([[0, 0], [0, 1]], nil), ([[2, -1], [0, 1]], nil),
  ])
  func `An example is right where the largest output is at the 1`(targets: [[Double]], correct: Int?) {
    // The outputs are the inputs: (0.6, 0.4) and (−3, −2).
    let layer = Network<Double>.Layer(.identity, weights: [[1, 0], [0, 1]], biases: nil)
    let examples = zip([[0.6, 0.4], [-3, -2]], targets).map { Example(inputs: $0, targets: $1) }
    var training = Training(
      Objective(network: Network([layer]), cost: .squaredError, examples: examples), learningRate: 1)
    #expect(training.evaluation().correct == correct)
  }

  @Test func `Right examples are counted in every block`() {
    // The outputs are the inputs; the first 256 examples are right, and of the rest every third.
    let layer = Network<Double>.Layer(.identity, weights: [[1, 0], [0, 1]], biases: nil)
    let examples = (0..<600).map { x in
      Example(inputs: [1.0, 0], targets: x < 256 || x % 3 == 0 ? [1, 0] : [0, 1])
    }
    var training = Training(
      Objective(network: Network([layer]), cost: .squaredError, examples: examples), learningRate: 1)
    #expect(training.evaluation().correct == 256 + (256..<600).count { $0 % 3 == 0 })
  }

  @Test func `Of a single output nobody says whether it is right`() {
    let objective = Objective.neuron(.sigmoid, weight: 1, bias: 0, .squaredError, x: 1, y: 1)
    var training = Training(objective, learningRate: 1)
    #expect(training.evaluation().correct == nil)
  }

  @Test func `The cost falls`() {
    let objective = RandomObjective(
      outputs: [.sigmoid], costs: [.halfSquaredError], widths: 3...3, depths: 2...2, mayHavePenalty: false
    ).draw(seed: 7)
    var training = Training(objective, learningRate: 0.5)
    let before = training.evaluation().cost
    for _ in 0..<200 { training.step(objective.examples.indices) }
    #expect(training.evaluation().cost < before)
  }
}

/// The network after a step, from the trace's gradient of a batch without a penalty and the penalty's by hand.
private func slowStep(
  _ objective: Objective<Double>, _ batch: [Int], rate: Double, trainsBiases: Bool
) throws -> Network<Double> {
  let part = Objective(
    network: objective.network, cost: objective.cost, examples: batch.map { objective.examples[$0] },
    reduction: objective.reduction)
  let gradient = try Backpropagation(part).gradient
  // Of the penalty beside a sum, a batch takes as much as it is of the set.
  let n = Double(objective.examples.count) / (objective.reduction == .mean ? 1 : Double(batch.count))
  let (l2, l1) = (objective.penalty?.l2 ?? 0, objective.penalty?.l1 ?? 0)
  var network = objective.network
  network.parameters = zip(network.parameters, zip(network.parameterPlaces, gradient)).map { old, slope in
    guard slope.0.input != nil else { return trainsBiases ? old - rate * slope.1 : old }
    let sign: Double = old > 0 ? 1 : old < 0 ? -1 : 0
    return old - rate * slope.1 - rate * (l2 / n) * old - rate * (l1 / n) * sign
  }
  return network
}
