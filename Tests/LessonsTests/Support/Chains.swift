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

  /// Layers of up to four neurons drawn from a seed: every activation and cost, softmax in the last layer too.
  ///
  /// With more than one example, one lesson in three of each kind has squares and absolute values for a penalty.
  static func randomLayers(seed: UInt64, examples: Int = 1) -> Lesson {
    var random = SplitMix64(seed: seed)
    func decimal(_ range: ClosedRange<Int>) -> Numeral {
      let value = Int.random(in: range, using: &random)
      return Numeral("\(value < 0 ? "-" : "")0.\(String(value.magnitude % 100 + 100).dropFirst())")
        ?? .hundredth
    }
    let hidden: [Activation] =
      [.identity, .sigmoid, .tanh, .relu, .leakyReLU(slope: .hundredth)] + (seed % 5 == 3 ? [.softplus] : [])
      + (seed % 10 == 8 ? curved : [])
    let cost = costs(seed).randomElement(using: &random) ?? .squaredError
    let widths = (0...Int.random(in: 1...3, using: &random)).map { _ in Int.random(in: 1...4, using: &random)
    }
    // The share of one neuron alone is 1, whose other logarithm has no bound.
    let shares: [Activation] = widths.last == 1 ? [] : [.softmax]
    let outer = (cost.takesLogarithms ? [.sigmoid] : hidden) + shares
    let layers = zip(widths, widths.dropFirst()).enumerated().map { l, shape in
      Lesson.Layer(
        activation: (l == widths.count - 2 ? outer : hidden).randomElement(using: &random) ?? .sigmoid,
        weights: (0..<shape.1).map { _ in (0..<shape.0).map { _ in decimal(-99...99) } },
        biases: Bool.random(using: &random) ? (0..<shape.1).map { _ in decimal(-99...99) } : nil)
    }
    return Lesson(
      title: nil, summary: nil, inputs: widths[0], layers: layers, cost: cost,
      examples: (0..<examples).map { _ in
        Lesson.Example(
          inputs: (0..<widths[0]).map { _ in decimal(-99...99) },
          targets: (0..<(widths.last ?? 1)).map { _ in decimal(0...99) })
      }, penalty: examples > 1 ? penalties[Int(seed % 4)] : nil, learningRate: .hundredth,
      trainsBiases: Bool.random(using: &random))
  }

  private static func costs(_ seed: UInt64) -> [Cost] {
    let usual: [Cost] = [
      .squaredError, .halfSquaredError, .meanSquaredError, .binaryCrossEntropy, .crossEntropy,
    ]
    return seed % 10 == 6 ? Cost.allCases : usual
  }

  private static let curved: [Activation] = [
    .silu, .gelu, Activation(.elu), .elu(scale: Numeral("0.5") ?? .hundredth),
  ]

  private static let penalties: [Lesson.Penalty?] = [
    nil, Lesson.Penalty(l2: Numeral("0.3"), l1: nil), Lesson.Penalty(l2: Numeral("0"), l1: .hundredth),
    Lesson.Penalty(l2: Numeral("0.07"), l1: .hundredth),
  ]

  /// A chain drawn from a seed: one to five layers, every activation and cost, weights up to ±6.
  static func random(seed: UInt64) -> Lesson {
    var random = SplitMix64(seed: seed)
    func decimal(_ range: ClosedRange<Int>, digits: Int = 2) -> String {
      let value = Int.random(in: range, using: &random)
      return
        "\(value < 0 ? "-" : "")\(value.magnitude / 100).\(String(value.magnitude % 100 + 100).dropFirst())"
    }
    let slope = Numeral("0.05").map { Activation.leakyReLU(slope: $0) } ?? .relu
    let activations: [Activation] =
      [.identity, .sigmoid, .sigmoid, .tanh, .relu, slope] + (seed % 5 == 3 ? [.softplus] : [])
      + (seed % 10 == 8 ? curved : [])
    var layers = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      (
        activations.randomElement(using: &random) ?? .sigmoid, decimal(-600...600),
        Bool.random(using: &random) ? decimal(-200...200) : nil
      )
    }
    let cost = costs(seed).randomElement(using: &random) ?? .squaredError
    // A logarithm needs an output between 0 and 1.
    if cost.takesLogarithms, let last = layers.indices.last { layers[last].0 = .sigmoid }
    return chain(
      layers, x: decimal(-200...200), y: decimal(0...100), cost: cost,
      rate: Bool.random(using: &random) ? "0.5" : nil)
  }
}
