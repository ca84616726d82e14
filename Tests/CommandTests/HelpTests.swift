import Lessons
import Testing

@testable import trace

extension CommandTests {
  static let overview = """
    trace works through backpropagation on a small network, and checks the gradient.
      trace --lesson NAME-OR-FILE [options]   prints a worked example
      trace derive 'f = x * y' x=2 y=5        derives a formula that you type
      trace worksheet --lesson NAME-OR-FILE   writes a worksheet with blanks
      trace check FILE-OR-FOLDER              checks answers and explains mistakes
      trace practice --lesson NAME-OR-FILE    asks number by number, with hints
      trace train --lesson NAME-OR-FILE       trains the network of a lesson
      trace build --output DIR                writes a course as web pages
      trace lessons [NAME]                    lists the lessons, or prints one
      trace help [COMMAND]; --version         prints help; help second: the Hessian
      --lesson NAME-OR-FILE   a built-in lesson or a file (-: standard input)
      --format FORMAT         markdown, latex, html, text or json
      --output FILE           write to FILE; its ending chooses the format
      --digits N              significant digits, 1 to 17; default 6, worksheets 4
      --only NAME             derive only this quantity, such as w2; may be repeated
      --example N             derive only this one of several examples
      --paths NAME            every path from this weight to the cost, and their sum
      --all, --exact, --step  derive everything; in exact fractions; step by step
      --staged, --figures     gate by gate; pictures as files beside Markdown
      --notation, --language  the notation: 3b1b, nielsen or slides; en, de or zh
      --math, --decimal       formulas in Markdown: dollar or github; point or comma
      --fragment, --ascii     LaTeX without preamble; text in ASCII only
      --variant SEED          other numbers; the same seed gives the same numbers
    Exit: 0 done; 1 wrong or not finite; 64 usage; 65 content; 66 file; 74 output.

    """

  static let helpOfDerive = """
    trace derive DEFINITIONS NAME=NUMBER...   derives a formula that you type

      --format FORMAT         markdown, latex, html, text or json
      --output FILE           write to FILE; its ending chooses the format
      --digits N              significant digits, 1 to 17; default 6, worksheets 4
      --only NAME             derive only this quantity, such as w2; may be repeated
      --paths NAME            every path from this weight to the cost, and their sum
      --all, --exact, --step  derive everything; in exact fractions; step by step
      --staged, --figures     gate by gate; pictures as files beside Markdown
      --language CODE         en, de or zh
      --math, --decimal       formulas in Markdown: dollar or github; point or comma
      --fragment, --ascii     LaTeX without preamble; text in ASCII only
      --help                  this help; also -h

    Example: trace derive 'f = (x + y) * z' x=-2 y=5 z=-4
             trace derive 'z = w @ x; L = (z - y)^2' 'x=[1, 2]' 'w=[0.5, -1]' y=1

    The last definition is derived with respect to all numbers that are given.
    lessons/README.md explains how definitions are written, and how to make a
    lesson of them. For second derivatives, Jacobians and forward mode, type:
    trace help second

    """

  static let helpOfWorksheet = """
    trace worksheet --lesson NAME-OR-FILE   writes a worksheet with blanks

      --lesson NAME-OR-FILE   a built-in lesson or a file (-: standard input)
      --variant SEED          other numbers; the same seed gives the same numbers
      --key                   the answers, each with its calculation
      --format FORMAT         markdown, latex, html or text
      --output FILE           write to FILE; its ending chooses the format
      --digits N              significant digits, 1 to 17; default 6, worksheets 4
      --notation, --language  the notation: 3b1b, nielsen or slides; en, de or zh
      --math, --decimal       formulas in Markdown: dollar or github; point or comma
      --ascii                 text in ASCII only
      --help                  this help; also -h

    Example: trace worksheet --lesson two-neurons --variant 7 --output sheet.tex
             trace worksheet --lesson two-neurons --variant 7 --key --output key.tex

    The same seed gives the same worksheet on every machine. In Markdown and text,
    numbers are typed after the = of a line. A LaTeX file (document class exam)
    contains the answers, but prints them only with \\printanswers, which --key adds.
    An HTML page has fields to type into, and judges each number.

    """

