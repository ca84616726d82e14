import Backprop
import Formulas

@testable import Lessons

/// Lessons whose numbers make every kind of sentence: equal weights, zeros, kinks, saturated neurons, steps of every size.
struct ClaimCase: Sendable, CustomStringConvertible {
  let description: String
  let lesson: Lesson
  var settings = Settings()

  init(_ description: String, _ lesson: Lesson, settings: Settings = Settings()) {
    (self.description, self.lesson, self.settings) = (description, lesson, settings)
  }

  /// A lesson from the text of its layers, its cost, its examples and what else it has; with other settings.
  init(
    _ description: String, inputs: Int = 1, _ layers: String, _ cost: String, _ examples: String,
    _ more: String = "", settings change: (inout Settings) -> Void = { _ in }
  ) throws {
    let text =
      #"{ "network": { "inputs": \#(inputs), "layers": [\#(layers)] }, "cost": "\#(cost)", "examples": [\#(examples)]\#(more) }"#
    try self.init(description, Lesson(json: Array(text.utf8)), settings: change)
  }

  /// A built-in lesson.
  init(_ name: String, settings change: (inout Settings) -> Void = { _ in }) throws {
    var lesson = try Lesson(json: Catalog.source(of: name) ?? [])
    lesson.summary = nil
    try self.init(name, lesson, settings: change)
  }

  private init(_ description: String, _ lesson: Lesson, settings change: (inout Settings) -> Void) throws {
    self.init(description, lesson)
    change(&settings)
  }

  /// A drawn one.
  init(seed: UInt64) {
    var draw = Draw(seed: seed)
    lesson = draw.lesson()
    settings = draw.settings(for: lesson)
    description = "seed \(seed)"
  }
}

private struct Draw {
  private var random: SplitMix64
  private let seed: UInt64

  init(seed: UInt64) {
    self.seed = seed
    random = SplitMix64(seed: seed &* 0x9E37_79B9_7F4A_7C15)
  }

  private mutating func one<T>(of values: [T]) -> T { values[Int.random(in: values.indices, using: &random)] }

  private mutating func happens(_ part: Double) -> Bool { Double.random(in: 0..<1, using: &random) < part }

  private mutating func number(_ texts: [String]) -> Numeral { Numeral(one(of: texts)) ?? .hundredth }

  mutating func lesson() -> Lesson {
    let counts = [1, 1, 1, 1, 2, 3, 4, 5, 6, 9, 12]
    var lesson =
      seed % 3 == 0
      ? Chains.random(seed: seed) : Chains.randomLayers(seed: seed, examples: one(of: counts))
    if seed % 3 == 0 { addExamples(to: &lesson, one(of: counts)) }
    lesson.penalty = penalty()
    lesson.learningRate =
      happens(0.15) ? nil : number(["0", "1e-18", "1e-12", "1e-6", "0.01", "0.5", "0.5", "3", "100", "1e6"])
    lesson.trainsBiases = happens(0.7)
    if happens(0.1) { makeWide(&lesson) }
    for l in lesson.layers.indices { change(&lesson.layers[l]) }
    if happens(0.3) { lesson.layers[lesson.layers.count - 1].activation = lastActivation(lesson) }
    if happens(0.25) { changeExamples(of: &lesson) }
    if happens(0.15) { putOnKink(&lesson) }
    return lesson
  }

  mutating func settings(for lesson: Lesson) -> Settings {
    var settings = Settings()
    settings.digits = one(of: [1, 2, 3, 4, 6, 6, 6, 6, 6, 9, 15, 17])
    settings.exact = happens(0.5) && (try? lesson.inFractions()) != nil
    if happens(0.12) {
      let layout = Layout(lesson.objective)
      let ids = Array(0..<layout.exampleCost)
      settings.only = (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in
        let id = one(of: ids)
        let name = layout.symbol(id, example: id < layout.parameterCount ? nil : 0).name
        return lesson.examples.count > 1 || happens(0.7) ? "dC/d\(name)" : name
      }
    } else if lesson.examples.count > 1, happens(0.3) {
      settings.example = Int.random(in: 1...lesson.examples.count, using: &random)
    }
    return settings
  }

