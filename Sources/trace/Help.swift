/// The name and the version of the command.
let versionLine = "trace 0.1.0"

/// The help of each command, made from the tables of options; it fits a screen of 24 lines of 80 columns.
enum Help {
  static func text(for command: Command) -> String {
    let lines: [String]
    switch command {
    case .workedExample, .help: lines = overview
    case .derive: lines = derive
    case .worksheet: lines = worksheet
    case .check: lines = check
    case .practice: lines = practice
    case .train: lines = train
    case .build: lines = build
    case .lessons: lines = lessons
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The message for `trace` without arguments.
  static let whatToType = [
    "trace works through backpropagation on a small network, step by step. Type:",
    "",
    "  trace --lesson single-chain",
    "",
    "or 'trace lessons' for the other lessons, 'trace help' for the options.",
  ]

  private static var overview: [String] {
    [
      "trace works through backpropagation on a small network, and checks the gradient.",
      "  trace --lesson NAME-OR-FILE [options]   prints a worked example",
      "  trace derive 'f = x * y' x=2 y=5        derives a formula that you type",
      "  trace worksheet --lesson NAME-OR-FILE   writes a worksheet with blanks",
      "  trace check FILE-OR-FOLDER              checks answers and explains mistakes",
      "  trace practice --lesson NAME-OR-FILE    asks number by number, with hints",
      "  trace train --lesson NAME-OR-FILE       trains the network of a lesson",
      "  trace build --output DIR                writes a course as web pages",
      "  trace lessons [NAME]                    lists the lessons, or prints one",
      "  trace help [COMMAND]; --version         prints help; help second: the Hessian",
    ]
      // The reader has found the help already, and the version is in the table above.
      + rows(
        of: Command.workedExample.options.filter { !([.help, .version] + Option.further).contains($0) },
        for: .workedExample)
      + exitCodes
  }

  private static var lessons: [String] {
    [
      "trace lessons         lists the built-in lessons in the order of the course",
      "trace lessons NAME    prints the file of a lesson, to copy and change",
      "",
    ]
      + options(of: .lessons) + [
        "",
        "Example: trace lessons single-chain > mine.json",
        "         trace --lesson mine.json",
      ]
  }

  private static var derive: [String] {
    [
      "trace derive DEFINITIONS NAME=NUMBER...   derives a formula that you type",
      "",
    ]
      + options(of: .derive) + [
        "",
        "Example: trace derive 'f = (x + y) * z' x=-2 y=5 z=-4",
        "         trace derive 'z = w @ x; L = (z - y)^2' 'x=[1, 2]' 'w=[0.5, -1]' y=1",
        "",
        "The last definition is derived with respect to all numbers that are given.",
        "lessons/README.md explains how definitions are written, and how to make a",
        "lesson of them. For second derivatives, Jacobians and forward mode, type:",
        "trace help second",
      ]
  }

  private static var worksheet: [String] {
    [
      "trace worksheet --lesson NAME-OR-FILE   writes a worksheet with blanks",
      "",
    ]
      + options(of: .worksheet) + [
        "",
        "Example: trace worksheet --lesson two-neurons --variant 7 --output sheet.tex",
        "         trace worksheet --lesson two-neurons --variant 7 --key --output key.tex",
        "",
        "The same seed gives the same worksheet on every machine. In Markdown and text,",
        "numbers are typed after the = of a line. A LaTeX file (document class exam)",
        "contains the answers, but prints them only with \\printanswers, which --key adds.",
        "An HTML page has fields to type into, and judges each number.",
      ]
  }

  private static var check: [String] {
    [
      "trace check FILE-OR-FOLDER...   checks answers and explains mistakes",
      "",
    ]
      + options(of: .check) + [
        "",
        "Example: trace check sheet.md",
        "         trace check sheet.md --lesson two-neurons --variant 7 --reveal",
        "",
        "Answers are lines such as dC/dz2[1] = -0.354, rows of a table, JSON or a",
        "notebook. Names may be those of books and programs: δ²_1, dW2, W2.grad. A value",
        "is a number, an array, arithmetic such as 2*(0.64-1), or a formula such as",
        "2*(a3-y). Without --lesson, the file names its lesson in a line such as",
        "trace: lesson=xor variant=7. A folder has a file or a folder for each person.",
        "The exit status is 1 if an answer is wrong or could not be read.",
      ]
  }

  private static var practice: [String] {
    [
      "trace practice --lesson NAME-OR-FILE   asks for one number at a time, with hints",
      "",
    ]
      + options(of: .practice) + [
        "",
        "Example: trace practice --lesson single-chain",
        "         trace practice --lesson two-neurons --variant 7 --output mine.txt",
        "",
        "Each number is checked when you type it; ? gives a hint. With --output, the",
        "session is kept in a file, which trace check reads. The same command continues",
        "it.",
      ]
  }

  private static var train: [String] {
    [
      "trace train --lesson NAME-OR-FILE --epochs N --batch M   trains a network",
      "",
    ]
      + options(of: .train) + [
        "",
        "Example: trace train --lesson xor --epochs 100 --batch 4 --output learnt.json",
        "",
        "The examples are shuffled before each epoch, in the same way on every machine,",
        "and divided into mini-batches. The lesson is written with the trained weights;",
        "the rest of it does not change. Ctrl-C stops early and keeps the weights so far.",
        "--epochs 0 --accuracy-on FILE tests the network of the lesson without training.",
      ]
  }

  private static var build: [String] {
    [
      "trace build --output DIR [--lessons DIR]   writes a course as web pages",
      "",
    ]
      + options(of: .build) + [
        "",
        "Example: trace build --output site",
        "         trace build --lessons course --title \"Week 3\" --output site",
        "",
        "A lesson NAME.json becomes the page NAME.html, with links to the lessons before",
        "and after it, and NAME.md, NAME.tex, NAME.txt and the trace as JSON to download.",
        "index.html lists all lessons, by their names or in the order of the file",
        "index.txt in their folder, which has one name in each line. Unchanged files are",
        "not written again, and no file is removed. If a lesson is wrong, the others are",
        "still written, and the exit status is 65. If two lessons would be written to",
        "the same file, nothing is written.",
      ]
  }

  /// The help on derivatives other than the gradient.
  static var second: String {
    let lines =
      [
        "Derivatives other than the gradient, in every format, one of them at a time:",
        "",
      ] + rows(of: Option.further, for: .workedExample) + [
        "",
        "Example: trace --lesson single-chain --second w1,b2 --format text",
        "         trace --lesson hessian --hessian --newton",
        "         trace --lesson attention --of 'P[1,1]' --forward 'X[1,1]'",
        "         trace derive 'p = softmax(z)' 'z=[1, 2, 3]' --of 'p[1]' --jacobian p z",
        "",
        "For second derivatives, the values, local gradients and first derivatives form",
        "a graph, and a second backward pass goes through this graph. Two checks follow:",
        "forward mode over the backward pass, and small changes of the first derivative.",
        "--jacobian, --forward, --of and --names are for graphs of named quantities.",
      ]
    return lines.map { $0 + "\n" }.joined()
  }

  private static func options(of command: Command) -> [String] {
    rows(of: command.options.filter { !Option.further.contains($0) }, for: command)
  }

  /// Options that share a row, if a command has all of a group.
  private static let groups: [[Option]] = [
    [.all, .exact, .step], [.staged, .figures], [.fragment, .ascii], [.notation, .language],
    [.math, .decimal],
  ]

  /// A row for each option or group.
  private static func rows(of options: [Option], for command: Command) -> [String] {
    let groups = groups.filter { $0.allSatisfy(options.contains) }
    let alone = options.filter { option in !groups.contains { $0.dropFirst().contains(option) } }
    let rows = alone.map { option in
      let group = groups.first { $0.first == option } ?? [option]
      let explanations = group.map { $0.explanation(for: command) }
      return (
        left: "  " + group.map(\.flag).joined(separator: ", ")
          + (group.count > 1 ? "" : option.value(for: command).map { " \($0)" } ?? ""),
        right: group.count == 1
          ? option.explanation(for: command) : [explanations.joined().joined(separator: "; ")[...]]
      )
    }
    let width = (rows.map(\.left.count).max() ?? 0) + 2
    return rows.flatMap { row in
      zip([row.left] + row.right.dropFirst().map { _ in "" }, row.right).map { padded($0, to: width) + $1 }
    }
  }

  /// The exit codes in one paragraph.
  private static var exitCodes: [String] {
    let meanings = ExitCode.allCases.map { "\($0.rawValue) \($0.meaning)" }.joined(separator: "; ")
    return filled("Exit: \(meanings).", to: 80)
  }

  /// Breaks a text into lines of at most this many columns.
  private static func filled(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines.removeLast()
        lines.append(last + " " + word)
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

/// The text with spaces after it, up to a width in characters.
func padded(_ text: String, to width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}
