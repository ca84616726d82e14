import Formulas
import Lessons
import Testing

@testable import Grading

@Test(arguments: ["single-chain", "softmax", "weight-decay", "path-sum", "batch"])
func `A worked example has no line that looks like an answer and cannot be read`(name: String) throws {
  let exercise = try Exercise(lesson(name))
  let names = AnswerNames(exercise)
  for notation in Notation.allCases {
    var settings = Settings()
    settings.notation = notation
    let example = try WorkedExample(exercise.lesson, settings: settings)
    for format in Format.allCases {
      var text = ""
      try example.write(as: format, to: &text)
      var reader = AnswerReader(Array(text.utf8), names)
      reader.readLines()
      #expect(reader.problems.first.map(\.message) == [], "\(notation) as \(format)")
      #expect(reader.answers.map(\.sides).allSatisfy { !$0.isEmpty })
    }
  }
}
