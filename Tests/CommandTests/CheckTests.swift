import Foundation
import Testing

@testable import trace

extension CommandTests {
  private static let right = "trace: lesson=single-chain\nz1 = 0.66\na1 = 0.6593\n"
  private static let wrong = "trace: lesson=single-chain\na3 = 0.6957\ndC/da3 = 0.4957\n"

  @Test func `A sheet that names a file which is no lesson is told so, and shows nothing of that file`()
    throws
  {
    let folder = try Folder()
    try folder.write("the marks of all\n", to: "secret.txt")
    try folder.write("trace: lesson=./secret.txt\nz1 = 0.66\n", to: "ada.md")
    let sentence =
      "ada.md: error: './secret.txt', which the answers name, is not a valid lesson; name another with --lesson\n"
    #expect(
      try trace(["check", "ada.md"], in: folder) == Outcome(status: 65, output: "", errors: sentence))
  }

  @Test(arguments: [
    ("single-chain", "md", "txt"), ("two-neurons", "txt", "md"), ("softmax", "md", "txt"),
    ("batch", "txt", "md"), ("weight-decay", "md", "txt"), ("relu-chain", "txt", "md"),
  ])
  func `A worksheet that is filled in from its key is right throughout, and so is a variant`(
    lesson: String, ending: String, endingOfVariant: String
  ) throws {
    let folder = try Folder()
    for (variant, ending) in [([], ending), (["--variant", "7"], endingOfVariant)] {
      let key = ["worksheet", "--lesson", lesson, "--key", "--output", "key.\(ending)"] + variant
      #expect(try trace(key, in: folder).status == 0)
      let outcome = try trace(["check", "key.\(ending)", "--format", "json"], in: folder)
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(variant) \(outcome.errors)")
      #expect(outcome.output.contains(#""wrong": 0"#) && !outcome.output.contains(#""correct": 0"#))
    }
  }

  @Test func `The exit status says whether an answer is wrong`() throws {
    let folder = try Folder()
    try folder.write(Self.right, to: "right.md")
    try folder.write(Self.wrong, to: "wrong.md")
    #expect(try trace(["check", "right.md"], in: folder).status == 0)
    let outcome = try trace(["check", "wrong.md"], in: folder)
    #expect(outcome.status == 1 && outcome.errors.isEmpty)
    #expect(outcome.output.contains("(missing-factor-2)"))
    #expect(!outcome.output.contains("0.991"))
    #expect(try trace(["check", "wrong.md", "--reveal"], in: folder).output.contains("0.99142"))
    #expect(try trace(["check", "-"], "<wrong.md", in: folder).status == 1)
  }

  @Test(arguments: [
    ([], "there is nothing to check: name a file of answers, as in: trace check sheet.md", 64),
    (["none.md"], "cannot read 'none.md': there is no such file", 66),
    (
      ["bare.md"],
      "bare.md does not name its lesson: add --lesson NAME, or the line trace: lesson=NAME to the file",
      64
    ),
    (
      ["right.md", "--lesson", "singel-chain"],
      "there is no lesson 'singel-chain'; did you mean 'single-chain'? ('trace lessons' lists all lessons; for a file, type its path or a name with .json)",
      64
    ),
    (
      ["right.md", "--variant", "-1"],
      "--variant takes a whole number from 0 to 18446744073709551615, not '-1'",
      64
    ),
    (
      ["right.md", "--output", "right.md"],
      "--output 'right.md' would overwrite a file that is read; name another file", 64
    ),
    (["empty"], "there is no file of answers in 'empty'", 65),
    (["right.md", "--key"], "'trace check' has no option --key", 64),
  ])
  func `What cannot be checked is said in one sentence`(
    _ arguments: [String], _ sentence: String, _ status: Int
  ) throws {
    let folder = try Folder()
    try folder.write(Self.right, to: "right.md")
    try folder.write("z1 = 0.66\n", to: "bare.md")
    _ = try shell("mkdir empty", in: folder)
    let output = arguments.contains("--output") ? [] : ["--format", "text"]
    let outcome = try trace(["check"] + arguments + (arguments.isEmpty ? [] : output), in: folder)
    #expect(outcome == Outcome(status: Int32(status), output: "", errors: "error: \(sentence)\n"))
  }

  @Test func `What is wrong with a file of answers is shown at its place, and nothing is printed`() throws {
    let folder = try Folder()
    try folder.write("trace: lesson=single-chain\ndC/dw9 = 3\na2 = (0.5\n", to: "bad.md")
    let outcome = try trace(["check", "bad.md"], in: folder)
    #expect(outcome.status == 65 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("bad.md:2:1: error: the lesson has no quantity dC/dw9"))
    #expect(outcome.errors.contains("bad.md:3:6: error: the parenthesis that opens here is never closed"))
  }

  @Test func `What was not read stops nothing, is shown with its reason, and is never passed as right`()
    throws
  {
    let folder = try Folder()
    try folder.write(
      "trace: lesson=single-chain\nz1 = 0.66\nghost7 = 0.3\na2 = (0.5\na1 = 0.6593\n", to: "sheet.md")
    let outcome = try trace(["check", "sheet.md", "--format", "text"], in: folder)
    #expect(outcome.status == 1 && outcome.errors.isEmpty)
    for words in [
      "2 correct", "2 lines look like answers but could not be read", "ghost7 = 0.3", "never closed",
    ] {
      #expect(outcome.output.contains(words), "\(words)")
    }
    #expect(!outcome.output.contains("No answer is wrong"))
    let json = try trace(["check", "sheet.md", "--format", "json"], in: folder).output
    #expect(json.contains(#""unread": { "count": 2, "lines": ["#) && json.contains(#""line": 3"#))
    _ = try shell("mkdir class && cp sheet.md class/a.md", in: folder)
    let both = try trace(["check", "class", "--format", "text"], in: folder)
    #expect(
      both.status == 1 && both.output.contains("not read") && !both.output.contains("No answer is wrong"))
  }

  @Test func `A lesson is looked for beside the sheet first, and another one on the command line is said`()
    throws
  {
    let folder = try Folder()
    _ = try shell("mkdir there", in: folder)
    try folder.write(trace(["lessons", "single-chain"]).output, to: "there/mine.json")
    for name in ["mine.json", "mine", "./mine.json"] {
      try folder.write("trace: lesson=\(name)\nz1 = 0.66\n", to: "there/sheet.md")
      let outcome = try trace(["check", "there/sheet.md"], in: folder)
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(name)")
    }
    let other = try trace(["check", "there/sheet.md", "--lesson", "tanh-chain"], in: folder)
    #expect(
      other.errors
        == "there/sheet.md: warning: the sheet is for lesson ./mine.json, but is judged by --lesson tanh-chain\n"
    )
  }

  @Test(arguments: [
    ("%PDF-1.5", "this is a PDF"), ("PK\u{3}\u{4} word/document.xml", "this is a Word document"),
    ("PK\u{3}\u{4} xl/workbook.xml", "this is an Excel workbook"),
    ("{\\rtf1 z1 = 0.66}", "this is rich text"),
    ("GIF89a", "this is a picture"),
  ])
  func `A file that is no text is called what it is, with the way to its text`(
    _ content: String, _ words: String
  ) throws {
    let folder = try Folder()
    try folder.write(content, to: "file")
    let outcome = try trace(["check", "file", "--lesson", "single-chain"], in: folder)
    #expect(outcome.status == 65 && outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test func `Of a class every sheet is judged that can be read`() throws {
    let folder = try Folder()
    _ = try shell("mkdir class", in: folder)
    try folder.write(Self.right, to: "class/anna.md")
    try folder.write(Self.wrong, to: "class/ben.md")
    try folder.write("trace: lesson=single-chain\nz1 = ,\nz1 = a,b\n", to: "class/carl.md")
    let outcome = try trace(["check", "class"], in: folder)
    #expect(outcome.status == 65)
    #expect(
      outcome.output.contains("2 sheets checked") && outcome.output.contains("Could not be read: carl.md."))
    #expect(outcome.output.contains("missing-factor-2   ben.md"))
    #expect(outcome.errors.contains("class/carl.md:3:"))
    let both = try trace(["check", "class/anna.md", "class/ben.md", "--format", "json"], in: folder)
    #expect(both.status == 1 && both.output.contains(#""name": "anna.md""#))
  }

  @Test func `A session is practised, kept, and taken up again`() throws {
    let folder = try Folder()
    try folder.write("0.66\n0.1234\n?\n?\n?\nquit\n", to: "first.txt")
    let practice = ["practice", "--lesson", "single-chain", "--output", "mine.txt"]
    let first = try trace(practice, "<first.txt", in: folder)
    #expect(
      first.status == 0 && first.output.contains("Not correct yet.")
        && first.output.contains("The value is 0.6593."))
    #expect(first.output.contains("1 of 28 correct (1 at the first try,"))
    let again = try trace(practice, "</dev/null", in: folder)
    #expect(again.output.contains("Session continued: 2 of 28 are done."))
    #expect(again.output.contains("    z2 = "))
    #expect(try trace(["check", "mine.txt"], in: folder).status == 0)
    let sheet = try trace(["worksheet", "--lesson", "single-chain"], in: folder).output
    try folder.write(sheet, to: "sheet.md")
    #expect(
      try trace(["practice", "--lesson", "single-chain", "--output", "sheet.md"], in: folder).status == 64)
    #expect(try folder.text(of: "sheet.md") == sheet)
    let other = try trace(["practice", "--lesson", "two-neurons", "--output", "mine.txt"], in: folder)
    #expect(
      other.status == 64
        && other.errors.contains("is not a session of this lesson and variant, and was not changed"))
  }
}

