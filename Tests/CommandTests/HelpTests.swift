import Lessons
import Testing

@testable import trace

extension CommandTests {
  static let overview = """
    trace works through backpropagation on a small network, and checks the gradient.
      trace --lesson NAME-OR-FILE [options]   a worked example
      trace derive 'f = x * y' x=2 y=5        the same of a formula that is typed
      trace worksheet --lesson NAME-OR-FILE   a lesson with blanks, to be filled in
      trace check FILE-OR-FOLDER              what was filled in, judged
      trace practice --lesson NAME-OR-FILE    one number at a time, with hints
      trace train --lesson NAME-OR-FILE       a lesson with weights that were learnt
      trace build --output DIR                a course, as pages for the web
      trace lessons [NAME]                    the built-in lessons; the file of one
      trace help [COMMAND]; --version         a command's; help second: the Hessian
      --lesson NAME-OR-FILE   a built-in lesson, or its file (-: standard input)
      --format FORMAT         markdown, latex, html, text or json; else as FILE ends
      --output FILE           write there, all or nothing, not to standard output
      --digits N              significant digits, 1 to 17; default 6, worksheets 4
      --only NAME             derive just this quantity, such as w2; may be repeated
      --example N             of several examples, derive only this one
      --paths NAME            every path from this weight to the cost, and their sum
      --all, --exact, --step  all of a large network; in fractions; step by step
      --staged, --figures     gate by gate; pictures as files (.md)
      --notation NAME         the letters of your course: 3b1b, nielsen or slides
      --math DIALECT          of Markdown's mathematics: dollar or github
      --fragment, --ascii     LaTeX without preamble; text in ASCII only
      --variant SEED          other numbers, for a seed always the same
    Exit: 0 done; 1 disagreement; 64 command line; 65 content; 66 file; 74 writing.

    """

  static let helpOfDerive = """
    trace derive DEFINITIONS NAME=NUMBER...   the derivatives of what is typed

      --format FORMAT  markdown, latex, html, text or json; else as FILE ends
      --output FILE    write there, all or nothing, not to standard output
      --digits N       significant digits, 1 to 17; default 6, worksheets 4
      --only NAME      derive just this quantity, such as w2; may be repeated
      --paths NAME     every path from this weight to the cost, and their sum
      --all            all of a large network
      --exact          in fractions
      --staged         gate by gate
      --math DIALECT   of Markdown's mathematics: dollar or github
      --fragment       LaTeX without preamble
      --ascii          text in ASCII only
      --step           step by step
      --figures        pictures as files (.md)
      --help           this help; also -h

    Example: trace derive 'f = (x + y) * z' x=-2 y=5 z=-4
             trace derive 'z = w @ x; L = (z - y)^2' 'x=[1, 2]' 'w=[0.5, -1]' y=1

    The last definition is derived by all that is given. What they are written in
    is in lessons/README.md; the same lines in a file make a lesson. For
    second derivatives, Jacobians and forward mode, type: trace help second

    """

  static let helpOfWorksheet = """
    trace worksheet --lesson NAME-OR-FILE   a lesson with blanks, to be filled in

      --lesson NAME-OR-FILE  a built-in lesson, or its file (-: standard input)
      --variant SEED         other numbers, for a seed always the same
      --key                  the answers, each with the line that leads to it
      --format FORMAT        markdown, latex, html or text; else as FILE ends
      --output FILE          write there, all or nothing, not to standard output
      --digits N             significant digits, 1 to 17; default 6, worksheets 4
      --notation NAME        the letters of your course: 3b1b, nielsen or slides
      --math DIALECT         of Markdown's mathematics: dollar or github
      --ascii                text in ASCII only
      --help                 this help; also -h

    Example: trace worksheet --lesson two-neurons --variant 7 --output sheet.tex
             trace worksheet --lesson two-neurons --variant 7 --key --output key.tex

    Two sheets of one seed are the same, on every machine. In Markdown and in text
    the numbers are typed after the = of a line; LaTeX is for the class exam, which
    prints the answers in the file only with \\printanswers, as --key has it; a page
    of HTML is filled in where it stands, and says of each number if it is right.

    """

