import Foundation
import Testing

extension CommandTests {
  private func write(_ path: String, in folder: Folder, _ more: String...) throws -> Outcome {
    try trace(["--lesson", "single-chain", "--output", path] + more, in: folder)
  }

  @Test(arguments: [
    ("a.md", "markdown"), ("a.tex", "latex"), ("a.html", "html"), ("a.txt", "text"), ("a.json", "json"),
    ("A.TEX", "latex"),
  ])
  func `The ending of the output file chooses the format`(_ path: String, _ format: String) throws {
    let folder = try Folder()
    #expect(try write(path, in: folder) == Outcome(status: 0, output: "", errors: ""))
    let document = try trace(["--lesson", "single-chain", "--format", format]).output
    #expect(try folder.text(of: path) == document)
    #expect(try folder.names == [path])
  }

  @Test func `The format that is asked for wins over the ending`() throws {
    let folder = try Folder()
    #expect(try write("a.md", in: folder, "--format", "json").status == 0)
    #expect(
      try folder.text(of: "a.md") == trace(["--lesson", "single-chain", "--format", "json"]).output)
  }

  @Test(arguments: [
    ("none/a.md", "its directory does not exist"),
    ("file/a.md", "a part of its path is not a directory"),
    ("folder.md", "it is a directory"),
    ("nowhere.md", "it is a link to a file that does not exist"),
  ])
  func `A file that cannot be written is named with the reason`(_ path: String, _ reason: String) throws {
    let folder = try Folder()
    try folder.write("", to: "file")
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "folder.md"), withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "nowhere.md"), withDestinationPath: "none")
    #expect(
      try write(path, in: folder)
        == Outcome(status: 74, output: "", errors: "error: cannot write '\(path)': \(reason)\n"))
    #expect(try folder.names == ["file", "folder.md", "nowhere.md"])
  }

  @Test(arguments: [["--digits", "0"], ["--only", "w9"], ["--format", "none"]])
  func `A run that fails leaves the old file as it was`(_ mistake: [String]) throws {
    let folder = try Folder()
    try folder.write("old", to: "a.md")
    let outcome = try trace(["--lesson", "single-chain", "--output", "a.md"] + mistake, in: folder)
    #expect(outcome.status == 64)
    #expect(try folder.text(of: "a.md") == "old")
    #expect(try folder.names == ["a.md"])
  }

  @Test func `A disk that fills up leaves the old file as it was, and nothing beside it`() throws {
    let folder = try Folder()
    try folder.write("old", to: "a.md")
    let outcome = try shell(
      "ulimit -f 0; exec \"$0\" --lesson single-chain --output a.md", in: folder)
    let sentence = "error: cannot write 'a.md': the file would be too large\n"
    #expect(outcome == Outcome(status: 74, output: "", errors: sentence))
    #expect(try folder.text(of: "a.md") == "old")
    #expect(try folder.names == ["a.md"])
  }

  @Test func `A new file gets the mode of the umask, an old one keeps its own`() throws {
    let folder = try Folder()
    try folder.write("old", to: "old.md")
    #expect(chmod(folder.path(of: "old.md"), 0o604) == 0)
    for name in ["old.md", "new.md"] {
      let script = "umask 027; exec \"$0\" --lesson single-chain --output \(name)"
      #expect(try shell(script, in: folder).status == 0)
    }
    #expect(try mode(of: "old.md", in: folder) == 0o604)
    #expect(try mode(of: "new.md", in: folder) == 0o640)
    #expect(try folder.text(of: "old.md") == folder.text(of: "new.md"))
  }

  @Test func `A link stays a link, and the file that it leads to is written`() throws {
    let folder = try Folder()
    try folder.write("old", to: "file.md")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "link.md"), withDestinationPath: "file.md")
    #expect(try write("link.md", in: folder).status == 0)
    let destination = try FileManager.default.destinationOfSymbolicLink(atPath: folder.path(of: "link.md"))
    #expect(destination == "file.md")
    #expect(try folder.text(of: "file.md") == trace(["--lesson", "single-chain"]).output)
  }

  @Test(arguments: ["mine.json", "./mine.json", "link.md"])
  func `A lesson is not overwritten by its own document`(_ path: String) throws {
    let folder = try Folder()
    let lesson = try trace(["lessons", "single-chain"]).output
    try folder.write(lesson, to: "mine.json")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "link.md"), withDestinationPath: "mine.json")
    let sentence =
      "error: --output '\(path)' would overwrite a file that is read; name another file\n"
    for (source, input) in [("mine.json", "/dev/null"), ("-", "mine.json")] {
      #expect(
        try trace(["--lesson", source, "--output", path], "<\(input)", in: folder)
          == Outcome(status: 64, output: "", errors: sentence))
    }
    #expect(try folder.text(of: "mine.json") == lesson)
  }

  @Test func `Devices and named pipes are written to, not replaced`() throws {
    let folder = try Folder()
    #expect(mkfifo(folder.path(of: "pipe.md"), 0o600) == 0)
    let outcome = try shell(
      "cat pipe.md & \"$0\" --lesson single-chain --output pipe.md; wait", in: folder)
    #expect(try outcome == trace(["--lesson", "single-chain"]))
    #expect(try folder.names == ["pipe.md"])
    #expect(try write("/dev/null", in: folder, "--format", "text").status == 0)
    #expect(try write("/dev/stderr", in: folder, "--format", "markdown").errors == outcome.output)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `A full device is an error`() throws {
    let folder = try Folder()
    let sentence = "error: cannot write '/dev/full': no space left on the device\n"
    #expect(
      try write("/dev/full", in: folder, "--format", "text")
        == Outcome(status: 74, output: "", errors: sentence))
  }

  private func mode(of name: String, in folder: Folder) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(of: name))
    return (attributes[.posixPermissions] as? NSNumber)?.intValue
  }
}
