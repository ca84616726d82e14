import Testing

extension CommandTests {
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
}
