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
  String(decoding: try quiz(name, change).bytes(for: format), as: UTF8.self)
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

@Test(arguments: [
  (QuizFormat.qti, false, "SCORE\"/><baseValue baseType=\"float\">1</baseValue></gte><set"),
  (.qti, true, "SCORE\"/><baseValue baseType=\"float\">8</baseValue></gte><set"),
  (.canvas, false, "SCORE\">100</setvar><displayfeedback feedbacktype=\"Response\" linkrefid=\"correct"),
])
func `The solution is shown with the right answer, and after no other`(
  format: QuizFormat, isCloze: Bool, condition: String
) throws {
  let text = try text("circuit", format) { $0.isCloze = isCloze }
  let questions = isCloze ? 1 : 8
  #expect(text.ranges(of: condition).count == questions)
  let shows = [">SOLUTION</baseValue>", "<displayfeedback"].map { text.ranges(of: $0).count }
  #expect(shows.reduce(0, +) == questions)
  #expect(format != .qti || text.contains("showSolution=\"false\""))
}
