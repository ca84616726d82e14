import Backprop
import Lessons

/// What a shell offers in a place of the command line.
enum Offer: Hashable {
  case words([String])
  case files
  case folders
  /// The built-in lessons, and files.
  case lessons
  /// Text of one's own.
  case nothing
}

extension Option {
  /// What may follow the option; `nil` if it takes no value.
  func offer(for command: Command) -> Offer? {
    guard let value = value(for: command) else { return nil }
    // The choices of a plot are how the name of its file ends.
    if self != .plot, !choices(for: command).isEmpty { return .words(choices(for: command)) }
    if self == .optimizer { return .words(Optimizer.Rule.allCases.map(\.rawValue)) }
    return switch value {
    case .nameOrFile, .lesson: .lessons
    case .file, .list: .files
    case .folder: .folders
    case .definitions, .givens, .fileOrFolder, .anyName, .anyCommand, .shell, .format, .name, .code, .dialect,
      .sign, .seed, .rule, .rate, .schedule, .title, .letters:
      .nothing
    }
  }
}

extension Command {
  /// What may follow the command besides options.
  var offer: Offer {
    switch self {
    case .check: .files
    case .lessons: .words(Catalog.names)
    case .completions: .words(Shell.allCases.map(\.rawValue))
    case .help: .words(Command.words + [Option.second.rawValue])
    case .workedExample, .derive, .worksheet, .questions, .practice, .train, .build, .export: .nothing
    }
  }
}