  static let helpOfCheck = """
    trace check FILE-OR-FOLDER...   answers judged, and the mistakes behind them

      --lesson NAME-OR-FILE  a built-in lesson, or its file (-: standard input)
      --variant SEED         other numbers, for a seed always the same
      --reveal               the right value beside every answer
      --marks RULE           for what is carried forward: follow-through or strict
      --variants LIST.csv    who was given which variant, in lines such as ada,7
      --feedback DIR         a report for each person, into this folder
      --format FORMAT        markdown, latex, html, text, json or csv;
                             else as FILE ends
      --output FILE          write there, all or nothing, not to standard output
      --notation NAME        the letters of your course: 3b1b, nielsen or slides
      --math DIALECT         of Markdown's mathematics: dollar or github
      --ascii                text in ASCII only
      --help                 this help; also -h

    Example: trace check sheet.md
             trace check sheet.md --lesson two-neurons --variant 7 --reveal

    Answers are lines such as dC/dz2[1] = -0.354 in a text, rows of a table, JSON or
    a notebook; names as in books and programs: δ²_1, dW2, W2.grad. A value may be
    an array, arithmetic, 2*(0.64-1), or a formula, 2*(a3-y). Without --lesson, a
    line of the sheet says it: trace: lesson=NAME variant=SEED. Each file of a
    folder, or of one in it, is one person's. Exit status 1: wrong, or not read.

    """

  static let helpOfPractice = """
    trace practice --lesson NAME-OR-FILE   a lesson derived one number at a time

      --lesson NAME-OR-FILE  a built-in lesson, or its file (-: standard input)
      --variant SEED         other numbers, for a seed always the same
      --output FILE          keep the session there, to take it up again
      --digits N             significant digits, 1 to 17; default 6, worksheets 4
      --notation NAME        the letters of your course: 3b1b, nielsen or slides
      --ascii                text in ASCII only
      --help                 this help; also -h

    Example: trace practice --lesson single-chain
             trace practice --lesson two-neurons --variant 7 --output mine.txt

    Every number is checked as it is typed; ? gives a hint. With --output, the
    session goes to a file, which trace check reads, and the same command takes it
    up again.

    """

  static let helpOfTrain = """
    trace train --lesson NAME-OR-FILE --epochs N --batch M   a lesson, learnt

      --lesson NAME-OR-FILE  a built-in lesson, or its file (-: standard input)
      --epochs N             how many times to go through all the examples
      --batch M              how many examples a step is the mean of
      --optimizer NAME       adam, or momentum=0.8, in place of the lesson's
      --learning-rate RATE   in place of the lesson's
      --schedule NAME=N      of the rate, by epochs: halve-every, inverse-time, ...
      --seed S               another order of the examples; default 1
      --example N            of several examples, keep only this one in the file
      --digits N             significant digits of the weights; without it all
      --output FILE          write there, all or nothing, not to standard output
      --plot FILE            the cost from epoch to epoch, drawn (.svg, .tex, .txt)
      --accuracy-on LESSON   how well it does on the examples of another lesson
      --patience N           keep the best there; end after N that are no better
      --help                 this help; also -h

    Example: trace train --lesson xor --epochs 100 --batch 4 --output learnt.json
             trace --lesson learnt.json

    The examples of the lesson are shuffled for each epoch, the same way on every
    machine, and cut into batches. The lesson is written again with the weights that
    this leads to, all else as it was. Ctrl-C ends it early, and keeps the weights.
    --epochs 0 --accuracy-on FILE only shows how well a lesson's network does.

    """

  static let helpOfBuild = """
    trace build --output DIR [--lessons DIR]   a course, as pages for the web

      --lessons DIR    the folder of the lessons; without it the built-in ones
      --output DIR     the folder of the pages, made where there is none
      --title TEXT     what the course is called; else as its folder is
      --traces         the traces of large lessons as JSON, too
      --digits N       significant digits, 1 to 17; default 6, worksheets 4
      --notation NAME  the letters of your course: 3b1b, nielsen or slides
      --help           this help; also -h

    Example: trace build --output site
             trace build --lessons course --title "Week 3" --output site

    A lesson NAME.json becomes the page NAME.html, which leads on to the lessons
    before and after it, and NAME.md, NAME.tex, NAME.txt and the trace NAME.json to
    download; index.html lists them all. Their order is that of their names, or of
    the file index.txt beside them, with a name a line. A file that would come out
    the same is not touched, and none is removed. Where a lesson is wrong, the rest
    is written all the same, with exit status 65. Where two lessons would be
    written to one file, nothing is written.

    """

