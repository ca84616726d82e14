/// Something that a document says, with the names, numbers and counts that it is said of.
///
/// Its sentences stand in a table for each language: a language that lacks one does not compile.
public protocol Phrase: Hashable, Sendable {
  /// In English.
  var english: Prose { get }
}

/// A language in which a document is written.
public enum Language: Hashable, Sendable {
  /// The only one.
  case english

  /// A phrase in this language.
  public func say(_ phrase: some Phrase) -> Prose {
    switch self {
    case .english: phrase.english
    }
  }
}
