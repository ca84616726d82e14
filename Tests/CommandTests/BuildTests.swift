import Foundation
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
  /// A lesson of one neuron.
  private static func lesson(_ title: String, weight: String = "0.5") -> String {
    """
    {
      "title": "\(title)", "summary": "All about it. Then [more](https://example.org/). And more.",
      "network": { "inputs": 1, "layers": [ { "activation": "identity", "weights": [[\(weight)]] } ] },
      "cost": "squared-error", "examples": [ { "inputs": [1], "targets": [2] } ]
    }

    """
  }

  /// A folder with a course of three, and nothing else.
  private static func course() throws -> Folder {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("course/deeper.json"), withIntermediateDirectories: true)
    for name in ["a", "b", "c"] {
      try folder.write(lesson("Lesson \(name.uppercased())"), to: "course/\(name).json")
    }
    try folder.write("no lesson", to: "course/notes.md")
    try folder.write("hidden", to: "course/.hidden.json")
    return folder
  }

  private static let build = ["build", "--lessons", "course", "--output", "site"]
  private static let endings = ["-worksheet.html", ".html", ".json", ".lesson.json", ".md", ".tex", ".txt"]

  private static func said(_ written: Int, _ kept: Int) -> String {
    "\(written) \(written == 1 ? "file" : "files") written, \(kept) unchanged\n"
  }

  /// What is in the site, with the time of its last change.
  private static func times(_ folder: Folder, _ site: String = "site") throws -> [String: Date] {
    let manager = FileManager.default
    let names = try manager.contentsOfDirectory(atPath: folder.path(of: site))
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        let attributes = try manager.attributesOfItem(atPath: folder.path(of: "\(site)/\($0)"))
        return ($0, try #require(attributes[.modificationDate] as? Date))
      })
  }

  /// Where the links of a page lead, as names of files.
  private static func links(of page: String) -> [String] {
    page.matches(of: /href="([^"]*)"/).map { String($0.1) }
  }

  @Test(arguments: [
    Refusal(
      "build", sentence: "trace build needs --output DIR: the folder of the pages; created if there is none"),
    Refusal("build", "--output", sentence: "--output needs a value: --output DIR"),
    Refusal("build", "--output", "site", "--lessons", sentence: "--lessons needs a value: --lessons DIR"),
    Refusal("build", "--output", "site", "--title=", sentence: "the value of --title is empty"),
    Refusal("build", "--output", "site", "--title", " \u{200B}", sentence: "the value of --title is empty"),
    Refusal("build", "course", "--output", "site", sentence: "unexpected argument 'course'"),
    Refusal("build", "--lesson", "xor", sentence: "'trace build' has no option --lesson"),
    Refusal("build", "--ouput", "a", sentence: "unknown option '--ouput'; did you mean '--output'?"),
    Refusal("biuld", sentence: "unknown command 'biuld'; did you mean 'trace build'?"),
    Refusal(
      "build", "--lessons", "course", "--output", "course/a.json",
      sentence: "--output 'course/a.json' is not a folder; name a folder"),
    Refusal(
      "build", "--lessons", "course/a.json", "--output", "site",
      sentence: "--lessons 'course/a.json' is not a folder; name a folder"),
    Refusal(
      "build", "--lessons", "course", "--output", "./course/",
      sentence: "--output './course/' is the folder of the lessons; name another folder for the pages"),
    Refusal("--lesson", "xor", "--title", "a", sentence: "--title is an option of 'trace build'"),
  ])
  func `A course that is not asked for rightly is refused, and nothing is made`(_ refusal: Refusal) throws {
    let folder = try Self.course()
    let outcome = try trace(refusal.arguments, in: folder)
    #expect(outcome == Outcome(status: 64, output: "", errors: "error: \(refusal.sentence)\n"))
    #expect(try folder.names == ["course"])
  }

  @Test
  func `Every lesson is there in every format, as the command alone writes it, and in the order of names`()
    throws
  {
    let folder = try Self.course()
    #expect(
      try trace(Self.build, in: folder) == Outcome(status: 0, output: Self.said(22, 0), errors: ""))
    let expected = ["a", "b", "c"].flatMap { name in Self.endings.map { name + $0 } } + ["index.html"]
    #expect(try Self.times(folder).keys.sorted() == expected)
    for name in ["a", "b", "c"] {
      for ending in Self.endings.dropFirst(2) where ending != ".lesson.json" {
        let alone = try trace(["--lesson", "course/\(name).json", "--output", "alone\(ending)"], in: folder)
        #expect(alone.status == 0)
        #expect(try folder.text(of: "site/\(name)\(ending)") == folder.text(of: "alone\(ending)"))
      }
    }
    let index = try folder.text(of: "site/index.html")
    #expect(index.contains("<h1>course</h1>"))
    #expect(!index.contains("<script"))
    #expect(Self.links(of: index) == ["a.html", "b.html", "c.html"])
    // A link in the summary is one too many in a list of links.
    #expect(index.contains("<p>All about it. Then more.</p>"))
    let downloads = { (name: String) in [".lesson.json", ".md", ".tex", ".txt", ".json"].map { name + $0 } }
    let cases = [
      ("a", ["index.html", "b.html"]), ("b", ["a.html", "index.html", "c.html"]),
      ("c", ["b.html", "index.html"]),
    ]
    for (name, ways) in cases {
      let page = try folder.text(of: "site/\(name).html")
      #expect(
        Self.links(of: page) == ways + ["\(name)-worksheet.html"] + downloads(name) + ["https://example.org/"]
          + ways
      )
      #expect(try folder.text(of: "site/\(name).lesson.json") == folder.text(of: "course/\(name).json"))
      let worksheet = try folder.text(of: "site/\(name)-worksheet.html")
      #expect(Self.links(of: worksheet) == ["index.html", "\(name).html", "index.html"])
      // Who reads it has the file that is beside it, and no other.
      #expect(!worksheet.contains("course/"))
      #expect(worksheet.contains(">trace: lesson=\(name).lesson.json\n"))
    }
  }

  @Test func `A page differs from the one that the command alone writes only in what leads on from it`()
    throws
  {
    let folder = try Self.course()
    #expect(try trace(Self.build + ["--digits", "3", "--notation", "slides"], in: folder).status == 0)
    let alone = try trace(
      ["--lesson", "course/b.json", "--format", "html", "--digits", "3", "--notation", "slides"], in: folder)
    let page = try folder.text(of: "site/b.html")
      .replacing(/<nav class="course".*?<\/nav>\n/.dotMatchesNewlines(), with: "")
    let (style, body) = (/<style>.*<\/style>/.dotMatchesNewlines(), "")
    #expect(page.replacing(style, with: body) == alone.output.replacing(style, with: body))
    #expect(!alone.output.contains(".course"))
  }

  @Test func `What would come out the same is not touched, and what is not of the course stays`() throws {
    let folder = try Self.course()
    #expect(try trace(Self.build, in: folder).status == 0)
    try folder.write("mine", to: "site/mine.html")
    let before = try Self.times(folder)
    #expect(try trace(Self.build, in: folder) == Outcome(status: 0, output: Self.said(0, 22), errors: ""))
    #expect(try Self.times(folder) == before)

    try folder.write(Self.lesson("Lesson B", weight: "0.25"), to: "course/b.json")
    #expect(try trace(Self.build, in: folder).output == Self.said(7, 15))
    let after = try Self.times(folder)
    let changed = before.keys.filter { before[$0] != after[$0] }.sorted()
    #expect(changed == Self.endings.map { "b" + $0 })

    // The title of a lesson is on the pages beside it, and in the list.
    try folder.write(Self.lesson("Another", weight: "0.25"), to: "course/b.json")
    #expect(try trace(Self.build, in: folder).output == Self.said(10, 12))
    try FileManager.default.removeItem(atPath: folder.path(of: "course/c.json"))
    #expect(try trace(Self.build, in: folder).output == Self.said(2, 13))
    #expect(try Self.times(folder).keys.contains("c.html"))
    #expect(try folder.text(of: "site/mine.html") == "mine")
  }
}
