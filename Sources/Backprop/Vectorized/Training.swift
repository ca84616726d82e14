/// Stochastic gradient descent by the vectorized core.
public struct Training: Sendable {
  /// The training set.
  public let examples: ExampleMatrix
  /// η.
  public let learningRate: Double
  /// Whether biases are moved as well as weights.
  public let trainsBiases: Bool
  private var vectorized: VectorizedNetwork
  private let start: Network<Double>

  /// Begins with the network of the objective; its examples are the training set, whose size is the penalty's n.
  public init(_ objective: Objective<Double>, learningRate: Double, trainsBiases: Bool = true) {
    examples = ExampleMatrix(objective.examples)
    self.learningRate = learningRate
    self.trainsBiases = trainsBiases
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

  /// One step down the gradient of the mean cost of these examples, given by their places in the set: θ ← θ − η ∂C/∂θ.
  ///
  /// With a penalty, w ← w − η ∂C/∂w − η (l2/n) w − η (l1/n) sgn w, where n is the size of the whole set and sgn 0 = 0.
  /// A step over no examples changes nothing.
  public mutating func step(_ batch: some Collection<Int>) {
    guard !batch.isEmpty else { return }
    vectorized.take(batch, of: examples)
    vectorized.feedforward()
    vectorized.backpropagate()
    for l in vectorized.layers.indices {
      vectorized.layers[l].descend(learningRate, movesBiases: trainsBiases)
    }
  }

  /// C over the whole training set, the penalty included, and how many of its examples are right.
  public mutating func evaluation() -> (cost: Double, correct: Int?) { evaluation(of: examples) }

  /// C over these examples, the penalty included with their number as its n, and how many of them are right: where the
  /// largest output, the first of them, is where the largest target is; `nil` where the targets are not one-hot.
  ///
  /// The cost is NaN where a weight or a bias is not finite, whatever the activations make of it: ReLU lets none through.
  public mutating func evaluation(of examples: ExampleMatrix) -> (cost: Double, correct: Int?) {
    let n = Double(examples.count)
    var cost = vectorized.layers.allSatisfy(\.isFinite) ? 0 : Double.nan
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
    return (cost + vectorized.penalty(setSize: n), examples.labels == nil ? nil : correct)
  }

  /// How many examples are evaluated at once, so that memory stays bounded.
  private static let block = 256
}

extension VectorizedLayer {
  fileprivate var isFinite: Bool { w.elements.allSatisfy(\.isFinite) && b?.allSatisfy(\.isFinite) ?? true }

  /// θ ← θ − η ∂C/∂θ.
  fileprivate mutating func descend(_ rate: Double, movesBiases: Bool) {
    w.elements.subtract(rate, weightSlopes.elements)
    if movesBiases { b?.subtract(rate, biasSlopes) }
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
