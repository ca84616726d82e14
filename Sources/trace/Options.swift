import Documents
import Exports
import Formulas
import Grading
import Lessons

/// The commands.
enum Command: CaseIterable {
  case workedExample
  case derive
  case worksheet
  case questions
  case check
  case practice
  case train
  case build
  case export
  case lessons
  case completions
  case help

  /// The word that asks for it; a worked example is asked for with `--lesson` instead.
  var word: String? {
    switch self {
    case .workedExample: nil
    case .derive: "derive"
    case .worksheet: "worksheet"
    case .questions: "questions"
    case .check: "check"
    case .practice: "practice"
    case .train: "train"
    case .build: "build"
    case .export: "export"
    case .lessons: "lessons"
    case .completions: "completions"
    case .help: "help"
    }
  }

  /// What is typed before the options.
  var call: String { word.map { "trace \($0)" } ?? "trace" }

  /// What is typed after the command and before the options.
  var operands: [Placeholder] {
    switch self {
    case .derive: [.definitions, .givens]
    case .check: [.fileOrFolder]
    case .lessons: [.anyName]
    case .completions: [.shell]
    case .help: [.anyCommand]
    case .workedExample, .worksheet, .questions, .practice, .train, .build, .export: []
    }
  }

  /// The options without which it does nothing; the overview shows the first.
  var required: [Option] {
    switch self {
    case .workedExample, .worksheet, .practice: [.lesson]
    case .questions: [.lesson, .to]
    case .train: [.lesson, .epochs, .batch]
    case .export: [.lesson, .to]
    case .build: [.output]
    case .derive, .check, .lessons, .completions, .help: []
    }
  }

  /// The options of the command.
  var options: [Option] {
    switch self {
    case .workedExample:
      Option.allCases.filter {
        ![
          .layers, .key, .reveal, .marks, .variants, .feedback, .epochs, .batch, .seed, .accuracyOn, .plot,
          .lessons,
          .optimizer, .schedule, .learningRate, .patience, .dropout,
          .title, .traces, .to, .cloze, .dumper, .man,
        ].contains($0)
      }
    case .derive:
      [
        .format, .output, .digits, .only, .paths, .all, .exact, .staged, .result, .jacobian, .forward,
        .second,
        .hessian, .newton, .names, .language, .math, .decimal, .fragment, .ascii, .step, .figures, .help,
      ]
    case .worksheet:
      [
        .lesson, .variant, .variants, .only, .layers, .key, .format, .output, .digits, .notation, .names,
        .language,
        .math, .decimal, .ascii, .help,
      ]
    case .questions:
      [
        .lesson, .to, .output, .cloze, .variants, .only, .digits, .notation, .language, .decimal, .help,
      ]
    case .check:
      [
        .lesson, .variant, .reveal, .marks, .variants, .feedback, .format, .output, .notation, .language,
        .math, .decimal, .ascii,
        .help,
      ]
    case .practice: [.lesson, .variant, .output, .digits, .notation, .language, .decimal, .ascii, .help]
    case .train:
      [
        .lesson, .epochs, .batch, .optimizer, .learningRate, .schedule, .dropout, .seed, .example, .digits,
        .output, .plot, .accuracyOn, .patience, .language, .decimal, .help,
      ]
    case .build: [.lessons, .output, .title, .traces, .digits, .notation, .language, .decimal, .help]
    case .export: [.lesson, .to, .variant, .digits, .output, .dumper, .language, .help]
    case .lessons, .completions: [.language, .help]
    case .help: [.man, .language, .help]
    }
  }

  /// How many significant digits it writes if no option says so.
  var usualDigits: Int {
    switch self {
    case .worksheet, .questions, .practice: Worksheet.Settings().digits
    case .workedExample, .derive, .check, .train, .build, .export, .lessons, .completions, .help:
      Settings().digits
    }
  }

  /// The formats among which `--format` chooses; empty for a command without it.
  var formats: [Format] {
    switch self {
    case .check: Format.ofReports
    case .workedExample, .derive: Format.ofDerivations + Format.withCode
    // A worksheet is filled in by people, not by programs.
    case .worksheet: Format.ofReports.filter { ![.json, .csv].contains($0) }
    case .questions, .practice, .train, .build, .export, .lessons, .completions, .help: []
    }
  }

