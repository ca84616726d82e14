import Documents
import Formulas
import Lessons
import Testing

@testable import Grading

/// What a person is told of answers to a graph, in one line.
private func report(_ text: String, of name: String) throws -> String {
  let exercise = try Exercise(graph(name))
  let assessment = Assessor(exercise).assess(try AnswerSheet(Array(text.utf8), for: exercise))
  var report = ""
  try TextWriter(notation: .threeBlueOneBrown).write(
    Report(exercise, assessment, name: "sheet", reveals: false).blocks, to: &report)
  return report.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

@Test(arguments: [
  (
    "reuse", "c = 5\nd = 12\ne = 60\ng = 180\ndg/de = 3\ndg/dd = 15\ndg/dc = 36\ndg/db = 96",
    "Perhaps this mistake: One of the uses of this value is left out of the sum (use-forgotten)."
  ),
  (
    "circuit", "q = 3\nf = -12\ndf/dq = -4\ndf/dz = 3\ndq/dx = 1\ndf/dx = 1",
    "Perhaps this mistake: Only the local gradient is there, without the upstream gradient (local-gradient-only)."
  ),
  (
    "sigmoid",
    "z = 1.25\np = 0.7773\nh = 0.6512\nL = 0.5607\ndL/dh = -1.498\ndh/dp = 0.5759\ndL/dp = -0.9221",
    "Local and upstream gradient are added instead of multiplied"
  ),
  (
    "sigmoid", "z = 1.25\np = 0.7773\nh = 0.6512\nL = 0.5607\ndL/dh = -1.498\ndh/dp = 0.3488",
    "The derivative of a power is wrong (power-rule)."
  ),
  (
    "maximum", "a = 3.7\nb = 2.5\nc = 9.25\nf = 9.25\ndf/dc = 0",
    "Perhaps this mistake: The gradient is passed to the argument that max or min did not choose (other-argument)."
  ),
])
func `A wrong number in a graph is named, with the formula that gives it and the right one`(
  name: String, text: String, mistake: String
) throws {
  let report = try report(text, of: name)
  #expect(report.contains(mistake), "\(report)")
  #expect(report.contains("instead of") && !report.contains("network"), "\(report)")
}

@Test(arguments: [
  ("q = x + y", true), ("f = (x + y) z", true), ("f = q*z", true), ("df/dx = z", true),
  ("df/dx = dq/dx * df/dq", true),
  ("df/dx = -4", true), ("q = x + x", false), ("f = q + z", false),
])
func `An answer may be a formula in the names of the graph`(text: String, isRight: Bool) throws {
  let exercise = try Exercise(graph("circuit"))
  let assessment = Assessor(exercise).assess(try AnswerSheet(Array(text.utf8), for: exercise))
  #expect(assessment.rows.map { $0.verdict == .correct } == [isRight])
}

@Test func `What is wrong with and without a wrong line before it is not right`() throws {
  let exercise = try Exercise(WrittenLesson(json: #require(Catalog.source(of: "dropout"))))
  let numbers = ["dC/db[1] = 1.000", "dC/db[2] = 1.000", "dC/dW[2,1] = 1.000", "dC/dW[3,2] = 2.000"]
  let sheet = try AnswerSheet(Array(numbers.joined(separator: "\n").utf8), for: exercise)
  let rows = Assessor(exercise).assess(sheet).rows
  #expect(rows.count == numbers.count && !rows.contains { $0.verdict.isRight })
}

@Test func `A formula that is right for these numbers alone is not taken for right`() throws {
  let text = try report("q = 3\nf = q * y - 27", of: "circuit")
  #expect(
    text.contains("the formula gives the correct number with these numbers, but not with other numbers"),
    "\(text)")
}

@Test func `A graph can be practised, with hints that speak of it`() throws {
  var session = try Practice(graph("recurrence"), Worksheet.Settings())
  let exercise = try Exercise(graph("recurrence"))
  func said(_ blocks: [Block]) throws -> String {
    var text = ""
    try TextWriter(notation: .threeBlueOneBrown).write(blocks, to: &text)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
  #expect(try said(session.greeting).contains("graph for the graph again"))
  let hint = "Which quantities does the definition above use, and what are their values?"
  #expect(try said(session.respond(to: "?")) == hint)
  #expect(try said(session.respond(to: "?")) == "h₁ = w · h₀ + x₁")
  #expect(try said(session.respond(to: "graph")).contains("The given values are"))
  for line in exercise.asked {
    #expect(session.question?.name == exercise.lines[line].name.answerName)
    let value = try #require(Numeral(rounding: exercise.values[line], digits: 6)).typed
    #expect(try said(session.respond(to: value)) == "Correct.")
  }
  #expect(session.isOver)
}

@Test func `A class report of graphs has a mark for each quantity, forward and backward apart`() throws {
  let exercise = try Exercise(graph("circuit"))
  let sheet = try AnswerSheet(Array("q = 3\nf = -12\ndf/dq = -4\ndf/dz = 4".utf8), for: exercise)
  let student = ClassReport.Student(
    files: ["A"], exercise: exercise, lesson: "circuit",
    assessment: Assessor(exercise).assess(sheet))
  var text = ""
  try TextWriter(notation: .threeBlueOneBrown).write(
    ClassReport(students: [student], unread: [], reveals: false).blocks, to: &text)
  #expect(text.contains("++ x+...."), "\(text)")
}
