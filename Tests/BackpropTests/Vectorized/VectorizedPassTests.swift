import Formulas
import Testing

@testable import Backprop

@Suite struct `The vectorized pass` {
  @Test func `It gives the costs and gradients of the reference networks`() throws {
    let cases = try ReferenceCase.all()
    #expect(cases.count == 56)
    for reference in cases {
      let pass = VectorizedPass(reference.objective)
      #expect(reference.complaint(pass.cost, "C") == nil)
      for (name, derivative) in zip(reference.objective.parameterNames, pass.gradient) {
        #expect(reference.complaint(derivative, "dC/d" + name) == nil)
      }
    }
  }

  @Test(arguments: [0.5, 1, 2, 4])
  func `It agrees with dual numbers on random networks`(spread: Double) {
    for seed in 0..<UInt64(50) {
      let objective = RandomObjective(spread: spread).draw(seed: seed)
      let pass = VectorizedPass(objective)
      let dual = PlainGradient.dual(objective)
      // Dual numbers carry ∂C/∂a through a vanishing ∂a/∂z, which leaves ∞ · 0 where the cost is a logarithm.
      guard dual.allSatisfy(\.isFinite) else { continue }
      let check = GradientCheck(
        trace: dual, magnitudes: PlainGradient.magnitudes(objective), vectorized: pass.gradient,
        numeric: dual.map { _ in nil })
      let wrong = check.parameters.first { $0.verdict != .agrees }
      #expect(wrong == nil, "seed \(seed): \(objective)")
      let cost = ForwardRun(objective).cost
      #expect((pass.cost - cost).magnitude <= 1e-12 * max(1, cost), "seed \(seed)")
    }
  }

  @Test func `An output that underflows has a finite slope where its logarithm has`() {
    // C = −ln σ(−800) = 800
    let single = Objective.neuron(.sigmoid, weight: -800, bias: 0, .crossEntropy, x: 1, y: 1)
    #expect(VectorizedPass(single).cost == 800)
    #expect(VectorizedPass(single).gradient == [-1, -1])
    // a = (1, e⁻⁸⁰⁰), and C = −ln a₂ − ln (1 − a₁) = 1600
    let pair = Objective(
      network: Network([Network.Layer(.softmax, weights: [[800], [0]], biases: [0, 0])]),
      cost: .binaryCrossEntropy, examples: [Example(inputs: [1.0], targets: [0, 1])])
    #expect(VectorizedPass(pair).cost == 1600)
    #expect(VectorizedPass(pair).gradient == [2, -2, 2, -2])
  }

  @Test func `A batch of one example three times is that example`() {
    for seed in 0..<UInt64(20) {
      var draw = RandomObjective()
      draw.mayHavePenalty = false
      let drawn = draw.draw(seed: seed)
      let one = Objective(
        network: drawn.network, cost: drawn.cost, examples: Array(drawn.examples.prefix(1)))
      let three = Objective(
        network: drawn.network, cost: drawn.cost, examples: Array(repeating: drawn.examples[0], count: 3))
      for (a, b) in zip(VectorizedPass(one).gradient, VectorizedPass(three).gradient) {
        #expect((a - b).magnitude <= 4 * Double.ulpOfOne * a.magnitude, "seed \(seed)")
      }
    }
  }

  @Test(arguments: [Activation.relu, .leaky])
  func `A z that only rounding keeps from 0 is on the kink`(activation: Activation) {
    // 0.1·0.2 + 0.1·0.8 − 0.1 is 1.4e-17
    let objective = Objective(
      network: Network([Network.Layer(activation, weights: [[0.2, 0.8]], biases: [-0.1])]),
      cost: .squaredError, examples: [Example(inputs: [0.1, 0.1], targets: [-1.0])])
    let sum: Double = 0.1 * 0.2 + 0.1 * 0.8 - 0.1
    #expect(sum != 0)
    #expect(ForwardRun(objective).states[0].weightedInputs[0][0] == 0)
    let slope: Double = activation == .relu ? 0 : 0.01
    #expect(VectorizedPass(objective).gradient[2] == 2 * slope)
  }
}