extension CommandTests {
  @Test func `A session is said to be kept only where there is one`() throws {
    let folder = try Folder()
    let practice = ["practice", "--lesson", "single-chain", "--output", "mine"]
    let (kept, none) = (
      "The session is saved in mine; the same command continues it.\n",
      "Nothing was typed, so mine is not written.\n"
    )
    #expect(try trace(practice, in: folder).output.hasSuffix(none))
    #expect(try folder.names.isEmpty)
    try folder.write("?\n", to: "typed.txt")
    #expect(try trace(practice, "<typed.txt", in: folder).output.hasSuffix(kept))
    #expect(try trace(practice, in: folder).output.hasSuffix(kept))
  }

  @Test func `A session of a lesson whose path needs quotes is taken up again`() throws {
    let folder = try Folder()
    try folder.write(trace(["lessons", "single-chain"]).output, to: "my \"own\" chain.json")
    try folder.write("0.66\n", to: "typed.txt")
    let practice = ["practice", "--lesson", "./my \"own\" chain.json", "--output", "mine"]
    #expect(try trace(practice, "<typed.txt", in: folder).status == 0)
    #expect(try trace(practice, in: folder).output.contains("Session continued: 1 of 28 are done."))
    #expect(try trace(["check", "mine"], in: folder).status == 0)
  }

