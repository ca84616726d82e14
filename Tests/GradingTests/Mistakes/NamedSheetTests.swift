import Lessons
import Testing

@testable import Grading

private let momentum = #"""
  { "given": { "theta": 4 }, "graph": ["f = theta^2"], "by": ["theta"], "learningRate": 0.1,
    "optimizer": { "momentum": 0.9 } }
  """#

/// What is said of a sheet's wrong lines: the mistakes that are named, or that it may be after a "?", where the first shows, and
/// in which other lines it is.
private func said(_ exercise: Exercise, _ answers: String) throws -> [String] {
  func name(_ line: Int) -> String { exercise.lines[line].name.answerName ?? "" }
  let assessment = Assessor(exercise).assess(try AnswerSheet(Array(answers.utf8), for: exercise))
  let wrong = Set(assessment.rows.filter { $0.verdict == .wrong }.compactMap(\.line))
  return assessment.marking.diagnoses.map { one in
    let ids = one.named?.mistakes.map(\.id) ?? ["?"] + one.possible.map(\.mistake.id)
    let again = one.explains.filter { $0 != one.line && wrong.contains($0) }.map(name)
    return ids.joined(separator: " ") + " at " + ([name(one.line)] + again).joined(separator: ", ")
  }
}

@Test(arguments: [
  (
    "two-neurons",
    """
    z1 = [0.08, 0.67]
    a1 = [0.52, 0.6615]
    dZ^[2] = A^[2] - Y = [-0.5443, 0.6464]
    dW^{[2]} = [[-0.2830, -0.3601], [0.3361, 0.4276]]
    """, ["cross-entropy-delta at dC/dz2[1], dC/dz2[2]"]
  ),
  (
    "two-neurons", "dC/da2[1] = -0.5443\ndC/da2[2] = 0.6464\ndZ2 = [-0.5443, 0.6464]",
    [
      "missing-factor-2 half-convention at dC/da2[1], dC/da2[2]",
      "missing-sigma-prime-output cross-entropy-delta at dC/dz2[1], dC/dz2[2]",
    ]
  ),
  (
    "batch", "dW2 = [0.03762, 0.1621]\ndb2 = 0.2062",
    ["one-example-only at dC/dw2[1,1], dC/dw2[1,2], dC/db2"]
  ),
  ("single-chain", "a3 = 0.6957\ndC/da3 = 2(y - a3) = -0.9914", ["sign-of-error at dC/da3"]),
  ("single-chain", "a3 = 0.6957\ndC/da3 = 2*(0.2 - 0.6957) = -0.9914", ["sign-of-error at dC/da3"]),
  ("single-chain", "a3 = 0.6957\ndC/da3 = -0.9914", ["sign-of-error slip-of-the-pen at dC/da3"]),
])
func `A mistake of a network has one name, and every wrong line is listed under its own`(
  name: String, answers: String, expected: [String]
) throws {
  #expect(try said(exercise(name), answers) == expected)
}

@Test(arguments: [
  ("dC/dz2[1]", "dC/da2[1]", "missing-sigma-prime-output"),
  ("dC/dz2[2]", "dC/da2[2]", "missing-sigma-prime-output"),
  ("dC/dz1[1]", "dC/da1[1]", "missing-sigma-prime-hidden"),
])
func `A mistake in one line is named, though all lines after it are right`(
  line: String, written: String, id: String
) throws {
  #expect(try named(line, written, 1) == [id])
}

@Test(arguments: ["dC/dz2[1]", "dC/dz2[2]"])
func `The difference a − y is not blamed for a sign in δ where ∂C/∂a is right`(line: String) throws {
  let named = try named(line, line, -1)
  #expect(named.count == 1 && named != ["sign-of-error"])
}

/// What is named where one line has so many times the number of one, and all else is right.
private func named(_ line: String, _ other: String, _ factor: Double) throws -> [String] {
  let exercise = try exercise("two-neurons")
  let right = exercise.written(making: [], Habit.all[0], digits: 4)
  var claims = exercise.asked.reduce(into: [:]) { $0[$1] = right[$1] }
  func place(_ name: String) throws -> Int {
    try #require(exercise.lines.firstIndex { $0.name.answerName == name })
  }
  let number = try #require(claims[place(other)])
  claims[try place(line)] = Claim(factor * number.value, unit: number.unit)
  return Marker(exercise).mark(claims).diagnoses.compactMap { $0.named?.mistake.id }
}

@Test(arguments: [
  ("v = 0.9*0 + 0.1*8 = 0.8\nnew theta = 3.92", ["averaged-velocity at new v"]),
  ("v = (1 - 0.9)*8 = 0.8\nnew theta = 3.92", ["averaged-velocity at new v"]),
  ("v = mu*v + (1 - mu)*df/dtheta = 0.8\nnew theta = 3.92", ["averaged-velocity at new v"]),
  ("v = 0.9*(0 + 8) = 7.2\nnew theta = 3.28", ["decayed-derivative at new v"]),
  ("v = 8\nnew theta = 4 + 0.1*8 = 4.8", ["ascent at new theta"]),
])
func `A formula before a number says what was done, where the number alone does not`(
  answers: String, expected: [String]
) throws {
  let exercise = try Exercise(NamedLesson(json: Array(momentum.utf8)))
  #expect(try said(exercise, "f = 16\ndf/dtheta = 8\n" + answers) == expected)
}

@Test(arguments: [
  ("momentum", "averaged-velocity"), ("momentum", "decayed-derivative"), ("nesterov", "momentum-left-out"),
  ("gradient-descent", "momentum-added"),
])
func `What goes wrong with momentum is named in networks as well`(optimizer: String, id: String) throws {
  let lesson = #"""
    { "network": { "inputs": 1, "layers": [
        { "activation": "tanh", "weights": [[0.7]], "biases": [0.2] },
        { "activation": "sigmoid", "weights": [[-1.3]], "biases": [0.4] }] },
      "cost": "squared-error", "examples": [{ "inputs": [0.6], "targets": [0.3] }], "learningRate": 0.35,
      "optimizer": "\#(optimizer)" }
    """#
  let exercise = try Exercise(Lesson(json: Array(lesson.utf8)))
  let suspect = try #require(exercise.suspects().first { $0.mistake.id == id })
  let written = exercise.written(
    making: [suspect], Habit(truncates: false, carriesWritten: true), digits: 5)
  let claims = exercise.asked.reduce(into: [:]) { $0[$1] = written[$1] }
  #expect(Marker(exercise).mark(claims).diagnoses.first?.named?.mistake.id == id)
}
