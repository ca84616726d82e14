import Backprop
import Documents
import Formulas
import Testing

@testable import Lessons

/// A graph, a chain, layers and several examples.
let learners = [
  #""given": { "w": 2, "b": [1, 3], "x": [2, -1] }, "graph": ["f = sum((w*x[i] + b[i])^2, i)"], "by": ["w", "b"]"#,
  #"""
  "network": { "inputs": 1, "layers": [ { "activation": "tanh", "weights": [[0.5]], "biases": [0.1] },
    { "activation": "sigmoid", "weights": [[-1.5]] } ] },
  "cost": "squared-error", "examples": [ { "inputs": [1], "targets": [0] } ]
  """#,
  #"""
  "network": { "inputs": 2, "layers": [ { "activation": "relu", "weights": [[0.5, -1], [0.25, 1]], "biases": [0.1, 0] },
    { "activation": "identity", "weights": [[-1.5, 2]], "biases": [0.5] } ] },
  "cost": "half-squared-error", "examples": [ { "inputs": [1, 2], "targets": [0] }, { "inputs": [0, -1], "targets": [1] } ]
  """#,
]

/// Every optimizer, with every schedule between them.
let learnings = [
  #""schedule": { "halve-every": 1 }"#, #""optimizer": { "momentum": 0.5 }"#,
  #""optimizer": "nesterov", "schedule": { "inverse-time": 0.5 }"#,
  #""optimizer": "adagrad", "ascent": true"#,
  #""optimizer": { "rmsprop": 0.75 }, "schedule": { "warmup-cosine": 2 }"#, #""optimizer": "adam""#,
  #""optimizer": { "adamw": { "decay": 0.1 } }, "schedule": "constant""#,
]

func learner(_ file: String, _ learning: String, _ besides: String = "", rate: String = "0.1") throws
  -> WrittenLesson
{
  try WrittenLesson(json: Array(#"{ \#(file), "learningRate": \#(rate), \#(learning)\#(besides) }"#.utf8))
}

@Suite struct `The steps of a lesson` {
  @Test(arguments: learners, learnings)
  func `Each line of each step is true as printed, and each gradient is checked`(
    file: String, learning: String
  ) throws {
    for digits in [3, 6, 12] {
      var settings = Settings()
      settings.digits = digits
      let example = try WorkedExample(learner(file, learning, #", "steps": 3"#), settings: settings)
      let blocks = example.blocks()
      for equation in blocks.flatMap(\.equations) {
        #expect(falsehood(in: equation) == nil, "\(digits) digits")
      }
      #expect(example.passed)
      let headings = blocks.count {
        if case .heading(2, let title) = $0 { "\(title)".contains("Step ") } else { false }
      }
      #expect(headings == 3)
    }
  }

  @Test(arguments: learnings)
  func `A short step goes down, or up if it is to, and each cost is in the trace`(
    learning: String
  ) throws {
    for file in learners {
      let example = try WorkedExample(
        learner(file, learning, #", "steps": 4"#, rate: "0.01"), settings: Settings())
      var text = ""
      try example.write(as: .json, to: &text)
      let costs = try #require(text.firstMatch(of: /"costs": \[([^\]]*)\]/)?.1).split(separator: ", ")
        .compactMap { Double($0) }
      #expect(costs.count == 5 && costs.allSatisfy(\.isFinite))
      let isDescent = !learning.contains("ascent")
      #expect(zip(costs, costs.dropFirst()).prefix(1).allSatisfy { ($1 < $0) == isDescent }, "\(costs)")
    }
  }

  @Test func `In fractions each step of momentum is exact, and a square root is refused`() throws {
    var settings = Settings()
    settings.exact = true
    let file = #""given": { "θ": 4 }, "graph": ["f = θ^2"], "by": ["θ"]"#
    let momentum = try WorkedExample(
      learner(file, #""optimizer": "momentum""#, #", "steps": 4"#), settings: settings)
    var text = ""
    try momentum.write(as: .text, to: &text)
    #expect(text.contains("new θ = θ − η · new v = 31/125 − (1/10) · (1853/125) = −1543/1250"))
    #expect(!text.contains("≈"))
    for (file, learning) in [
      (file, #""optimizer": "adam""#), (file, #""schedule": { "warmup-cosine": 1 }"#),
      (learners[2], #""optimizer": "adagrad""#), (learners[2], #""schedule": { "warmup-cosine": 1 }"#),
    ] {
      let lesson = try learner(file, learning, #", "steps": 3"#)
      #expect(throws: WorkedExampleError.self, "\(learning)") {
        try WorkedExample(lesson, settings: settings)
      }
    }
  }

  @Test func `What is no number in a step is named with the step`() throws {
    let zero = #""given": { "θ": 0 }, "graph": ["f = θ^2"], "by": ["θ"]"#
    let lesson = try learner(zero, #""optimizer": { "adam": { "epsilon": 0 } }"#, #", "steps": 3"#)
    do {
      _ = try WorkedExample(lesson, settings: Settings())
      Issue.record("it is derived")
    } catch {
      guard case .noFiniteResult(let sentence) = error else { throw error }
      #expect(sentence == "in step 1 new theta is not a number: something is divided by 0")
    }
  }

  @Test func `A line of a step that is asked for comes with those before it`() throws {
    var settings = Settings()
    settings.only = ["m_hat"]
    let file = #""given": { "θ": 4 }, "graph": ["f = θ^2"], "by": ["θ"]"#
    let lines = try WorkedExample(learner(file, #""optimizer": "adam""#), settings: settings).blocks()
      .flatMap(\.equations).map { "\($0.left)" }
    #expect(lines.count == 4, "∂f/∂θ, m, v and m̂: \(lines)")
  }

  @Test func `With an update for each example there are as many steps as examples, and each takes the next`()
    throws
  {
    let lesson = try learner(learners[2], #""optimizer": "momentum", "updates": "each-example""#)
    var text = ""
    try WorkedExample(lesson, settings: Settings()).write(as: .text, to: &text)
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("a₁⁽⁰⁾ = 1, a₂⁽⁰⁾ = 2") && words.contains("a₁⁽⁰⁾ = 0, a₂⁽⁰⁾ = −1"))
    #expect(text.contains("C of all examples after each step") && !text.contains("Step 3"))
  }

  // By central differences at 80 digits, in Python with mpmath.
  @Test(arguments: [
    (
      "mean",
      [
        1.2509062155015324, 1.1125863923931387, 0.91051919427585998, 0.75334832253230765, 0.63815720471180425,
      ]
    ),
    (
      "sum",
      [3.7527186465045971, 3.337759177179416, 2.7315575828275799, 2.260044967596923, 1.9144716141354127]
    ),
  ])
  func `A step of one example follows its cost and the penalty, whose n is that of all examples`(
    reduction: String, costs: [Double]
  ) throws {
    let text = """
      { "network": { "inputs": 2, "layers": [
          { "activation": "tanh", "weights": [[0.4, -0.7], [0.9, 0.2]], "biases": [0.1, -0.3] },
          { "activation": "identity", "weights": [[1.2, -0.5], [0.3, 0.8]], "biases": [0.2, 0.1] }] },
        "cost": "half-squared-error", "reduction": "\(reduction)", "penalty": { "l2": 0.3 }, "examples": [
          { "inputs": [0.5, -1.2], "targets": [0.5, -1] }, { "inputs": [1.5, 0.3], "targets": [-1, 0.5] },
          { "inputs": [-0.25, 2], "targets": [0, 1] }],
        "learningRate": 0.05, "optimizer": { "momentum": 0.5 }, "updates": "each-example", "steps": 4 }
      """
    let example = try WorkedExample(WrittenLesson(json: Array(text.utf8)), settings: Settings())
    var json = ""
    try example.write(as: .json, to: &json)
    let found = try #require(json.firstMatch(of: /"costs": \[([^\]]*)\]/)?.1).split(separator: ", ")
      .compactMap { Double($0) }
    #expect(found.count == costs.count)
    for (got, want) in zip(found, costs) { #expect((got - want).magnitude <= 1e-13 * want) }
    #expect(example.passed && example.blocks().flatMap(\.equations).allSatisfy { falsehood(in: $0) == nil })
  }
}

@Test(
  arguments: [
    (.constant, [0.5, 0.5, 0.5, 0.5, 0.5]), (.halveEvery(2), [0.5, 0.5, 0.25, 0.25, 0.125]),
    (.inverseTime(Numeral(integer: 1)), [0.5, 0.25, 0.5 / 3, 0.125, 0.1]),
    (.warmupCosine(2), [0.25, 0.5, 0.5, 0.375, 0.125]), (.warmupCosine(5), [0.1, 0.2, 0.3, 0.4, 0.5]),
  ] as [(Schedule, [Double])])
func `A schedule gives each of five steps its learning rate`(_ schedule: Schedule, _ rates: [Double]) {
  for (step, expected) in rates.enumerated() {
    let rate = schedule.rate(0.5, step: step + 1, of: 5, pi: Double.pi)
    #expect(abs(rate - expected) < 1e-15, "step \(step + 1)")
  }
}
