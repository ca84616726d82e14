import Backprop
import Documents
import Formulas
import Foundation
import Testing

@testable import Lessons

/// One neuron: z = 0.5 · 0.8 + 0.1 = 0.5, a = max(0, z), C = (a − 0.2)².
private let file = """
  {
    "network": {
      "inputs": 1,
      "layers": [ { "activation": "relu", "weights": [[0.50]], "biases": [0.1] } ]
    },
    "cost": "squared-error",
    "examples": [ { "inputs": [0.8], "targets": [0.2] } ],
    "learningRate": 0.5
  }
  """

private func text(_ lesson: Lesson, as format: Format = .text, _ change: (inout Settings) -> Void = { _ in })
  throws -> String
{
  var settings = Settings()
  change(&settings)
  var text = ""
  try WorkedExample(lesson, settings: settings).write(as: format, to: &text)
  return text
}

/// To be read first.
@Suite struct `What Lessons is for` {
  private let lesson: Lesson

  init() throws { lesson = try Lesson(json: Array(file.utf8)) }

  @Test func `A lesson is a network, a cost, examples and a step, and its numbers keep their digits`() {
    #expect(lesson.layers.map(\.activation) == [.relu])
    #expect(lesson.layers[0].weights.map { $0.map(\.digits) } == [["0.50"]])
    #expect(lesson.cost == .squaredError && lesson.learningRate?.value == 0.5)
  }

  @Test func `What is wrong in its file is said in a sentence, at its place, with the way out`() throws {
    let wrong = file.replacing("\"relu\"", with: "\"relo\"")
    let error = #expect(throws: LessonError.self) { try Lesson(json: Array(wrong.utf8)) }
    #expect(
      error?.description(path: "mine.json") == """
        mine.json:4:33: error: the activation of layer 1 is unknown: "relo"; did you mean "relu"?
         4 |     "layers": [ { "activation": "relo", "weights": [[0.50]], "biases": [0.1] } ]
           |                                 ^^^^^^
        """)
  }

  @Test func `A worked example goes forward, then back, then one step downhill, line by line`() throws {
    let lines = [
      "z⁽¹⁾ = w⁽¹⁾ · a⁽⁰⁾ + b⁽¹⁾ = 0.50 · 0.8 + 0.1 = 0.5", "a⁽¹⁾ = max(0, z⁽¹⁾) = max(0, 0.5) = 0.5",
      "∂C/∂a⁽¹⁾ = 2 (a⁽¹⁾ − y) = 2 (0.5 − 0.2) = 0.6", "∂a⁽¹⁾/∂z⁽¹⁾ = ReLU′(z⁽¹⁾) = 1",
      "∂z⁽¹⁾/∂w⁽¹⁾ = a⁽⁰⁾ = 0.8",
    ]
    var rest = try text(lesson)[...]
    for line in lines {
      let place = try #require(rest.range(of: "    \(line)\n"), "\(line)")
      rest = rest[place.upperBound...]
    }
  }

  @Test(arguments: ["single-chain", "two-neurons", "softmax", "batch"])
  func `Every line is true of the numbers that are printed in it`(name: String) throws {
    let lesson = try Lesson(json: #require(Catalog.source(of: name)))
    var derivation = Derivation(lesson, work: try Work(lesson, only: []), settings: Settings())
    let equations = derivation.blocks().flatMap(\.equations)
    #expect(equations.count > 20)
    for equation in equations { #expect(falsehood(in: equation) == nil) }
  }

  @Test func `The most copied example comes out with its own figures`() throws {
    let lesson = try Lesson(json: try #require(Catalog.source(of: "mazur")))
    let work = try Work(lesson, only: [])
    #expect((work.result.cost - 0.298371109).magnitude < 5e-10)
    // ∂E/∂w5 and ∂E/∂w1, then the two after the step.
    #expect((work.result.gradient[6] - 0.082167041).magnitude < 5e-10)
    #expect((work.result.gradient[0] - 0.000438568).magnitude < 5e-10)
    let updated = work.updated(lesson)
    #expect((try #require(updated[6]) - 0.35891648).magnitude < 5e-9)
    #expect((try #require(updated[0]) - 0.149780716).magnitude < 5e-10)
    #expect(updated[4] == nil)
    var objective = work.result.objective
    objective.network.parameters = zip(objective.network.parameters, updated).map { $1 ?? $0 }
    #expect((try Backpropagation(objective).cost - 0.2910277737).magnitude < 5e-11)
  }

  @Test func `The same document is written in every format, and the trace as JSON`() throws {
    #expect(try text(lesson, as: .markdown).contains("\\frac{\\partial C}{\\partial a^{(1)}} = 2 \\left("))
    #expect(try text(lesson, as: .latex).hasPrefix("\\documentclass"))
    #expect(try text(lesson, as: .html).hasPrefix("<!doctype html>"))
    let json = try JSONSerialization.jsonObject(with: Data(text(lesson, as: .json).utf8))
    let trace = try #require(json as? [String: Any])
    #expect(trace["gradient"] as? [String: Double] == ["w1": 0.48, "b1": 0.6])
  }

  @Test func `Part of it is what one quantity needs`() throws {
    let part = try text(lesson) { $0.only = ["a1"] }
    #expect(part.contains("a⁽¹⁾ = ") && !part.contains("∂C/∂a⁽¹⁾ = "))
    #expect(throws: WorkedExampleError.self) { try text(lesson) { $0.only = ["a2"] } }
  }

  @Test func `In fractions nothing is rounded`() throws {
    let exact = try text(lesson) { $0.exact = true }
    #expect(exact.contains("∂C/∂a⁽¹⁾ = 2 (a⁽¹⁾ − y) = 2 (1/2 − 1/5) = 3/5\n"))
    #expect(!exact.contains("≈"))
  }

  @Test func `Every gradient is checked, by matrices and by nudges`() throws {
    let work = try Work(lesson, only: [])
    #expect(work.check.passed)
    #expect(work.check.parameters.map(\.verdict) == [.agrees, .agrees])
  }

  @Test func `A lesson is trained by the steps that it ends with, and is a lesson again`() throws {
    var training = try LessonTraining(lesson, batch: 1, seed: 1)
    training.step()
    // 0.5 − 0.5 · 0.48, and 0.1 − 0.5 · 0.6.
    #expect(training.trained(digits: 2).layers[0].weights.map { $0.map(\.typed) } == [["0.26"]])
    var text = ""
    try training.trained().write(to: &text)
    #expect(try Lesson(json: Array(text.utf8)) == training.trained())
  }
}
