import Formulas
import Lessons
import Texts

/// A command line, taken apart by the table of options; what the values mean is not asked here.
struct Arguments {
  let command: Command
  /// What is neither the command, nor an option, nor the value of one.
  private(set) var words: [String] = []
  private var values: [Option: [String]] = [:]

  init(_ command: Command, _ arguments: some Sequence<String>) throws(CommandError) {
    self.command = command
    var rest = Array(arguments)[...]
    while let argument = rest.popFirst() {
      if Self.dashes.contains(where: { argument.hasPrefix($0) }), argument != "-" {
        try take(argument, &rest)
      } else {
        words.append(argument)
      }
    }
  }

  /// The value of an option that is given at most once.
  subscript(option: Option) -> String? { values[option]?.first }

  /// The values of an option that may be repeated.
  func all(_ option: Option) -> [String] { values[option] ?? [] }

  func has(_ option: Option) -> Bool { values[option] != nil }

  /// The language that is asked for, or English.
  var language: Language {
    get throws(CommandError) { try NotationRequest(self).language ?? .english }
  }

  /// Takes `--name value` or `--name=value`, where `argument` is the first of it.
  private mutating func take(_ argument: String, _ rest: inout ArraySlice<String>) throws(CommandError) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let flag = parts.first.map(String.init) ?? argument
    let attached = parts.count > 1 ? parts.last.map(String.init) : nil

    guard let option = command.options.first(where: { $0.flag == flag }) else {
      throw unknown(flag)
    }
    guard option.mayRepeat || !has(option) else { throw .givenTwice(option) }

    var value = ""
    if option.value(for: command) == nil {
      if attached != nil { throw .needlessValue(option) }
    } else {
      guard let given = attached ?? Self.nextValue(&rest) else {
        throw .missingValue(option, command, found: rest.first)
      }
      guard !given.isEmpty else { throw .emptyValue(option) }
      value = given
      if option.takesTwo, !value.contains(" ") {
        guard let second = Self.nextValue(&rest) else { throw .missingValue(option, command, found: nil) }
        value += " \(second)"
      }
    }
    values[option, default: []].append(value)
  }

  /// The next argument, unless it looks like an option: `-` alone and negative numbers do not.
  private static func nextValue(_ rest: inout ArraySlice<String>) -> String? {
    guard let next = rest.first else { return nil }
    if next.hasPrefix("-"), next != "-" {
      guard let second = next.dropFirst().first, second == "." || ("0"..."9").contains(second) else {
        return nil
      }
    }
    return rest.popFirst()
  }

  private func unknown(_ flag: String) -> CommandError {
    let name = String(flag.drop { Self.dashes.contains(String($0)) })
    if command == .workedExample, let other = Command(word: name) {
      return .unknownOption(flag, command, suggestion: other.call)
    }
    if let option = Option.allCases.first(where: { $0.flag == flag }) {
      return command.word.map { .optionOfAnotherCommand(flag, command: $0) }
        ?? .optionOfOthers(flag, Command.allCases.filter { $0.options.contains(option) })
    }
    let meant = suggestion(for: name, among: command.options.map(\.rawValue))
    return .unknownOption(flag, command, suggestion: meant.map { "--\($0)" })
  }

  /// The language of help among arguments that may be wrong otherwise; English if none is named.
  static func language(in arguments: [String]) -> Language {
    let flag = Option.language.flag
    let code =
      arguments.lazy.compactMap { $0.hasPrefix(flag + "=") ? String($0.dropFirst(flag.count + 1)) : nil }
      .first
      ?? arguments.firstIndex(of: flag).flatMap { arguments.dropFirst($0 + 1).first }
    return code.flatMap(Language.init) ?? .english
  }

  /// With what an option begins, and what a word processor makes of it.
  private static let dashes = ["-", "–", "—", "−"]
}

extension CommandLine {
  /// What was typed after the command; throws for a word that is no text.
  static var words: [String] {
    get throws(CommandError) {
      for (position, argument) in arguments.enumerated().dropFirst() {
        // Each was made of the bytes that stand there, with a sign of its own for those that are no text.
        guard let bytes = unsafeArgv[position], String(validatingCString: bytes) != nil else {
          throw .notUTF8(argument)
        }
      }
      return Array(arguments.dropFirst())
    }
  }
}
