import Foundation
import Testing

@testable import trace

/// What goes wrong around the command; single calls that fail are the matter of `.ci/faults.sh`.
extension CommandTests {
  private static let right = "trace: lesson=mine.json\nz1 = 0.66\n"

  @Test func `A file that loses its other end is not half written`() throws {
    let folder = try Folder()
    try folder.write("old", to: "a.md")
    #expect(throws: CommandError.self) {
      try OutputFile(path: folder.path(of: "a.md")).write { sink in
        try sink.append("half")
        throw SystemError(code: EPIPE)
      }
    }
    #expect(try folder.text(of: "a.md") == "old")
    #expect(try folder.names == ["a.md"])
  }

  @Test func `A file that is removed before it is written over is written anew`() throws {
    let folder = try Folder()
    try folder.write("old", to: "a.md")
    let file = try OutputFile(path: folder.path(of: "a.md"))
    try FileManager.default.removeItem(atPath: folder.path(of: "a.md"))
    try file.write { try $0.append("new") }
    #expect(try folder.text(of: "a.md") == "new")
  }

  @Test func `What killed runs have left behind is not in the way, though the process has the same number`()
    throws
  {
    let folder = try Folder()
    let outcome = try shell(
      """
      i=0
      while [ $i -lt 150 ]; do : >.trace-$$-$i.tmp; i=$((i + 1)); done
      exec "$0" --lesson single-chain --output a.md
      """, in: folder)
    #expect(outcome == Outcome(status: 0, output: "", errors: ""))
    #expect(try folder.names.count == 151)
  }

  @Test func `Input that does not wait by itself is waited for`() throws {
    let pipe = Pipe()
    let (reading, writing) = (pipe.fileHandleForReading, pipe.fileHandleForWriting)
    #expect(fcntl(reading.fileDescriptor, F_SETFL, O_NONBLOCK) == 0)
    Thread.detachNewThread {
      usleep(50_000)
      writing.write(Data("late".utf8))
      try? writing.close()
    }
    #expect(try readBytes(reading.fileDescriptor, limit: 100) == Array("late".utf8))
    #expect(try readBytes(reading.fileDescriptor, limit: 100).isEmpty)
  }

  @Test(arguments: [["--lesson", "xor", "--output"], ["check"], ["build", "--output"], ["--lesson"]])
  func `A name that is no text is refused, and no other is taken for it`(_ arguments: [String]) throws {
    let folder = try Folder()
    let outcome = try shell("exec \"$0\" \"$@\" \"$(printf 'caf\\351.md')\"", arguments, in: folder)
    let sentence = "error: the argument 'caf\u{FFFD}.md' is not valid UTF-8\n"
    #expect(outcome == Outcome(status: 64, output: "", errors: sentence))
    #expect(try folder.names.isEmpty)
  }

  @Test func `A worksheet that is filled in is not overwritten by an empty one`() throws {
    let folder = try Folder()
    let write = ["worksheet", "--lesson", "single-chain", "--output", "sheet.md"]
    for _ in 1...2 { #expect(try trace(write, in: folder).status == 0) }
    let filledIn = try folder.text(of: "sheet.md").replacing("z1 =\n", with: "z1 = 0.66\n")
    #expect(filledIn.contains("z1 = 0.66"))
    try folder.write(filledIn, to: "sheet.md")
    let sentence =
      "error: 'sheet.md' is filled in, and a new worksheet would overwrite its answers; "
      + "name another file, or remove this one first\n"
    #expect(try trace(write, in: folder) == Outcome(status: 64, output: "", errors: sentence))
    #expect(try folder.text(of: "sheet.md") == filledIn)
    #expect(try trace(write + ["--key"], in: folder).status == 0)
  }

  @Test(arguments: ["mine.json", "link.json"])
  func `A lesson is not overwritten by the report on its answers`(_ path: String) throws {
    let folder = try Folder()
    let lesson = try trace(["lessons", "single-chain"]).output
    try folder.write(lesson, to: "mine.json")
    try folder.write(Self.right, to: "a.md")
    try folder.write(Self.right, to: "b.md")
    _ = try shell("ln mine.json link.json", in: folder)
    for sheets in [["a.md"], ["a.md", "b.md"], ["a.md", "--lesson", "mine.json"]] {
      let sentence =
        "error: --output '\(path)' would overwrite a file that is read; name another file\n"
      let outcome = try trace(["check"] + sheets + ["--output", path], in: folder)
      #expect(outcome == Outcome(status: 64, output: "", errors: sentence))
    }
    #expect(try folder.text(of: "mine.json") == lesson)
  }

  @Test func `Of a class a sheet that cannot be looked at is named, too`() throws {
    let folder = try Folder()
    _ = try shell("mkdir class; ln -s nowhere class/b.md", in: folder)
    try folder.write("trace: lesson=single-chain\nz1 = 0.66\n", to: "class/a.md")
    let outcome = try trace(["check", "class"], in: folder)
    #expect(outcome.status == 66)
    #expect(outcome.output.contains("Could not be read: b.md."))
    #expect(outcome.errors == "error: cannot read 'class/b.md': there is no such file\n")
  }

  @Test func `A folder is not made in the place of a link to nothing`() throws {
    let folder = try Folder()
    _ = try shell("ln -s nowhere site", in: folder)
    let outcome = try trace(["build", "--output", "site"], in: folder)
    let sentence = "error: cannot write 'site': a file of that name exists already\n"
    #expect(outcome == Outcome(status: 74, output: "", errors: sentence))
  }
}
