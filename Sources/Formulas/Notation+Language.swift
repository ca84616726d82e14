extension Notation {
  /// The language of its words.
  public var language: Language { .english }
}
