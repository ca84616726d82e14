import Testing

extension CommandTests {
  @Test(arguments: ["-1", "1.5", "seven", "18446744073709551616", "+1", "0x1"])
  func `A seed is a whole number`(_ seed: String) throws {
    for command in [[], ["worksheet"]] {
      let sentence = "--variant takes a whole number from 0 to 18446744073709551615, not '\(seed)'"
      #expect(
        try trace(command + ["--lesson", "single-chain", "--variant", seed])
          == Outcome(status: 64, output: "", errors: "error: \(sentence)\n"))
    }
  }

  @Test func `A worksheet is a page to be filled in, with a blank for each name, and its key has none`()
    throws
  {
    let arguments = ["worksheet", "--lesson", "single-chain", "--format", "html"]
    let (sheet, key) = try (trace(arguments).output, trace(arguments + ["--key"]).output)
    let blank =
      /<input type="text" class="blank" data-line="\d+" data-name="dC\/dz3"[^>]*><code>dC\/dz3<\/code>/
    #expect(sheet.contains(">trace: lesson=single-chain\n</pre>"))
    #expect(sheet.matches(of: blank).count == 1 && !sheet.contains("0.209") && !sheet.contains("<details"))
    #expect(key.contains("<code>dC/dz3</code>") && !key.contains("class=\"blank\"") && key.contains("0.209"))
  }

  @Test func `A range of seeds is a folder of worksheets, each the one that its seed alone gives`() throws {
    let folder = try Folder()
    let sheet = ["worksheet", "--lesson", "two-neurons", "--only", "w2"]
    let all = try trace(sheet + ["--variants", "9-11", "--output", "sheets", "--format", "text"], in: folder)
    #expect(all == Outcome(status: 0, output: "", errors: ""))
    #expect(
      try shell("ls sheets", in: folder).output
        == "two-neurons-09.txt\ntwo-neurons-10.txt\ntwo-neurons-11.txt\n")
    let alone = try trace(sheet + ["--variant", "10", "--format", "text"]).output
    #expect(try shell("cat sheets/two-neurons-10.txt", in: folder).output == alone)
    // The four weights of the second layer, and nothing else.
    #expect(alone.matches(of: /dC\/dw2\[\d,\d\] =/).count == 4 && !alone.contains("z1[1] ="))
  }

  @Test(arguments: ["5-4", "1-", "a-b", "0-1000", "1-2-3"])
  func `A range of seeds has two ends, the smaller one first, and is not too long`(_ range: String) throws {
    let made = try trace(["worksheet", "--lesson", "xor", "--variants", range, "--output", "sheets"])
    #expect(
      made.errors
        == "error: --variants takes one seed, or a range of at most 1000 such as 1-30, not '\(range)'\n")
  }

  @Test func `A blank that a lesson does not have is said, with the one that is meant`() throws {
    let made = try trace(["worksheet", "--lesson", "two-neurons", "--only", "dC/dw2[1,9]"])
    #expect(
      made.status == 64 && made.errors.contains("has no quantity 'dC/dw2[1,9]'; did you mean 'dC/dw2[1,"))
  }

  @Test(arguments: [
    ("two-neurons", ["--layers", "2"], "layers=2", 24, "dC/dw2[1,1]", "z1[1]"),
    (
      "two-neurons", ["--layers", "1-2", "--only", "w2"], "only=w2 layers=1-2", 4, "dC/dw2[1,1]",
      "dC/dw1[1,1]"
    ),
    (
      "mazur", ["--only", "w2", "--only", "new w1[1,1]"], "only=\"w2;new w1[1,1]\"", 5, "new w1[1,1]",
      "new w1[1,2]"
    ),
    ("circuit", ["--only", "q"], "only=q", 2, "df/dq", "df/dx"),
  ])
  func `A worksheet in parts asks for these parts, and no more is counted as not answered`(
    lesson: String, options: [String], header: String, count: Int, asked: String, other: String
  ) throws {
    let folder = try Folder()
    let made = try trace(
      ["worksheet", "--lesson", lesson, "--output", "sheet.txt"] + options, in: folder)
    #expect(made == Outcome(status: 0, output: "", errors: ""))
    let sheet = try shell("cat sheet.txt", in: folder).output
    #expect(sheet.contains("trace: lesson=\(lesson) \(header)\n"))
    #expect(sheet.contains("    \(asked) =") && !sheet.contains("    \(other) ="))
    let report = try trace(["check", "sheet.txt", "--format", "text"], in: folder).output
    #expect(report.contains(" 0 of \(count) correct\n"), "\(report.prefix(200))")
  }

  @Test(arguments: [([], false), (["--layers", "2"], true), (["--only", "new w1"], true)])
  func `A sheet for a part says so, and defines the functions that it needs`(options: [String], isPart: Bool)
    throws
  {
    let sheet = try trace(["worksheet", "--lesson", "two-neurons"] + options).output
    #expect(sheet.contains("This sheet asks only for a part of the derivation.") == isPart)
    #expect(sheet.components(separatedBy: "Here $\\sigma").count == 2)
  }

  @Test(arguments: [
    ("two-neurons", "sheets.tex", "--output 'sheets.tex' is not a folder; name a folder", 64),
    ("none.json", "sheets", "cannot read 'none.json': there is no such file", 66),
  ])
  func `Sheets that cannot be written leave no folder`(
    lesson: String, output: String, sentence: String, status: Int32
  ) throws {
    let folder = try Folder()
    let made = try trace(
      ["worksheet", "--lesson", lesson, "--variants", "1-3", "--output", output], in: folder)
    #expect(made == Outcome(status: status, output: "", errors: "error: \(sentence)\n"))
    #expect(try shell("ls", in: folder).output.isEmpty)
  }

  @Test(arguments: [
    ("two-neurons", "3", "asks for layers 1 to 2, and has no layer 3", 65),
    ("circuit", "1", "has no layers", 65),
    ("two-neurons", "2-1", "is no number of a layer", 64),
    ("two-neurons", "0", "is no number of a layer", 64),
    ("two-neurons", "99999999999999999999", "is no number of a layer", 64),
  ])
  func `Layers that a lesson does not have are refused`(
    lesson: String, layers: String, words: String, status: Int32
  ) throws {
    let made = try trace(["worksheet", "--lesson", lesson, "--layers", layers])
    #expect(made.status == status && made.output.isEmpty && made.errors.contains(words), "\(made.errors)")
  }

  @Test(arguments: [[], ["worksheet"], ["worksheet", "--key"]])
  func `The same seed gives the same bytes, and another seed others`(_ command: [String]) throws {
    let once = try trace(command + ["--lesson", "two-neurons", "--variant", "7"])
    #expect(once.status == 0)
    #expect(once.errors.isEmpty)
    #expect(try trace(command + ["--variant=7", "--lesson", "two-neurons"]) == once)
    #expect(try trace(command + ["--variant=8", "--lesson", "two-neurons"]).output != once.output)
  }

  @Test func `A variant says that it is one`() throws {
    let text = try trace(["--lesson", "single-chain", "--variant", "7", "--format", "text"]).output
    #expect(text.contains("\nVariant 7 of this lesson: the same network with other numbers.\n"))
  }

  @Test func `A lesson file is named in the header as it was given, standard input is not`() throws {
    let folder = try Folder()
    try folder.write(trace(["lessons", "single-chain"]).output, to: "mine.json")
    let arguments = ["worksheet", "--format", "text", "--variant", "3", "--lesson"]
    let sheet = try trace(arguments + ["./mine.json"], in: folder)
    #expect(sheet.output.contains("\n    trace: lesson=./mine.json variant=3\n"))
    let read = try trace(arguments + ["-"], "<mine.json", in: folder)
    #expect(read.status == 0)
    #expect(!read.output.contains("trace: "))
  }

  @Test(arguments: [([], " language=zh"), (["--language", "en"], " language=en")])
  func `A sheet names the language that it has, if the lesson could have another`(
    _ arguments: [String], named: String
  ) throws {
    let folder = try Folder()
    let json = #"{ "language": "zh", "given": { "a": 2 }, "graph": ["b = 3*a"] }"#
    try folder.write(json, to: "mine.json")
    let sheet = ["worksheet", "--lesson", "mine.json", "--format", "text"] + arguments
    let lines = try trace(sheet, in: folder).output.split(separator: "\n")
    #expect(lines.contains("    trace: lesson=mine.json\(named)"))
  }

  @Test func `A worksheet goes to a file in the format of its ending`() throws {
    let folder = try Folder()
    for name in ["a.md", "a.tex", "a.txt"] {
      let outcome = try trace(["worksheet", "--lesson", "xor", "--key", "--output", name], in: folder)
      #expect(outcome == Outcome(status: 0, output: "", errors: ""))
    }
    #expect(try folder.text(of: "a.tex").contains("{exam}"))
    #expect(try folder.text(of: "a.md").contains("\n```text\nz1[1]@1 = -0.4\n"))
  }

  @Test func `A lesson that is too large for a worksheet is refused`() throws {
    let outcome = try trace(["worksheet", "--lesson", "digit"])
    #expect(outcome.status == 65)
    #expect(
      outcome.errors.hasPrefix(
        "error: the lesson has 1210 parameters times examples, too many to derive by hand"))
  }
}
