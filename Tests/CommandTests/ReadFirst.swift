import Foundation
import Testing

/// To be read first: the command as a shell sees it.
@Suite struct `What the command is for` {
  private static let chain = ["--lesson", "single-chain"]

  @Test func `It writes a worked example, in the format that is asked for`() throws {
    #expect(try trace(Self.chain).output.hasPrefix("# A chain of single neurons\n"))
    #expect(try trace(Self.chain + ["--format", "latex"]).output.hasPrefix("\\documentclass"))
  }

  @Test func `A file is written whole, in the format of its ending, and standard output is silent`() throws {
    let folder = try Folder()
    let outcome = try trace(Self.chain + ["--output", "chain.tex"], in: folder)
    #expect(outcome == Outcome(status: 0, output: "", errors: ""))
    #expect(try folder.text(of: "chain.tex").hasSuffix("\\end{document}\n"))
    #expect(try folder.names == ["chain.tex"])
  }

  @Test func `A lesson is built in, a file, or comes from standard input`() throws {
    let folder = try Folder()
    let file = try trace(["lessons", "single-chain"]).output
    try folder.write(file, to: "mine.json")
    let derivation = ["--format", "text", "--only", "C", "--lesson"]
    let builtIn = try trace(derivation + ["single-chain"])
    #expect(builtIn.status == 0)
    #expect(try trace(derivation + ["mine.json"], in: folder) == builtIn)
    #expect(try trace(derivation + ["-"], "<mine.json", in: folder) == builtIn)
  }

  @Test func `A command line that is wrong is told so in one sentence, and status 64`() throws {
    #expect(
      try trace(["--lesson", "singel-chain"])
        == Outcome(
          status: 64, output: "",
          errors:
            "error: there is no lesson 'singel-chain'; did you mean 'single-chain'? ('trace lessons' lists all lessons; for a file, type its path or a name with .json)\n"
        ))
  }

  @Test func `A lesson that is wrong is shown with its place, and status 65`() throws {
    let folder = try Folder()
    try folder.write("[]\n", to: "wrong.json")
    let outcome = try trace(["--lesson", "wrong.json"], in: folder)
    #expect(outcome.status == 65 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("wrong.json:1:1: error: ") && outcome.errors.contains("\n 1 | []\n"))
  }

  @Test func `A file that is not there is status 66, and one that cannot be written 74`() throws {
    #expect(try trace(["--lesson", "./none.json"]).status == 66)
    #expect(try trace(Self.chain + ["--output", "none/chain.md"]).status == 74)
  }

  @Test func `A worksheet that is filled in is judged, and status 1 says that something is wrong`() throws {
    let folder = try Folder()
    let sheet = try trace(["worksheet"] + Self.chain + ["--format", "text"]).output
    #expect(sheet.contains("    dC/da3 =\n"))
    for (answer, status) in [("0.9914", 0), ("0.4957", 1)] as [(String, Int32)] {
      let filled = sheet.replacing("    dC/da3 =\n", with: "    dC/da3 = \(answer)\n")
      try folder.write(filled, to: "ada.txt")
      let outcome = try trace(["check", "ada.txt"], in: folder)
      #expect(outcome.status == status && outcome.errors.isEmpty)
      #expect(outcome.output.contains("(missing-factor-2)") == (status == 1))
    }
  }

  @Test func `One number after the other is asked for where somebody practises`() throws {
    let session = try shell("printf '0.66\\nquit\\n' | \"$0\" practice --lesson single-chain")
    #expect(session.status == 0)
    #expect(session.output.contains("\nCorrect.\n") && session.output.contains("    a1 = "))
  }

  @Test func `A lesson is trained to another lesson`() throws {
    let folder = try Folder()
    let command = ["train"] + Self.chain + ["--epochs", "1", "--batch", "1", "--output", "trained.json"]
    #expect(try trace(command, in: folder).status == 0)
    #expect(try trace(["--lesson", "trained.json", "--only", "C"], in: folder).status == 0)
  }

  @Test func `Help fits a screen, and names every command`() throws {
    let help = try trace(["--help"]).output
    for command in ["worksheet", "check", "practice", "train", "build", "lessons", "help"] {
      #expect(help.contains("\n  trace \(command)"))
    }
    #expect(help.split(separator: "\n").count <= 24)
  }
}
