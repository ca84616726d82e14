import Backprop
import Documents
import Formulas
import Lessons
import Testing

@testable import Grading

private func sheet(_ name: String, key: Bool = false, digits: Int = 4) throws -> String {
  var settings = Worksheet.Settings()
  settings.source = "\(name).json"
  settings.showsAnswers = key
  settings.digits = digits
  var text = ""
  try Worksheet(graph(name), settings).write(by: TextWriter(notation: .threeBlueOneBrown), to: &text)
  return text
}

/// What stands before a sign of equality at the end of a line.
private func blanks(_ text: String) -> [String] {
  text.split(separator: "\n").filter { $0.hasSuffix(" =") }.map { String($0.dropFirst(4).dropLast(2)) }
}

@Test(arguments: graphs.keys.sorted())
func `A worksheet of a graph asks once for each value, local gradient and derivative, and gives none away`(
  name: String
) throws {
  let exercise = try Exercise(graph(name))
  let asked = exercise.asked.compactMap { exercise.lines[$0].name.answerName }
  #expect(Set(asked).count == exercise.lines.count)
  let text = try sheet(name)
  #expect(blanks(text).sorted() == asked.sorted())
  #expect(text.contains("trace: lesson=\(name).json"))
  let givens = Set(exercise.subject.givens.map(\.value.value))
  for index in exercise.asked where !givens.contains(exercise.values[index]) {
    let value = try #require(Numeral(rounding: exercise.values[index], digits: 4)).typed
    #expect(value.count < 5 || !text.contains(value), "\(value)")
  }
}

@Test
func `A worksheet of a recurrence goes back step by step, and asks for what belongs together in one place`()
  throws
{
  let text = try sheet("recurrence")
  #expect(text.contains("Compute hₜ = w · hₜ₋₁ + xₜ: h₁, h₂, h₃"))
  #expect(text.contains("Compute L = (h₃ − y)²: L"))
  let titles = text.split(separator: "\n").filter {
    $0.hasPrefix("Backward") || $0 == "Forward" || $0.hasPrefix("One")
  }
  #expect(
    titles == [
      "Forward", "Backward: h₃", "Backward: h₂", "Backward: h₁", "Backward: w", "Backward: x",
      "One step of gradient descent",
    ])
  #expect(blanks(text).contains("new x[2]"))
}

@Test func `What is an index is not asked for, and seeds are where the way back begins`() throws {
  let exercise = try Exercise(graph("index"))
  let names = exercise.entries.keys.compactMap(\.answerName)
  #expect(!names.contains { $0.hasPrefix("k") })
  let seeded = try Exercise(graph("seeded"))
  let line = try #require(seeded.lines.first { nameText($0.name) == "dL/dy[2]" })
  #expect(line.formula == .integer(-2))
}

@Test func `A derivative of what feeds only the result is one line`() throws {
  let exercise = try Exercise(graph("circuit"))
  #expect(
    exercise.lines.map { nameText($0.name) } == [
      "q", "f", "df/dz", "df/dq", "dq/dx", "df/dx", "dq/dy", "df/dy",
    ])
}

@Test func `A graph with more lines than a person derives is refused in a sentence`() throws {
  let chain = (1...160).map { "\"a\($0) = a\($0 - 1) * a\($0 - 1)\"" }.joined(separator: ", ")
  let lesson = try NamedLesson(json: Array("{ \"given\": { \"a0\": 1 }, \"graph\": [\(chain)] }".utf8))
  do {
    _ = try Exercise(lesson)
    Issue.record("it is taken")
  } catch {
    guard case .refused(let sentence) = error else { throw error }
    #expect(
      sentence
        == "the graph has 479 quantities, local gradients and derivatives, too many to derive by hand; the most is 300"
    )
  }
}

@Test(arguments: graphs.keys.sorted())
func `The rules of a graph's page come to the true values`(name: String) throws {
  let exercise = try Exercise(graph(name))
  let rules = exercise.answerRules(asked: 4)
  #expect(rules.layers.allSatisfy { $0 == nil } && rules.lines.count == exercise.lines.count)
  var values = exercise.lines.map { _ in Double.nan } + rules.givens
  for (index, ways) in rules.lines.enumerated() {
    values[index] = ways[0].evaluated { name in
      if case .symbol(let symbol) = name, let entry = symbol.layer { values[entry] } else { .nan }
    }
    #expect(abs(values[index] - exercise.values[index]) <= 1e-12 * max(1, abs(values[index])))
  }
  #expect(!rules.mistakes.isEmpty)
}
