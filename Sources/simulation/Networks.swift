import Backprop
import Formulas
import Grading
import Lessons

/// Random exercises, of numbers with one decimal, as people draw them.
struct NetworkDrawer {
  private var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  /// What is drawn: the widths of the layers, and what is chosen besides.
  struct Kind {
    let name: String
    let widths: [Int]
    let activations: [String]
    let cost: String
    var examples = 1
    var penalty: String?
    /// Whole tenths from and to which numbers are drawn, and what these are divided by.
    var weights = -20...20
    var biases = -10...10
    var inputs = 1...15
    var scale = 1
    /// Whether it is drawn for numbers that are hard to judge: then a derivative may be as small as it comes.
    var isAwkward = false
  }

  private static let sigmoids = ["sigmoid", "sigmoid"]

  /// As they are given as exercises.
  static let usual = [
    Kind(
      name: "1-1-1-1, sigmoid", widths: [1, 1, 1, 1], activations: sigmoids + ["sigmoid"],
      cost: "squared-error"),
    Kind(name: "2-2-2, sigmoid", widths: [2, 2, 2], activations: sigmoids, cost: "squared-error"),
    Kind(
      name: "1-1-1-1, tanh", widths: [1, 1, 1, 1], activations: ["tanh", "tanh", "tanh"],
      cost: "half-squared-error"),
    Kind(
      name: "2-3-2, softmax", widths: [2, 3, 2], activations: ["tanh", "softmax"], cost: "cross-entropy"),
    Kind(
      name: "2-2-1, relu, sigmoid and cross-entropy", widths: [2, 2, 1], activations: ["relu", "sigmoid"],
      cost: "binary-cross-entropy"),
    Kind(
      name: "2-2-2, mean of two examples, l2", widths: [2, 2, 2], activations: sigmoids,
      cost: "mean-squared-error",
      examples: 2, penalty: #"{ "l2": 0.1 }"#),
    Kind(
      name: "2-3-1, tanh and identity, three examples", widths: [2, 3, 1], activations: ["tanh", "identity"],
      cost: "squared-error", examples: 3),
  ]

  /// With sums that cancel, many layers, saturated neurons, large and small numbers.
  static let awkward = [
    Kind(
      name: "cancelling sums", widths: [3, 2, 2], activations: ["tanh", "identity"], cost: "squared-error",
      weights: -11...11, biases: -1...1, inputs: 9...12, isAwkward: true),
    Kind(
      name: "deep", widths: [1, 1, 1, 1, 1, 1, 1], activations: Array(repeating: "sigmoid", count: 6),
      cost: "squared-error", isAwkward: true),
    Kind(
      name: "saturated", widths: [2, 2, 1], activations: sigmoids, cost: "squared-error", weights: -60...60,
      isAwkward: true),
    Kind(
      name: "large numbers", widths: [2, 2, 2], activations: ["relu", "identity"], cost: "squared-error",
      weights: -200...200, biases: -100...100, inputs: 100...900, isAwkward: true),
    Kind(
      name: "small numbers", widths: [2, 2, 2], activations: ["identity", "sigmoid"],
      cost: "half-squared-error",
      inputs: 1...15, scale: 100, isAwkward: true),
  ]

  /// The students of the next network that makes an exercise.
  mutating func classroom(_ kind: Kind) -> Classroom? {
    for _ in 0..<Self.mostDraws {
      let (text, seed) = (text(kind), generator.next())
      guard let lesson = try? Lesson(json: Array(text.utf8)), let exercise = try? Exercise(lesson),
        exercise.isGiven(smallest: kind.isAwkward ? 1e-9 : 0.001)
      else { continue }
      return Classroom(kind.name, text, exercise, lesson, seed: seed)
    }
    return nil
  }

  private static let mostDraws = 1_000

  private mutating func text(_ kind: Kind) -> String {
    var layers: [String] = []
    for (l, activation) in kind.activations.enumerated() {
      let rows = (0..<kind.widths[l + 1]).map { _ in
        numbers(kind.widths[l], tenths: kind.weights, by: kind.scale)
      }
      let biases = numbers(kind.widths[l + 1], tenths: kind.biases)
      layers.append(
        #"{ "activation": "\#(activation)", "weights": [\#(rows.joined(separator: ", "))], "biases": \#(biases) }"#
      )
    }
    let isProbability = kind.activations.last == "sigmoid" || kind.activations.last == "softmax"
    let examples = (0..<kind.examples).map { example in
      let targets =
        kind.cost.contains("cross")
        ? oneHot(kind.widths.last ?? 1, example)
        : numbers(kind.widths.last ?? 1, tenths: isProbability ? 1...9 : -9...9)
      let inputs = numbers(kind.widths.first ?? 1, tenths: kind.inputs, by: kind.scale)
      return #"{ "inputs": \#(inputs), "targets": \#(targets) }"#
    }
    let penalty = kind.penalty.map { #""penalty": \#($0), "# } ?? ""
    return #"""
      { "network": { "inputs": \#(kind.widths.first ?? 1), "layers": [\#(layers.joined(separator: ", "))] },
        "cost": "\#(kind.cost)", \#(penalty)"examples": [\#(examples.joined(separator: ", "))],
        "learningRate": 0.5 }
      """#
  }

  /// So many numbers, none of them 0, and different where there are enough.
  private mutating func numbers(_ count: Int, tenths: ClosedRange<Int>, by scale: Int = 1) -> String {
    var drawn: [Int] = []
    while drawn.count < count {
      let next = Int.random(in: tenths, using: &generator)
      if next != 0, count >= tenths.count - 1 || !drawn.contains(next) { drawn.append(next) }
    }
    return "[" + drawn.map { "\(Double($0) / Double(10 * scale))" }.joined(separator: ", ") + "]"
  }

  private mutating func oneHot(_ count: Int, _ example: Int) -> String {
    guard count > 1 else { return Bool.random(using: &generator) ? "[1]" : "[0]" }
    let one = Int.random(in: 0..<count, using: &generator)
    return "[" + (0..<count).map { $0 == one ? "1" : "0" }.joined(separator: ", ") + "]"
  }
}

extension Exercise {
  /// Whether one would give it: everything is finite, and nothing that is asked for is 0 or as good as 0.
  func isGiven(smallest: Double) -> Bool {
    asked.allSatisfy { values[$0].isFinite && values[$0].magnitude >= smallest }
  }
}
