import Formulas
import Grading
import Lessons
import Texts

/// What the command line asks for.
enum Request {
  case workedExample(WorkedExampleRequest)
  case worksheet(WorksheetRequest)
  case questions(QuestionsRequest)
  case check(CheckRequest)
  case practice(PracticeRequest)
  case train(TrainRequest)
  case build(BuildRequest)
  case export(ExportRequest)
  case lessonList(Language)
  case lessonFile(name: String)
  case completions(Shell, Language)
  case help(Command, Language)
  case manual(Language)
  case helpOfSecond(Language)
  case version

  init(_ arguments: [String]) throws(CommandError) {
    guard let first = arguments.first else { throw .nothingAsked }
    let named = Command(word: first)
    let command = named ?? .workedExample
    if arguments.contains(where: { $0 == "--help" || $0 == "-h" }) {
      self = .help(command, Arguments.language(in: arguments))
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
    case .derive:
      self = .workedExample(try WorkedExampleRequest(parsed))
    case .worksheet:
      self = .worksheet(try WorksheetRequest(parsed))
    case .questions:
      self = .questions(try QuestionsRequest(parsed))
    case .check:
      self = .check(try CheckRequest(parsed))
    case .practice:
      self = .practice(try PracticeRequest(parsed))
    case .train:
      self = .train(try TrainRequest(parsed))
    case .build:
      self = .build(try BuildRequest(parsed))
    case .export:
      self = .export(try ExportRequest(parsed))
    case .lessons:
      if let extra = parsed.words.dropFirst().first { throw .unexpectedArgument(extra) }
      if let name = parsed.words.first {
        if parsed.has(.language) { throw .languageOfFile }
        self = .lessonFile(name: name)
      } else {
        self = .lessonList(try parsed.language)
      }
    case .completions:
      if let extra = parsed.words.dropFirst().first { throw .unexpectedArgument(extra) }
      guard let shell = parsed.words.first.flatMap(Shell.init(rawValue:)) else {
        throw .unknownShell(parsed.words.first)
      }
      self = .completions(shell, try parsed.language)
    case .help:
      if let extra = parsed.words.dropFirst().first { throw .unexpectedArgument(extra) }
      let language = try parsed.language
      if parsed.has(.man) {
        if let extra = parsed.words.first { throw .unexpectedArgument(extra) }
        self = .manual(language)
      } else if parsed.words == [Option.second.rawValue] {
        self = .helpOfSecond(language)
      } else {
        self = .help(try parsed.words.first.map(Request.command(word:)) ?? .workedExample, language)
      }
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
  /// On the command line.
  case typed(TypedGraph)

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

  /// As `--lesson` takes it; `nil` for what is gone once it has been read.
  var argument: String? {
    switch self {
    case .builtIn(let name): name
    case .file(let path): path
    case .standardInput, .typed: nil
    }
  }
}

/// A worked example: of what, how, and where to.
struct WorkedExampleRequest {
  var document: DocumentRequest
  var settings = Settings()
  /// Whether it is shown one step at a time.
  var isStepped: Bool
  /// Where the pictures go that the document links, if it does.
  var figures: Figures?

  init(_ arguments: Arguments) throws(CommandError) {
    isStepped = arguments.has(.step)
    document = try DocumentRequest(arguments, byDefault: isStepped ? .text : .markdown)
    if isStepped {
      if document.writing.output != nil { throw .stepsToFile }
      try document.writing.require(.text, for: .step)
    }
    if let digits = document.writing.digits { settings.digits = digits }
    settings.example = try arguments.example
    settings.only = arguments.all(.only)
    settings.paths = arguments[.paths]
    settings.all = arguments.has(.all)
    settings.exact = arguments.has(.exact)
    settings.staged = arguments.has(.staged)
    settings.result = arguments[.result]
    settings.derived = try arguments.derived
    if settings.exact, document.writing.format == .json { throw .exactJSON }
    settings.names = document.writing.notation.names
    settings.math = document.writing.math
    settings.textStyle = document.writing.style
    settings.isFragment = arguments.has(.fragment)
    if settings.isFragment { try document.writing.require(.latex, for: .fragment) }
    if arguments.has(.figures) {
      try document.writing.require(.markdown, for: .figures)
      guard let output = document.writing.output else { throw .figuresWithoutFile }
      figures = Figures(beside: output)
      settings.figures = figures?.link
    }
  }
}

/// A worksheet, or the key to one.
struct WorksheetRequest {
  var document: DocumentRequest
  var settings = Worksheet.Settings()
  /// The files, if several variants are asked for.
  var series: WorksheetSeries?

  init(_ arguments: Arguments) throws(CommandError) {
    document = try DocumentRequest(arguments)
    settings.source = document.lesson.argument
    settings.variant = document.variant
    settings.languageIsAsked = document.writing.notation.language != nil
    settings.showsAnswers = arguments.has(.key)
    settings.choice.names = arguments.all(.only)
    settings.choice.layers = try arguments.layers
    series = try WorksheetSeries(arguments, document, isKey: settings.showsAnswers)
    if let digits = document.writing.digits { settings.digits = digits }
  }
}

extension WorksheetRequest {
  /// The worksheet of one seed of a series.
  func variant(_ seed: UInt64, of series: WorksheetSeries) -> WorksheetRequest {
    var request = self
    request.series = nil
    (request.document.variant, request.settings.variant) = (seed, seed)
    request.document.writing.output = series.path(of: seed)
    return request
  }
}
