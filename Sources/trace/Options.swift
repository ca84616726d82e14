import Documents
import Formulas
import Grading
import Lessons

/// What can be asked of the command.
enum Command: CaseIterable {
  case workedExample
  case derive
  case worksheet
  case check
  case practice
  case train
  case build
  case lessons
  case help

  /// The word that asks for it; a worked example is asked for with `--lesson` instead.
  var word: String? {
    switch self {
    case .workedExample: nil
    case .derive: "derive"
    case .worksheet: "worksheet"
    case .check: "check"
    case .practice: "practice"
    case .train: "train"
    case .build: "build"
    case .lessons: "lessons"
    case .help: "help"
    }
  }

  /// What is typed before `--lesson`.
  var call: String { word.map { "trace \($0)" } ?? "trace" }

  /// The options that go with it.
  var options: [Option] {
    switch self {
    case .workedExample:
      Option.allCases.filter {
        ![
          .key, .reveal, .marks, .variants, .feedback, .epochs, .batch, .seed, .accuracyOn, .plot, .lessons,
          .optimizer, .schedule, .learningRate, .patience,
          .title, .traces,
        ].contains($0)
      }
    case .derive:
      [
        .format, .output, .digits, .only, .paths, .all, .exact, .staged, .result, .jacobian, .forward,
        .second,
        .hessian, .newton, .math, .fragment, .ascii, .step, .figures, .help,
      ]
    case .worksheet: [.lesson, .variant, .key, .format, .output, .digits, .notation, .math, .ascii, .help]
    case .check:
      [
        .lesson, .variant, .reveal, .marks, .variants, .feedback, .format, .output, .notation, .math, .ascii,
        .help,
      ]
    case .practice: [.lesson, .variant, .output, .digits, .notation, .ascii, .help]
    case .train:
      [
        .lesson, .epochs, .batch, .optimizer, .learningRate, .schedule, .seed, .example, .digits, .output,
        .plot,
        .accuracyOn, .patience, .help,
      ]
    case .build: [.lessons, .output, .title, .traces, .digits, .notation, .help]
    case .lessons, .help: [.help]
    }
  }

  /// The formats that it writes, where `--format` chooses among several.
  var formats: [Format] {
    switch self {
    case .check: Format.allCases
    case .workedExample, .derive: Format.ofDerivations
    // Nobody fills in a trace for programs.
    case .worksheet: Format.allCases.filter { ![.json, .csv].contains($0) }
    case .practice, .train, .build, .lessons, .help: []
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
  case math
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
  case plot
  case lessons
  case title
  case traces
  case help
  case version

  static let digitRange = AnswerSheet.digitRange
  static let digitWords = "\(digitRange.lowerBound) to \(digitRange.upperBound)"

  private static let digitDefaults = "\(Settings().digits), worksheets \(Worksheet.Settings().digits)"

  /// The table that the parser and the help read: what the value is called, if there is one, and what to say.
  private var row: (value: String?, explanation: String) {
    switch self {
    case .lesson: ("NAME-OR-FILE", "a built-in lesson, or its file (-: standard input)")
    case .format: ("FORMAT", "how it is written; else as FILE ends")
    case .output: ("FILE", "write there, all or nothing, not to standard output")
    case .digits: ("N", "significant digits, \(Self.digitWords); default \(Self.digitDefaults)")
    case .only: ("NAME", "derive just this quantity, such as w2; may be repeated")
    case .example: ("N", "of several examples, derive only this one")
    case .paths: ("NAME", "every path from this weight to the cost, and their sum")
    case .all: (nil, "all of a large network")
    case .exact: (nil, "in fractions")
    case .staged: (nil, "gate by gate")
    case .result: ("NAME", "what is derived, in place of the last definition")
    case .jacobian: ("Y X", "every derivative of an entry of Y by one of X")
    case .forward: ("X", "the derivative by X forward, and backward beside it")
    case .second: ("A,B", "the derivative by B, derived by A; A alone: twice by A")
    case .hessian: (nil, "all second derivatives, of at most 12 parameters")
    case .newton: (nil, "with --hessian: Newton's step")
    case .notation: ("NAME", "the letters of your course: \(Notation.list)")
    case .math: ("DIALECT", "of Markdown's mathematics: \(MathDialect.list)")
    case .fragment: (nil, "LaTeX without preamble")
    case .ascii: (nil, "text in ASCII only")
    case .step: (nil, "step by step")
    case .figures: (nil, "pictures as files (.md)")
    case .variant: ("SEED", "other numbers, for a seed always the same")
    case .key: (nil, "the answers, each with the line that leads to it")
    case .reveal: (nil, "the right value beside every answer")
    case .marks: ("RULE", "for what is carried forward: \(Points.Rule.list)")
    case .variants: ("LIST.csv", "who was given which variant, in lines such as ada,7")
    case .feedback: ("DIR", "a report for each person, into this folder")
    case .epochs: ("N", "how many times to go through all the examples")
    case .batch: ("M", "how many examples a step is the mean of")
    case .seed: ("S", "another order of the examples; default \(TrainRequest.defaultSeed)")
    case .accuracyOn: ("LESSON", "how well it does on the examples of another lesson")
    case .patience: ("N", "keep the best there; end after N that are no better")
    case .optimizer: ("NAME", "adam, or momentum=0.8, in place of the lesson's")
    case .schedule: ("NAME=N", "of the rate, by epochs: halve-every, inverse-time, ...")
    case .learningRate: ("RATE", "in place of the lesson's")
    case .plot:
      ("FILE", "the cost from epoch to epoch, drawn (\(CostPlot.Format.endings.joined(separator: ", ")))")
    case .lessons: ("DIR", "the folder of the lessons; without it the built-in ones")
    case .title: ("TEXT", "what the course is called; else as its folder is")
    case .traces: (nil, "the traces of large lessons as JSON, too")
    case .help: (nil, "this help; also -h")
    case .version: (nil, "the version")
    }
  }

  /// As it is typed.
  var flag: String { "--\(rawValue)" }

  /// What its value is called, or `nil` where it takes none.
  func value(for command: Command) -> String? {
    switch (self, command) {
    case (.output, .build): "DIR"
    case (_, _): row.value
    }
  }

  /// What it is for, in lines of the help.
  func explanation(for command: Command) -> [Substring] {
    switch (self, command) {
    case (.example, .train): ["of several examples, keep only this one in the file"]
    case (.format, .check): ["\(Format.list(command.formats));", "else as FILE ends"]
    case (.format, _): ["\(Format.list(command.formats)); else as FILE ends"]
    case (.output, .practice): ["keep the session there, to take it up again"]
    case (.digits, .train): ["significant digits of the weights; without it all"]
    case (.output, .build): ["the folder of the pages, made where there is none"]
    case (_, _): row.explanation.split(separator: "\n")
    }
  }

  /// Those that derive something else than the gradient, or of something else; `trace help second` is about them.
  static let further: [Option] = [.second, .hessian, .newton, .jacobian, .forward, .result]

  /// Whether its value is two words.
  var takesTwo: Bool { self == .jacobian }

  /// Whether it may be given more than once.
  var mayRepeat: Bool { self == .only }
}
