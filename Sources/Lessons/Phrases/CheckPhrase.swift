import Backprop
import Formulas

/// What is said of the gradient check, and of what it found.
enum CheckPhrase: Phrase {
  /// Why the column of the chain rule shows decimals in a derivation in fractions.
  enum Decimals: Hashable, Sendable {
    /// The fractions, rounded.
    case rounded
    /// Others: rounding takes a quantity across its kink.
    case acrossKink(Formula)
  }

  /// What happens at a kink, to a quantity and to so many others.
  enum Event: Hashable, Sendable {
    /// It crosses 0.
    case crossing(Formula, others: Int)
    /// The argument of an operation in it crosses 0.
    case argument(String, of: Formula, others: Int)
    /// The argument of a function in it passes a whole number.
    case jump(String, of: Formula, others: Int)
    /// Another argument of max or min is chosen.
    case choice(String, in: Formula, others: Int)
  }

  /// What a derivative by the chain rule disagrees with.
  enum Disagreement: Hashable, Sendable {
    /// Nothing, for it is not finite.
    case notFinite
    /// What the matrices or forward mode find; `nil` if that is not finite.
    case recomputed(GradientCheck.Method, Numeral?)
    /// The finite difference, with its bound.
    case numeric(Numeral?, bound: Numeral?)
  }

  /// What the columns are; whether a derivative is 0, and what there is to say of fractions.
  case introduction(isWhole: Bool, hasZeros: Bool, Decimals?)
  /// A verdict in the table.
  case verdict(GradientCheck.Verdict)
  /// In the place of a number that is missing, and of one that a double does not have.
  case missing, notFinite
  /// What came of it, and whether the cost itself has kinks.
  case result(VerdictCounts, costHasKinks: Bool)
  /// A parameter whose derivatives disagree, and with what.
  case disagreement(Formula, Disagreement)
  /// What happens as a parameter changes, the slopes on both sides as far as they are known, and the one that was used; of
  /// the cost, or of another result.
  case kink(Formula, Event, below: Numeral?, above: Numeral?, used: Numeral?, of: Formula?)
  /// The same of a quantity that has a kink at which the result has none: its one slope, and the derivative that was used.
  case noCorner(Formula, Event, slope: Numeral?, used: Numeral?, of: Formula?)
}

extension CheckPhrase {
  /// Only the numbers as they are given have been checked.
  var isOfNumbers: Bool { true }
}
