import Documents
import Formulas
import Lessons
import Testing

@testable import Grading

/// Types lines into a session, and gathers what it says.
private func answers(_ lines: [String], to session: inout Practice) -> String {
  var text = ""
  for line in lines {
    try? TextWriter(notation: .threeBlueOneBrown).write(session.respond(to: line), to: &text)
  }
  return text
}

private func session(_ name: String, resuming file: String? = nil) throws -> Practice {
  var settings = Worksheet.Settings()
  settings.source = name
  return try Practice(lesson(name), settings, resuming: file.map { Array($0.utf8) })
}

@Test(arguments: ["single-chain", "softmax", "batch"])
func `Whoever types every true value gets to the end with a full score`(name: String) throws {
  var session = try session(name)
  let exercise = try Exercise(lesson(name))
  for line in exercise.asked {
    #expect(session.question?.name == exercise.lines[line].name.answerName)
    let value = try #require(Numeral(rounding: exercise.values[line], digits: 6)).typed
    #expect(answers([value], to: &session) == "Correct.\n\n", "\(value)")
  }
  #expect(session.isOver && session.question == nil)
  let count = exercise.asked.count
  #expect(written(session.score).contains("\(count) of \(count) correct (\(count) at the first"))
}

private func written(_ blocks: [Block]) -> String {
  var text = ""
  try? TextWriter(notation: .threeBlueOneBrown).write(blocks, to: &text)
  return text.split(separator: "\n").joined(separator: " ")
}

@Test(arguments: [
  (["?"], "Which products of weight and activation are added up here", "z1"),
  (["?", "?"], "z⁽¹⁾ = w⁽¹⁾ · a⁽⁰⁾ + b⁽¹⁾", "z1"),
  (["?", "?", "?"], "The value is 0.6600.", "a1"),
  (["skip"], "", "a1"), (["skip", "back"], "", "z1"), (["back"], "This is the first number.", "z1"),
  ([""], "Type a number", "z1"),
  (["zebra"], "'zebra' is neither a number nor a name of this lesson", "z1"),
  (["0,66"], "Correct.", "a1"),
  (["w1*a0+b1"], "Correct.", "a1"),
  (["0.7"], "Not wrong, but too few digits: type 4 significant digits.", "z1"),
  (["-0.66"], "Not correct yet. Only the sign of your number is wrong.", "z1"),
  (["0.66", "?", "?"], "Here σ(z) = 1/(1 + exp(−z)).", "a1"),
  (["0.9600"], "Not correct yet. Which term besides the weighted inputs belongs to z?", "z1"),
  (["0.9600", "0.9600"], "(missing-bias)", "z1"),
  (["net"], "w⁽¹⁾ = 1.2", "z1"), (["score"], "0 of 28 correct", "z1"),
])
func `A session answers what is typed`(_ typed: [String], _ said: String, _ next: String) throws {
  var session = try session("single-chain")
  let text = answers(typed, to: &session)
  #expect(said.isEmpty ? text.isEmpty : text.contains(said), "\(text)")
  #expect(session.question?.name == next)
}

@Test func `What follows from a wrong number is not counted as right`() throws {
  var session = try session("single-chain")
  // z¹ without its bias, then a¹ as it follows.
  let said = answers(["0.96", "skip", "0.7231"], to: &session)
  #expect(said.contains("Correct for your earlier numbers, one of which is wrong."))
  #expect(
    written(session.score).contains(
      "0 of 28 correct (0 at the first try, 0 later or with a hint), 1 carried forward. The value was shown for 0; 27 are still open."
    ))
}

@Test func `A session is taken up where it was left, and believes no file`() throws {
  var first = try session("single-chain")
  _ = answers(["0.66", "0.1", "0.6593", "?"], to: &first)
  let again = try session("single-chain", resuming: first.file)
  #expect(again.entries == first.entries.filter { $0.value.written != nil })
  #expect(again.question?.name == "z2")
  let forged = first.file.replacing("0.6593", with: "0.9999")
  #expect(try session("single-chain", resuming: forged).question?.name == "a1")
  #expect(
    try session("single-chain", resuming: "a1 = ((((\nnonsense # tries 99999999999999999999").question?.name
      == "z1")
}
