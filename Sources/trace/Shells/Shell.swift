import Formulas
import Lessons

/// The shells for which `trace completions` writes a script, by their names.
enum Shell: String, CaseIterable {
  case bash
  case zsh
  case fish

  /// All names, for a sentence.
  static var list: String { alternatives(allCases.map(\.rawValue)) }

  /// The script, made from the tables of commands and options.
  func script(in language: Language) -> String {
    switch self {
    case .bash: bashScript
    case .zsh: zshScript(language)
    case .fish: fishScript(language)
    }
  }

  /// In single quotes, as all three read it.
  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
