import Foundation
import Lessons
import Testing

extension CommandTests {
  @Test func `The list of lessons has one aligned line for each`() throws {
    let outcome = try trace(["lessons"])
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.map { String($0.prefix { $0 != " " }) } == Catalog.names)
    let columns = lines.map { $0.count - $0.drop { $0 != " " }.drop { $0 == " " }.count }
    #expect(Set(columns).count == 1)
    #expect(outcome.output.contains("single-chain  "))
    #expect(outcome.output.contains("  A chain of single neurons\n"))
  }

  @Test(arguments: Catalog.names)
  func `A lesson's file is printed byte for byte`(_ name: String) throws {
    let source = try #require(Catalog.source(of: name))
    #expect(
      try trace(["lessons", name])
        == Outcome(status: 0, output: String(decoding: source, as: UTF8.self), errors: ""))
  }

  @Test func `A lesson may come from a file or from standard input`() throws {
    let folder = try Folder()
    try folder.write(trace(["lessons", "single-chain"]).output, to: "mine.json")
    let builtIn = try trace(["--lesson", "single-chain"])
    #expect(builtIn.status == 0)
    #expect(try trace(["--lesson", "mine.json"], in: folder) == builtIn)
    #expect(try trace(["--lesson", "./mine.json"], in: folder) == builtIn)
    #expect(try trace(["--lesson", "-"], "<mine.json", in: folder) == builtIn)
  }

  @Test(arguments: [
    ("none.json", "there is no such file"),
    ("./", "it is a directory"),
    ("a.json/b.json", "a part of its path is not a directory"),
    ("circle.json", "its symbolic links form a loop"),
  ])
  func `A file that cannot be read is named with the reason`(_ path: String, _ reason: String) throws {
    let folder = try Folder()
    try folder.write("", to: "a.json")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "circle.json"), withDestinationPath: "circle.json")
    #expect(
      try trace(["--lesson", path], in: folder)
        == Outcome(status: 66, output: "", errors: "error: cannot read '\(path)': \(reason)\n"))
  }

  @Test func `A closed standard input cannot be read`() throws {
    #expect(
      try trace(["--lesson", "-"], "<&-")
        == Outcome(status: 66, output: "", errors: "error: cannot read standard input: it is closed\n"))
  }

  @Test func `An endless file is too large, and does not keep the command waiting`() throws {
    let limit = "is larger than 16 MiB, which is the limit"
    #expect(
      try trace(["--lesson", "/dev/zero"])
        == Outcome(status: 65, output: "", errors: "error: '/dev/zero' \(limit)\n"))
    #expect(
      try trace(["--lesson", "-"], "</dev/zero")
        == Outcome(status: 65, output: "", errors: "error: standard input \(limit)\n"))
  }

  @Test func `What is wrong in a lesson is reported with its place`() throws {
    let folder = try Folder()
    try folder.write("[]\n", to: "wrong.json")
    let fromFile = try trace(["--lesson", "wrong.json"], in: folder)
    #expect(fromFile.status == 65)
    #expect(fromFile.output.isEmpty)
    #expect(fromFile.errors.hasPrefix("wrong.json:1:1: error: "))
    let fromInput = try trace(["--lesson", "-"], "<wrong.json", in: folder)
    #expect(fromInput.status == 65)
    #expect(fromInput.errors.hasPrefix("<stdin>:1:1: error: "))
  }

  @Test func `A cost that overflows is one line and no document`() throws {
    let folder = try Folder()
    try folder.write(
      """
      { "network": { "inputs": 1, "layers": [{ "activation": "identity", "weights": [[1e308]] }] },
        "cost": "squared-error", "examples": [{ "inputs": [1e308], "targets": [0] }] }
      """, to: "large.json")
    try folder.write("old", to: "large.md")
    let outcome = try trace(["--lesson", "large.json", "--output", "large.md"], in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("error: "))
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(try folder.text(of: "large.md") == "old")
    #expect(try folder.names == ["large.json", "large.md"])
  }
}
