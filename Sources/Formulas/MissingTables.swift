/// English in place of tables that are not written yet.
extension Phrase {
  /// The English sentence.
  public var german: Prose { english }
  /// The English sentence.
  public var chinese: Prose { english }
}
