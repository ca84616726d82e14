import Formulas

/// What help says; the names of commands and options are the same in every language.
enum HelpPhrase: Phrase {
  /// The first line of the overview.
  case summary
  /// What a command does, in the overview and above its own help.
  case purpose(Command)
  /// What an option of a command does.
  case option(Option, Command)
  /// Options with what they do, in one row.
  case row([Option], Command)
  /// Before an example, up to where it begins.
  case example
  /// What is to be known of a command, below its examples; nothing for some.
  case notes(Command)
  /// Above and below the options for derivatives other than the gradient.
  case further, notesOnFurther
  /// Every exit status with its meaning.
  case exits
}

extension HelpPhrase {
  /// What is said of each option, with a mark between.
  static func row(_ options: [Option], by separator: String, _ entry: (Option) -> Prose) -> Prose {
    let entries = options.map(entry)
    return entries.dropFirst().reduce(entries.first ?? "") { "\($0)\(separator)\($1)" }
  }
}
