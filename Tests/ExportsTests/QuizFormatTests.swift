import Formulas
import Lessons
import Testing

@testable import Exports

@Test(arguments: [
  ("a = b", "a = b"), ("{x}", "{x\\}"), ("#", "\\#"), ("a ~ b", "a &amp;\\#126; b"), ("&lt;", "&amp;lt;"),
  ("a\nb", "a b"), ("}\u{301}", "\\}\u{301}"),
])
func `A feedback in a field ends where Moodle takes it to end`(text: String, escaped: String) {
  #expect(MoodleQuiz.escapeInField(text) == escaped)
}

@Test(arguments: [
  (#"\(\nabla C\)"#, #"\\(\\nabla C\\)"#), ("a = b: c", #"a \= b\: c"#), ("{#~}", "\\{\\#\\~\\}"),
  ("a\n\nb", "a  b"),
  ("=\u{338}", "\\=\u{338}"),
])
func `Nothing in a text means anything to GIFT`(text: String, escaped: String) {
  #expect(GIFTQuiz.escape(text) == escaped)
}

private func text(_ name: String, _ format: QuizFormat, _ change: (inout Quiz.Settings) -> Void = { _ in })
  throws
  -> String
{
  let bytes = try quiz(name, change).bytes(for: format)
  guard format.isArchive else { return String(decoding: bytes, as: UTF8.self) }
  return try #require(unpacked(bytes)).map { String(decoding: $0.content, as: UTF8.self) }.joined()
}

@Test(arguments: [
  (QuizFormat.moodle, "<answer fraction=\"100\" format=\"plain_text\"><text>-12</text>"),
  (.moodle, #"\[f = q \cdot z = 3 \cdot (-4) = -12\]"#),
  (.moodle, "<text>$course$/top/A circuit of two gates</text>"),
  (.gift, "=%100%-12:0\n"),
  (.gift, #"####<p>\\[f \= q \\cdot z \= 3 \\cdot (-4) \= -12\\]</p>"#),
  (.anki, "#separator:tab\n#html:true\n#notetype:Basic\n#deck:A circuit of two gates\n#tags column:3\n"),
  (.anki, "\"<p><strong>-12</strong></p>"),
  (.qti, "<equal toleranceMode=\"exact\"><variable identifier=\"RESPONSE1\"/>"),
  (.qti, "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">"),
  (.canvas, "<varequal respident=\"response1\">-12</varequal>"),
])
func `A platform gets a question in its own words`(format: QuizFormat, part: String) throws {
  #expect(try text("circuit", format).contains(part))
}

@Test(arguments: QuizFormat.allCases)
func `A decimal comma stands in the text, and a point in what a program reads`(format: QuizFormat) throws {
  let text = try text("single-chain", format) {
    $0.notation = Notation(language: .german)
    $0.only = ["a1"]
  }
  #expect(["0{,}8", #"0\{,\}8"#, "<mn>0,8</mn>"].contains { text.contains($0) })
  switch format {
  case .moodle: #expect(text.contains("<text>0.6593</text>"))
  case .gift: #expect(text.contains("=%100%0.6593:"))
  case .qti: #expect(text.contains("<value>0.6593</value>"))
  case .canvas: #expect(text.contains(">0.6593</varequal>"))
  case .anki: #expect(text.contains("<strong>0,6593</strong>"))
  }
}

@Test(arguments: QuizFormat.allCases)
func `The same lesson gives the same bytes`(format: QuizFormat) throws {
  let first = try quiz("dead-relu") { $0.variants = 1...2 }.bytes(for: format)
  #expect(try quiz("dead-relu") { $0.variants = 1...2 }.bytes(for: format) == first)
}

@Test func `Of versions one is drawn`() throws {
  let (moodle, qti, canvas) = try (
    text("circuit", .moodle) { $0.variants = 1...2 }, text("circuit", .qti) { $0.variants = 1...2 },
    text("circuit", .canvas) { $0.variants = 1...2 }
  )
  #expect(moodle.contains("<text>$course$/top/A circuit of two gates/df//dq</text>"))
  #expect(qti.contains("<selection select=\"1\"/>"))
  #expect(canvas.contains("<selection_number>1</selection_number>"))
}

@Test(arguments: [(false, "1"), (true, "8")])
func `QTI shows the solution with the right answer, and after no other`(isCloze: Bool, most: String) throws {
  let text = try text("circuit", .qti) { $0.isCloze = isCloze }
  let questions = isCloze ? 1 : 8
  let condition = "SCORE\"/><baseValue baseType=\"float\">\(most)</baseValue></gte><set"
  #expect(text.ranges(of: condition).count == questions)
  #expect(text.ranges(of: ">SOLUTION</baseValue>").count == questions)
  #expect(text.contains("showSolution=\"false\""))
}

@Test
func `Canvas comments on every answer with the solution, and on a wrong one with hints that have no numbers`()
  throws
{
  let questions = try quiz("single-chain") { $0.only = ["dC/da3"] }
  let field = try #require(questions.categories.first?.questions.first?.blanks.first?.field)
  let text = try #require(CanvasQuiz(questions).assessment.split(separator: "<resprocessing>").last)
  let shown = text.matches(of: #/linkrefid="(\w+)"/#).map(\.output.1)
  #expect(shown == ["general_fb", "general_incorrect_fb"])
  let parts = text.split(separator: "<itemfeedback")
  try #require(parts.count == 3 && !field.mistaken.isEmpty)
  #expect(parts[1].contains(field.right.typed.value) && parts[2].contains("&lt;li&gt;"))
  #expect((field.mistaken.map(\.number) + [field.right]).allSatisfy { !parts[2].contains($0.typed.value) })
  // What is right ends the conditions, so the last one is for what is wrong.
  #expect(text.contains(#/continue="No">(?s:.)*SCORE(?s:.)*continue="Yes">(?s:.)*general_incorrect_fb/#))
}
