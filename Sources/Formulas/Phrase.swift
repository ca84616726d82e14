/// Something that a document says, with the names, numbers and counts that it is said of.
///
/// Its sentences stand in a table for each language: a language that lacks one does not compile.
public protocol Phrase: Hashable, Sendable {
  /// In English.
  var english: Prose { get }
  /// In German.
  var german: Prose { get }
  /// In simplified Chinese.
  var chinese: Prose { get }
  /// Whether it may be true of the numbers of a lesson only as they are given: with other numbers it is not shown.
  var isOfNumbers: Bool { get }
}

extension Phrase {
  public var isOfNumbers: Bool { false }
}

/// A language in which a document is written; the raw value is its code (ISO 639-1).
public enum Language: String, CaseIterable, Hashable, Sendable {
  /// The language of lessons that name none.
  case english = "en"
  /// German.
  case german = "de"
  /// Simplified Chinese.
  case chinese = "zh"

  /// A phrase in this language.
  public func say(_ phrase: some Phrase) -> Prose {
    var prose =
      switch self {
      case .english: phrase.english
      case .german: phrase.german
      case .chinese: phrase.chinese
      }
    if phrase.isOfNumbers { prose.isOfNumbers = true }
    return prose
  }

  /// The code that pages have, with the script where a language has several (BCP 47).
  package var tag: String {
    switch self {
    case .english, .german: rawValue
    case .chinese: "zh-Hans"
    }
  }
}
