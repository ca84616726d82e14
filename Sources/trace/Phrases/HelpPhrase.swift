import Formulas

/// What help says; the names of commands and options are the same in every language.
enum HelpPhrase: Phrase {
  /// The first line of the overview.
  case summary
  /// What a command does, in the overview and above its own help.
  case purpose(Command)
  /// What an option of a command does.
  case option(Option, Command)
  /// Before an example.
  case example
  /// What is to be known of a command, below its examples; nothing for some.
  case notes(Command)
  /// Above and below the options for derivatives other than the gradient.
  case further, notesOnFurther
  /// Every exit status with its meaning.
  case exits
}
