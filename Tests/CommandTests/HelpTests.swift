import Formulas
import Lessons
import Testing

@testable import trace

extension CommandTests {
  static let overview = """
    trace writes out backpropagation for a small network, and checks the gradient.
      trace --lesson NAME-OR-FILE              prints a worked example
      trace derive DEFINITIONS NAME=NUMBER...  differentiates a formula of yours
      trace worksheet --lesson NAME-OR-FILE    writes a worksheet with blanks
      trace questions --lesson NAME-OR-FILE    writes a quiz for Moodle etc.
      trace check FILE-OR-FOLDER...            checks answers and explains mistakes
      trace practice --lesson NAME-OR-FILE     asks for each number, with hints
      trace train --lesson NAME-OR-FILE        trains a network
      trace build --output DIR                 writes a course as web pages
      trace export --lesson NAME-OR-FILE       writes a lesson as a program
      trace lessons [NAME]                     lists the lessons, or prints one
      trace help [COMMAND|second]; --version   help; second: on second derivatives
      --format FORMAT  markdown, latex, html, text, beamer, slides, json, ipynb,
                       myst or qmd
      --output FILE    write to FILE; its ending chooses the format
      --digits N       significant digits, 1 to 17; default 6
      --only NAME      only this quantity, such as w2; may be repeated
      --variant SEED   the same lesson with other numbers; SEED is its number
      --fragment: LaTeX without preamble; --ascii: text in ASCII only
      --staged: one operation a line; --figures: pictures as files beside Markdown
      --all: leave nothing out; --exact: in fractions; --step: wait after each step
      --math: formulas in Markdown: dollar or github; --decimal: point or comma
      --notation: the letters of 3b1b, nielsen or slides; --language: en, de or zh
      --example: only one of several examples; --paths: all paths from a weight

    """

  static let helpOfQuestions = """
    trace questions --lesson NAME-OR-FILE --to NAME   writes a quiz for Moodle etc.

      --lesson NAME-OR-FILE  a built-in lesson or a file (- for standard input)
      --to NAME              moodle, gift, qti, canvas or anki
      --output FILE          the file to write; a ZIP archive for qti and canvas
      --cloze                all blanks in one question; not for gift and canvas
      --variants A-B         each question once for each seed from A to B, at most
                             200
      --only NAME            only this quantity, such as w2; may be repeated
      --digits N             significant digits, 1 to 17; default 4
      --notation NAME        the letters of 3b1b, nielsen or slides
      --language CODE        en, de or zh
      --decimal SIGN         point or comma
      --help                 this help; also -h

    Example: trace questions --lesson xor --to moodle --variants 1-30 > q.xml
             trace questions --lesson mazur --to qti --cloze --output q.zip

    Students may round on the way: an answer within the tolerance counts as correct.
    If an answer is the number that a known mistake gives, the student gets a hint
    (in Canvas: all hints of the question). With --variants, the platform draws one
    version of each question. moodle writes Moodle XML, gift writes GIFT (plain text
    for Moodle), qti a package of QTI 2.1, canvas a package of QTI 1.2, and anki a
    list of notes.

    """

  static let helpOfDerive = """
    trace derive DEFINITIONS NAME=NUMBER...   differentiates a formula of yours

      --format FORMAT  markdown, latex, html, text, beamer, slides, json, ipynb,
                       myst or qmd
      --output FILE    write to FILE; its ending chooses the format
      --digits N       significant digits, 1 to 17; default 6
      --only NAME      only this quantity, such as w2; may be repeated
      --paths NAME     every path from this number to the result, and their sum
      --language CODE  en, de or zh
      --math DIALECT   formulas in Markdown: dollar or github
      --decimal SIGN   point or comma
      --help           this help; also -h
      --fragment: LaTeX without preamble; --ascii: text in ASCII only
      --staged: one operation a line; --figures: pictures as files beside Markdown
      --all: leave nothing out; --exact: in fractions; --step: wait after each step

    Example: trace derive 'f = (x + y) * z' x=-2 y=5 z=-4
             trace derive 'z = w @ x; L = (z - y)^2' 'x=[1, 2]' 'w=[0.5, -1]' y=1

    The last definition is differentiated with respect to all numbers that are
    given. The file lessons/README.md of the project explains how definitions are
    written, and how they become a lesson. For second derivatives, Jacobians and
    forward mode, type: trace help second

    """

