import Documents
import Lessons
import Texts

extension AnswerSheet {
  /// Which lesson the answers are to: `trace: lesson=single-chain variant=7`, as worksheets have it.
  package struct Header: Hashable, Sendable {
    /// A built-in lesson, or a file, as `--lesson` takes it.
    package let lesson: String
    /// The seed of its numbers; `nil` where they are the lesson's own.
    package let variant: UInt64?
    /// How many significant digits are asked for; `nil` where it does not say.
    package var digits: Int?

    /// The line, as a worksheet has it.
    var text: String {
      let name = Cursor.isPlainSetting(lesson) ? lesson : JSONText.quoted(lesson)
      return "trace: lesson=\(name)" + (variant.map { " variant=\($0)" } ?? "")
        + (digits.map { " digits=\($0)" } ?? "")
    }
  }

  /// The header of a worksheet; `nil` if there is none.
  ///
  /// In JSON it is the string of the key "trace", without the word itself.
  package static func header(of file: [UInt8]) throws(LessonError) -> Header? {
    // A page says it in its own way, among tags.
    let bytes = PageText.isPage(file) ? file : try SheetText(file).bytes
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
      guard let line = HeaderLine(in: bytes) else { return nil }
      if let problem = UTF8Text.problem(in: Array(bytes[line.settings])) {
        throw problem.moved(by: line.settings.lowerBound)
      }
      return try header(Cursor(bytes, line.settings), at: nil)
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

  private static let longestPath = 4096

  /// How many significant digits a sheet may ask for.
  package static let digitRange = 1...17

  /// Reads `lesson=NAME variant=SEED digits=COUNT`; the problems are `whole` where the text is not the file's own.
  private static func header(_ line: Cursor, at whole: Range<Int>?) throws(Problem) -> Header? {
    var cursor = line
    var lesson: String?
    var variant: UInt64?
    var digits: Int?
    var end = cursor.position..<cursor.position
    while let (key, value, place) = cursor.takeSetting() {
      let written = shortened(value)
      end = place
      switch key {
      case "lesson" where value.utf8.count > longestPath:
        throw Problem(
          at: whole ?? place, "the name of the lesson is longer than \(longestPath) bytes, the longest path")
      case "lesson" where !value.isEmpty: lesson = lesson ?? value
      case "variant":
        guard let seed = UInt64(value), value.utf8.allSatisfy({ Cursor.isDigit($0) }) else {
          throw Problem(
            at: whole ?? place,
            "the variant must be a whole number from 0 to \(UInt64.max), but is \(value.isEmpty ? "missing" : written)"
          )
        }
        variant = variant ?? seed
      case "digits":
        guard let count = Int(value), digitRange.contains(count),
          value.utf8.allSatisfy({ Cursor.isDigit($0) })
        else {
          throw Problem(
            at: whole ?? place,
            "the digits must be a whole number from \(digitRange.lowerBound) to \(digitRange.upperBound), but are "
              + (value.isEmpty ? "missing" : written))
        }
        digits = digits ?? count
      case "lesson":
        throw Problem(
          at: whole ?? place, "the name of the lesson is missing; write it, as in lesson=single-chain")
      default:
        let meant = suggestion(for: key, among: ["lesson", "variant", "digits"])
        throw Problem(
          at: whole ?? place,
          "the header has an unknown key \(quoted(key)); "
            + (meant.map { "did you mean \(quoted($0))?" }
              ?? "the choices are \"lesson\", \"variant\" and \"digits\""))
      }
    }
    guard let lesson else {
      throw Problem(at: whole ?? end, "the header names no lesson; add it, as in lesson=single-chain")
    }
    return Header(lesson: lesson, variant: variant, digits: digits)
  }
}

extension Cursor {
  /// Takes `key=value` up to the next blank, or to the end of the comment that it is in; a value may stand in quotes.
  mutating func takeSetting() -> (key: String, value: String, place: Range<Int>)? {
    var ahead = self
    ahead.skipBlanks()
    let start = ahead.position
    while let next = ahead.next, Self.isLetter(next) { ahead.skip() }
    let key = text(start..<ahead.position)
    guard !key.isEmpty, ahead.take("=") else { return nil }
    self = ahead
    let value = takeQuoted() ?? takePlainSetting()
    return (key, value, start..<position)
  }

  private mutating func takePlainSetting() -> String {
    let start = position
    while let next, !Self.isBlank(next), !Self.endsSetting.contains(next), !begins(with: "-->") { skip() }
    return text(start..<position)
  }

  /// Takes a string in double quotes, as JSON has it.
  private mutating func takeQuoted() -> String? {
    var ahead = self
    guard ahead.take("\"") else { return nil }
    while let next = ahead.next, next != "\"" {
      ahead.skip()
      if next == "\\" { ahead.skip() }
    }
    guard ahead.take("\""),
      case .string(let text) = try? JSONValue(parsing: Array(bytes[position..<ahead.position])).content
    else { return nil }
    self = ahead
    return text
  }

  /// Whether a value is read back as it is without quotes.
  static func isPlainSetting(_ text: String) -> Bool {
    let bytes = Array("k=\(text)".utf8)
    var cursor = Cursor(bytes, bytes.indices)
    return cursor.takeSetting()?.value == text && cursor.isAtEnd && !text.isEmpty && harmless(text) == text
  }

  private static let endsSetting: Set<Unicode.Scalar> = ["`", "\"", "*", ")", "}", "\\", "<"]
}
