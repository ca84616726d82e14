import Documents
import Formulas
import Grading
import Lessons

/// The commands.
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

  /// What is typed before the options.
  var call: String { word.map { "trace \($0)" } ?? "trace" }

  /// The options of the command.
  var options: [Option] {
    switch self {
    case .workedExample:
      Option.allCases.filter {
        ![
          .key, .reveal, .marks, .variants, .feedback, .epochs, .batch, .seed, .accuracyOn, .plot, .lessons,
          .optimizer, .schedule, .learningRate, .patience, .dropout,
          .title, .traces,
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
        .lesson, .variant, .key, .format, .output, .digits, .notation, .names, .language, .math, .decimal,
        .ascii, .help,
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
        .output,
        .plot,
        .accuracyOn, .patience, .help,
      ]
    case .build: [.lessons, .output, .title, .traces, .digits, .notation, .language, .decimal, .help]
    case .lessons, .help: [.help]
    }
  }

  /// The formats among which `--format` chooses; empty for a command without it.
  var formats: [Format] {
    switch self {
    case .check: Format.allCases
    case .workedExample, .derive: Format.ofDerivations
    // A worksheet is filled in by people, not by programs.
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
  case help
  case version

  static let digitRange = AnswerSheet.digitRange
  static let digitWords = "\(digitRange.lowerBound) to \(digitRange.upperBound)"

  private static let digitDefaults = "\(Settings().digits), worksheets \(Worksheet.Settings().digits)"

  /// The name of the value, `nil` if the option takes none, and the explanation in the help.
  private var row: (value: String?, explanation: String) {
    switch self {
    case .lesson: ("NAME-OR-FILE", "a built-in lesson or a file (-: standard input)")
    case .format: ("FORMAT", "the format of the document")
    case .output: ("FILE", "write to FILE; its ending chooses the format")
    case .digits: ("N", "significant digits, \(Self.digitWords); default \(Self.digitDefaults)")
    case .only: ("NAME", "derive only this quantity, such as w2; may be repeated")
    case .example: ("N", "derive only this one of several examples")
    case .paths: ("NAME", "every path from this weight to the cost, and their sum")
    case .all: (nil, "derive everything")
    case .exact: (nil, "in exact fractions")
    case .staged: (nil, "gate by gate")
    case .result: ("NAME", "derive NAME in place of the last definition")
    case .jacobian: ("Y X", "the derivatives of all entries of Y with respect to X")
    case .forward: ("X", "the derivative with respect to X, forward and backward")
    case .second: ("A,B", "second derivative with respect to A and B; A alone: A twice")
    case .hessian: (nil, "all second derivatives, for at most 12 parameters")
    case .newton: (nil, "with --hessian: Newton's step")
    case .notation: ("NAME", "the notation: \(Notation.Alphabet.list)")
    case .names: ("NAME", "short names of a graph's derivatives: \(ShortDerivatives.Kind.list)")
    case .language: ("CODE", "\(Language.list)")
    case .math: ("DIALECT", "formulas in Markdown: \(MathDialect.list)")
    case .decimal: ("SIGN", "\(DecimalSign.list)")
    case .fragment: (nil, "LaTeX without preamble")
    case .ascii: (nil, "text in ASCII only")
    case .step: (nil, "step by step")
    case .figures: (nil, "pictures as files beside Markdown")
    case .variant: ("SEED", "other numbers; the same seed gives the same numbers")
    case .key: (nil, "the answers, each with its calculation")
    case .reveal: (nil, "the correct value beside every answer")
    case .marks: ("RULE", "for answers carried forward: \(Points.Rule.list)")
    case .variants: ("LIST.csv", "the variant of each person, in lines such as ada,7")
    case .feedback: ("DIR", "write a report for each person into this folder")
    case .epochs: ("N", "the number of passes through all examples")
    case .batch: ("M", "the number of examples in a mini-batch")
    case .seed: ("S", "another order of the examples; default \(TrainRequest.defaultSeed)")
    case .accuracyOn: ("LESSON", "test the network on the examples of another lesson")
    case .patience: ("N", "stop after N epochs without a better result there")
    case .optimizer: ("NAME", "such as adam or momentum=0.8; default: the lesson's")
    case .schedule: ("NAME=N", "for the learning rate: halve-every, inverse-time, ...")
    case .learningRate: ("RATE", "the learning rate; default: the lesson's")
    case .dropout: ("P", "drop each hidden neuron with this probability")
    case .plot:
      ("FILE", "a plot of the cost over the epochs (\(CostPlot.Format.endings.joined(separator: ", ")))")
    case .lessons: ("DIR", "the folder of the lessons; default: the built-in ones")
    case .title: ("TEXT", "the title of the course; default: the folder's name")
    case .traces: (nil, "JSON traces of large lessons as well")
    case .help: (nil, "this help; also -h")
    case .version: (nil, "the version")
    }
  }

  /// The option with its dashes.
  var flag: String { "--\(rawValue)" }

  /// The name of its value; `nil` if it takes none.
  func value(for command: Command) -> String? {
    switch (self, command) {
    case (.output, .build): "DIR"
    case (_, _): row.value
    }
  }

  /// The lines of the help that explain it.
  func explanation(for command: Command) -> [Substring] {
    switch (self, command) {
    case (.example, .train): ["keep only this one of several examples in the file"]
    case (.format, _): ["\(Format.list(command.formats))"]
    case (.output, .practice): ["keep the session in FILE, to continue it later"]
    case (.output, .train): ["write the trained lesson to FILE"]
    case (.digits, .train): ["significant digits of the weights; default: all"]
    case (.output, .build): ["the folder of the pages; created if there is none"]
    case (_, _): row.explanation.split(separator: "\n")
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
