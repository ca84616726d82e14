import Formulas

/// What the script of a page says of the answers that are typed; the raw value is its name there.
///
/// A sentence may have holes, such as `{name}`, which the script fills in.
enum ScriptPhrase: String, CaseIterable, Phrase {
  /// A verdict, as `trace check` has it.
  case correct
  case tooFewDigits = "too-few-digits"
  case carriedForward = "carried-forward"
  case wrong
  /// What was typed is no number, or has a comma in it.
  case unread, comma
  /// The number is 0, has the other sign, is `{factor}` times what is right, or stands for `{name}` as well.
  case zero, otherSign, times, copied
  /// Stands in place of a name that is not on the page.
  case otherLine
  /// Before what a mistake may be, and between two hints.
  case mayBe, or
  /// The mistake is made in `{names}` as well.
  case again
  /// It is not known why the number is wrong.
  case untold
  /// How many are right: `{right}` of `{all}`; and `{wrong}` that are not.
  case count, countWithWrong
  /// The question before all answers are deleted.
  case delete
}
