import Backprop
import Documents
import Formulas
import Testing

@testable import Lessons

private func settings(paths name: String) -> Settings {
  var settings = Settings()
  settings.paths = name
  return settings
}

/// What each path multiplies to, and how many factors it has.
private func paths(_ lesson: Lesson, from name: String) throws -> [(value: Double, factors: Int)] {
  let work = try Work(lesson, only: [name])
  var derivation = Derivation(lesson, work: work, settings: settings(paths: name))
  let id = try #require(work.parameters.first)
  return derivation.blocks(pathsFrom: id).compactMap { block in
    guard case .equation(let equation) = block, case .symbol(let symbol) = equation.left,
      symbol.meaning == .path,
      case .product(let factors) = equation.sides.first?.formula, let value = derivation.ledger[equation.left]
    else { return nil }
    return (value, factors.count)
  }
}

@Test(arguments: [
  ("single-chain", "w1", 1), ("single-chain", "w3", 1), ("two-neurons", "w1[1,2]", 2),
  ("two-neurons", "w2[1,2]", 1),
  ("two-neurons", "b1[1]", 2), ("path-sum", "w1[3,1]", 2), ("softmax", "w2[1,1]", 3),
  ("softmax", "w1[1,1]", 9),
])
func `The paths from a parameter add up to its derivative`(name: String, parameter: String, count: Int) throws
{
  let lesson = try Lesson(json: try #require(Catalog.source(of: name)))
  let found = try paths(lesson, from: parameter)
  let work = try Work(lesson, only: [parameter])
  let derivative = work.result.gradient[try #require(work.parameters.first)]
  #expect(found.count == count)
  let sum = found.reduce(0) { $0 + $1.value }
  #expect((sum - derivative).magnitude <= 1e-14 * found.reduce(0) { $0 + $1.value.magnitude })
}

@Test func `The paths are counted before they are listed`() throws {
  let wide = Lesson.Layer(
    activation: .sigmoid, weights: Array(repeating: Array(repeating: .hundredth, count: 9), count: 9),
    biases: nil)
  let lesson = Lesson(
    title: nil, summary: nil, inputs: 9, layers: Array(repeating: wide, count: 40), cost: .squaredError,
    examples: [
      Lesson.Example(
        inputs: Array(repeating: .hundredth, count: 9), targets: Array(repeating: .hundredth, count: 9))
    ], penalty: nil, learningRate: nil, trainsBiases: true)
  #expect(lesson.pathCount(fromLayer: 40, isWeight: true) == 1)
  #expect(lesson.pathCount(fromLayer: 38, isWeight: true) == 81)
  #expect(lesson.pathCount(fromLayer: 1, isWeight: true) == nil)
  let thrown = #expect(throws: WorkedExampleError.self) {
    try WorkedExample(lesson, settings: settings(paths: "w38[1,1]"))
  }
  guard case .refused(let message) = thrown else {
    Issue.record("not refused: \(String(describing: thrown))")
    return
  }
  #expect(message == "from w38[1,1] there are 81 paths to the cost, and 64 are the most that are listed")
}

@Test(arguments: ["C", "a1", "dC/da1", "z1"])
func `Paths lead from a weight or a bias only`(name: String) throws {
  let lesson = try Lesson(json: try #require(Catalog.source(of: "single-chain")))
  #expect(throws: WorkedExampleError.self) { try WorkedExample(lesson, settings: settings(paths: name)) }
}
