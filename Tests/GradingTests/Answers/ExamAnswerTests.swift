import Documents
import Lessons
import Testing

@testable import Grading

/// A worksheet for pdflatex, as it is handed out or as its key.
private func paper(_ name: String, digits: Int = 4, isKey: Bool = false) throws -> String {
  var settings = Worksheet.Settings()
  (settings.source, settings.digits, settings.showsAnswers) = (name, digits, isKey)
  var text = ""
  try Worksheet(lesson(name), settings).write(by: ExamWriter(notation: settings.notation), to: &text)
  return text
}

private func read(_ text: String, _ name: String = "single-chain") throws -> AnswerSheet {
  try AnswerSheet(Array(text.utf8), for: Exercise(lesson(name)))
}

@Test(arguments: ["single-chain", "softmax"])
func `The solutions in the source of a paper are no answers`(name: String) throws {
  let sheet = try read(paper(name), name)
  #expect(sheet.answers.isEmpty)
  #expect(sheet.missed.count == 0)
  #expect(
    try Set(sheet.unanswered)
      == Set(Exercise(lesson(name)).asked.map { try Exercise(lesson(name)).lines[$0].name }))
}

@Test(arguments: [
  #"\blank{\frac{\partial C}{\partial z^{(3)}}}{dC/dz3} 0.9914"#,
  #"\blank{\frac{\partial C}{\partial z^{(3)}} = 0.9914}{dC/dz3}"#,
  #"\par$\displaystyle \frac{\partial C}{\partial z^{(3)}} = {}$\fillin[0.9914][40mm]\typed{dC/dz3}"#,
  #"\par$\displaystyle \frac{\partial C}{\partial z^{(3)}} = {}$\fillin[0.9914][40mm]"#,
])
func `What is written on a line of a paper is the answer`(line: String) throws {
  let blank = #"\blank{\frac{\partial C}{\partial z^{(3)}}}{dC/dz3}"#
  let text = try paper("single-chain")
  #expect(text.contains(blank))
  let sheet = try read(text.replacing(blank, with: line))
  #expect(sheet.answers.map { "\(nameText($0.name)) \($0.sides.map(\.written))" } == [#"dC/dz3 ["0.9914"]"#])
}

@Test(arguments: [1, 4, 17])
func `A key is right in the digits that it says in its header`(digits: Int) throws {
  let text = try paper("single-chain", digits: digits, isKey: true)
  let header = try AnswerSheet.front(of: Array(text.utf8)).header
  #expect(header?.digits == (digits == 4 ? nil : digits))
  let assessor = try Assessor(Exercise(lesson("single-chain")))
  let assessment = try assessor.assess(read(text), asked: header?.digits)
  #expect(assessment.rows.allSatisfy { $0.verdict == .correct })
  #expect(assessment.open == 0)
}

@Test(arguments: ["digits=0", "digits=18", "digits=many", "digits="])
func `A header asks for 1 to 17 digits`(setting: String) {
  #expect(throws: LessonError.self) {
    try AnswerSheet.front(of: Array("trace: lesson=xor \(setting)".utf8)).header
  }
}
