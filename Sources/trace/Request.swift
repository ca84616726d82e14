import Formulas
import Lessons

/// What the command line asks for.
enum Request {
  case workedExample(WorkedExampleRequest)
  case lessonList
  case lessonFile(name: String)
  case help(Command)
  case version

  init(_ arguments: [String]) throws(CommandError) {
    guard let first = arguments.first else { throw .nothingAsked }
    let named = Command(word: first)
    let command = named ?? .workedExample
    if arguments.contains(where: { $0 == "--help" || $0 == "-h" }) {
      self = .help(command)
      return
    }
    let parsed = try Arguments(command, named == nil ? arguments[...] : arguments.dropFirst())
    switch command {
    case .workedExample:
      if parsed.has(.version) {
        self = .version
      } else {
        self = .workedExample(try WorkedExampleRequest(parsed))
      }
    case .lessons:
      if let extra = parsed.words.dropFirst().first { throw .unexpectedArgument(extra) }
      self = parsed.words.first.map(Request.lessonFile(name:)) ?? .lessonList
    case .help:
      if let extra = parsed.words.dropFirst().first { throw .unexpectedArgument(extra) }
      self = .help(try parsed.words.first.map(Request.command(word:)) ?? .workedExample)
    }
  }

  private static func command(word: String) throws(CommandError) -> Command {
    guard let command = Command(word: word) else {
      throw .unknownCommand(word, suggestion: suggestion(for: word, among: Command.words))
    }
    return command
  }
}

/// Where a lesson comes from.
enum LessonSource: Equatable {
  case builtIn(String)
  case file(String)
  case standardInput

  /// A name without `/` and `.json` is a built-in lesson; anything else is a path.
  init(_ argument: String) {
    if argument == "-" {
      self = .standardInput
    } else if argument.contains("/") || argument.hasSuffix(".json") {
      self = .file(argument)
    } else {
      self = .builtIn(argument)
    }
  }
}

/// A worked example: of what, how, and where to.
struct WorkedExampleRequest {
  var lesson: LessonSource
  var format: Format
  /// Whether nobody asked for the format, by name or by the ending of a file.
  var isFormatByDefault: Bool
  /// A path, or `nil` for standard output.
  var output: String?
  var settings = Settings()

  init(_ arguments: Arguments) throws(CommandError) {
    guard let lesson = arguments[.lesson] else {
      throw arguments.words.first.map(Self.mistaken) ?? .noLesson
    }
    if let extra = arguments.words.first { throw .unexpectedArgument(extra) }
    self.lesson = LessonSource(lesson)

    // Opening /dev/stdout again would begin at the start of the file that standard output already goes to.
    output = arguments[.output].flatMap { $0 == "-" || $0 == "/dev/stdout" ? nil : $0 }
    isFormatByDefault = arguments[.format] == nil && output == nil
    if let name = arguments[.format] {
      format = try Format(named: name)
    } else {
      format = try output.map(Format.init(endingOf:)) ?? .markdown
    }

    if let digits = arguments[.digits] {
      guard let count = Self.count(digits), Option.digitRange.contains(count) else {
        throw .wrongDigits(digits)
      }
      settings.digits = count
    }
    if let example = arguments[.example] {
      guard let number = Self.count(example), number > 0 else { throw .wrongExample(example) }
      settings.example = number
    }
    settings.only = arguments.all(.only)
    settings.paths = arguments[.paths]
    settings.all = arguments.has(.all)
    settings.exact = arguments.has(.exact)
    if settings.exact, format == .json { throw .exactJSON }
    if let name = arguments[.notation] { settings.notation = try Notation(named: name) }
  }

  private static func count(_ text: String) -> Int? {
    text.allSatisfy { ("0"..."9").contains($0) } ? Int(text) : nil
  }

  /// A word where `--lesson` is missing: a lesson, or a command that does not exist.
  private static func mistaken(_ word: String) -> CommandError {
    switch LessonSource(word) {
    case .file, .standardInput:
      return .lessonWithoutOption(word)
    case .builtIn(let name):
      if Catalog.names.contains(name) { return .lessonWithoutOption(name) }
      if Command.words.contains(word) { return .unexpectedArgument(word) }
      let meant = suggestion(for: word, among: Command.words + Catalog.names)
      return .unknownCommand(
        word, suggestion: meant.map { Catalog.names.contains($0) ? "trace --lesson \($0)" : "trace \($0)" })
    }
  }
}