  private mutating func penalty() -> Lesson.Penalty? {
    let l2 = happens(0.25) ? number(["0.3", "0.02", "3", "0"]) : nil
    let l1 = happens(0.2) ? number(["0.1", "0.5", "0"]) : nil
    return l2 == nil && l1 == nil ? nil : Lesson.Penalty(l2: l2, l1: l1)
  }

  private mutating func addExamples(to lesson: inout Lesson, _ count: Int) {
    while lesson.examples.count < count {
      lesson.examples.append(
        Lesson.Example(
          inputs: [number(["0.3", "-1.2", "2", "0", "0.8"])], targets: [number(["0", "1", "0.4", "0.9"])]))
    }
  }

  /// More inputs than a sum writes out.
  private mutating func makeWide(_ lesson: inout Lesson) {
    let count = one(of: [9, 12, 30])
    lesson.inputs = count
    for j in lesson.layers[0].weights.indices {
      lesson.layers[0].weights[j] = (0..<count).map { _ in number(["0.1", "-0.2", "0.35", "0", "0.5"]) }
    }
    for x in lesson.examples.indices {
      lesson.examples[x].inputs = (0..<count).map { _ in number(["0.1", "1", "0", "-0.4"]) }
    }
  }

  private mutating func change(_ layer: inout Lesson.Layer) {
    if happens(0.2) { layer.biases = nil }
    if happens(0.1) { layer.biases = layer.weights.map { _ in .hundredth } }
    guard happens(0.45) else { return }
    let kinds: [[String]] = [
      ["0.5"], ["0.5", "-0.5"], ["0"], ["0", "0.4", "-0.7"], ["12.5", "-30", "8"], ["1", "-1"],
      ["0.000001", "3"],
      ["1e-9", "200"],
    ]
    let kind = one(of: kinds)
    for j in layer.weights.indices {
      for k in layer.weights[j].indices { layer.weights[j][k] = number(kind) }
    }
  }

  /// Also what a cost has no form for.
  private mutating func lastActivation(_ lesson: Lesson) -> Activation {
    let few: [Activation] = [.identity, .relu, .tanh, .sigmoid, .softmax]
    return one(
      of: lesson.cost.rule.logarithmCount == 2 && lesson.layers.last?.weights.count == 1 ? [.sigmoid] : few)
  }

  private mutating func changeExamples(of lesson: inout Lesson) {
    let texts = one(of: [["1"], ["1", "-1"], ["0", "1"], ["0.00001"], ["20", "-35"], ["1e5"]])
    let targets = one(of: [["0", "1"], ["0.5"], ["1"], ["0"]])
    for x in lesson.examples.indices {
      lesson.examples[x].inputs = lesson.examples[x].inputs.map { _ in number(texts) }
      lesson.examples[x].targets = lesson.examples[x].targets.map { _ in number(targets) }
    }
  }

  /// A neuron with a kink whose z is 0 in decimals.
  private mutating func putOnKink(_ lesson: inout Lesson) {
    let count = lesson.inputs
    lesson.layers[0].activation = happens(0.7) ? .relu : .leakyReLU(slope: number(["0.1", "0", "1", "2"]))
    lesson.layers[0].weights = Lesson.Weights(
      lesson.layers[0].weights.map { _ in (0..<count).map { _ in number(["0.1", "0.3"]) } })
    let sums = lesson.layers[0].weights.map { row in
      zip(row, lesson.examples[0].inputs).reduce(Rational(0)) { $0 + Rational($1.0) * Rational($1.1) }
    }
    lesson.layers[0].biases = sums.map { Numeral(-$0, digits: 17) ?? .hundredth }
  }
}
