import Backprop
import Formulas

@testable import Lessons

/// Chains of single neurons to try things on.
enum Chains {
  /// A chain of (activation, weight, bias), its numbers as they are written.
  static func chain(
    _ layers: [(Activation, String, String?)], x: String = "0.8", y: String = "0.2",
    cost: Cost = .squaredError,
    rate: String? = "0.5"
  ) -> Lesson {
    func numeral(_ text: String) -> Numeral { Numeral(text) ?? Numeral(integer: 0) }
    return Lesson(
      title: nil, summary: nil, inputs: 1,
      layers: layers.map { activation, weight, bias in
        Lesson.Layer(activation: activation, weights: [[numeral(weight)]], biases: bias.map { [numeral($0)] })
      },
      cost: cost, examples: [Lesson.Example(inputs: [numeral(x)], targets: [numeral(y)])], penalty: nil,
      learningRate: rate.map(numeral), trainsBiases: true)
  }

  /// A chain drawn from a seed: one to five layers, every activation and cost, weights up to ±6.
  static func random(seed: UInt64) -> Lesson {
    var random = SplitMix64(seed: seed)
    func decimal(_ range: ClosedRange<Int>, digits: Int = 2) -> String {
      let value = Int.random(in: range, using: &random)
      return
        "\(value < 0 ? "-" : "")\(value.magnitude / 100).\(String(value.magnitude % 100 + 100).dropFirst())"
    }
    let slope = Numeral("0.05").map { Activation.leakyReLU(slope: $0) } ?? .relu
    let activations: [Activation] = [.identity, .sigmoid, .sigmoid, .tanh, .relu, slope]
    var layers = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      (
        activations.randomElement(using: &random) ?? .sigmoid, decimal(-600...600),
        Bool.random(using: &random) ? decimal(-200...200) : nil
      )
    }
    let cost = Cost.allCases.randomElement(using: &random) ?? .squaredError
    // A logarithm needs an output between 0 and 1.
    if cost.takesLogarithms, let last = layers.indices.last { layers[last].0 = .sigmoid }
    return chain(
      layers, x: decimal(-200...200), y: decimal(0...100), cost: cost,
      rate: Bool.random(using: &random) ? "0.5" : nil)
  }
}