  static let helpOfLessons = """
    trace lessons         the built-in lessons, in the order of the course
    trace lessons NAME    the file of one, to copy and change

      --help  this help; also -h

    Example: trace lessons single-chain > mine.json
             trace --lesson mine.json

    """

  @Test(arguments: [
    ["--help"], ["-h"], ["help"], ["help", "help"], ["--lesson", "single-chain", "--help"],
    ["--lesson", "-h"], ["--nonsense", "--help"],
  ])
  func `Help is there for whoever asks, anywhere`(_ arguments: [String]) throws {
    #expect(try trace(arguments) == Outcome(status: 0, output: Self.overview, errors: ""))
  }

  @Test(arguments: [["help", "lessons"], ["lessons", "--help"], ["lessons", "single-chain", "-h"]])
  func `A command has its own help`(_ arguments: [String]) throws {
    #expect(try trace(arguments) == Outcome(status: 0, output: Self.helpOfLessons, errors: ""))
  }

  @Test func `Checking and practising have their own help`() throws {
    for word in [["help", "check"], ["check", "--help"], ["check", "a.md", "-h"]] {
      #expect(try trace(word) == Outcome(status: 0, output: Self.helpOfCheck, errors: ""))
    }
    for word in [["help", "practice"], ["practice", "-h"]] {
      #expect(try trace(word) == Outcome(status: 0, output: Self.helpOfPractice, errors: ""))
    }
  }

  @Test(arguments: [["help", "train"], ["train", "--help"], ["train", "--lesson", "xor", "-h"]])
  func `Training has its own help`(_ arguments: [String]) throws {
    #expect(try trace(arguments) == Outcome(status: 0, output: Self.helpOfTrain, errors: ""))
  }

  @Test(arguments: [["help", "build"], ["build", "--help"], ["build", "--output", "a", "-h"]])
  func `Building has its own help`(_ arguments: [String]) throws {
    #expect(try trace(arguments) == Outcome(status: 0, output: Self.helpOfBuild, errors: ""))
  }

  @Test(arguments: [["help", "derive"], ["derive", "--help"], ["derive", "f = x", "-h"]])
  func `Deriving has its own help`(_ arguments: [String]) throws {
    #expect(try trace(arguments) == Outcome(status: 0, output: Self.helpOfDerive, errors: ""))
  }

  @Test(arguments: [["help", "worksheet"], ["worksheet", "--help"], ["worksheet", "--key", "-h"]])
  func `A worksheet has its own help`(_ arguments: [String]) throws {
    #expect(try trace(arguments) == Outcome(status: 0, output: Self.helpOfWorksheet, errors: ""))
  }

  @Test(arguments: [
    overview, helpOfLessons, helpOfDerive, helpOfWorksheet, helpOfCheck, helpOfPractice, helpOfTrain,
    helpOfBuild,
  ])
  func `Help fits a screen`(_ help: String) {
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 24)
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: Command.allCases.filter { $0 != .help })
  func `A command takes the formats that its help lists, and no others`(_ command: Command) throws {
    let row = Help.text(for: command).firstMatch(of: /--format FORMAT +(.*?);/)
    let listed = (row?.1 ?? "").replacing(" or ", with: ", ").split(separator: ", ").map(String.init)
    #expect(listed.count > 1 || row == nil && !command.options.contains(.format))
    let call =
      (command.word.map { [$0] } ?? [])
      + (command == .check ? ["a.md"] : command == .derive ? ["f = x", "x=1"] : ["--lesson", "xor"])
    for format in Format.allCases {
      let isTaken = listed.contains(format.rawValue)
      #expect(isTaken == ((try? Request(call + ["--format", format.rawValue])) != nil), "\(format)")
      if row != nil {
        #expect(isTaken == ((try? Request(call + ["--output", "a\(format.ending)"])) != nil), "\(format)")
      }
    }
    #expect(throws: CommandError.self) { try Request(call + ["--format", "pdf"]) }
  }

  @Test func `The command alone says what to type`() throws {
    let usage = """
      trace works through backpropagation on a small network, step by step. Type:

        trace --lesson single-chain

      or 'trace lessons' for the other lessons, 'trace help' for the options.

      """
    #expect(try trace([]) == Outcome(status: 64, output: "", errors: usage))
  }

  @Test func `The version is a line of its own`() throws {
    #expect(try trace(["--version"]) == Outcome(status: 0, output: "trace 0.1.0\n", errors: ""))
  }
}
