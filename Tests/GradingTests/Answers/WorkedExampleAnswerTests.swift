import Documents
import Formulas
import Lessons
import Testing

@testable import Grading

/// Everything that is written about a lesson, in one notation.
private func documents(of lesson: WrittenLesson, _ notation: Notation) throws -> [(
  kind: String, text: String
)] {
  var documents: [(kind: String, text: String)] = []
  var settings = Settings()
  settings.notation = notation
  for format in Format.ofDerivations where !Format.ofSlides.contains(format) {
    var text = ""
    try WorkedExample(lesson, settings: settings).write(as: format, to: &text)
    documents.append(("\(format)", text))
  }
  var key = Worksheet.Settings()
  key.showsAnswers = true
  key.notation = notation
  let sheet = try Worksheet(lesson, key)
  for (kind, writer) in [
    ("key in Markdown", MarkdownWriter(notation: notation) as any DocumentWriter),
    ("key in text", TextWriter(notation: notation)),
    ("key as a page", HTMLWriter(notation: notation)),
  ] {
    var text = ""
    try sheet.write(by: writer, to: &text)
    documents.append((kind, text))
  }
  return documents
}

@Test(arguments: Format.ofSlides)
func `Slides are refused, and it is said what to check instead`(format: Format) throws {
  let lesson = try lesson("single-chain")
  var text = ""
  try WorkedExample(lesson, settings: Settings()).write(as: format, to: &text)
  let error = try #require(throws: LessonError.self) {
    try AnswerSheet(Array(text.utf8), for: Exercise(lesson))
  }
  #expect(error.problems.map(\.message).first?.hasPrefix("these are slides") == true)
}

/// Longer lessons are read in one notation each.
private let lessonsWithNotations: [(String, Notation)] =
  Notation.inEnglish.map { ("single-chain", $0) }
  + Language.allCases.map { ("two-neurons", Notation(language: $0, decimal: .comma)) }
  + [
    ("softmax", Notation(.nielsen, decimal: .comma)), ("lstm-cell", Notation(decimal: .comma)),
    ("relu-chain", Notation(.slides, decimal: .comma)),
  ] + [
    ("two-neurons", .nielsen), ("softmax", .threeBlueOneBrown), ("batch", .slides),
    ("weight-decay", .threeBlueOneBrown),
    ("relu-chain", .nielsen), ("tanh-chain", .slides), ("mazur", .threeBlueOneBrown),
    ("circuit", .threeBlueOneBrown),
    ("shared-weight", .threeBlueOneBrown), ("reuse", .threeBlueOneBrown), ("sine", .threeBlueOneBrown),
    ("lstm-cell", .nielsen), ("path-sum", .slides), ("momentum", .nielsen), ("adam", .slides),
    ("circuit-course", .threeBlueOneBrown), ("residual", .nielsen), ("hessian", .threeBlueOneBrown),
  ]
  + [Language.german, .chinese].flatMap { language in
    ["momentum", "hessian", "sine", "fork-and-max", "layer-norm"].map { ($0, Notation(language: language)) }
  }

