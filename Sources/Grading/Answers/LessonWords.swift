import Texts

/// The words of a lesson about itself, which its documents print: a number that is spoken of there is no answer.
struct LessonWords {
  private let letters: [UInt8]

  /// The words in the language of the lesson, and those in others.
  init(_ summary: String?, _ others: some Collection<String>) {
    letters = Array(Self.letters(([summary ?? ""] + others).joined()).utf8)
  }

  /// Whether the words that end a text stand in the summary.
  func hold(_ words: String) -> Bool {
    var weight = 0
    // A letter of Chinese is half a word.
    let end = Self.letters(words).reversed().prefix { letter in
      defer { weight += letter.isASCII ? 1 : 2 }
      return weight < Self.fewest
    }
    return weight >= Self.fewest && Lines.find(String(end.reversed()), from: 0, in: letters) != nil
  }

  /// As many letters in a row are nobody else's.
  private static let fewest = 10

  /// Blanks, breaks and marks differ from format to format.
  private static func letters(_ text: String) -> String {
    text.filter(\.isLetter)
  }
}
