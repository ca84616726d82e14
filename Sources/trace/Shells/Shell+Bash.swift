import Lessons

extension Shell {
  /// Bash takes `--format=text` apart at the sign, so that the option is two words before the value.
  var bashScript: String {
    var cases: [(offer: Offer, patterns: [String])] = []
    for command in Command.allCases {
      for option in command.options {
        guard let offer = option.offer(for: command) else { continue }
        let pattern = "'\(command.word ?? "") \(option.flag)'"
        if let place = cases.firstIndex(where: { $0.offer == offer }) {
          cases[place].patterns.append(pattern)
        } else {
          cases.append((offer, [pattern]))
        }
      }
    }
    let values = cases.map { "    \($0.patterns.joined(separator: " | ")) ) \(bash($0.offer)); return ;;" }
    let others = Command.allCases.map { command in
      "    '\(command.word ?? "")' ) "
        + bash(.words(command.options.map(\.flag) + (command.word == nil ? Command.words : []))) + "; "
        + bash(command.offer) + " ;;"
    }
    return """
      # Completion of trace for bash; trace completions bash > ~/.local/share/bash-completion/completions/trace
      # Words are divided by spaces, and files that are found only by line ends.
      _trace_offer() {
        local IFS=$'\\n'
        COMPREPLY+=($(IFS=$' \\n' compgen "$@" -- "$current"))
      }
      _trace() {
        local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=
        COMPREPLY=()
        if [ "$current" = '=' ]; then
          current=
        elif [ "$before" = '=' ]; then
          before=${COMP_WORDS[COMP_CWORD - 2]}
        fi
        case ${COMP_WORDS[1]} in
          \(Command.words.joined(separator: " | ")) ) [ "$COMP_CWORD" -lt 2 ] || command=${COMP_WORDS[1]} ;;
        esac
        case "$command $before" in
      \(values.joined(separator: "\n"))
        esac
        case $command in
      \(others.joined(separator: "\n"))
        esac
      }
      complete -F _trace trace

      """
  }

  private func bash(_ offer: Offer) -> String {
    switch offer {
    case .words(let words): "_trace_offer -W \(Self.quoted(words.joined(separator: " ")))"
    case .files: "compopt -o filenames 2>/dev/null; _trace_offer -f"
    case .folders: "compopt -o filenames 2>/dev/null; _trace_offer -d"
    case .lessons: "\(bash(.words(Catalog.names))); \(bash(.files))"
    case .nothing: ":"
    }
  }
}
