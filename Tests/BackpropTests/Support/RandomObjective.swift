import Formulas

@testable import Backprop

/// Draws small networks with their examples; the same seed draws the same ones.
struct RandomObjective {
  /// The standard deviation of the weights.
  var spread = 1.0
  /// What hidden layers may do.
  var activations: [Activation] = [.identity, .sigmoid, .tanh, .relu, .softplus, .silu, .elu, .gelu, .leaky]
  /// What the last layer may do.
  var outputs: [Activation] = [
    .identity, .sigmoid, .tanh, .relu, .softplus, .silu, .elu, .gelu, .leaky, .softmax,
  ]
  var costs: [Cost] = Cost.allCases
  var widths = 1...4
  var depths = 1...3
  /// Whether weights may be penalized.
  var mayHavePenalty = true

  /// An objective whose cost is finite.
  func draw(seed: UInt64) -> Objective<Double> {
    var generator = SplitMix64(seed: seed)
    var tries = 0
    while true {
      var objective = candidate(&generator, seed % 4 == 3 ? .sum : .mean)
      // By chance alone a wide layer without an end seldom has all its outputs where a logarithm takes them.
      if tries >= 20 { objective.bringOutputsBetween0And1() }
      if ForwardRun(objective).cost.isFinite { return objective }
      tries += 1
    }
  }

  private func candidate(_ generator: inout SplitMix64, _ reduction: Reduction) -> Objective<Double> {
    let output = outputs.randomElement(using: &generator) ?? .identity
    let cost = costs.randomElement(using: &generator) ?? .squaredError
    let depth = Int.random(in: depths, using: &generator)
    var width = Int.random(in: widths, using: &generator)
    let inputs = width
    let layers = (1...depth).map { l in
      let fanIn = width
      width = Int.random(in: widths, using: &generator)
      let hidden = activations.randomElement(using: &generator) ?? .identity
      let rows = (0..<width).map { _ in (0..<fanIn).map { _ in spread * generator.gaussian() } }
      let biases = (0..<width).map { _ in spread * generator.gaussian() }
      let hasBiases = Int.random(in: 0..<4, using: &generator) > 0
      return Network<Double>.Layer(
        l == depth ? output : hidden, weights: rows, biases: hasBiases ? biases : nil)
    }
    let examples = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
      Example(
        inputs: (0..<inputs).map { _ in generator.gaussian() }, targets: targets(cost, width, &generator))
    }
    let penalties: [Penalty<Double>?] = [
      nil, nil, Penalty(l2: 0.1, l1: 0), Penalty(l2: 0, l1: 0.05), Penalty(l2: 0.3, l1: 0.2),
    ]
    let penalty = mayHavePenalty ? penalties.randomElement(using: &generator) ?? nil : nil
    return Objective(
      network: Network(layers), cost: cost, examples: examples, penalty: penalty,
      reduction: reduction)
  }

  private func targets(_ cost: Cost, _ count: Int, _ generator: inout SplitMix64) -> [Double] {
    switch cost.kind {
    case .squaredError, .halfSquaredError, .meanSquaredError, .absoluteError, .huber:
      return (0..<count).map { _ in generator.gaussian() }
    case .hinge: return (0..<count).map { _ in Bool.random(using: &generator) ? 1 : -1 }
    case .binaryCrossEntropy, .meanBinaryCrossEntropy:
      return (0..<count).map { _ in [0, 1, 0.3].randomElement(using: &generator) ?? 0 }
    case .crossEntropy:
      let hit = Int.random(in: 0..<count, using: &generator)
      let isOneHot = Bool.random(using: &generator)
      return (0..<count).map { isOneHot ? ($0 == hit ? 1 : 0) : Double.random(in: 0...1, using: &generator) }
    }
  }
}

extension Activation {
  /// The ELU of the tests, whose slope jumps.
  static let elu = Activation.elu(scale: Numeral(rounding: 0.5, digits: 1) ?? Numeral(integer: 0))
  /// The leaky ReLU of the tests.
  static let leaky = Activation.leakyReLU(slope: Numeral(rounding: 0.01, digits: 1) ?? Numeral(integer: 0))
}

extension SplitMix64 {
  /// Of mean 0 and standard deviation 1, nearly: the sum of twelve uniform numbers, less 6.
  mutating func gaussian() -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &self) }
  }
}

extension Objective<Double> {
  /// Scales the last layer's weights, around biases of ½.
  fileprivate mutating func bringOutputsBetween0And1() {
    guard let last = network.layers.last else { return }
    let sums = ForwardRun(self).states.flatMap { state in
      let a = state.activations[network.layers.count - 1]
      return (0..<last.neurons).map { j in
        zip(last.weights[j * last.inputs..<(j + 1) * last.inputs], a).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    let scale = 0.4 / sums.reduce(0.4) { max($0, $1.magnitude) }
    let layer = Network<Double>.Layer(
      last.activation, inputs: last.inputs, neurons: last.neurons, weights: last.weights.map { $0 * scale },
      biases: Array(repeating: 0.5, count: last.neurons))
    network = Network(network.layers.dropLast() + [layer])
  }

  /// The names of all parameters, as in a lesson's answers.
  var parameterNames: [String] {
    network.parameterPlaces.map { place in
      let (l, j) = (place.layer + 1, place.neuron + 1)
      let layer = network.layers[place.layer]
      guard let input = place.input else {
        return Symbol(.bias, layer: l, indices: layer.neurons == 1 ? [] : [j]).name
      }
      let isSingle = layer.neurons == 1 && layer.inputs == 1
      return Symbol(.weight, layer: l, indices: isSingle ? [] : [j, input + 1]).name
    }
  }
}
