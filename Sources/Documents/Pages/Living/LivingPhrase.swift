import Formulas

/// What a page says of numbers that are changed on it; the raw value is its name in the script.
enum LivingPhrase: String, CaseIterable, Phrase {
  /// How a number is changed.
  case hint
  /// What the field of a number is called, with the hole `{name}`.
  case field
  /// In the place of what is true only of the numbers as they are given.
  case given
  /// Above what the lesson itself says first.
  case introduction
  /// Numbers are changed, and the button that takes all of it back.
  case changed, reset
  /// What was typed is no number.
  case unread
  /// With this number there is no finite result.
  case notFinite
  /// With this number several of those are equal from which the largest or the smallest is chosen.
  case tied
}