  static let helpOfWorksheet = """
    trace worksheet --lesson NAME-OR-FILE   writes a worksheet with blanks

      --lesson NAME-OR-FILE  a built-in lesson or a file (- for standard input)
      --variant SEED         the same lesson with other numbers; SEED is its number
      --variants A-B         the worksheets of these seeds, as files in the folder
      --only NAME            only these blanks, such as w2 or z1[1]; may be repeated
      --layers A-B           only these layers: 2, or 2-3 for layers 2 and 3
      --key                  the answers with their calculations, instead of blanks
      --format FORMAT        markdown, latex, html or text
      --output FILE          write to FILE; its ending chooses the format
      --digits N             significant digits, 1 to 17; default 4
      --notation NAME        the letters of 3b1b, nielsen or slides
      --language CODE        en, de or zh
      --ascii                text in ASCII only
      --help                 this help; also -h
      --math: formulas in Markdown: dollar or github; --decimal: point or comma

    Example: trace worksheet --lesson xor --variant 7 --output sheet.tex
             trace worksheet --lesson xor --variant 7 --key --output key.tex

    In Markdown and text, the student writes each number after =. A LaTeX file
    (document class exam) contains the answers, but prints them only with
    \\printanswers, which --key adds. An HTML page has fields to fill in, and marks
    each number at once.

    """

  static let helpOfCheck = """
    trace check FILE-OR-FOLDER...   checks answers and explains mistakes

      --lesson NAME-OR-FILE  a built-in lesson or a file (- for standard input)
      --variant SEED         the variant of the sheet, if it does not name one
      --reveal               the correct value beside every answer
      --marks RULE           carried forward earns 1 (follow-through) or 0 (strict)
      --variants LIST.csv    the variant of each person, in lines such as ada,7
      --feedback DIR         write a report for each person into this folder
      --format FORMAT        markdown, latex, html, text, json or csv
      --output FILE          write to FILE; its ending chooses the format
      --ascii                text in ASCII only
      --help                 this help; also -h
      --math: formulas in Markdown: dollar or github; --decimal: point or comma
      --notation: the letters of 3b1b, nielsen or slides; --language: en, de or zh

    Example: trace check sheet.md
             trace check sheet.md --lesson two-neurons --variant 7 --reveal

    Answers are lines such as dC/dz2[1] = -0.354, rows of a table, JSON or a
    notebook. Names from textbooks and libraries are understood: δ²_1, dW2, W2.grad.
    A value is a number, an array, arithmetic such as 2*(0.64-1), or a formula such
    as 2*(a3-y). Without --lesson, the file must have a line such as
    trace: lesson=xor variant=7. In a folder, each file or subfolder is the work of
    one person. The exit status is 1 if an answer is wrong or could not be read.

    """

  static let helpOfPractice = """
    trace practice --lesson NAME-OR-FILE   asks for each number, with hints

      --lesson NAME-OR-FILE  a built-in lesson or a file (- for standard input)
      --variant SEED         the same lesson with other numbers; SEED is its number
      --output FILE          keep the session in FILE, to continue it later
      --digits N             significant digits, 1 to 17; default 4
      --notation NAME        the letters of 3b1b, nielsen or slides
      --language CODE        en, de or zh
      --decimal SIGN         point or comma
      --ascii                text in ASCII only
      --help                 this help; also -h

    Example: trace practice --lesson single-chain
             trace practice --lesson two-neurons --variant 7 --output mine.txt

    Each number is checked when you type it. Type ? for a hint, skip to leave a
    number for the end, back for the previous number, net or graph for the picture,
    quit to stop. With --output, the session is kept in a file, which trace check
    reads; the same command continues it.

    """