  static let helpOfCheck = """
    trace check FILE-OR-FOLDER...   checks answers and explains mistakes

      --lesson NAME-OR-FILE   a built-in lesson or a file (-: standard input)
      --variant SEED          other numbers; the same seed gives the same numbers
      --reveal                the correct value beside every answer
      --marks RULE            for answers carried forward: follow-through or strict
      --variants LIST.csv     the variant of each person, in lines such as ada,7
      --feedback DIR          write a report for each person into this folder
      --format FORMAT         markdown, latex, html, text, json or csv
      --output FILE           write to FILE; its ending chooses the format
      --notation, --language  the notation: 3b1b, nielsen or slides; en, de or zh
      --math, --decimal       formulas in Markdown: dollar or github; point or comma
      --ascii                 text in ASCII only
      --help                  this help; also -h

    Example: trace check sheet.md
             trace check sheet.md --lesson two-neurons --variant 7 --reveal

    Answers are lines such as dC/dz2[1] = -0.354, rows of a table, JSON or a
    notebook. Names may be those of books and programs: δ²_1, dW2, W2.grad. A value
    is a number, an array, arithmetic such as 2*(0.64-1), or a formula such as
    2*(a3-y). Without --lesson, the file names its lesson in a line such as
    trace: lesson=xor variant=7. A folder has a file or a folder for each person.
    The exit status is 1 if an answer is wrong or could not be read.

    """

  static let helpOfPractice = """
    trace practice --lesson NAME-OR-FILE   asks for one number at a time, with hints

      --lesson NAME-OR-FILE   a built-in lesson or a file (-: standard input)
      --variant SEED          other numbers; the same seed gives the same numbers
      --output FILE           keep the session in FILE, to continue it later
      --digits N              significant digits, 1 to 17; default 6, worksheets 4
      --notation, --language  the notation: 3b1b, nielsen or slides; en, de or zh
      --decimal SIGN          point or comma
      --ascii                 text in ASCII only
      --help                  this help; also -h

    Example: trace practice --lesson single-chain
             trace practice --lesson two-neurons --variant 7 --output mine.txt

    Each number is checked when you type it; ? gives a hint. With --output, the
    session is kept in a file, which trace check reads. The same command continues
    it.

    """

  static let helpOfTrain = """
    trace train --lesson NAME-OR-FILE --epochs N --batch M   trains a network

      --lesson NAME-OR-FILE  a built-in lesson or a file (-: standard input)
      --epochs N             the number of passes through all examples
      --batch M              the number of examples in a mini-batch
      --optimizer NAME       such as adam or momentum=0.8; default: the lesson's
      --learning-rate RATE   the learning rate; default: the lesson's
      --schedule NAME=N      for the learning rate: halve-every, inverse-time, ...
      --dropout P            drop each hidden neuron with this probability
      --seed S               another order of the examples; default 1
      --example N            keep only this one of several examples in the file
      --digits N             significant digits of the weights; default: all
      --output FILE          write the trained lesson to FILE
      --plot FILE            a plot of the cost over the epochs (.svg, .tex, .txt)
      --accuracy-on LESSON   test the network on the examples of another lesson
      --patience N           stop after N epochs without a better result there
      --help                 this help; also -h

    Example: trace train --lesson xor --epochs 100 --batch 4 --output learnt.json

    The examples are shuffled before each epoch, in the same way on every machine,
    and divided into mini-batches. The lesson is written with the trained weights;
    the rest of it does not change. Ctrl-C stops early and keeps the weights so far.
    --epochs 0 --accuracy-on FILE tests the network of the lesson without training.

    """

  static let helpOfBuild = """
    trace build --output DIR [--lessons DIR]   writes a course as web pages

      --lessons DIR           the folder of the lessons; default: the built-in ones
      --output DIR            the folder of the pages; created if there is none
      --title TEXT            the title of the course; default: the folder's name
      --traces                JSON traces of large lessons as well
      --digits N              significant digits, 1 to 17; default 6, worksheets 4
      --notation, --language  the notation: 3b1b, nielsen or slides; en, de or zh
      --decimal SIGN          point or comma
      --help                  this help; also -h

    Example: trace build --output site
             trace build --lessons course --title "Week 3" --output site

    A lesson NAME.json becomes the page NAME.html, with links to the lessons before
    and after it, and NAME.md, NAME.tex, NAME.txt and the trace as JSON to download.
    index.html lists all lessons, by their names or in the order of the file
    index.txt in their folder, which has one name in each line. Unchanged files are
    not written again, and no file is removed. If a lesson is wrong, the others are
    still written, and the exit status is 65. If two lessons would be written to
    the same file, nothing is written.

    """

  static let helpOfLessons = """
    trace lessons         lists the built-in lessons in the order of the course
    trace lessons NAME    prints the file of a lesson, to copy and change

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
    let row = Help.text(for: command).firstMatch(of: /--format FORMAT +(.*)/)
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
