import Backprop
import Formulas
import Lessons
import Testing

@testable import Grading

@Test(arguments: [
  "single-chain", "two-neurons", "softmax", "softmax-squared", "batch", "weight-decay", "xor",
])
func `Every line of a derivation follows from the lines before it and gives the value of the trace`(
  name: String
)
  throws
{
  let exercise = try Exercise(lesson(name))
  for (index, line) in exercise.lines.enumerated() {
    let rule = exercise.rules[index]
    #expect(rule.formula.needs.allSatisfy { $0 < index || $0 >= exercise.lines.count })
    for formula in [rule.formula, rule.shortcut].compactMap({ $0 }) {
      let value: Double = formula.value { exercise.values[$0] }
      #expect(abs(value - exercise.values[index]) <= 1e-12 * max(1, abs(value)), "\(line.name)")
    }
  }
}

@Test(arguments: ["mazur", "single-chain", "batch", "weight-decay", "two-neurons"])
func `The cost after the step is that of the network with the new parameters`(name: String) throws {
  let lesson = try lesson(name)
  let exercise = try Exercise(lesson)
  let layout = try exercise.network.layout
  let line = try #require(exercise.line(of: .symbol(Symbol(.newCost))))
  let old = try Backpropagation(lesson.objective)
  let rate = try #require(lesson.learningRate?.value)
  let parameters = zip(old.objective.network.parameters, old.gradient).enumerated().map { id, pair in
    layout.isBias(id) && !lesson.trainsBiases ? pair.0 : pair.0 - rate * pair.1
  }
  var stepped = old.objective
  stepped.network.parameters = parameters
  #expect(abs(exercise.values[line] - (try Backpropagation(stepped).cost)) < 1e-13)
}

func lesson(_ name: String) throws -> Lesson {
  try Lesson(json: #require(Catalog.source(of: name)))
}