  static let helpOfTrain = """
    trace train --lesson NAME-OR-FILE --epochs N --batch M   trains a network

      --lesson NAME-OR-FILE  a built-in lesson or a file (- for standard input)
      --epochs N             the number of passes through all examples
      --batch M              the number of examples in a mini-batch
      --optimizer NAME       momentum=0.9, nesterov, adagrad, rmsprop, adam or adamw
      --learning-rate RATE   the learning rate; default: the lesson's
      --schedule NAME=N      for the rate: halve-every, inverse-time, warmup-cosine
      --dropout P            drop each hidden neuron with this probability
      --seed S               the seed of the order of the examples; default 1
      --example N            keep only this one of several examples in the file
      --digits N             significant digits of the weights; default: all
      --output FILE          write the trained lesson to FILE
      --plot FILE            a plot of the cost over the epochs: .svg, .tex or .txt
      --accuracy-on LESSON   test the network on the examples of another lesson
      --patience N           with --accuracy-on: end after N epochs without progress
      --help                 this help; also -h
      --language: en, de or zh; --decimal: point or comma

    Example: trace train --lesson xor --epochs 100 --batch 4 --output learnt.json

    The examples are shuffled before each epoch, in the same way on every machine.
    The lesson is written with the trained weights. Ctrl-C stops early and keeps the
    weights so far. With --epochs 0 and --accuracy-on the network is only tested.

    """

  static let helpOfBuild = """
    trace build --output DIR   writes a course as web pages

      --lessons DIR    the folder of the lessons; default: the built-in ones
      --output DIR     the folder of the pages; created if there is none
      --title TEXT     the title of the course; default: the folder's name
      --traces         write the JSON traces of large lessons, too
      --digits N       significant digits, 1 to 17; default 6
      --notation NAME  the letters of 3b1b, nielsen or slides
      --language CODE  en, de or zh
      --decimal SIGN   point or comma
      --help           this help; also -h

    Example: trace build --output site
             trace build --lessons course --title "Week 3" --output site

    A lesson NAME.json becomes the page NAME.html, with links to the lessons before
    and after it, and NAME.md, NAME.tex, NAME.txt and the trace as JSON to download.
    index.html lists the lessons by name, or in the order of a file index.txt in
    their folder, with one name in each line. Unchanged files are not written again,
    and no file is removed. If a lesson has an error, the others are still written,
    and the exit status is 65. If two lessons would be written to the same file,
    nothing is written.

    """

  static let helpOfLessons = """
    trace lessons [NAME]   lists the lessons, or prints one

      --language CODE  en, de or zh
      --help           this help; also -h

    Example: trace lessons single-chain > mine.json
             trace --lesson mine.json

    The list has the order of the course. With a NAME, the file of the lesson is
    printed, to be copied and changed; it has the titles in every language.

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

  @Test(arguments: [["help", "questions"], ["questions", "--help"], ["questions", "--to", "qti", "-h"]])
  func `Questions have their own help`(_ arguments: [String]) throws {
    #expect(try trace(arguments) == Outcome(status: 0, output: Self.helpOfQuestions, errors: ""))
  }

  /// Every help in a language.
  private static func pages(in language: Language) -> [String] {
    Command.allCases.map { Help.text(for: $0, in: language) } + [Help.second(in: language)]
  }

  @Test(arguments: Language.allCases)
  func `Help fits a screen in every language`(_ language: Language) {
    for page in Self.pages(in: language) {
      let lines = page.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(lines.count <= 24, "\(page)")
      for line in lines { #expect(String(line).columns <= 80, "\(line)") }
    }
  }

  @Test(arguments: Language.allCases.filter { $0 != .english })
  func `Help has the same options in every language, and other words`(_ language: Language) {
    for (own, english) in zip(Self.pages(in: language), Self.pages(in: .english)) {
      func options(_ page: String) -> Set<String> {
        Set(page.matches(of: /--[a-z]+(-[a-z]+)*/).map { String($0.output.0) })
      }
      #expect(options(own) == options(english))
      let same = Set(own.split(separator: "\n")).intersection(english.split(separator: "\n"))
      // Lines of options without words, and examples.
      #expect(same.allSatisfy { $0.contains("trace ") && $0.hasPrefix("     ") }, "\(same)")
    }
  }

  static let helpOfLessonsInGerman = """
    trace lessons [NAME]   nennt die Lektionen oder zeigt eine

