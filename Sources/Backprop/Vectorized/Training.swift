import Formulas

/// Training by the vectorized core: stochastic gradient descent, or another optimizer, a batch at a time.
public struct Training: Sendable {
  /// The training set.
  public let examples: ExampleMatrix
  /// η, which may be another one for each step.
  public var learningRate: Double
  /// What moves the parameters.
  public let optimizer: Optimizer
  /// Whether biases are moved as well as weights.
  public let trainsBiases: Bool
  /// The probability with which each layer keeps a neuron in a step, where it has dropout.
  private let keeps: [Double?]
  private var masks: SplitMix64
  private var vectorized: VectorizedNetwork
  private let start: Network<Double>
  /// How many steps were taken.
  private var steps = 0
  /// What the optimizer keeps of the weights of each layer and of its biases: a list for each of its quantities.
  private var kept: [(weights: [[Double]], biases: [[Double]])]

  /// Begins with the network of the objective; its examples are the training set, whose size is the penalty's n.
  ///
  /// Layers with dropout draw new masks in each step, by the seed, in place of those that are given; with `dropout`, below 1, so
  /// do the other hidden layers, which drop a neuron with this probability. What is evaluated is the network without dropout.
  public init(
    _ objective: Objective<Double>, learningRate: Double, optimizer: Optimizer = .gradientDescent,
    trainsBiases: Bool = true, dropout: Double? = nil, seed: UInt64 = 1
  ) {
    let last = objective.network.layers.count - 1
    keeps = objective.network.layers.enumerated().map { l, layer in
      layer.output.dropout?.keep.value ?? (l < last ? dropout.map { 1 - $0 } : nil)
    }
    // Another sequence than that of the batches.
    masks = SplitMix64(seed: ~seed)
    examples = ExampleMatrix(objective.examples)
    self.learningRate = learningRate
    self.optimizer = optimizer
    self.trainsBiases = trainsBiases
    kept = objective.network.layers.map { layer in
      func zeros(_ count: Int) -> [[Double]] {
        optimizer.rule.type.states.map { _ in [Double](repeating: 0, count: count) }
      }
      return (zeros(layer.weights.count), zeros(layer.biases?.count ?? 0))
    }
    vectorized = VectorizedNetwork(objective)
    start = objective.network
  }

  /// With the weights and biases as they are now.
  public var network: Network<Double> {
    var network = start
    for (l, layer) in vectorized.layers.enumerated() {
      network.layers[l].weights = layer.w.elements
      network.layers[l].biases = layer.b
    }
    return network
  }

  /// One step by the gradient of the mean cost of these examples, or of their sum, given by their places in the set: θ ← θ − η ∂C/∂θ, or as the
  /// optimizer has it.
  ///
  /// With a penalty beside a mean, w ← w − η ∂C/∂w − η (l2/n) w − η (l1/n) sgn w, where n is the size of the whole set and sgn 0 = 0.
  /// A step over no examples changes nothing.
  public mutating func step(_ batch: some Collection<Int>) {
    guard !batch.isEmpty else { return }
    vectorized.take(batch, of: examples)
    for (l, keep) in keeps.enumerated() {
      if let keep { vectorized.layers[l].drawMasks(keep: keep, &masks) }
    }
    vectorized.feedforward()
    vectorized.backpropagate()
    steps += 1
    var update = optimizer.update(rate: learningRate, number: steps)
    for l in vectorized.layers.indices {
      if optimizer.rule == .gradientDescent {
        let rate = optimizer.ascends ? -learningRate : learningRate
        vectorized.layers[l].descend(rate, movesBiases: trainsBiases)
      } else {
        vectorized.layers[l].move(by: optimizer.rule, &update, &kept[l], movesBiases: trainsBiases)
      }
    }
  }

  /// C over the whole training set, the penalty included, and how many of its examples are right.
  public mutating func evaluation() -> (cost: Double, correct: Int?) { evaluation(of: examples) }

  /// C over these examples, the penalty included with their number as its n, and how many of them are right: where the
  /// largest output, the first of them, is where the largest target is; `nil` where the targets are not one-hot.
  ///
  /// The cost is NaN where a weight or a bias is not finite, whatever the activations make of it: ReLU lets none through.
  public mutating func evaluation(of examples: ExampleMatrix) -> (cost: Double, correct: Int?) {
    let n = Double(vectorized.reduction.divisor(of: examples.count))
    var cost = vectorized.layers.allSatisfy(\.isFinite) ? 0 : Double.nan
    for l in vectorized.layers.indices { vectorized.layers[l].scales = nil }
    var correct = 0
    for first in stride(from: 0, to: examples.count, by: Self.block) {
      let block = first..<min(first + Self.block, examples.count)
      vectorized.take(block, of: examples)
      vectorized.feedforward()
      for (column, example) in block.enumerated() {
        cost += vectorized.cost(of: column) / n
        if let labels = examples.labels, vectorized.answer(column) == labels[example] { correct += 1 }
      }
    }
    return (
      cost + vectorized.penalty(of: examples.count, setSize: Double(examples.count)),
      examples.labels == nil ? nil : correct
    )
  }

  /// How many examples are evaluated at once, so that memory stays bounded.
  private static let block = 256
}

extension VectorizedLayer {
  fileprivate var isFinite: Bool { w.elements.allSatisfy(\.isFinite) && b?.allSatisfy(\.isFinite) ?? true }

  /// θ ← θ − η ∂C/∂θ, whole vectors at a time: parameter by parameter an epoch takes nearly twice as long.
  fileprivate mutating func descend(_ rate: Double, movesBiases: Bool) {
    w.elements.subtract(rate, weightSlopes.elements)
    if movesBiases { b?.subtract(rate, biasSlopes) }
  }

  /// Each parameter by its own derivative, and by what the optimizer keeps of it.
  fileprivate mutating func move(
    by rule: Optimizer.Rule, _ update: inout Update<Double>,
    _ kept: inout (weights: [[Double]], biases: [[Double]]),
    movesBiases: Bool
  ) {
    w.elements.move(by: rule, &update, weightSlopes.elements, &kept.weights)
    if movesBiases { b?.move(by: rule, &update, biasSlopes, &kept.biases) }
  }
}

extension [Double] {
  /// Each element by the derivative in its place.
  fileprivate mutating func move(
    by rule: Optimizer.Rule, _ update: inout Update<Double>, _ slopes: [Double], _ kept: inout [[Double]]
  ) {
    for i in indices {
      for place in kept.indices { update.state[place] = kept[place][i] }
      (update.w, update.slope) = (self[i], slopes[i])
      rule.apply(&update)
      self[i] = update.w
      for place in kept.indices { kept[place][i] = update.state[place] }
    }
  }
}

extension VectorizedNetwork {
  /// The place of the largest output of the example in column x, the first of them; none where all are NaN.
  fileprivate func answer(_ x: Int) -> Int? {
    guard let a = layers.last?.a else { return nil }
    var answer: Int?
    var top = -Double.infinity
    for j in 0..<a.rows where a[j, x] > top { (answer, top) = (j, a[j, x]) }
    return answer
  }
}
