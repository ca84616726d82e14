import Testing

/// A command line, and the one line that it gets on standard error.
struct Refusal: Sendable, CustomTestStringConvertible {
  var arguments: [String]
  var sentence: String
  var testDescription: String { arguments.joined(separator: " ") }

  init(_ arguments: String..., sentence: String) {
    self.arguments = arguments
    self.sentence = sentence
  }
}

extension CommandTests {
  @Test(arguments: [
    Refusal(
      "--fromat", "text", "--lesson", "single-chain",
      sentence: "unknown option '--fromat'; did you mean '--format'?"),
    Refusal("--qqq=1", sentence: "unknown option '--qqq'; 'trace help' lists them"),
    Refusal("-x", sentence: "unknown option '-x'; 'trace help' lists them"),
    Refusal("lesson", sentence: "unknown command 'lesson'; did you mean 'trace lessons'?"),
    Refusal("worksheets", sentence: "unknown command 'worksheets'; did you mean 'trace worksheet'?"),
    Refusal("", sentence: "unknown command ''; 'trace help' lists them"),
    Refusal("help", "lesson", sentence: "unknown command 'lesson'; did you mean 'lessons'?"),
    Refusal("lessons", "--digits", "3", sentence: "'trace lessons' takes no --digits"),
  ])
  func `What is misspelt or unknown is named, with a suggestion where there is one`(_ refusal: Refusal) throws
  {
    try expect(refusal)
  }

  @Test(arguments: [
    Refusal(
      "single-chain",
      sentence: "a lesson is given with --lesson; type: trace --lesson single-chain"),
    Refusal(
      "--format", "text", "single-chain",
      sentence: "a lesson is given with --lesson; type: trace --lesson single-chain"),
    Refusal("./a.json", sentence: "a lesson is given with --lesson; type: trace --lesson ./a.json"),
    Refusal(
      "single-chian",
      sentence: "unknown command 'single-chian'; did you mean 'trace --lesson single-chain'?"),
    Refusal(
      "--format", "text",
      sentence: "there is no lesson: add --lesson NAME, as in: trace --lesson single-chain"),
    Refusal(
      "--lesson", "single-chian",
      sentence: "there is no lesson 'single-chian'; did you mean 'single-chain'?"
        + " ('trace lessons' lists them; a file is named with its path or .json)"),
    Refusal(
      "lessons", "qqqqqq",
      sentence:
        "there is no lesson 'qqqqqq' ('trace lessons' lists them; a file is named with its path or .json)"),
  ])
  func `A lesson that is not asked for rightly gets a sentence that says how`(_ refusal: Refusal) throws {
    try expect(refusal)
  }

  @Test(arguments: [
    Refusal("--lesson", sentence: "--lesson needs a value: --lesson NAME-OR-FILE"),
    Refusal("--lesson", "--format", sentence: "--lesson needs a value: --lesson NAME-OR-FILE"),
    Refusal(
      "--output", "-x.md",
      sentence: "--output needs a value: --output FILE (one that begins with a dash: --output=-x.md)"),
    Refusal("--lesson=", sentence: "the value of --lesson is empty"),
    Refusal("--lesson", "", sentence: "the value of --lesson is empty"),
    Refusal("--version=2", sentence: "--version takes no value"),
    Refusal("--lesson", "a", "--lesson=b", sentence: "--lesson is given twice"),
    Refusal("--lesson", "single-chain", "extra", sentence: "unexpected argument 'extra'"),
    Refusal(
      "--lesson", "single-chain", "lessons",
      sentence: "unexpected argument 'lessons'; a command comes first: trace lessons"),
    Refusal("lessons", "single-chain", "extra", sentence: "unexpected argument 'extra'"),
    Refusal("help", "lessons", "extra", sentence: "unexpected argument 'extra'"),
  ])
  func `A value too few or too many is an error`(_ refusal: Refusal) throws {
    try expect(refusal)
  }

  @Test(arguments: ["0", "18", "-3", "+3", "3.0", "six", "99999999999999999999", "٣"])
  func `Digits are a whole number from 1 to 17`(_ digits: String) throws {
    try expect(
      Refusal(
        "--lesson", "single-chain", "--digits", digits,
        sentence: "--digits is a whole number from 1 to 17, not '\(digits)'"))
  }

  @Test(arguments: [
    Refusal(
      "--lesson", "single-chain", "--format", "latx",
      sentence: "unknown format 'latx'; did you mean 'latex'?"),
    Refusal(
      "--lesson", "single-chain", "--format", "qqqqqq",
      sentence: "unknown format 'qqqqqq'; it is one of markdown, latex, html, text or json"),
    Refusal(
      "--lesson", "relu-chain", "--exact", "--format", "json",
      sentence:
        "--exact writes a document in fractions, and a JSON trace holds doubles; leave one of the two out"),
    Refusal(
      "--exact", "--output=a.json", "--lesson", "relu-chain",
      sentence:
        "--exact writes a document in fractions, and a JSON trace holds doubles; leave one of the two out"),
    Refusal("--lesson", "relu-chain", "--exact=1", sentence: "--exact takes no value"),
    Refusal(
      "--lesson", "single-chain", "--output", "a.foo",
      sentence:
        "the format of 'a.foo' is not clear: end it in .md, .tex, .html, .txt or .json, or add --format"),
  ])
  func `A format that does not exist is refused`(_ refusal: Refusal) throws {
    try expect(refusal)
  }

