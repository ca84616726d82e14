import Formulas

/// What is said of the rule of an optimizer.
public enum OptimizerPhrase: Phrase {
  /// Its name in a sentence.
  case name(Optimizer.Rule)
  /// What its letters stand for, and which convention it follows.
  case rule(Optimizer.Rule)
}
