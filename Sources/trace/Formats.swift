import Documents
import Lessons
import Texts

extension Format {
  /// How the name of such a file ends.
  var ending: String {
    switch self {
    case .markdown: ".md"
    case .latex, .beamer: ".tex"
    case .html, .slides: ".html"
    case .text: ".txt"
    case .json: ".json"
    case .csv: ".csv"
    case .notebook: ".ipynb"
    case .myst: ".myst.md"
    case .quarto: ".qmd"
    }
  }

  /// The endings of some, each once: the first of those with the same ending is meant by it.
  static func endings(of formats: [Format]) -> [String] {
    formats.map(\.ending).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Their names, for a sentence.
  static func list(_ formats: [Format]) -> String { alternatives(formats.map(\.rawValue)) }

  /// The format that `--format` names, of those that a command writes.
  init(named name: String, for command: Command) throws(CommandError) {
    if let format = Format(rawValue: name) {
      self = format
    } else {
      let ending = Self.allCases.first { $0.ending == ".\(name.lowercased())" }
      throw .unknownFormat(
        name, command,
        suggestion: ending?.rawValue ?? suggestion(for: name, among: command.formats.map(\.rawValue)))
    }
    try check(for: command)
  }

  /// The format that the ending of a path asks for, of those that a command writes.
  init(endingOf path: String, for command: Command) throws(CommandError) {
    let name = path.lowercased()
    let fitting = Self.allCases.filter { name.hasSuffix($0.ending) }
    guard let format = fitting.max(by: { $0.ending.count < $1.ending.count }) else {
      throw .unknownEnding(path, command)
    }
    self = format
    try check(for: command)
  }

  private func check(for command: Command) throws(CommandError) {
    if !command.formats.contains(self) { throw .formatOfOthers(self, command) }
  }
}

extension CostPlot.Format {
  /// How the names of such files end.
  static var endings: [String] { allCases.map { ".\($0.rawValue)" } }
}

/// `a, b or c`.
func alternatives(_ words: [String], by sign: String = ", ", last: String = " or ") -> String {
  guard let final = words.last, words.count > 1 else { return words.joined() }
  return words.dropLast().joined(separator: sign) + last + final
}
