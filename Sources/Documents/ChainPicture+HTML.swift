import Formulas

extension ChainPicture {
  /// The picture for a page, in characters; who does not see it is told which neurons follow each other.
  func html(with typesetter: Typesetter) -> String {
    let names = neurons.map { typesetter.piece($0.name).text }.joined(separator: ", ")
    let drawn = drawn(with: typesetter).split(separator: "\n", omittingEmptySubsequences: false)
    return "<pre class=\"scroll\" tabindex=\"0\" role=\"img\" aria-label=\""
      + HTMLText.escape("A chain, each fed by the one before: \(names)") + "\">\n"
      + drawn.map { HTMLText.escape(String($0)) }.joined(separator: "\n") + "</pre>\n"
  }
}
