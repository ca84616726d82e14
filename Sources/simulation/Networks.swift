import Backprop
import Formulas
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
  }

  /// What is simulated.
  static let kinds = [
    Kind(
      name: "1-1-1-1, sigmoid", widths: [1, 1, 1, 1], activations: ["sigmoid", "sigmoid", "sigmoid"],
      cost: "squared-error"),
    Kind(
      name: "2-2-2, sigmoid", widths: [2, 2, 2], activations: ["sigmoid", "sigmoid"], cost: "squared-error"),
    Kind(
      name: "1-1-1-1, tanh", widths: [1, 1, 1, 1], activations: ["tanh", "tanh", "tanh"],
      cost: "half-squared-error"),
    Kind(
      name: "2-3-2, softmax", widths: [2, 3, 2], activations: ["tanh", "softmax"], cost: "cross-entropy"),
    Kind(
      name: "2-2-1, relu, sigmoid and cross-entropy", widths: [2, 2, 1], activations: ["relu", "sigmoid"],
      cost: "binary-cross-entropy"),
    Kind(
      name: "2-2-2, mean of two examples, l2", widths: [2, 2, 2], activations: ["sigmoid", "sigmoid"],
      cost: "mean-squared-error",
      examples: 2, penalty: #"{ "l2": 0.1 }"#),
  ]

  /// The students of the next network that makes an exercise.
  mutating func classroom(_ kind: Kind) -> Classroom? {
    for _ in 0..<Self.mostDraws {
      if let classroom = lesson(kind).flatMap(Classroom.init) { return classroom }
    }
    return nil
  }

  private static let mostDraws = 1_000

  private mutating func lesson(_ kind: Kind) -> Lesson? {
    var layers: [String] = []
    for (l, activation) in kind.activations.enumerated() {
      let rows = (0..<kind.widths[l + 1]).map { _ in numbers(kind.widths[l], tenths: -20...20) }
      let biases = numbers(kind.widths[l + 1], tenths: -10...10)
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
      return #"{ "inputs": \#(numbers(kind.widths.first ?? 1, tenths: 1...15)), "targets": \#(targets) }"#
    }
    let penalty = kind.penalty.map { #""penalty": \#($0), "# } ?? ""
    let text = #"""
      { "network": { "inputs": \#(kind.widths.first ?? 1), "layers": [\#(layers.joined(separator: ", "))] },
        "cost": "\#(kind.cost)", \#(penalty)"examples": [\#(examples.joined(separator: ", "))],
        "learningRate": 0.5 }
      """#
    return try? Lesson(json: Array(text.utf8))
  }

  /// So many different numbers, none of them 0.
  private mutating func numbers(_ count: Int, tenths: ClosedRange<Int>) -> String {
    var drawn: [Int] = []
    while drawn.count < count {
      let next = Int.random(in: tenths, using: &generator)
      if next != 0, !drawn.contains(next) { drawn.append(next) }
    }
    let words = drawn.map { ($0 < 0 ? "-" : "") + "\($0.magnitude / 10).\($0.magnitude % 10)" }
    return "[" + words.joined(separator: ", ") + "]"
  }

  private mutating func oneHot(_ count: Int, _ example: Int) -> String {
    guard count > 1 else { return Bool.random(using: &generator) ? "[1]" : "[0]" }
    let one = Int.random(in: 0..<count, using: &generator)
    return "[" + (0..<count).map { $0 == one ? "1" : "0" }.joined(separator: ", ") + "]"
  }
}
