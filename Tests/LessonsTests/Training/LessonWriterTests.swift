import Backprop
import Formulas
import Testing

@testable import Lessons

/// All that a lesson file may hold.
private let strange = #"""
  {
    "title": "“Strange”\t\\ \" \u0000 \u001b[31m 🧠 e\u0301",
    "summary": "One.\n\nTwo: $x_1$ & <b>.",
    "network": {
      "inputs": 2,
      "layers": [
        { "activation": { "leaky-relu": 0.010 }, "weights": [[0.10, -2E-3], [1e+2, -0]] },
        { "activation": "tanh", "weights": [[5e-324, 1.7976931348623157e308]], "biases": [-0.60],
          "dropout": { "keep": 0.250, "mask": [[1], [0]] }, "skip": false },
        { "activation": "silu", "weights": [[0.5]], "skip": true, "dropout": { "mask": [1], "keep": 1 } },
        { "activation": "sigmoid", "neurons": 3, "initializer": { "gaussian": { "seed": 7 } } }
      ]
    },
    "cost": "binary-cross-entropy",
    "examples": [ { "inputs": [0.05, 1e1], "targets": [0.01, 0.99, 0] }, { "inputs": [1, 2], "targets": [0, 1, 0] } ],
    "reduction": "sum",
    "penalty": { "l2": 0.0, "l1": 1e-4 },
    "learningRate": 0.50,
    "optimizer": { "adamw": { "beta2": 0.990 } }, "ascent": true, "steps": 7, "schedule": { "inverse-time": 0.10 },
    "trainBiases": false
  }
  """#

private func written(_ lesson: Lesson) throws -> String {
  var text = ""
  try lesson.write(to: &text)
  return text
}

/// The lesson as it is when its weights are no longer drawn.
private func settled(_ lesson: Lesson) -> Lesson {
  var lesson = lesson
  for l in lesson.layers.indices { lesson.layers[l].weights = lesson.layers[l].weights.writtenOut }
  return lesson
}

@Test(
  arguments: [strange, goodLesson]
    + Catalog.layered.map { String(decoding: Catalog.source(of: $0) ?? [], as: UTF8.self) })
private func `A lesson that is written and read again is the same lesson`(source: String) throws {
  let lesson = try Lesson(json: Array(source.utf8))
  let text = try written(lesson)
  #expect(try Lesson(json: Array(text.utf8)) == settled(lesson))
  #expect(text.split(separator: "\n").allSatisfy { $0.last != " " })
}

@Test(arguments: [#""penalty": {}"#, #""penalty": { "l2": 1 }"#, #""learningRate": 0, "trainBiases": true"#])
private func `What a lesson leaves out stays out`(setting: String) throws {
  let source = """
    {
      "network": {
        "inputs": 1,
        "layers": [
          { "activation": "identity", "weights": [[0.5]] }
        ]
      },
      "cost": "squared-error",
      "examples": [
        { "inputs": [1], "targets": [2] }
      ],
      \(setting)
    }

    """
  let text = try written(Lesson(json: Array(source.utf8)))
  #expect(text == source.replacing(#", "trainBiases": true"#, with: ""))
}

@Test func `A long layer has a line for each neuron`() throws {
  let row = "[" + Array(repeating: "0.125", count: 8).joined(separator: ", ") + "]"
  let layer = """
          {
            "activation": "softmax",
            "weights": [
              \(row),
              \(row)
            ],
            "biases": [0.25, 0.5]
          }
    """
  let source = """
    {"network": {"inputs": 8, "layers": [\(layer)]}, "cost": "cross-entropy",
     "examples": [{"inputs": [0, 1, 0, 1, 0, 1, 0, 1], "targets": [0, 1]}]}
    """
  let text = try written(Lesson(json: Array(source.utf8)))
  #expect(text.contains("\n" + layer + "\n"))
  #expect(text.hasSuffix("\n    { \"inputs\": [0, 1, 0, 1, 0, 1, 0, 1], \"targets\": [0, 1] }\n  ]\n}\n"))
}
