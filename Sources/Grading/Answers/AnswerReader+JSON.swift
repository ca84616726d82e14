import Lessons
import Texts

/// Answers in JSON: { "dC/da3": -0.35 }, or the same under "answers".
extension AnswerReader {
  mutating func readObject(_ root: JSONValue) {
    guard case .object(var members) = root.content else { return }
    if let inner = members.first(where: { $0.key == "answers" })?.value {
      guard case .object(let answers) = inner.content else {
        let example = quoted(names.example)
        problems.add(
          at: inner.range,
          "the answers must be an object, such as { \(example): -0.35 }, but are \(inner.kind)")
        return
      }
      members = answers
    }
    // Lines are counted on from one member to the next.
    var (line, counted) = (1, 0)
    for member in members {
      while counted < member.keyRange.lowerBound {
        if bytes[counted] == 0x0A { line += 1 }
        counted += 1
      }
      read(member, line)
    }
  }

  private mutating func read(_ member: JSONMember, _ line: Int) {
    let key = Array(member.key.utf8)
    var cursor = Cursor(key, key.indices)
    cursor.skipBlanks()
    guard let shape = names.take(&cursor) else { return }
    cursor.skipBlanks()
    guard cursor.isAtEnd else { return }
    let quotes =
      member.keyRange.lowerBound + 1..<max(member.keyRange.lowerBound + 1, member.keyRange.upperBound - 1)
    guard let name = names[shape] else {
      let isShown = problems.hasRoom(at: member.keyRange)
      let message = isShown ? names.unknown(shape, written: member.key) : ""
      problems.add(at: member.keyRange, message)
      return
    }
    let text: String
    switch member.value.content {
    case .null: return leaveBlank(name)
    case .number(let number): text = number
    case .string(let string): text = string
    case .boolean, .array, .object:
      problems.add(
        at: member.value.range,
        "the value of \(shortened(member.key)) must be a number, or arithmetic in quotes, but is \(member.value.kind)"
      )
      return
    }
    do {
      let value = Array(text.utf8)
      let sides = try Side.read(Cursor(value, value.indices), names)
      let whole = member.keyRange.lowerBound..<member.value.range.upperBound
      add(name, written: quotes, sides: sides, at: whole, line: line)
    } catch {
      problems.add(at: place(of: error, in: text, member.value), error.message)
    }
  }

  /// Where in the file a problem of a string is; all of the string if it has escapes, which move the places.
  private func place(of problem: Problem, in text: String, _ value: JSONValue) -> Range<Int> {
    let quotes = if case .string = value.content { 1 } else { 0 }
    guard value.range.count == text.utf8.count + 2 * quotes else { return value.range }
    return problem.moved(by: value.range.lowerBound + quotes).range
  }
}
