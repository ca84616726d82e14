/// The words of a lesson about itself, which its documents print: a number that is spoken of there is no answer.
struct LessonWords {
  private let letters: String

  init(_ summary: String?) { letters = Self.letters(summary ?? "") }

  /// Whether the words that end a text stand in the summary.
  func hold(_ words: String) -> Bool {
    let end = Self.letters(words).suffix(Self.fewest)
    return end.count == Self.fewest && letters.contains(end)
  }

  /// As many letters in a row are nobody else's.
  private static let fewest = 10

  /// Blanks, breaks and marks differ from format to format.
  private static func letters(_ text: String) -> String {
    text.filter { $0.isASCII && $0.isLetter }
  }
}
