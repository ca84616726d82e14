import Backprop
import Formulas
import Testing

@testable import Lessons

/// The lesson that each bad one below differs from in one place.
let goodLesson = """
  {
    "title": "A 2-2-2 network, one step",
    "network": {
      "inputs": 2,
      "layers": [
        { "activation": "sigmoid", "weights": [[0.15, 0.20], [0.25, 0.30]], "biases": [0.35, 0.35] },
        { "activation": "tanh", "weights": [[0.40, 0.45], [0.50, 0.55]], "biases": [0.60, 0.60] }
      ]
    },
    "cost": "half-squared-error",
    "examples": [ { "inputs": [0.05, 0.10], "targets": [0.01, 0.99] } ],
    "penalty": { "l2": 0.0, "l1": 0.0 },
    "learningRate": 0.5
  }
  """

/// What is said about a lesson, each with the place that is pointed at: "PLACE ▸ MESSAGE".
func complaints(_ text: String) -> [String] {
  let bytes = Array(text.utf8)
  do {
    _ = try Lesson(json: bytes)
    return []
  } catch {
    return error.problems.map { String(decoding: bytes[$0.range], as: UTF8.self) + " ▸ " + $0.message }
  }
}

/// The good lesson with one text replaced, which must be there exactly once.
func complaints(replacing old: String, by new: String) -> [String] {
  let parts = goodLesson.split(separator: old, omittingEmptySubsequences: false)
  guard parts.count == 2 else { return ["\(old) is there \(parts.count - 1) times"] }
  return complaints(parts.joined(separator: new))
}

@Test func `A lesson file is read`() throws {
  let lesson = try Lesson(json: Array(goodLesson.utf8))
  #expect(lesson.title == "A 2-2-2 network, one step")
  #expect(lesson.summary == nil)
  #expect(lesson.inputs == 2)
  #expect(lesson.layers.map(\.activation) == [.sigmoid, .tanh])
  #expect(
    lesson.layers.map { $0.weights.map { $0.map(\.digits) } }.first == [["0.15", "0.20"], ["0.25", "0.30"]])
  #expect(lesson.layers[1].biases?.map(\.value) == [0.6, 0.6])
  #expect(lesson.cost == .halfSquaredError)
  #expect(lesson.examples.map { $0.inputs.map(\.digits) } == [["0.05", "0.10"]])
  #expect(lesson.examples.map { $0.targets.map(\.digits) } == [["0.01", "0.99"]])
  #expect(lesson.penalty?.l2?.value == 0)
  #expect(lesson.learningRate?.value == 0.5)
  #expect(lesson.trainsBiases)
}

@Test func `The built-in lesson is read`() throws {
  #expect(try Lesson(json: Array(PackageResources.single_chain_json.utf8)).layers.count == 3)
}

@Test(arguments: [
  (#""inputs": 2,"#, #""inputs": 2.0,"#),
  (#""inputs": 2,"#, #""inputs": 2e0,"#),
  (#""inputs": 2,"#, #""inputs": 20e-1,"#),
  (#", "biases": [0.60, 0.60]"#, ""),
  (#""tanh""#, #""softmax""#),
  (#""tanh""#, #"{ "leaky-relu": 0 }"#), (#""tanh""#, #""silu""#), (#""tanh""#, #""gelu""#),
  (#""tanh""#, #""elu""#), (#""tanh""#, #"{ "elu": 0.5 }"#),
  (#""half-squared-error""#, #""binary-cross-entropy""#),
  (#"{ "l2": 0.0, "l1": 0.0 }"#, "{}"),
  (#""learningRate": 0.5"#, #""trainBiases": false, "summary": "*One* step.""#),
  (
    #""weights": [[0.40, 0.45], [0.50, 0.55]], "biases": [0.60, 0.60]"#,
    #""neurons": 2.0, "initializer": { "gaussian": { "seed": 9007199254740992 } }"#
  ),
]) func `A lesson may be written in several ways`(old: String, new: String) {
  #expect(complaints(replacing: old, by: new) == [])
}

@Test func `What is left out is nil, or a default`() throws {
  let lesson = try Lesson(
    json: Array(
      #"{"network":{"inputs":1,"layers":[{"activation":{"leaky-relu":0.01},"weights":[[1]]}]},"cost":"squared-error","examples":[{"inputs":[1],"targets":[1]}]}"#
        .utf8))
  #expect(lesson.layers.map(\.biases) == [nil])
  #expect(lesson.layers.map(\.activation) == [.leakyReLU(slope: try #require(Numeral("0.01")))])
  #expect(lesson.penalty == nil && lesson.learningRate == nil && lesson.title == nil && lesson.trainsBiases)
}
