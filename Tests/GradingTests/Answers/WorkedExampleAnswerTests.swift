import Formulas
import Lessons
import Testing

@testable import Grading

@Test(arguments: [
  ("single-chain", Notation.allCases), ("softmax", [.threeBlueOneBrown, .nielsen]),
  ("weight-decay", [.slides]), ("path-sum", [.threeBlueOneBrown]), ("batch", [.nielsen]),
])
func `A worked example has no line that looks like an answer and cannot be read`(
  name: String, notations: [Notation]
) throws {
  let exercise = try Exercise(lesson(name))
  let names = exercise.names
  for notation in notations {
    var settings = Settings()
    settings.notation = notation
    let example = try WorkedExample(lesson(name), settings: settings)
    for format in Format.ofDerivations {
      var text = ""
      try example.write(as: format, to: &text)
      var reader = AnswerReader(Array(text.utf8), names)
      reader.readLines()
      #expect(reader.problems.first.map(\.message) == [], "\(notation) as \(format)")
      #expect(reader.answers.map(\.sides).allSatisfy { !$0.isEmpty })
    }
  }
}

@Test(arguments: [
  ("single-chain", 25), ("relu-chain", 25), ("tanh-chain", 25), ("two-neurons", 50), ("softmax", 25),
  ("weight-decay", 50), ("batch", 100), ("cross-entropy", 10),
])
func `A line of a worked example in ASCII is read as an answer when it is typed back`(
  name: String, least: Int
)
  throws
{
  let exercise = try Exercise(lesson(name))
  let names = exercise.names
  var settings = Settings()
  settings.textStyle = TextStyle(isASCII: true)
  var text = ""
  try WorkedExample(lesson(name), settings: settings).write(as: .text, to: &text)
  var count = 0
  // What stands alone among empty lines and is indented is an equation or a table; matrices cannot be typed.
  for block in text.split(separator: "\n\n", omittingEmptySubsequences: true) {
    guard block.hasPrefix("    "), !block.contains("--"), !block.contains("|"), !block.contains(" x ") else {
      continue
    }
    let line = block.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
    var reader = AnswerReader(Array(line.utf8), names)
    reader.readLines()
    #expect(reader.problems.first.map(\.message) == [], "\(line)")
    guard let answer = reader.answers.first else { continue }
    count += 1
    for side in answer.sides {
      let (said, truth) = (trueValue(side.formula, in: exercise), trueValue(answer.name, in: exercise))
      #expect((said - truth).magnitude <= 1e-4 * max(1e-3, truth.magnitude), "\(line)")
    }
  }
  #expect(count >= least)
}