  static let words = allCases.compactMap(\.word)

  init?(word: String) {
    guard let command = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = command
  }
}

/// Every option; the raw value is its name without the dashes.
enum Option: String, CaseIterable {
  case lesson
  case format
  case output
  case digits
  case only
  case layers
  case example
  case paths
  case all
  case exact
  case staged
  case result = "of"
  case jacobian
  case forward
  case second
  case hessian
  case newton
  case notation
  case language
  case names
  case math
  case decimal
  case fragment
  case ascii
  case step
  case figures
  case variant
  case key
  case reveal
  case marks
  case variants
  case feedback
  case epochs
  case batch
  case seed
  case accuracyOn = "accuracy-on"
  case patience
  case optimizer
  case schedule
  case learningRate = "learning-rate"
  case dropout
  case plot
  case lessons
  case title
  case traces
  case man
  case to
  case cloze
  case dumper
  case help
  case version

  static let digitRange = AnswerSheet.digitRange

  /// The option with its dashes.
  var flag: String { "--\(rawValue)" }

  /// What help shows for its value; `nil` if it takes none.
  func value(for command: Command) -> Placeholder? {
    switch self {
    case .lesson: .nameOrFile
    case .format: .format
    case .output: command == .build ? .folder : .file
    case .digits, .example, .epochs, .patience: .letters("N")
    case .batch: .letters("M")
    case .seed: .letters("S")
    case .dropout: .letters("P")
    case .layers: .letters("A-B")
    case .second: .letters("A,B")
    case .jacobian: .letters("Y X")
    case .forward: .letters("X")
    case .only, .paths, .result, .notation, .names, .optimizer, .to: .name
    case .language: .code
    case .math: .dialect
    case .decimal: .sign
    case .variant: .seed
    case .marks: .rule
    case .variants: command == .check ? .list : .letters("A-B")
    case .feedback, .lessons: .folder
    case .accuracyOn: .lesson
    case .schedule: .schedule
    case .learningRate: .rate
    case .plot: .file
    case .title: .title
    case .all, .exact, .staged, .hessian, .newton, .fragment, .ascii, .step, .figures, .key, .reveal, .traces,
      .cloze, .dumper, .man, .help, .version:
      nil
    }
  }

  /// The values among which it chooses; none where it takes any.
  func choices(for command: Command) -> [String] {
    switch self {
    case .format: command.formats.map(\.rawValue)
    case .notation: Notation.Alphabet.allCases.map(\.rawValue)
    case .names: ShortDerivatives.Kind.allCases.map(\.rawValue)
    case .language: Language.allCases.map(\.rawValue)
    case .math: MathDialect.allCases.map(\.rawValue)
    case .decimal: DecimalSign.allCases.map(\.rawValue)
    case .marks: Points.Rule.allCases.map(\.rawValue)
    case .plot: CostPlot.Format.endings
    case .to:
      command == .export ? ProgramLibrary.allCases.map(\.rawValue) : QuizFormat.allCases.map(\.rawValue)
    case .lesson, .output, .digits, .only, .layers, .example, .paths, .all, .exact, .staged, .result,
      .jacobian,
      .forward, .second, .hessian, .newton, .fragment, .ascii, .step, .figures, .variant, .key, .reveal,
      .variants, .feedback, .epochs, .batch, .seed, .accuracyOn, .patience, .optimizer, .schedule,
      .learningRate, .dropout, .lessons, .title, .traces, .cloze, .dumper, .man, .help, .version:
      []
    }
  }

  /// The options for other derivatives than the gradient, which `trace help second` explains.
  static let further: [Option] = [
    .second, .hessian, .newton, .jacobian, .forward, .result, .names,
  ]

  /// Whether its value is two words.
  var takesTwo: Bool { self == .jacobian }

  /// Whether it may be given more than once.
  var mayRepeat: Bool { self == .only }
}
