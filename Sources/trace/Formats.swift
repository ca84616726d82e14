import Lessons

extension Format {
  /// How the name of such a file ends.
  var ending: String {
    switch self {
    case .markdown: ".md"
    case .latex: ".tex"
    case .html: ".html"
    case .text: ".txt"
    case .json: ".json"
    }
  }

  /// All names, for a sentence.
  static var list: String { alternatives(allCases.map(\.rawValue)) }

  /// All endings, for a sentence.
  static var endings: String { alternatives(allCases.map(\.ending)) }

  /// The format that `--format` names.
  init(named name: String) throws(CommandError) {
    if let format = Format(rawValue: name) {
      self = format
    } else {
      let ending = Self.allCases.first { $0.ending == ".\(name.lowercased())" }
      throw .unknownFormat(
        name, suggestion: ending?.rawValue ?? suggestion(for: name, among: Self.allCases.map(\.rawValue)))
    }
  }

  /// The format that the ending of a path asks for.
  init(endingOf path: String) throws(CommandError) {
    let name = path.lowercased()
    if let format = Self.allCases.first(where: { name.hasSuffix($0.ending) }) {
      self = format
    } else {
      throw .unknownEnding(path)
    }
  }
}

/// `a, b or c`.
func alternatives(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.joined() }
  return words.dropLast().joined(separator: ", ") + " or " + last
}
