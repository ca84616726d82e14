import Lessons

extension AnswerSheet {
  /// Which lesson the answers are to: `trace: lesson=single-chain variant=7`, as worksheets have it.
  package struct Header: Hashable, Sendable {
    /// A built-in lesson, or a file, as `--lesson` takes it.
    package let lesson: String
    /// The seed of its numbers; `nil` where they are the lesson's own.
    package let variant: UInt64?
  }

  /// The first header of a worksheet, wherever it stands; `nil` if there is none.
  ///
  /// In JSON it is the string of the key "trace", without the word itself.
  package static func header(of bytes: [UInt8]) throws(LessonError) -> Header? {
    try checkSize(bytes)
    do {
      if isJSON(bytes) {
        guard case .object(let members) = try json(bytes).content,
          let value = members.first(where: { $0.key == "trace" })?.value
        else { return nil }
        guard case .string(let text) = value.content else {
          throw Problem(
            at: value.range, "\"trace\" must be a string, such as \"lesson=xor\", but is \(value.kind)")
        }
        let words = Array(text.utf8)
        // Escapes move the places within a string.
        return try header(Cursor(words, words.indices), at: value.range)
      }
      guard let line = headerLine(in: bytes) else { return nil }
      return try header(Cursor(bytes, line), at: nil)
    } catch let problem as Problem {
      throw LessonError(problem, in: bytes)
    } catch let error as LessonError {
      throw error
    } catch {
      return nil
    }
  }

  /// Throws where nothing at all can be read, no header either.
  package static func checkIsText(_ bytes: [UInt8]) throws(LessonError) {
    if let problem = UTF8Text.unreadable(bytes) { throw LessonError(problem, in: bytes) }
  }

  /// What follows `trace:` in the first line where `lesson=` or `variant=` comes next.
  private static func headerLine(in bytes: [UInt8]) -> Range<Int>? {
    let word = Array("trace".utf8)
    var start = 0
    while let colon = Lines.place(of: UInt8(ascii: ":"), in: bytes, from: start) {
      start = colon + 1
      if bytes[..<colon].suffix(word.count).elementsEqual(word) {
        let line = start..<Lines.end(of: colon, in: bytes)
        var cursor = Cursor(bytes, line)
        cursor.skipBlanks()
        if cursor.begins(with: "lesson=") || cursor.begins(with: "variant=") { return line }
      }
    }
    return nil
  }

  /// Reads `lesson=NAME variant=SEED`; the problems are `whole` where the text is not the file's own.
  private static func header(_ line: Cursor, at whole: Range<Int>?) throws(Problem) -> Header? {
    var cursor = line
    var lesson: String?
    var variant: UInt64?
    var end = cursor.position..<cursor.position
    while let (key, value, place) = cursor.takeSetting() {
      let written = shortened(value)
      end = place
      switch key {
      case "lesson" where !value.isEmpty: lesson = lesson ?? value
      case "variant":
        guard let seed = UInt64(value), value.utf8.allSatisfy({ Cursor.isDigit($0) }) else {
          throw Problem(
            at: whole ?? place,
            "the variant must be a whole number from 0 to \(UInt64.max), but is \(value.isEmpty ? "missing" : written)"
          )
        }
        variant = variant ?? seed
      case "lesson":
        throw Problem(at: whole ?? place, "the lesson has no name; write it, as in lesson=single-chain")
      default:
        let meant = suggestion(for: key, among: ["lesson", "variant"])
        throw Problem(
          at: whole ?? place,
          "the header has an unknown key \(quoted(key)); "
            + (meant.map { "did you mean \(quoted($0))?" } ?? "there are \"lesson\" and \"variant\""))
      }
    }
    guard let lesson else {
      throw Problem(at: whole ?? end, "the header names no lesson; write it, as in lesson=single-chain")
    }
    return Header(lesson: lesson, variant: variant)
  }
}

extension Cursor {
  /// Takes `key=value` up to the next blank, or to the end of the comment that it is in.
  fileprivate mutating func takeSetting() -> (key: String, value: String, place: Range<Int>)? {
    skipBlanks()
    let start = position
    while let next, Self.isLetter(next) { skip() }
    let key = text(start..<position)
    guard !key.isEmpty, take("=") else { return nil }
    let middle = position
    while let next, !Self.isBlank(next), !begins(with: "-->"),
      !["`", "\"", "*", ")", "}", "\\", "<"].contains(next)
    {
      skip()
    }
    return (key, text(middle..<position), start..<position)
  }
}
