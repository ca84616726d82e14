import Formulas
import Testing

@testable import Backprop

extension Objective<Double> {
  /// The same with dropout and skips here and there, in the last layer as well.
  fileprivate func withOutputs(seed: UInt64) -> Objective {
    var random = SplitMix64(seed: seed)
    let layers = network.layers.map { layer in
      let masks = (0..<(Bool.random(using: &random) ? 1 : examples.count)).map { _ in
        (0..<layer.neurons).map { _ in Bool.random(using: &random) }
      }
      let keep = Numeral(rounding: Double.random(in: 0.2...1, using: &random), digits: 2)
      let dropout = Bool.random(using: &random) ? keep.map { Dropout(keep: $0, masks: masks) } : nil
      let hasSkip = layer.inputs == layer.neurons && Bool.random(using: &random)
      return Network<Double>.Layer(
        layer.activation, inputs: layer.inputs, neurons: layer.neurons, weights: layer.weights,
        biases: layer.biases, output: LayerOutput(dropout: dropout, hasSkip: hasSkip))
    }
    return Objective(network: Network(layers), cost: cost, examples: examples, penalty: penalty)
  }
}

@Test(arguments: 1...60 as ClosedRange<UInt64>)
private func `With dropout and skips trace, matrices and nudges agree`(seed: UInt64) throws {
  var draw = RandomObjective()
  draw.outputs.removeAll { $0 == .softmax }
  draw.costs.removeAll(where: \.takesLogarithms)
  draw.widths = 1...3
  draw.depths = 1...4
  let objective = draw.draw(seed: seed).withOutputs(seed: seed)
  let result = try Backpropagation(objective)
  let matrices = VectorizedPass(objective)
  #expect((matrices.cost - result.cost).magnitude <= 1e-12 * max(1, result.cost.magnitude))
  let check = GradientCheck(
    trace: result.gradient, magnitudes: result.roundingErrors(), vectorized: matrices.gradient,
    numeric: NumericGradient(objective).estimates)
  #expect(check.parameters.allSatisfy { [.agrees, .kink].contains($0.verdict) })
}

@Test func `A neuron that is dropped passes nothing on, and nothing comes back through it but by a skip`()
  throws
{
  let dropout = Dropout(keep: Numeral(integer: 1), masks: [[false]])
  func gradient(hasSkip: Bool) throws -> [Double] {
    try Backpropagation(
      Objective(
        network: Network([
          Network.Layer(.tanh, weights: [[3]], biases: [1]),
          Network.Layer(
            .sigmoid, weights: [[2]], biases: [1], output: LayerOutput(dropout: dropout, hasSkip: hasSkip)),
        ]), cost: .squaredError, examples: [Example(inputs: [0], targets: [0])])
    ).gradient
  }
  #expect(try gradient(hasSkip: false) == [0, 0, 0, 0])
  let own = try Backpropagation(
    Objective(
      network: Network([Network.Layer(.tanh, weights: [[3]], biases: [1])]), cost: .squaredError,
      examples: [Example(inputs: [0], targets: [0])])
  ).gradient
  #expect(try gradient(hasSkip: true) == own + [0, 0])
}

@Test func `Training draws a mask of its own in each step, and is judged without any`() {
  let layers = [
    Network<Double>.Layer(.identity, weights: Array(repeating: [1], count: 400), biases: nil),
    Network<Double>.Layer(.identity, weights: [Array(repeating: 0.01, count: 400)], biases: nil),
  ]
  let objective = Objective(
    network: Network(layers), cost: .squaredError, examples: [Example(inputs: [1], targets: [0])])
  var training = Training(objective, learningRate: 1e-6, dropout: 0.25, seed: 5)
  #expect((training.evaluation().cost - 16).magnitude < 1e-12)
  var dropped: [Set<Int>] = []
  for _ in 1...3 {
    let before = training.network.layers[1].weights
    training.step([0])
    let after = training.network.layers[1].weights
    // The derivative by a weight from a neuron that is dropped is 0.
    dropped.append(Set(after.indices.filter { after[$0] == before[$0] }))
  }
  #expect(dropped.allSatisfy { (70...130).contains($0.count) })
  #expect(Set(dropped).count == 3)
  var again = Training(objective, learningRate: 1e-6, dropout: 0.25, seed: 5)
  for _ in 1...3 { again.step([0]) }
  #expect(again.network.parameters == training.network.parameters)
}
