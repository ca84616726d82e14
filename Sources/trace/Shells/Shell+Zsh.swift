import Formulas
import Lessons

extension Shell {
  func zshScript(_ language: Language) -> String {
    let named = Command.allCases.filter { $0.word != nil }
    let list = named.map { command in
      "    " + Self.quoted("\(command.word ?? ""):\(language.text(HelpPhrase.purpose(command)))")
    }
    let cases = named.map { command in
      """
          (\(command.word ?? "")) shift words; (( CURRENT-- ))
      \(arguments(of: command, language)) ;;
      """
    }
    return """
      #compdef trace
      # Completion of trace for zsh; trace completions zsh > a folder of $fpath/_trace
      _trace_lessons() {
        local -a lessons=(\(Catalog.names.joined(separator: " ")))
        _alternative "lessons:lesson:($lessons)" 'files:file:_files'
      }
      _trace() {
        local -a commands=(
      \(list.joined(separator: "\n"))
        )
        case $words[2] in
      \(cases.joined(separator: "\n"))
          (*)
            (( CURRENT == 2 )) && _describe -t commands command commands
      \(arguments(of: .workedExample, language)) ;;
        esac
      }
      compdef _trace trace
      [ "$funcstack[1]" = _trace ] && _trace "$@"

      """
  }

  private func arguments(of command: Command, _ language: Language) -> String {
    let options = command.options.map { option in
      let explanation = language.text(HelpPhrase.option(option, command))
      let escaped = explanation.replacing("[", with: "\\[").replacing("]", with: "\\]")
        .replacing(":", with: "\\:")
      let start = (option.mayRepeat ? "*" : "") + option.flag
      guard let offer = option.offer(for: command) else { return Self.quoted("\(start)[\(escaped)]") }
      return Self.quoted("\(start)=[\(escaped)]:value:\(action(offer))")
    }
    let operand = command.offer == .nothing ? [] : [Self.quoted("*:argument:\(action(command.offer))")]
    return "      _arguments " + (options + operand).joined(separator: " \\\n        ")
  }

  private func action(_ offer: Offer) -> String {
    switch offer {
    case .words(let words): "(\(words.joined(separator: " ")))"
    case .files: "_files"
    case .folders: "_files -/"
    case .lessons: "_trace_lessons"
    case .nothing: " "
    }
  }
}
