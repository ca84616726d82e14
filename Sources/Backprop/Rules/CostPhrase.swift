import Formulas

/// What is said of a cost.
public enum CostPhrase: Phrase {
  /// Its name in a sentence.
  case name(Cost)
  /// What makes ∂C/∂a large or small.
  case slope(Cost)
}
