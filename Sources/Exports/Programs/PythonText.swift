import Documents

/// How lines of Python are set.
enum PythonText {
  /// One level.
  static let indent = "    "
  private static let width = 92

  /// Text after a beginning, in parentheses over several lines if it is long; it is broken at spaces.
  static func wrapped(_ beginning: String, _ text: String) -> [String] {
    if beginning.utf8.count + text.utf8.count <= width { return [beginning + text] }
    return [beginning + "("] + filled(text).map { indent + $0 } + [")"]
  }

  /// Text that is broken where the fewest brackets are open, and not behind an operator.
  static func filled(_ text: String) -> [String] {
    var (lines, line, size) = ([String](), [(word: Substring, depth: Int)](), 0)
    var depth = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      line.append((word, depth))
      size += 1 + word.utf8.count
      while size > width + 1, line.count > 1 {
        let places = line.indices.dropFirst().filter { !operators.contains(line[$0 - 1].word) }
        let least = places.map { line[$0].depth }.min() ?? 0
        let end = places.last { line[$0].depth == least } ?? line.count - 1
        lines.append(line[..<end].map(\.word).joined(separator: " "))
        line.removeFirst(end)
        size = line.reduce(0) { $0 + 1 + $1.word.utf8.count }
      }
      for sign in word.utf8 {
        if "([{".utf8.contains(sign) { depth += 1 }
        if ")]}".utf8.contains(sign) { depth -= 1 }
      }
    }
    return lines + [line.map(\.word).joined(separator: " ")]
  }

  private static let operators: Set<Substring> = [
    "+", "-", "*", "/", "**", ">", ">=", "for", "in", "if", "else",
  ]

  /// A text between three quotation marks, which says what a program is.
  static func documentation(_ text: [String]) -> [String] {
    var lines: [String] = []
    for line in text {
      let escaped = line.withoutControls.reduce(into: "") { escaped, sign in
        if sign == "\\" || sign == "\"" { escaped += "\\" }
        escaped.append(sign)
      }
      lines += filled(escaped)
    }
    let quotes = "\"\"\""
    guard lines.count > 1, let first = lines.first else { return [quotes + lines.joined() + quotes] }
    return [quotes + first] + lines.dropFirst() + [quotes]
  }

  /// A remark.
  static func comment(_ text: String) -> String { "# " + text.withoutControls }

  /// A number for a variable: 2.0, as a library computes differently with 2.
  static func real(_ value: PythonExpression, for library: ProgramLibrary) -> String {
    let text = value.text(for: library)
    return text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D } ? text + ".0" : text
  }
}

extension PythonText {
  /// A call with its arguments, over several lines if it is long.
  static func call(_ beginning: String, _ arguments: [String], _ end: String) -> [String] {
    let list = arguments.joined(separator: ", ")
    if beginning.utf8.count + list.utf8.count + end.utf8.count <= width { return [beginning + list + end] }
    return [beginning] + filled(list).map { indent + $0 } + [end]
  }
}