  @Test(arguments: ["pipe", "link", "/dev/zero", "/dev/tty"])
  func `A sheet that names a pipe or a device is told so, and nobody waits`(_ path: String) throws {
    let folder = try Folder()
    #expect(mkfifo(folder.path(of: "pipe"), 0o600) == 0)
    try FileManager.default.createSymbolicLink(atPath: folder.path(of: "link"), withDestinationPath: "pipe")
    let lesson = path.hasPrefix("/") ? path : "./\(path)"
    try folder.write("trace: lesson=\(lesson)\na3 = 1\n", to: "sheet.md")
    let sentence = "sheet.md: error: cannot read '\(lesson)': it is not a regular file\n"
    #expect(
      try trace(["check", "sheet.md"], in: folder) == Outcome(status: 66, output: "", errors: sentence))
  }

  @Test func `A pipe that takes the place of a file is not read, though it was a file before`() throws {
    let folder = try Folder()
    #expect(mkfifo(folder.path(of: "pipe"), 0o600) == 0)
    #expect(throws: CommandError.unreadable("'\(folder.path(of: "pipe"))'", .noRegularFile)) {
      try InputFile(regular: folder.path(of: "pipe"), limit: 10)
    }
  }

  @Test func `A session ends where nobody reads it any more`() throws {
    let outcome = try shell("yes | \"$0\" practice --lesson single-chain | head -n 1")
    #expect(outcome.status == 0 && outcome.output == "A chain of single neurons\n")
  }

  @Test
  func `Of a worked example in several steps the first is judged, and nothing in it is complained about`()
    throws
  {
    let folder = try Folder()
    try folder.write(trace(["--lesson", "momentum"]).output, to: "whole.md")
    let outcome = try trace(["check", "whole.md", "--lesson", "momentum"], in: folder)
    #expect(outcome.status == 0 && outcome.output.contains("4 correct."))
  }

  @Test func `What follows from the old value of a quantity is its new one`() throws {
    let folder = try Folder()
    let lines = ["# Step 2: the new values", "v = mu*v + grad = 8", "theta = theta - lr*v = 3.2"]
    try folder.write(lines.joined(separator: "\n"), to: "sheet.txt")
    let report = try trace(["check", "sheet.txt", "--lesson", "momentum"], in: folder).output
    #expect(report.contains("2 correct") && report.contains("new v ") && report.contains("new θ "))
  }
}
