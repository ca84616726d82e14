import Documents
import Formulas
import Lessons
import Testing

@testable import Grading

private let files = [
  #""given": { "θ": 4 }, "graph": ["f = θ^2"], "by": ["θ"]"#,
  #""given": { "w": 2, "b": [1, 3] }, "graph": ["f = sum((w + b[i])^2, i)"], "by": ["w", "b"]"#,
  #"""
  "network": { "inputs": 1, "layers": [ { "activation": "tanh", "weights": [[0.5]], "biases": [0.1] },
    { "activation": "sigmoid", "weights": [[-1.5]], "biases": [0.3] } ] },
  "cost": "squared-error", "examples": [ { "inputs": [1], "targets": [0] }, { "inputs": [2], "targets": [1] } ]
  """#,
]

/// What a worksheet asks for of each parameter besides its new value.
private let optimizers = [
  ("momentum", ["new v"]), ("nesterov", ["new v"]), ("adagrad", ["new G"]), ("rmsprop", ["new v"]),
  ("adam", ["new m", "new v", "m_hat", "v_hat"]), ("adamw", ["new m", "new v", "m_hat", "v_hat"]),
]

@Test(arguments: optimizers, files)
func `A worksheet asks for what an optimizer keeps, and its key is right`(
  _ optimizer: (name: String, letters: [String]), file: String
) throws {
  let lesson = try WrittenLesson(
    json: Array(#"{ \#(file), "learningRate": 0.1, "optimizer": "\#(optimizer.name)" }"#.utf8))
  let exercise = try Exercise(lesson)
  let asked = exercise.asked.compactMap { exercise.lines[$0].name.answerName }
  let parameters = asked.count {
    $0.hasPrefix("new ") && !$0.contains("_") && !["new v", "new m", "new G"].contains($0)
  }
  let kept = asked.filter { name in optimizer.letters.contains { name == $0 || name.hasPrefix($0 + "_") } }
  #expect(parameters > 0 && kept.count == parameters * optimizer.letters.count, "\(asked)")
  var settings = Worksheet.Settings()
  (settings.source, settings.showsAnswers) = ("mine.json", true)
  for digits in [4, 6] {
    settings.digits = digits
    var key = ""
    try Worksheet(lesson, settings).write(by: MarkdownWriter(notation: .threeBlueOneBrown), to: &key)
    let sheet = try AnswerSheet(Array(key.utf8), for: exercise)
    let marking = Assessor(Marker(exercise), of: lesson).assess(sheet).marking
    #expect(marking.marks.count == asked.count)
    for mark in marking.marks { #expect(mark.verdict.isRight, "\(nameText(exercise.lines[mark.line].name))") }
  }
}
