import Documents
import Formulas

/// The name and the version of the command.
let versionLine = "trace 0.1.0"

/// The help of each command, made from the tables of options; it fits a screen of 24 lines of 80 columns.
enum Help {
  static func text(for command: Command, in language: Language) -> String {
    switch command {
    case .workedExample, .help: text(of: overview(language))
    case .derive, .worksheet, .questions, .check, .practice, .train, .build, .export, .lessons, .completions:
      text(of: page(of: command, language))
    }
  }

  /// The help on derivatives other than the gradient.
  static func second(in language: Language) -> String {
    let examples = [
      "trace --lesson single-chain --second w1,b2 --format text",
      "trace --lesson hessian --hessian --newton",
      "trace --lesson attention --of 'P[1,1]' --forward 'X[1,1]'",
      "trace derive 'p = softmax(z)' 'z=[1, 2, 3]' --of 'p[1]' --jacobian p z",
    ]
    return text(
      of: [language.text(HelpPhrase.further), ""]
        + rows(of: Option.further, for: .workedExample, language, sharing: [])
        + [""]
        + shown(examples, language) + [""] + filled(.notesOnFurther, language))
  }

  /// An option with its value, as errors have it.
  static func call(_ option: Option, _ command: Command, in language: Language = .english) -> String {
    option.flag + (option.value(for: command).map { " \(language.text($0))" } ?? "")
  }

  private static func text(of lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  private static func overview(_ language: Language) -> [String] {
    // The reader has found the help already; the lesson and the version stand beside the commands.
    let options = Command.workedExample.options.filter {
      !([.lesson, .help, .version] + Option.further).contains($0)
    }
    // What is typed once, to set up a shell, is left to the guides.
    let commands = Command.allCases.filter { $0 != .completions }.map { command in
      (
        left: "  " + synopsis(of: command, command.required.prefix(1), language),
        right: purpose(of: command, language)
      )
    }
    return fitting(options, of: .workedExample, language) { rows in
      [language.text(HelpPhrase.summary)] + aligned(commands, language) + rows
    }
  }

  private static func page(of command: Command, _ language: Language) -> [String] {
    let options = command.options.filter { !Option.further.contains($0) }
    let start =
      synopsis(of: command, command.required[...], language) + "   " + purpose(of: command, language)
    return fitting(options, of: command, language) { rows in
      [start, ""] + rows + [""] + shown(command.examples, language) + [""] + filled(.notes(command), language)
    }
  }

  /// A page in which as many options have a row of their own as a screen has room for.
  private static func fitting(
    _ options: [Option], of command: Command, _ language: Language, _ page: ([String]) -> [String]
  ) -> [String] {
    var shared = 0
    while true {
      let lines = page(rows(of: options, for: command, language, sharing: groups.prefix(shared)))
      if lines.count <= 24 || shared == groups.count { return lines }
      shared += 1
    }
  }

  private static func purpose(of command: Command, _ language: Language) -> String {
    language.text(HelpPhrase.purpose(command))
  }

  /// The command with what it needs.
  static func synopsis(
    of command: Command, _ options: ArraySlice<Option>, _ language: Language
  ) -> String {
    ([command.call] + command.operands.map(language.text) + options.map { call($0, command, in: language) })
      .joined(separator: " ")
  }

  /// Options that share a row, if there is no other way to fit a screen: the first of these first.
  private static let groups: [[Option]] = [
    [.fragment, .ascii], [.staged, .figures], [.all, .exact, .step], [.math, .decimal],
    [.notation, .language],
    [.example, .paths], [.language, .decimal],
  ]

  /// A row for each option, or group of options that share one.
  private static func rows(
    of options: [Option], for command: Command, _ language: Language, sharing groups: ArraySlice<[Option]>
  ) -> [String] {
    var own: [[Option]] = []
    for group in groups
    where group.allSatisfy(options.contains) && !own.joined().contains(where: group.contains) {
      own.append(group)
    }
    let alone = options.filter { option in !own.joined().contains(option) }
    let rows = alone.map {
      (left: "  " + call($0, command, in: language), right: language.text(HelpPhrase.option($0, command)))
    }
    return aligned(rows, language)
      + own.map { "  " + language.text(HelpPhrase.row($0, command)) }
  }

  /// Two columns, of which the right one is broken into lines where the screen ends.
  private static func aligned(_ rows: [(left: String, right: String)], _ language: Language) -> [String] {
    let width = (rows.map(\.left.columns).max() ?? 0) + 2
    let writer = TextWriter(notation: Notation(language: language))
    return rows.flatMap { row in
      writer.lines(of: "\(row.right)", width: 80 - width).enumerated().map { number, line in
        padded(number == 0 ? row.left : "", to: width) + line
      }
    }
  }

  /// Examples below each other, after the word for them.
  private static func shown(_ examples: [String], _ language: Language) -> [String] {
    let word = language.text(HelpPhrase.example)
    return examples.enumerated().map { padded($0 == 0 ? word : "", to: word.columns) + $1 }
  }

  private static func filled(_ phrase: HelpPhrase, _ language: Language) -> [String] {
    TextWriter(notation: Notation(language: language)).lines(of: language.say(phrase), width: 80)
  }
}

extension Command {
  /// What one may type.
  var examples: [String] {
    switch self {
    case .derive:
      [
        "trace derive 'f = (x + y) * z' x=-2 y=5 z=-4",
        "trace derive 'z = w @ x; L = (z - y)^2' 'x=[1, 2]' 'w=[0.5, -1]' y=1",
      ]
    case .worksheet:
      [
        "trace worksheet --lesson xor --variant 7 --output sheet.tex",
        "trace worksheet --lesson xor --variant 7 --key --output key.tex",
      ]
    case .questions:
      [
        "trace questions --lesson xor --to moodle --variants 1-30 > q.xml",
        "trace questions --lesson mazur --to qti --cloze --output q.zip",
      ]
    case .check:
      ["trace check sheet.md", "trace check sheet.md --lesson two-neurons --variant 7 --reveal"]
    case .practice:
      [
        "trace practice --lesson single-chain",
        "trace practice --lesson two-neurons --variant 7 --output mine.txt",
      ]
    case .train: ["trace train --lesson xor --epochs 100 --batch 4 --output learnt.json"]
    case .build:
      ["trace build --output site", "trace build --lessons course --title \"Week 3\" --output site"]
    case .export:
      [
        "trace export --lesson two-neurons --to numpy --output net.py",
        "trace export --dumper --output dump.py",
      ]
    case .lessons: ["trace lessons single-chain > mine.json", "trace --lesson mine.json"]
    case .completions:
      [
        "trace completions bash > trace.bash; source ./trace.bash",
        "trace help --man > trace.1",
      ]
    case .workedExample, .help: []
    }
  }
}

/// The text with spaces after it, up to a width in columns.
func padded(_ text: String, to width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.columns))
}
