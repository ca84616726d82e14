import Formulas

/// What a step of a document begins with: a heading, or a paragraph with a sentence of strong words at its head.
struct StepHead {
  /// The highest first: a step holds what comes after it, up to the next of its rank or of a higher one.
  enum Rank: Int {
    case section = 2
    case part
    /// Words at the head of a paragraph.
    case paragraph
  }

  let rank: Rank
  let title: Prose
  /// What else is in the block.
  let words: Prose?

  /// The head that this block is, if it is one; `plain` says what a title reads like.
  init?(_ block: Block, plain: TextWriter) {
    switch block {
    case .heading(2, let title): (rank, self.title, words) = (.section, title, nil)
    case .heading(3, let title): (rank, self.title, words) = (.part, title, nil)
    case .paragraph(let prose):
      guard case .strong(let title) = prose.pieces.first, [".", "。"].contains(plain.inline(title).last) else {
        return nil
      }
      var rest = Array(prose.pieces.dropFirst())
      if case .text(let text) = rest.first {
        let words = String(text.drop { $0 == " " })
        rest.replaceSubrange(0..<1, with: words.isEmpty ? [] : [.text(words)])
      }
      (rank, self.title, words) = (
        .paragraph, title, rest.isEmpty ? nil : Prose(rest, isOfNumbers: prose.isOfNumbers)
      )
    case .heading, .equation, .family, .matrix, .table, .chain, .network, .graph, .bars, .plot, .verbatim,
      .questions:
      return nil
    }
  }
}
