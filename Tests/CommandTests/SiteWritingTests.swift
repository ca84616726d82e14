import Foundation
import Testing

extension CommandTests {
  /// A lesson of one neuron, with so many examples.
  private static func neuron(examples: Int = 1) -> String {
    let examples = repeatElement(#"{ "inputs": [1], "targets": [2] }"#, count: examples)
    return """
      { "network": { "inputs": 1, "layers": [ { "activation": "relu", "weights": [[1]] } ] },
        "cost": "squared-error", "examples": [ \(examples.joined(separator: ",\n")) ] }
      """
  }

  private static func folder(_ lessons: [String: String]) throws -> Folder {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("course"), withIntermediateDirectories: true)
    for (name, text) in lessons { try folder.write(text, to: "course/\(name).json") }
    return folder
  }

  private static let build = ["build", "--lessons", "course", "--output", "site"]

  @Test func `Two letters of one capital are one on some disks, and those that only look alike are not`()
    throws
  {
    let greek = try Self.folder(["\u{C9}\u{3C2}": Self.neuron(), "e\u{301}\u{3C3}": Self.neuron()])
    let error =
      "course/e\u{301}\u{3C3}.json: error: e\u{301}\u{3C3}.html and \u{C9}\u{3C2}.html of course/\u{C9}\u{3C2}.json are one "
      + "file on some disks; give one of the two lessons another name\n"
    #expect(try trace(Self.build, in: greek) == Outcome(status: 65, output: "", errors: error))
    let names = [
      "straße", "strasse", "ı", "i", "a", "ａ", "a-worksheet.x", String(repeating: "n", count: 240),
    ]
    let folder = try Self.folder(Dictionary(uniqueKeysWithValues: names.map { ($0, Self.neuron()) }))
    #expect(
      try trace(Self.build, in: folder)
        == Outcome(status: 0, output: "57 files written, 0 unchanged\n", errors: ""))
  }

  @Test func `A lesson that the list leaves out is in nobody's way`() throws {
    let folder = try Self.folder(["a": Self.neuron(), "a-worksheet": Self.neuron()])
    try folder.write("a\n", to: "course/index.txt")
    #expect(try trace(Self.build, in: folder).output == "8 files written, 0 unchanged\n")
  }

  @Test func `What can be known to be wrong is said before the first page is written`() throws {
    let folder = try Self.folder(["a": Self.neuron(), "b": Self.neuron(), "c": "{ \"network\": 1 }"])
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("site/b.txt"), withIntermediateDirectories: true)
    let outcome = try trace(Self.build, in: folder)
    #expect(outcome.status == 74)
    #expect(outcome.errors.hasPrefix("course/c.json:1:1: error: "))
    #expect(outcome.errors.hasSuffix("\nerror: cannot write 'site/b.txt': it is a directory\n"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path(of: "site")) == ["b.txt"])
  }

  @Test func `The trace of a large lesson is written where it is asked for, and otherwise the page says so`()
    throws
  {
    let folder = try Self.folder(["large": Self.neuron(examples: 2_001), "small": Self.neuron(examples: 2)])
    let site = { try Set(FileManager.default.contentsOfDirectory(atPath: folder.path(of: "site"))) }
    let brief = try trace(Self.build, in: folder)
    let hint = "hint: the trace of 1 large lesson is not written as JSON; --traces writes JSON as well\n"
    #expect(brief == Outcome(status: 0, output: "13 files written, 0 unchanged\n", errors: hint))
    #expect(try !site().contains("large.json") && site().contains("small.json"))
    let note =
      ". The whole trace is long, and not here: <code>trace --format json</code> writes it from the lesson</p>"
    let page = try folder.text(of: "site/large.html")
    #expect(page.contains(note) && !page.contains("\"large.json\""))
    #expect(try !folder.text(of: "site/small.html").contains(note))

    // Of the large lesson the trace, and the page that links to it.
    #expect(
      try trace(Self.build + ["--traces"], in: folder)
        == Outcome(status: 0, output: "2 files written, 12 unchanged\n", errors: ""))
    #expect(try folder.text(of: "site/large.html").contains("<a href=\"large.json\" download>JSON</a>"))
    #expect(try trace(["--lesson", "course/large.json", "--output", "alone.json"], in: folder).status == 0)
    #expect(try folder.text(of: "site/large.json") == folder.text(of: "alone.json"))
  }
}
