/// The name and the version of the command.
let versionLine = "trace 0.1.0"

/// What the command says about itself, made from the tables; it fits a screen of 24 lines of 80 columns.
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

  /// For `trace` alone.
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
      "  trace --lesson NAME-OR-FILE [options]   a worked example",
      "  trace derive 'f = x * y' x=2 y=5        the same of a formula that is typed",
      "  trace worksheet --lesson NAME-OR-FILE   a lesson with blanks, to be filled in",
      "  trace check FILE-OR-FOLDER              what was filled in, judged",
      "  trace practice --lesson NAME-OR-FILE    one number at a time, with hints",
      "  trace train --lesson NAME-OR-FILE       a lesson with weights that were learnt",
      "  trace build --output DIR                a course, as pages for the web",
      "  trace lessons [NAME]                    the built-in lessons; the file of one",
      "  trace help [COMMAND]; --version         a command's; help second: the Hessian",
    ]
      // Whoever reads this has found the help, and the version stands above.
      + rows(
        of: Command.workedExample.options.filter { !([.help, .version] + Option.further).contains($0) },
        for: .workedExample,
        together: [[.all, .exact, .step], [.staged, .figures], [.fragment, .ascii]])
      + exitCodes
  }

  private static var lessons: [String] {
    [
      "trace lessons         the built-in lessons, in the order of the course",
      "trace lessons NAME    the file of one, to copy and change",
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
      "trace derive DEFINITIONS NAME=NUMBER...   the derivatives of what is typed",
      "",
    ]
      + options(of: .derive) + [
        "",
        "Example: trace derive 'f = (x + y) * z' x=-2 y=5 z=-4",
        "         trace derive 'z = w @ x; L = (z - y)^2' 'x=[1, 2]' 'w=[0.5, -1]' y=1",
        "",
        "The last definition is derived by all that is given. What they are written in",
        "is in lessons/README.md; the same lines in a file make a lesson. For",
        "second derivatives, Jacobians and forward mode, type: trace help second",
      ]
  }

  private static var worksheet: [String] {
    [
      "trace worksheet --lesson NAME-OR-FILE   a lesson with blanks, to be filled in",
      "",
    ]
      + options(of: .worksheet) + [
        "",
        "Example: trace worksheet --lesson two-neurons --variant 7 --output sheet.tex",
        "         trace worksheet --lesson two-neurons --variant 7 --key --output key.tex",
        "",
        "Two sheets of one seed are the same, on every machine. In Markdown and in text",
        "the numbers are typed after the = of a line; LaTeX is for the class exam, which",
        "prints the answers in the file only with \\printanswers, as --key has it; a page",
        "of HTML is filled in where it stands, and says of each number if it is right.",
      ]
  }

  private static var check: [String] {
    [
      "trace check FILE-OR-FOLDER...   answers judged, and the mistakes behind them",
      "",
    ]
      + options(of: .check) + [
        "",
        "Example: trace check sheet.md",
        "         trace check sheet.md --lesson two-neurons --variant 7 --reveal",
        "",
        "Answers are lines such as dC/dz2[1] = -0.354 in a text, rows of a table, JSON or",
        "a notebook; names as in books and programs: δ²_1, dW2, W2.grad. A value may be",
        "an array, arithmetic, 2*(0.64-1), or a formula, 2*(a3-y). Without --lesson, a",
        "line of the sheet says it: trace: lesson=NAME variant=SEED. Each file of a",
        "folder, or of one in it, is one person's. Exit status 1: wrong, or not read.",
      ]
  }

  private static var practice: [String] {
    [
      "trace practice --lesson NAME-OR-FILE   a lesson derived one number at a time",
      "",
    ]
      + options(of: .practice) + [
        "",
        "Example: trace practice --lesson single-chain",
        "         trace practice --lesson two-neurons --variant 7 --output mine.txt",
        "",
        "Every number is checked as it is typed; ? gives a hint. With --output, the",
        "session goes to a file, which trace check reads, and the same command takes it",
        "up again.",
      ]
  }

  private static var train: [String] {
    [
      "trace train --lesson NAME-OR-FILE --epochs N --batch M   a lesson, learnt",
      "",
    ]
      + options(of: .train) + [
        "",
        "Example: trace train --lesson xor --epochs 100 --batch 4 --output learnt.json",
        "         trace --lesson learnt.json",
        "",
        "The examples of the lesson are shuffled for each epoch, the same way on every",
        "machine, and cut into batches. The lesson is written again with the weights that",
        "this leads to, all else as it was. Ctrl-C ends it early, and keeps the weights.",
        "--epochs 0 --accuracy-on FILE only shows how well a lesson's network does.",
      ]
  }

  private static var build: [String] {
    [
      "trace build --output DIR [--lessons DIR]   a course, as pages for the web",
      "",
    ]
      + options(of: .build) + [
        "",
        "Example: trace build --output site",
        "         trace build --lessons course --title \"Week 3\" --output site",
        "",
        "A lesson NAME.json becomes the page NAME.html, which leads on to the lessons",
        "before and after it, and NAME.md, NAME.tex, NAME.txt and the trace NAME.json to",
        "download; index.html lists them all. Their order is that of their names, or of",
        "the file index.txt beside them, with a name a line. A file that would come out",
        "the same is not touched, and none is removed. Where a lesson is wrong, the rest",
        "is written all the same, with exit status 65. Where two lessons would be",
        "written to one file, nothing is written.",
      ]
  }

  /// What can be derived besides the gradient.
  static var second: String {
    let lines =
      [
        "Derivatives other than the gradient, in every format; of one lesson, one of them:",
        "",
      ] + rows(of: Option.further, for: .workedExample) + [
        "",
        "Example: trace --lesson single-chain --second w1,b2 --format text",
        "         trace --lesson hessian --hessian --newton",
        "         trace --lesson attention --of 'P[1,1]' --forward 'X[1,1]'",
        "         trace derive 'p = softmax(z)' 'z=[1, 2, 3]' --of 'p[1]' --jacobian p z",
        "",
        "A second derivative derives the derivation: values, local gradients and first",
        "derivatives are a graph, and a second backward pass goes through it. Its check",
        "is forward mode over the backward pass, and changes of the first derivative.",
        "--jacobian, --forward and --of are for graphs of named quantities.",
      ]
    return lines.map { $0 + "\n" }.joined()
  }

  private static func options(of command: Command) -> [String] {
    rows(of: command.options.filter { !Option.further.contains($0) }, for: command)
  }

  /// A row for each, and one for those that stand together, which take no values.
  private static func rows(
    of options: [Option], for command: Command, together groups: [[Option]] = []
  ) -> [String] {
    let alone = options.filter { option in !groups.contains { $0.dropFirst().contains(option) } }
    let rows = alone.map { option in
      let group = groups.first { $0.first == option } ?? [option]
      let explanations = group.map { $0.explanation(for: command) }
      return (
        left: "  " + group.map(\.flag).joined(separator: ", ")
          + (option.value(for: command).map { " \($0)" } ?? ""),
        right: group.count == 1
          ? option.explanation(for: command) : [explanations.joined().joined(separator: "; ")[...]]
      )
    }
    let width = (rows.map(\.left.count).max() ?? 0) + 2
    return rows.flatMap { row in
      zip([row.left] + row.right.dropFirst().map { _ in "" }, row.right).map { padded($0, to: width) + $1 }
    }
  }

  /// One paragraph, from the table of exit codes.
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
