import Formulas

/// What is said of a mistake of the catalog.
package enum MistakePhrase: Phrase {
  /// What was done, as a sentence without its full stop.
  case title(Mistake)
  /// A question or a rule that leads to what is right.
  case hint(Mistake)
}
