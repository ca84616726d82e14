import Formulas
import Testing

@testable import trace

extension CommandTests {
  /// The lines of a script that are about a command, as each shell marks them.
  private static func lines(about command: Command, in shell: Shell) -> [Substring] {
    let lines = shell.script(in: .english).split(separator: "\n")
    let word = command.word ?? ""
    switch shell {
    // One line has the values of several commands.
    case .bash: return lines.filter { $0.contains("'\(word) --") || $0.hasPrefix("    '\(word)' )") }
    case .zsh:
      let start = lines.firstIndex { $0.hasPrefix(command.word == nil ? "    (*)" : "    (\(word)) shift") }
      return start.map { start in
        Array(lines[start...].prefix { !$0.hasSuffix(";;") })
          + lines[start...].filter { $0.hasSuffix(";;") }.prefix(1)
      } ?? []
    case .fish:
      return lines.filter {
        $0.contains(
          command.word == nil ? "'not __fish_seen_subcommand_from" : "'__fish_seen_subcommand_from \(word)'")
      }
    }
  }

  @Test(arguments: Shell.allCases)
  func `A shell offers each option of a command with its choices, and those of no other`(_ shell: Shell) {
    for command in Command.allCases {
      let lines = Self.lines(about: command, in: shell)
      for option in Option.allCases {
        let own = lines.filter { line in
          switch shell {
          case .bash:
            line.contains("'\(command.word ?? "") \(option.flag)'")
              || line.hasPrefix("    '\(command.word ?? "")' )")
                && line.split { " '".contains($0) }.contains(option.flag[...])
          case .zsh: line.split { "'*[=".contains($0) }.contains(option.flag[...])
          case .fish: (line + " ").contains(" -l \(option.rawValue) ")
          }
        }
        #expect(own.isEmpty == !command.options.contains(option), "\(command) \(option)")
        if !own.isEmpty, case .words(let words)? = option.offer(for: command) {
          let list = words.joined(separator: " ")
          #expect(
            own.contains { $0.contains("(\(list))") || $0.contains("'\(list)'") }, "\(command) \(option)")
        }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `The manual explains every command with its options`(_ language: Language) throws {
    let page = try trace(["help", "--man", "--language", language.rawValue]).output
    let lines = Set(page.split(separator: "\n"))
    for command in Command.allCases where command != .help {
      #expect(page.contains(".SH \(command.call.uppercased())"))
      for option in command.options {
        let flag = ".B " + Help.call(option, command, in: language).replacing("-", with: "\\-")
        #expect(lines.contains(flag[...]), "\(flag)")
      }
    }
    #expect(lines.allSatisfy { $0.first != "." || $0.firstMatch(of: /^\.(TH|SH|TP|B|br|nf|fi|PP)/) != nil })
  }

  @Test func `A shell that is not known, or none, is told which there are`() throws {
    #expect(
      try trace(["completions", "ksh"]).errors == "error: unknown shell 'ksh'; choose bash, zsh or fish\n")
    #expect(
      try trace(["completions"]).errors == "error: name the shell after completions: bash, zsh or fish\n")
  }
}
