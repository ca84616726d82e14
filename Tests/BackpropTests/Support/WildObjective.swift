import Formulas

@testable import Backprop

/// Draws networks whose numbers are of all sizes up to a million, with sums that nearly cancel: what no course would
/// take, and a person may type.
struct WildObjective {
  /// How a number is drawn.
  private static let sizes = 6.0

  func draw(seed: UInt64) -> Objective<Double> {
    var generator = SplitMix64(seed: seed)
    let depth = Int.random(in: 1...3, using: &generator)
    let widths = (0...depth).map { _ in Int.random(in: 1...3, using: &generator) }
    let cost = Cost.allCases.randomElement(using: &generator) ?? .squaredError
    let activations: [Activation] = [.identity, .sigmoid, .tanh, .relu, .leaky]
    let inputs = (0..<widths[0]).map { _ in number(&generator) }
    var (a, layers) = (inputs, [Network<Double>.Layer]())
    for l in 1...depth {
      let isSoftmax = l == depth && Int.random(in: 0..<3, using: &generator) == 0
      let activation = isSoftmax ? .softmax : activations.randomElement(using: &generator) ?? .identity
      let rows = (0..<widths[l]).map { _ in a.map { _ in number(&generator) } }
      // Half of the z are brought near to 0, where something happens.
      let biases = rows.map { row in
        Bool.random(using: &generator)
          ? number(&generator) : generator.gaussian() - zip(row, a).reduce(0) { $0 + $1.0 * $1.1 }
      }
      layers.append(Network<Double>.Layer(activation, weights: rows, biases: biases))
      let z = zip(rows, biases).map { row, b in zip(row, a).reduce(b) { $0 + $1.0 * $1.1 } }
      a = activation.rule.activations(z).map(\.value)
    }
    let targets = a.map { a in
      cost.takesLogarithms
        ? Double(Int.random(in: 0...1, using: &generator))
        : Bool.random(using: &generator) ? a + generator.gaussian() : number(&generator)
    }
    return Objective(
      network: Network(layers), cost: cost, examples: [Example(inputs: inputs, targets: targets)])
  }

  private func number(_ generator: inout SplitMix64) -> Double {
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: 0
    case 1...3: generator.gaussian()
    default:
      Double(Bool.random(using: &generator) ? 1 : -1)
        * .exp(.ln(10) * Double.random(in: -Self.sizes...Self.sizes, using: &generator))
    }
  }
}
