import Documents
import Formulas
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
    /// The language of its documents; `nil` where it is the lesson's.
    package var language: Language?
    /// What numbers have before their decimals; `nil` where it does not say.
    package var decimal: DecimalSign?
    /// What is asked for.
    package var choice = Exercise.Choice()

    /// How many are asked for: where it does not say, as many as a worksheet asks for that does not say it either.
    package var asked: Int { digits ?? Worksheet.Settings().digits }

    /// The line, as a worksheet has it.
    var text: String {
      func written(_ value: String) -> String {
        Cursor.isPlainSetting(value) ? value : JSONText.quoted(value)
      }
      return "trace: lesson=\(written(lesson))" + (variant.map { " variant=\($0)" } ?? "")
        + (digits.map { " digits=\($0)" } ?? "") + (language.map { " language=\($0.rawValue)" } ?? "")
        + (decimal.map { " decimal=\($0.rawValue)" } ?? "")
        + choice.settings.map { " \($0.key)=\(written($0.value))" }.joined()
    }
  }

  /// What a sheet says of itself: to which lesson it is, and whose.
  package struct Front: Hashable, Sendable {
    /// The header of a worksheet; `nil` if there is none.
    package var header: Header?
    /// What a line `name: Ada Lovelace` among the first ones says; `nil` where nothing says it.
    package var person: String?
  }

  /// What a sheet says of itself; in JSON the header is the string of the key "trace", without the word itself, and the person
  /// that of the key "name".
  package static func front(of file: [UInt8]) throws(LessonError) -> Front {
    // A page says it in its own way, among tags.
    let bytes = PageText.isPage(file) ? file : try SheetText(file).bytes
    do {
      if isJSON(bytes) {
        guard case .object(let members) = try json(bytes).content else { return Front() }
        func value(_ key: String) -> JSONValue? { members.first { $0.key == key }?.value }
        var front = Front()
        if case .string(let name)? = value("name")?.content { front.person = person(name[...]) }
        guard let value = value("trace") else { return front }
        guard case .string(let text) = value.content else {
          throw Problem(
            at: value.range, "\"trace\" must be a string, such as \"lesson=xor\", but is \(value.kind)")
        }
        let words = Array(text.utf8)
        // Escapes move the places within a string.
        front.header = try header(Cursor(words, words.indices), at: value.range)
        return front
      }
      let person = people(inFirstLinesOf: bytes).first?.name
      guard let line = HeaderLine(in: bytes) else { return Front(person: person) }
      if let problem = UTF8Text.problem(in: Array(bytes[line.settings])) {
        throw problem.moved(by: line.settings.lowerBound)
      }
      return Front(header: try header(Cursor(bytes, line.settings), at: nil), person: person)
    } catch let problem as Problem {
      throw LessonError(problem, in: bytes)
    } catch let error as LessonError {
      throw error
    } catch {
      return Front()
    }
  }

  /// The names that the lines `name: Ada Lovelace` among the first ones say, with the lines.
  static func people(inFirstLinesOf bytes: [UInt8]) -> [(name: String, line: Range<Int>)] {
    bytes.prefix(mostBytesBeforeName).split(separator: 0x0A).prefix(mostLinesBeforeName).compactMap { line in
      let text = String(decoding: line, as: UTF8.self)
      guard let colon = text.firstIndex(of: ":") else { return nil }
      let key = text[..<colon].drop { !$0.isLetter }.filter { $0.isLetter }.lowercased()
      guard ["name", "student"].contains(key), let name = person(text[text.index(after: colon)...]) else {
        return nil
      }
      return (name, line.startIndex..<line.endIndex)
    }
  }

  /// A name stands above the answers.
  private static let (mostLinesBeforeName, mostBytesBeforeName) = (40, 8_192)
  private static let longestName = 100

  /// Without blanks and marks of Markdown around it; `nil` where nothing is left.
  private static func person(_ text: Substring) -> String? {
    let name = text.trimmed { $0.isWhitespace || "*_`|<>".contains($0) }
    return name.isEmpty ? nil : String(name.prefix(longestName))
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
    var language: Language?
    var decimal: DecimalSign?
    var asked = Exercise.Choice()
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
      case "language":
        let given: Language = try choice(value, key, at: whole ?? place)
        language = language ?? given
      case "decimal":
        let given: DecimalSign = try choice(value, key, at: whole ?? place)
        decimal = decimal ?? given
      case "only":
        asked.names += value.split(separator: ";").map { String($0.trimmed { $0 == " " }) }.filter {
          !$0.isEmpty
        }
      case "layers":
        guard let layers = Exercise.Choice.layers(value) else {
          throw Problem(
            at: whole ?? place,
            "the layers must be a number, or two as in 2-3, but are \(value.isEmpty ? "missing" : written)")
        }
        asked.layers = asked.layers ?? layers
      case "lesson":
        throw Problem(
          at: whole ?? place, "the name of the lesson is missing; write it, as in lesson=single-chain")
      default:
        let meant = suggestion(for: key, among: keys)
        throw Problem(
          at: whole ?? place,
          "the header has an unknown key \(quoted(key)); "
            + (meant.map { "did you mean \(quoted($0))?" }
              ?? "the choices are \(keys.dropLast().map(quoted).joined(separator: ", ")) and \(quoted(keys.last ?? ""))")
        )
      }
    }
    guard let lesson else {
      throw Problem(at: whole ?? end, "the header names no lesson; add it, as in lesson=single-chain")
    }
    return Header(
      lesson: lesson, variant: variant, digits: digits, language: language, decimal: decimal, choice: asked)
  }

  private static let keys = ["lesson", "variant", "digits", "language", "decimal", "only", "layers"]

  /// The choice with this name.
  private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ key: String, at place: Range<Int>
  ) throws(Problem) -> Choice {
    if let choice = Choice(rawValue: name) { return choice }
    let names = Choice.allCases.map { quoted($0.rawValue) }.joined(separator: " or ")
    throw Problem(
      at: place, "the \(key) must be \(names), but is \(name.isEmpty ? "missing" : shortened(name))")
  }
}

extension Cursor {
  /// Takes `key=value` up to the next blank, or to the end of the comment that it is in; a value may stand in quotes.
  mutating func takeSetting() -> (key: String, value: String, place: Range<Int>)? {
    var ahead = self
    while let next = ahead.next, Self.isBlank(next) || next == "," || next == ";" { ahead.skip() }
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
    // A spreadsheet ends each line with separators.
    return String(text(start..<position).trimmed { ",;".contains($0) })
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
