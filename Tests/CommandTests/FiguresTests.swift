import Foundation
import Testing

@testable import trace

extension CommandTests {
  @Test(arguments: [
    ("chain.md", "", "figures/chain"), ("a b/what?.md", "a b/", "figures/what?"),
    ("./x.y.md", "./", "figures/x.y"), ("a.v1", "", "figures/a.v1"), (".md", "", "figures/.md"),
  ])
  func `Pictures stand in a folder beside the document, which links them`(
    _ file: String, _ here: String, _ stem: String
  )
    throws
  {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "a b"), withIntermediateDirectories: true)
    let arguments = ["--lesson", "deep-chain", "--figures", "--format", "markdown", "--output", file]
    #expect(try trace(arguments, in: folder) == Outcome(status: 0, output: "", errors: ""))
    let text = try folder.text(of: file)
    #expect(!text.contains("```"))
    let links = text.matches(of: /\]\(([^)]*)\)/).compactMap { String($0.1).removingPercentEncoding }
    #expect(links == ["\(stem)-network.svg", "\(stem)-bars.svg"])
    for link in links { #expect(try folder.text(of: here + link).hasPrefix("<svg xmlns=")) }
    #expect(try trace(arguments, in: folder).status == 0)
  }

  @Test func `A picture does not take the place of the lesson that is read`() throws {
    let folder = try Folder()
    let lesson = try trace(["lessons", "xor"]).output
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "figures"), withIntermediateDirectories: true)
    try folder.write(lesson, to: "figures/x-network.svg")
    let outcome = try trace(
      ["--lesson", "figures/x-network.svg", "--figures", "--output", "x.md"], in: folder)
    #expect(outcome.status == 64)
    #expect(try folder.text(of: "figures/x-network.svg") == lesson)
  }

  @Test func `Where the pictures cannot be written, the document is as it was`() throws {
    let folder = try Folder()
    try folder.write("old", to: "a.md")
    try folder.write("no folder", to: "figures")
    let outcome = try trace(["--lesson", "xor", "--figures", "--output", "a.md"], in: folder)
    #expect(outcome.status == 74)
    #expect(outcome.errors.hasPrefix("error: cannot write 'figures/a-network.svg': "))
    #expect(try folder.text(of: "a.md") == "old")
  }
}