  @Test(arguments: [
    Refusal(
      "--lesson", "xor", "--math", "githab",
      sentence: "unknown dialect of mathematics 'githab'; did you mean 'github'?"),
    Refusal(
      "worksheet", "--lesson", "xor", "--math=mathml",
      sentence: "unknown dialect of mathematics 'mathml'; it is one of dollar or github"),
    Refusal(
      "--lesson", "xor", "--math", "github", "--format", "latex",
      sentence: "--math is for markdown, and what is written here is latex; "
        + "leave it out, or add --format markdown"),
    Refusal(
      "check", "sheet.md", "--math", "dollar",
      sentence: "--math is for markdown, and what is written here is text; "
        + "leave it out, or add --format markdown"),
    Refusal(
      "--lesson", "xor", "--figures",
      sentence: "--figures writes pictures beside the document; say with --output FILE where that is"),
    Refusal(
      "--lesson", "xor", "--figures", "--output", "-",
      sentence: "--figures writes pictures beside the document; say with --output FILE where that is"),
    Refusal(
      "--lesson", "xor", "--figures", "--output", "a.html",
      sentence: "--figures is for markdown, and what is written here is html; "
        + "leave it out, or add --format markdown"),
    Refusal(
      "--lesson", "xor", "--fragment",
      sentence: "--fragment is for latex, and what is written here is markdown; "
        + "leave it out, or add --format latex"),
    Refusal(
      "--lesson", "xor", "--fragment", "--output", "a.txt",
      sentence: "--fragment is for latex, and what is written here is text; "
        + "leave it out, or add --format latex"),
    Refusal(
      "--lesson", "xor", "--ascii",
      sentence: "--ascii is for text, and what is written here is markdown; "
        + "leave it out, or add --format text"),
    Refusal(
      "--lesson", "xor", "--ascii", "--format", "text", "--notation", "slides",
      sentence: "with --ascii quantities have the names by which they are typed, in every notation the same; "
        + "leave --notation out"),
    Refusal(
      "--lesson", "xor", "--step", "--format", "latex",
      sentence: "--step is for text, and what is written here is latex; leave it out, or add --format text"),
    Refusal(
      "--lesson", "xor", "--step", "--output", "a.txt",
      sentence: "--step shows a document at a terminal, and --output writes it to a file; "
        + "leave one of the two out"),
    Refusal("worksheet", "--fragment", sentence: "'trace worksheet' takes no --fragment"),
  ])
  func `An option of one format is refused in the others`(_ refusal: Refusal) throws {
    try expect(refusal)
  }

  @Test(arguments: [
    Refusal(
      "--lesson", "single-chain", "--notation", "nielson",
      sentence: "unknown notation 'nielson'; did you mean 'nielsen'?"),
    Refusal(
      "--lesson", "single-chain", "--notation=3blue", "--format", "json",
      sentence: "unknown notation '3blue'; it is one of 3b1b, nielsen or slides"),
    Refusal("--lesson", "single-chain", "--notation", sentence: "--notation needs a value: --notation NAME"),
  ])
  func `A notation that does not exist is refused`(_ refusal: Refusal) throws {
    try expect(refusal)
  }

  @Test(arguments: ["3b1b", "nielsen", "slides"])
  func `Names in JSON are the same in every notation`(_ notation: String) throws {
    let plain = try trace(["--lesson", "two-neurons", "--format", "json"])
    let outcome = try trace(["--lesson", "two-neurons", "--format", "json", "--notation", notation])
    #expect(outcome == plain)
  }

  @Test func `No escape sequence of an argument reaches the terminal`() throws {
    let outcome = try trace(["--lesson", "\u{1B}[31m\n\u{9B}\u{202E}.json"])
    #expect(
      outcome.errors
        == "error: cannot read '\\u001b[31m\\u000a\\u009b\\u202e.json': there is no such file\n")
  }

  @Test(arguments: [
    ["--lesson", "single-chain", "--digits", "17"],
    ["--lesson=single-chain", "--digits=1"],
    ["--digits", "8", "--format", "markdown", "--lesson", "single-chain"],
    ["--lesson", "single-chain", "--only", "w1", "--only", "b1"],
    ["--exact", "--lesson", "relu-chain", "--digits", "3"],
    ["--lesson", "single-chain", "--notation", "nielsen", "--only", "dC/dz2"],
    ["--notation=3b1b", "--lesson", "single-chain"],
    ["--lesson", "single-chain", "--output", "-"],
    ["--lesson", "single-chain", "--output", "/dev/stdout"],
  ])
  func `Options are taken in any order, with a space or an equals sign`(_ arguments: [String]) throws {
    let outcome = try trace(arguments)
    #expect(outcome.status == 0)
    #expect(!outcome.output.isEmpty)
    #expect(outcome.errors.isEmpty)
  }

  @Test func `A quantity that the lesson does not have is an error of the command line`() throws {
    let outcome = try trace(["--lesson", "single-chain", "--only", "w9"])
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("error: the lesson has no quantity 'w9'"))
  }

  @Test func `A lesson without fractions is refused with the reason`() throws {
    let sentence =
      "error: layer 1 is sigmoid, and e to a power has no exact fraction: --exact takes identity, ReLU and leaky ReLU"
      + " layers, and squared errors\n"
    #expect(
      try trace(["--lesson", "single-chain", "--exact"]) == Outcome(status: 65, output: "", errors: sentence))
  }

  private func expect(_ refusal: Refusal) throws {
    #expect(
      try trace(refusal.arguments) == Outcome(status: 64, output: "", errors: "error: \(refusal.sentence)\n"))
  }
}
