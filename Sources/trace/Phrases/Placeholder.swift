import Formulas

/// What stands in help for something that the reader types.
enum Placeholder: Phrase {
  /// What stands after a command: a lesson, definitions, numbers for them, answers, a lesson or nothing, a command or nothing, a shell.
  case nameOrFile, definitions, givens, fileOrFolder, anyName, anyCommand, shell
  /// The value of an option that has a word for it.
  case format, file, folder, name, code, dialect, sign, seed, rule, list, lesson, rate, schedule, title
  /// The value of an option that has letters for it.
  case letters(String)
}
