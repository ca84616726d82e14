import Formulas
import Testing

@testable import Lessons

@Test(arguments: [
  ("plain", [Prose.Inline.text("plain")]),
  ("a *word* here", [.text("a "), .emphasis("word"), .text(" here")]),
  ("a **word** and _one_", [.text("a "), .strong("word"), .text(" and "), .emphasis("one")]),
  ("the `code * x`", [.text("the "), .code("code * x")]),
  (
    "[a link](https://example.org/a_b) here",
    [.link("a link", address: "https://example.org/a_b"), .text(" here")]
  ),
  // No Markdown, so text.
  ("x_1 and y_2 and snake_case_name", [.text("x_1 and y_2 and snake_case_name")]),
  ("2 * 3 * 4", [.text("2 * 3 * 4")]),
  ("an *open one", [.text("an *open one")]),
  ("[x](javascript:alert)", [.text("[x](javascript:alert)")]),
  (
    "[a [b](javascript:x) [c](http://d)",
    [.text("[a [b](javascript:x) "), .link("c", address: "http://d")]
  ),
  ("*a* `b` *c", [.emphasis("a"), .text(" "), .code("b"), .text(" *c")]),
  ("    indented", [.text("indented")]),
  ("$z^{(2)}$ <b>", [.text("$z^{(2)}$ <b>")]),
])
func `A summary has a little Markdown, and the rest is text`(text: String, pieces: [Prose.Inline]) {
  #expect(Summary.paragraphs(text) == [Prose(pieces)])
}

@Test func `Empty lines divide paragraphs`() {
  #expect(
    Summary.paragraphs("one\ntwo\r\n\r\n \nthree\n").map(\.pieces) == [[.text("one two")], [.text("three")]])
  #expect(Summary.paragraphs("").isEmpty)
}

@Test(arguments: [
  ("[*`_ ", ""), ("[a ", "](bad)"), ("[x](", "](bad)"), ("[x](http://", " )"),
  ("[a ", "](" + String(repeating: "x", count: 100_000) + ")"),
])
func `A summary full of open marks is read in one go`(mark: String, end: String) {
  #expect(Summary.paragraphs(String(repeating: mark, count: 40_000) + end).count == 1)
}
