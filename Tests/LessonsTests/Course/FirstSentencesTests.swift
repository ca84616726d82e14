import Documents
import Formulas
import Testing

@testable import Lessons

struct FirstSentencesTests {
  @Test(arguments: [
    ("One.", "One."),
    ("One. Two. Three.", "One. Two."),
    ("No end", "No end"),
    ("Is it so? It is! Yes.", "Is it so? It is!"),
    (
      "In 0.5 steps, e.g. small ones, etc. and so on. Next. Last.",
      "In 0.5 steps, e.g. small ones, etc. and so on. Next."
    ),
    ("As E. W. Dijkstra says. Next. Last.", "As E. W. Dijkstra says. Next."),
    ("(In brackets.) Next. Last.", "(In brackets.) Next."),
    ("Of *one. And* two. Three `x.y`. Four.", "Of one. And two. Three x.y."),
    ("See [a page. A long one](https://example.org/). Next. Last.", "See a page. A long one."),
    ("A sentence of its own length. A second of forty characters in all.", "A sentence of its own length."),
    (
      "One that is longer than all that two of them may be together. Two.",
      "One that is longer than all that two of them may be together."
    ),
    (" ", ""), ("", ""),
  ])
  func `Of a summary the first sentence is shown, and the second if both are short`(
    _ text: String, _ shown: String
  ) {
    let summary = Summary.paragraphs(text).first ?? ""
    #expect(
      TextWriter(notation: .threeBlueOneBrown).text(of: .paragraph(summary.firstSentences(atMost: 60)))
        == shown + "\n\n")
  }
}
