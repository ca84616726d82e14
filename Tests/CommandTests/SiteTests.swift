import Foundation
import Lessons
import Testing

extension CommandTests {
  private static let odd = ["a b", "50%25", "#1?x=y&z", "\"it's\" <i>", "é-ü-中", "-first", "a:b", "~.x"]

  private static func chain(_ title: String) -> String {
    """
    { "title": \(title), "network": { "inputs": 1, "layers": [ { "activation": "relu", "weights": [[1]] } ] },
      "cost": "squared-error", "examples": [ { "inputs": [1], "targets": [2] } ] }
    """
  }

  private static func folder(_ lessons: [String: String]) throws -> Folder {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("course"), withIntermediateDirectories: true)
    for (name, text) in lessons { try folder.write(text, to: "course/\(name)") }
    return folder
  }

  private static let build = ["build", "--lessons", "course", "--output", "a/site"]

  @Test func `Every link leads to a file that is there, whatever the lessons are called`() throws {
    let titles = Self.odd.map { _ in #""<b>&\"x\" 'y' \u0007""# }
    let folder = try Self.folder(
      Dictionary(uniqueKeysWithValues: zip(Self.odd, titles).map { ("\($0).json", Self.chain($1)) }))
    let outcome = try trace(Self.build + ["--title", "</title><script>1</script>"], in: folder)
    #expect(outcome == Outcome(status: 0, output: "57 files written, 0 unchanged\n", errors: ""))
    var reached: Set<String> = []
    for name in Self.odd + ["index"] {
      let page = try folder.text(of: "a/site/\(name).html")
      #expect(!page.contains("<script>1") && !page.contains("<b>") && !page.contains("\u{7}"))
      let links = page.matches(of: /<a [^>]*href="([^"]*)"/).map { String($0.1) }
      #expect(
        links.count == (name == "index" ? 8 : [Self.odd.min(), Self.odd.max()].contains(name) ? 10 : 12))
      for link in links {
        // As a browser goes from here.
        let target = try #require(URL(string: link, relativeTo: URL(fileURLWithPath: "/site/\(name).html")))
        let file = target.lastPathComponent
        #expect(target.path == "/site/" + file && target.fragment == nil && target.query == nil, "\(link)")
        #expect(FileManager.default.fileExists(atPath: folder.path(of: "a/site/" + file)), "\(link)")
        reached.insert(file)
      }
    }
    #expect(reached.count == 57)
  }

  @Test func `A wrong lesson is named, its neighbours lead past it, and the rest is written`() throws {
    let huge = Self.chain(#""Huge""#).replacing("\"inputs\": [1]", with: "\"inputs\": [1e300]")
    let folder = try Self.folder([
      "a.json": Self.chain(#""A""#), "broken.json": "{ \"network\": 1 }", "c.json": Self.chain(#"" ""#),
      "huge.json": huge,
    ])
    let outcome = try trace(Self.build, in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.output == "15 files written, 0 unchanged\n")
    #expect(outcome.errors.contains("course/broken.json:1:14: error: "))
    #expect(outcome.errors.contains("\ncourse/huge.json: error: the cost "))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(of: "a/site"))
    #expect(Set(names.map { $0.prefix { $0 != "." } }) == ["a", "a-worksheet", "c", "c-worksheet", "index"])
    for name in ["a", "c", "index"] {
      let page = try folder.text(of: "a/site/\(name).html")
      #expect(!page.contains("href=\"broken") && !page.contains("href=\"huge"))
    }
    #expect(try folder.text(of: "a/site/a.html").contains("<a class=\"following\" href=\"c.html\">"))
    // Nobody sees a title of spaces.
    #expect(try folder.text(of: "a/site/index.html").contains("<a href=\"c.html\">c.html</a>"))
  }

  @Test func `A lesson that cannot be opened is the worst that is said`() throws {
    let folder = try Self.folder(["a.json": Self.chain(#""A""#), "broken.json": ""])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "course/b.json"), withDestinationPath: "nothing")
    let outcome = try trace(Self.build, in: folder)
    #expect(outcome.status == 66)
    #expect(outcome.errors.hasPrefix("error: cannot read 'course/b.json': there is no such file\n"))
    #expect(outcome.output == "8 files written, 0 unchanged\n")
    #expect(try trace(["build", "--lessons", "none", "--output", "b"], in: folder).status == 66)
    #expect(try trace(["build", "--lessons", "a", "--output", "b"], in: folder).status == 65)
    #expect(try folder.names == ["a", "course"])
  }

  @Test(arguments: [
    (
      ["index"],
      "course/index.json: error: index.html is the list of all lessons; give this lesson another name"
    ),
    (
      ["a", "a-worksheet"],
      "course/a.json: error: a-worksheet.html is written for course/a-worksheet.json as well; "
        + "give one of the two lessons another name"
    ),
    (
      ["b", "b.lesson"],
      "course/b.lesson.json: error: b.lesson.json is written for course/b.json as well; "
        + "give one of the two lessons another name"
    ),
    (
      ["Net", "net"],
      "course/net.json: error: net.html and Net.html of course/Net.json are one file on some disks; "
        + "give one of the two lessons another name"
    ),
    (
      ["e\u{301}t", "\u{e9}t"],
      "course/\u{e9}t.json: error: \u{e9}t.html and e\u{301}t.html of course/e\u{301}t.json are one file on some disks; "
        + "give one of the two lessons another name"
    ),
    (
      [String(repeating: "n", count: 245)],
      "course/\(String(repeating: "n", count: 245)).json: error: the name is too long: "
        + "\(String(repeating: "n", count: 245))-worksheet.html would have 260 bytes, and the name of a file has 255 at most; "
        + "give this lesson a shorter name"
    ),
  ])
  func `Lessons whose files would meet are refused before anything is written`(names: [String], error: String)
    throws
  {
    let folder = try Self.folder([:])
    for name in names + ["other"] { try folder.write(Self.chain("\"One\""), to: "course/\(name).json") }
    let outcome = try trace(Self.build, in: folder)
    #expect((outcome.status, outcome.output) == (65, ""))
    #expect(Array(outcome.errors.utf8) == Array((error + "\n").utf8), "\(outcome.errors)")
    #expect(try folder.names == ["course"])
  }

  @Test func `A list decides the order, and what it does not name is left out`() throws {
    let lessons = ["a", "b", "c.json", "d"].map { ("\($0).json", Self.chain("\"\($0)\"")) }
    let folder = try Self.folder(Dictionary(uniqueKeysWithValues: lessons))
    func build(_ list: String) throws -> (outcome: Outcome, pages: [String]) {
      try folder.write(list, to: "course/index.txt")
      let outcome = try trace(Self.build, in: folder)
      let index = try? folder.text(of: "a/site/index.html")
      return (outcome, (index ?? "").matches(of: /<h2><a href="([^"]*)"/).map { String($0.1) })
    }
    let whole = try build("\u{FEFF}d.json\r\n\n  b\nc.json\na\t")
    #expect(whole.outcome == Outcome(status: 0, output: "29 files written, 0 unchanged\n", errors: ""))
    #expect(whole.pages == ["d.html", "b.html", "c.json.html", "a.html"])

    let part = try build("b\na\n")
    #expect(part.pages == ["b.html", "a.html"])
    #expect(part.outcome.status == 0)
    #expect(part.outcome.errors == "hint: 2 lessons that index.txt does not name are left out\n")

    let wrong = try build("a\nbb\na\nb\nc.json\nd")
    #expect(wrong.pages == ["a.html", "b.html", "c.json.html", "d.html"])
    #expect(wrong.outcome.status == 65)
    let first = "course/index.txt:2:1: error: there is no lesson 'bb' beside this list; did you mean 'b'?\n"
    #expect(wrong.outcome.errors.hasPrefix(first))
    #expect(
      wrong.outcome.errors.contains("course/index.txt:3:1: error: the lesson 'a' is already in line 1\n"))

    let empty = try build(" \n")
    #expect(empty.outcome.status == 65)
    #expect(empty.outcome.errors.contains("course/index.txt:2:1: error: the list names no lesson; "))
    #expect(empty.outcome.output == "0 files written, 0 unchanged\n")
  }

  @Test
  func `A list that names thousands of lessons that are none looks for a suggestion only where it is shown`()
    throws
  {
    let list =
      Array(String(repeating: "lesson\n", count: 50_000).utf8) + Array(repeating: 0x61, count: 1_000_000)
    let error = try #require(CourseList(list, of: (0..<500).map { "lesson-\($0)" }).error)
    #expect(
      error.count == 50_001 && error.problems.allSatisfy { $0.message.contains("did you mean 'lesson-0'?") })
    let long = try CourseList(Array(repeating: 0x61, count: 1_000_000), of: ["b"]).error?.problems.first
    #expect(long.map { $0.message.count < 100 } == true)
  }

  @Test func `A lesson is never written over, by whatever link`() throws {
    let folder = try Self.folder(["a.json": Self.chain(#""A""#), "b.json": Self.chain(#""B""#)])
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("a/site"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "a/site/a.json"), withDestinationPath: "../../course/b.json")
    let outcome = try trace(Self.build, in: folder)
    #expect(outcome.status == 64)
    #expect(try folder.text(of: "course/b.json") == Self.chain(#""B""#))
  }

  @Test func `Where nothing can be written, that is said at once`() throws {
    let folder = try Self.folder(["a.json": Self.chain(#""A""#)])
    try folder.write("a file", to: "a")
    let outcome = try trace(Self.build, in: folder)
    #expect(outcome.status == 74)
    #expect(outcome.errors == "error: cannot write 'a/site': a part of its path is not a directory\n")
    #expect(
      try trace(["build", "--lessons", "course", "--output", "b"], ">/dev/full", in: folder).status == 74)
  }
}
