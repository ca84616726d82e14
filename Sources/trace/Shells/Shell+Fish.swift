import Formulas
import Lessons

extension Shell {
  func fishScript(_ language: Language) -> String {
    let words = Command.words.joined(separator: " ")
    var lines = [
      "# Completion of trace for fish; trace completions fish > ~/.config/fish/completions/trace.fish",
      "complete -c trace -f",
    ]
    for command in Command.allCases {
      let condition: String
      if let word = command.word {
        condition = Self.quoted("__fish_seen_subcommand_from \(word)")
        let purpose = Self.quoted(language.text(HelpPhrase.purpose(command)))
        lines.append("complete -c trace -n __fish_use_subcommand -a \(word) -d \(purpose)")
        if command.offer != .nothing {
          lines.append("complete -c trace -n \(condition)\(fish(command.offer))")
        }
      } else {
        condition = Self.quoted("not __fish_seen_subcommand_from \(words)")
      }
      for option in command.options {
        let explanation = Self.quoted(language.text(HelpPhrase.option(option, command)))
        let value = option.offer(for: command).map { " -r" + fish($0) } ?? ""
        lines.append("complete -c trace -n \(condition) -l \(option.rawValue)\(value) -d \(explanation)")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func fish(_ offer: Offer) -> String {
    switch offer {
    case .words(let words): " -f -a \(Self.quoted(words.joined(separator: " ")))"
    case .files: " -F"
    case .folders: " -f -a '(__fish_complete_directories)'"
    case .lessons: " -F -a \(Self.quoted(Catalog.names.joined(separator: " ")))"
    case .nothing: " -f"
    }
  }
}
