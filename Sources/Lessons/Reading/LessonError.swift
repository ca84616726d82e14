import Texts

/// Why a text is no lesson: its problems, in the order of their place.
public struct LessonError: Error, Hashable, Sendable {
  /// The text that was read.
  public let source: [UInt8]
  /// The first of the problems, twenty at most.
  public let problems: [Problem]
  /// How many there are in all.
  public let count: Int

  /// The problems that were found in a text.
  package init(_ list: ProblemList, in source: [UInt8]) {
    self.source = source
    problems = list.first
    count = list.count
  }

  /// The one problem that was found in a text.
  package init(_ problem: Problem, in source: [UInt8]) {
    self.source = source
    problems = [problem]
    count = 1
  }

  /// The problems as a compiler shows them: `PATH:LINE:COLUMN: error: …`, the line, and a caret.
  ///
  /// There is no line break at the end.
  public func description(path: String) -> String {
    var parts = problems.map { $0.description(path: path, in: source) }
    if count > problems.count {
      let rest = count - problems.count
      parts.append("\(harmless(path)): error: \(rest) more \(rest == 1 ? "problem" : "problems"), not shown")
    }
    return parts.joined(separator: "\n")
  }
}
