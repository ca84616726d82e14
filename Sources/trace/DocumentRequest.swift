import Documents
import Formulas
import Lessons
import Texts

/// What every document is asked for with: of which lesson, and how it is written.
struct DocumentRequest {
  var lesson: LessonSource
  /// The seed of other numbers than the lesson's own.
  var variant: UInt64?
  var writing: WritingRequest
  /// Whether an option says what is derived.
  let namesResult: Bool

  init(_ arguments: Arguments, byDefault standard: Format = .markdown) throws(CommandError) {
    lesson =
      arguments.command == .derive ? .typed(try TypedGraph(arguments.words)) : try LessonSource(arguments)
    writing = try WritingRequest(arguments, byDefault: standard)
    variant = try arguments.variant
    namesResult = arguments.has(.result) || arguments.has(.jacobian)
  }
}

extension LessonSource {
  /// The lesson that `--lesson` names; there is to be one, and no word besides.
  init(_ arguments: Arguments) throws(CommandError) {
    guard let lesson = arguments[.lesson] else {
      throw arguments.words.first.map { Self.mistaken($0, arguments.command) } ?? .noLesson(arguments.command)
    }
    if let extra = arguments.words.first { throw Self.surplus(extra, arguments.command) }
    self.init(lesson)
  }

  /// A word beside `--lesson`: probably the command, misspelt.
  private static func surplus(_ word: String, _ command: Command) -> CommandError {
    guard command == .workedExample, !Command.words.contains(word),
      let meant = suggestion(for: word, among: Command.words)
    else { return .unexpectedArgument(word) }
    return .unknownCommand(word, suggestion: "trace \(meant)")
  }

  /// A word where `--lesson` is missing: a lesson, or a command that does not exist.
  private static func mistaken(_ word: String, _ command: Command) -> CommandError {
    switch LessonSource(word) {
    case .file, .standardInput, .typed:
      return .lessonWithoutOption(word, command)
    case .builtIn(let name):
      if Catalog.names.contains(name) { return .lessonWithoutOption(name, command) }
      if Command.words.contains(word) || command != .workedExample { return .unexpectedArgument(word) }
      let meant = suggestion(for: word, among: Command.words + Catalog.names)
      return .unknownCommand(
        word, suggestion: meant.map { Catalog.names.contains($0) ? "trace --lesson \($0)" : "trace \($0)" })
    }
  }
}

/// How something is written, and where to.
struct WritingRequest {
  var format: Format
  /// Whether the format is the default, chosen neither by name nor by the ending of a file.
  var isFormatByDefault: Bool
  /// A path, or `nil` for standard output.
  var output: String?
  var digits: Int?
  var notation: NotationRequest
  /// How Markdown says that something is mathematics.
  var math = MathDialect.dollar
  /// How plain text is written.
  var style = TextStyle()

  init(_ arguments: Arguments, byDefault standard: Format = .markdown) throws(CommandError) {
    output = arguments.output
    isFormatByDefault = arguments[.format] == nil && output == nil
    let command = arguments.command
    if let name = arguments[.format] {
      format = try Format(named: name, for: command)
    } else if let output, !command.formats.isEmpty, command != .worksheet || arguments[.variants] == nil {
      format = try Format(endingOf: output, for: command)
    } else {
      format = standard
    }
    digits = try arguments.digits
    notation = try NotationRequest(arguments)
    if let name = arguments[.math] {
      math = try MathDialect(named: name)
      try require(.markdown, for: .math)
    }
    style = Terminal.style(isASCII: arguments.has(.ascii), isFile: output != nil)
    if arguments.has(.ascii) {
      try require(.text, for: .ascii)
      if notation.alphabet != nil { throw .lettersInASCII(.notation) }
      if notation.names != nil { throw .lettersInASCII(.names) }
    }
    if format == .text, style.isASCII {
      if notation.language == .chinese { throw .chineseInASCII }
      // The letters of a course need more than ASCII.
      notation.alphabet = nil
    }
  }

  /// The notation of documents about a lesson in this language; Chinese needs more than ASCII.
  func notation(in language: Language) -> Notation {
    let isBeyondASCII = format == .text && style.isASCII && language == .chinese
    return notation.notation(in: isBeyondASCII ? .english : language)
  }

  /// Throws where an option of one format is given, and it is written in another.
  func require(_ needed: Format, for option: Option) throws(CommandError) {
    guard format == needed else { throw .optionOfFormat(option, needed, found: format) }
  }
}

extension Arguments {
  /// The file that `--output` names; `nil` for standard output.
  var output: String? {
    // Opening /dev/stdout again would begin at the start of the file that standard output already goes to.
    self[.output].flatMap { $0 == "-" || $0 == "/dev/stdout" ? nil : $0 }
  }

  /// How many significant digits are asked for, if any.
  var digits: Int? {
    get throws(CommandError) {
      guard let digits = self[.digits] else { return nil }
      guard let count: Int = wholeNumber(digits), Option.digitRange.contains(count) else {
        throw .wrongDigits(digits)
      }
      return count
    }
  }

  /// The one example that is asked for, counted from 1, if there is one.
  var example: Int? {
    get throws(CommandError) {
      guard let example = self[.example] else { return nil }
      guard let number: Int = wholeNumber(example), number > 0 else { throw .wrongExample(example) }
      return number
    }
  }

  /// The seed of other numbers, if one is given.
  var variant: UInt64? {
    get throws(CommandError) {
      guard let seed = self[.variant] else { return nil }
      guard let number: UInt64 = wholeNumber(seed) else { throw .wrongVariant(seed) }
      return number
    }
  }
}

/// Digits and nothing else, as a number; `nil` where it is too large.
func wholeNumber<Number: FixedWidthInteger>(_ text: String) -> Number? {
  text.allSatisfy { ("0"..."9").contains($0) } ? Number(text) : nil
}