@Test(arguments: lessonsWithNotations)
func `All that is printed of a lesson is read back, and all of it is right`(name: String, notation: Notation)
  throws
{
  try checkIsReadBack(WrittenLesson(json: #require(Catalog.source(of: name))), notation)
}

/// Networks with what an optimizer keeps of each weight, in several steps.
private let learning = [
  #"""
  "network": { "inputs": 2, "layers": [
    { "activation": "sigmoid", "weights": [[0.15, 0.40], [-0.30, 0.25]], "biases": [0.1, -0.2] },
    { "activation": "sigmoid", "weights": [[0.60, -0.45]], "biases": [0.05] } ] },
  "cost": "half-squared-error", "examples": [{ "inputs": [0.5, 0.8], "targets": [1] }],
  "optimizer": { "momentum": 0.9 }, "steps": 2
  """#,
  #"""
  "network": { "inputs": 1, "layers": [ { "activation": "tanh", "weights": [[0.5]], "biases": [0.1] },
    { "activation": "sigmoid", "weights": [[-1.5]], "biases": [0.3] } ] },
  "cost": "squared-error", "optimizer": "adam", "steps": 2,
  "examples": [ { "inputs": [1], "targets": [0] }, { "inputs": [2], "targets": [1] } ]
  """#,
  #"""
  "network": { "inputs": 2, "layers": [
    { "activation": "tanh", "weights": [[0.1, 0.2], [0.3, 0.4]], "biases": [0.1, 0.2] },
    { "activation": "softmax", "weights": [[0.1, 0.2], [0.4, 0.5]] } ] },
  "cost": "cross-entropy", "optimizer": "rmsprop", "steps": 3, "schedule": { "halve-every": 2 },
  "examples": [{ "inputs": [0.5, 0.8], "targets": [1, 0] }]
  """#,
]

@Test(arguments: learning, Notation.inEnglish)
func `All that is printed of a network with an optimizer is read back`(file: String, notation: Notation)
  throws
{
  try checkIsReadBack(
    WrittenLesson(json: Array("{ \(file), \"learningRate\": 0.1 }".utf8)), notation)
}

private func checkIsReadBack(_ lesson: WrittenLesson, _ notation: Notation) throws {
  let exercise = try Exercise(lesson)
  for (kind, text) in try documents(of: lesson, notation) {
    let sheet = try AnswerSheet(Array(text.utf8), for: exercise)
    #expect(sheet.missed.first.map { "\($0.line) \($0.written): \($0.reason)" } == [], "\(kind)")
    let assessment = Assessor(Marker(exercise), of: lesson).asking(for: sheet.compounds).assess(sheet)
    for row in assessment.rows where row.verdict != .correct || row.note != nil {
      Issue.record(
        "\(kind), line \(row.answer.line): \(nameText(row.answer.name)) \(row.verdict) \(row.answer.sides.map(\.written))"
      )
    }
    // A trace has the derivatives of all examples together only.
    if kind == "json" { continue }
    let open = exercise.asked.filter { line in !assessment.rows.contains { $0.line == line } }
    #expect(open.map { nameText(exercise.lines[$0].name) } == [], "\(kind)")
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
    guard let sheet = try? AnswerSheet(Array(line.utf8), for: exercise) else { continue }
    #expect(sheet.missed.first.map(\.reason) == [], "\(line)")
    guard let answer = sheet.answers.first else { continue }
    count += 1
    for side in answer.sides {
      let (said, truth) = (trueValue(side.formula, in: exercise), trueValue(answer.name, in: exercise))
      #expect((said - truth).magnitude <= 1e-4 * max(1e-3, truth.magnitude), "\(line)")
    }
  }
  #expect(count >= least)
}

/// One digit leaves much open: a rounded to 1 under a logarithm, a square on both sides of its least value, a kink.
@Test(arguments: ["cross-entropy", "exploding-gradient", "hinge"], [1, 2, 17])
func `A key is right to as many digits as it has`(name: String, digits: Int) throws {
  let lesson = try WrittenLesson(json: #require(Catalog.source(of: name)))
  let exercise = try Exercise(lesson)
  var settings = Worksheet.Settings()
  settings.showsAnswers = true
  settings.digits = digits
  var text = ""
  try Worksheet(lesson, settings).write(by: TextWriter(notation: .threeBlueOneBrown), to: &text)
  let assessment = Assessor(Marker(exercise), of: lesson).assess(
    try AnswerSheet(Array(text.utf8), for: exercise), asked: digits)
  let wrong = assessment.rows.filter { $0.verdict != .correct }
  #expect(wrong.map { "\(nameText($0.answer.name)) \($0.verdict)" } == [])
}

/// The worked example of a lesson in a format.
private func example(of name: String, as format: Format) throws -> String {
  var text = ""
  try WorkedExample(WrittenLesson(json: #require(Catalog.source(of: name))), settings: Settings())
    .write(as: format, to: &text)
  return text
}

@Test(arguments: [Format.text, .markdown, .latex, .html])
func `Each number of later steps is counted, as many in each format`(format: Format) throws {
  let lesson = try WrittenLesson(json: #require(Catalog.source(of: "momentum")))
  let sheet = try AnswerSheet(Array(example(of: "momentum", as: format).utf8), for: Exercise(lesson))
  #expect(sheet.passedOver[.laterSteps] == 22)
  #expect(sheet.passedOver[.others] == 0)
}

/// What somebody writes into a worked example where it is not judged.
private let hidden: [(PassedOver.Kind, lesson: String, below: String, line: String)] = [
  (.laterSteps, "momentum", "## Step 2\n", "new v = 99"),
  (.laterSteps, "momentum", "## Step 3\n", "| 2 | 99.5 |"),
  (.secondDerivatives, "hessian", "## The Hessian\n", "dL/dw1 = 99"),
  (.others, "circuit", "## Backward pass\n", "mine = 99"),
  (.others, "circuit", "## Backward pass\n", "the value of df/dz is 99 here"),
  (.others, "circuit", "## Backward pass\n", "df/dz = 99 qq"),
  (.programs, "circuit", "## Backward pass\n", "```{code-cell}\nmine = 99\n```"),
]

@Test(arguments: hidden)
func `What is written into a part of a worked example that is not judged is counted`(
  kind: PassedOver.Kind, lesson: String, below heading: String, line: String
) throws {
  let written = try WrittenLesson(json: #require(Catalog.source(of: lesson)))
  let text = try example(of: lesson, as: .markdown)
  try #require(text.contains(heading))
  func count(_ text: String) throws -> Int {
    try AnswerSheet(Array(text.utf8), for: Exercise(written)).passedOver[kind]
  }
  #expect(try count(text.replacing(heading, with: "\(heading)\n\(line)\n\n")) == count(text) + 1)
}

@Test
func `A report says in each form how many numbers were not judged, and why`() throws {
  let lesson = try WrittenLesson(json: #require(Catalog.source(of: "momentum")))
  let exercise = try Exercise(lesson)
  for (format, count) in [(Format.markdown, 22), (.json, 4)] {
    let assessment = try Assessor(Marker(exercise), of: lesson).assess(
      AnswerSheet(Array(example(of: "momentum", as: format).utf8), for: exercise))
    #expect(!assessment.isToBeCorrected)
    let student = ClassReport.Student(
      files: ["ada.md"], exercise: exercise, lesson: "momentum", assessment: assessment)
    let report = ClassReport(students: [student], unread: [], reveals: false)
    let sentence =
      "\(count) numbers of later steps were not judged, because only the first step is asked for."
    for blocks in [Report(exercise, assessment, name: "ada.md", reveals: false).blocks, report.blocks] {
      for writer in [
        TextWriter(notation: .threeBlueOneBrown) as any DocumentWriter,
        HTMLWriter(notation: .threeBlueOneBrown, hasSteps: false),
      ] {
        var text = ""
        try writer.write(blocks, to: &text)
        #expect(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(sentence))
      }
    }
    #expect(report.json.contains(#""notJudged": { "laterSteps": \#(count) }"#))
    #expect(report.marks.split(separator: "\n").last?.contains(",\(count),") == true)
  }
}