      --language CODE  en, de oder zh
      --help           diese Hilfe; auch -h

    Beispiel: trace lessons single-chain > mine.json
              trace --lesson mine.json

    Die Liste hat die Reihenfolge des Kurses. Mit einem NAMEN wird die Datei der
    Lektion ausgegeben, zum Kopieren und Ändern; sie hat die Titel in allen
    Sprachen.

    """

  @Test(arguments: [
    ["help", "lessons", "--language", "de"], ["lessons", "--help", "--language", "de"],
    ["lessons", "--nonsense", "--language=de", "-h"],
  ])
  func `Help speaks the language that is asked for, wherever it stands`(_ arguments: [String]) throws {
    #expect(try trace(arguments) == Outcome(status: 0, output: Self.helpOfLessonsInGerman, errors: ""))
  }

  @Test func `Lessons are listed by their titles in the language that is asked for`() throws {
    let languages = try ["en", "de", "zh"].map { code in
      try trace(["lessons", "--language", code]).output.split(separator: "\n").map(String.init)
    }
    #expect(try trace(["lessons"]).output.split(separator: "\n").map(String.init) == languages[0])
    for lines in languages {
      #expect(lines.map { $0.prefix { $0 != " " } } == Catalog.names.map { $0[...] })
      #expect(lines.allSatisfy { $0.contains("  ") })
    }
    for (english, others) in zip(languages[0], zip(languages[1], languages[2])) {
      #expect(english != others.0 && english != others.1 && others.0 != others.1)
    }
  }

  @Test(arguments: Command.allCases.filter { $0 != .help })
  func `A command takes the formats that its help lists, and no others`(_ command: Command) throws {
    // The list may go on in the next line.
    let row = Help.text(for: command, in: .english).firstMatch(of: /--format FORMAT +(.*(\n {9,}.*)*)/)
    let listed = (row?.1 ?? "").replacing(/\s+/, with: " ").replacing(" or ", with: ", ").split(
      separator: ", "
    )
    .map(String.init)
    #expect(listed.count > 1 || row == nil && !command.options.contains(.format))
    let call =
      (command.word.map { [$0] } ?? [])
      + (command == .check ? ["a.md"] : command == .derive ? ["f = x", "x=1"] : ["--lesson", "xor"])
    for format in Format.allCases {
      let isTaken = listed.contains(format.rawValue)
      #expect(isTaken == ((try? Request(call + ["--format", format.rawValue])) != nil), "\(format)")
      if row != nil {
        // Slides have the ending of pages.
        let isMeant = listed.contains { Format(rawValue: $0)?.ending == format.ending }
        #expect(isMeant == ((try? Request(call + ["--output", "a\(format.ending)"])) != nil), "\(format)")
      }
    }
    #expect(throws: CommandError.self) { try Request(call + ["--format", "pdf"]) }
  }

  @Test func `The command alone says what to type`() throws {
    let usage = """
      trace writes out backpropagation for a small network, step by step. Type:

        trace --lesson single-chain

      or 'trace lessons' for the other lessons, 'trace help' for the options.

      """
    #expect(try trace([]) == Outcome(status: 64, output: "", errors: usage))
  }

  @Test func `The version is a line of its own`() throws {
    #expect(try trace(["--version"]) == Outcome(status: 0, output: "trace 0.1.0\n", errors: ""))
  }
}
