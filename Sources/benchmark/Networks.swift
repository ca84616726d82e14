import Backprop
import Formulas

/// A sigmoid network of these widths with Gaussian weights, and examples of random inputs and one-hot targets.
func objective(_ widths: [Int], examples count: Int, cost: Cost = .halfSquaredError) -> Objective<Double> {
  var random = SplitMix64(seed: 1)
  let layers = zip(widths, widths.dropFirst()).map { inputs, neurons in
    let scale = 1 / Double(inputs).squareRoot()
    return Network<Double>.Layer(
      .sigmoid, inputs: inputs, neurons: neurons,
      weights: (0..<(neurons * inputs)).map { _ in scale * .random(in: -2...2, using: &random) },
      biases: (0..<neurons).map { _ in .random(in: -1...1, using: &random) })
  }
  let (inputs, outputs) = (widths.first ?? 0, widths.last ?? 0)
  let examples = (0..<count).map { x in
    Example(
      inputs: (0..<inputs).map { _ in Double.random(in: 0...1, using: &random) },
      targets: (0..<outputs).map { $0 == x % outputs ? 1 : 0 })
  }
  return Objective(network: Network(layers), cost: cost, examples: examples)
}
