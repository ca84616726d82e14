import Lessons
import Testing

@Test func `A problem is shown with its line and a caret`() throws {
  let text = goodLesson.split(separator: "[0.40, 0.45]").joined(separator: "[0.40, 0.45, 0.9]")
  let error = try #require(throws: LessonError.self) { try Lesson(json: Array(text.utf8)) }
  #expect(
    error.description(path: "lesson.json") == """
      lesson.json:7:43: error: layer 2, neuron 1 has 3 weights, but layer 1 has 2 neurons
       7 |       { "activation": "tanh", "weights": [[0.40, 0.45, 0.9], [0.50, 0.55]], "biases": [0.60, 0.60] }
         |                                           ^^^^^^^^^^^^^^^^^
      """)
}

@Test func `Nothing in a key or a path reaches the terminal as a control character`() throws {
  let text = #"{ "network": {}, "\u001b[31m": 1 }"#
  let error = try #require(throws: LessonError.self) { try Lesson(json: Array(text.utf8)) }
  let shown = error.description(path: "a\u{1B}b")
  #expect(!shown.contains("\u{1B}"))
  #expect(shown.hasPrefix(#"a\u001bb:1:1: error: the lesson has no "cost""#))
  #expect(shown.contains(#"an unknown key "\u001b[31m""#))
}
