import Texts

/// The order of a course: a text with the name of a lesson a line.
public struct CourseList: Sendable {
  /// Those that there are, in their order, each once.
  public private(set) var names: [String] = []
  /// What is wrong with the other lines.
  public private(set) var error: LessonError?

  /// Reads a list that may name these lessons, with `.json` or without it.
  ///
  /// Throws where it is not UTF-8.
  public init(_ source: [UInt8], of lessons: [String]) throws(LessonError) {
    if let problem = UTF8Text.problem(in: source) { throw LessonError(problem, in: source) }
    let known = Set(lessons)
    var lines: [String: Int] = [:]
    var problems = ProblemList()
    let start = source.starts(with: UTF8Text.byteOrderMark) ? UTF8Text.byteOrderMark.count : 0
    let rows = source[start...].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (row, bytes) in rows.enumerated() {
      let trimmed = bytes.trimmingBlanks
      let line = String(decoding: trimmed, as: UTF8.self)
      guard !line.isEmpty else { continue }
      let range = trimmed.startIndex..<trimmed.endIndex
      let name = known.contains(line) || !line.hasSuffix(".json") ? line : String(line.dropLast(5))
      if !known.contains(name) {
        problems.add(at: range, Self.unknown(name, among: lessons))
      } else if let first = lines[name] {
        problems.add(at: range, "the lesson '\(name)' is already in line \(first)")
      } else {
        lines[name] = row + 1
        names.append(name)
      }
    }
    if names.isEmpty, problems.count == 0 {
      problems.add(
        at: source.count..<source.count,
        "the list names no lesson; write one name in each line, or remove the file"
      )
    }
    if problems.count > 0 { error = LessonError(problems, in: source) }
  }

  private static func unknown(_ name: String, among lessons: [String]) -> String {
    let meant = suggestion(for: name, among: lessons).map { "; did you mean '\($0)'?" } ?? ""
    return "there is no lesson '\(shortened(name))' beside this list\(meant)"
  }
}

extension ArraySlice<UInt8> {
  /// Without spaces, tabs and carriage returns at either end.
  fileprivate var trimmingBlanks: Self {
    let blanks = Set(" \t\r".utf8)
    let rest = drop { blanks.contains($0) }
    return rest.dropLast(rest.reversed().prefix { blanks.contains($0) }.count)
  }
}
