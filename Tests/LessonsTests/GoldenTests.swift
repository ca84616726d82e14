import Foundation
import Testing

@testable import Lessons

/// The documents that are kept: each built-in lesson in each format.
///
/// Run the tests with TRACE_RECORD=1 in the environment to write them anew; that run fails, so that it is not taken for
/// a pass.
private struct Golden: CustomTestStringConvertible {
  let lesson: String
  let format: Format

  var testDescription: String { "\(lesson) as \(format.rawValue)" }

  static let all = Catalog.names.flatMap { name in
    Format.ofDerivations
      // One page shows how all are made; CI holds the mathematics of the others against the Markdown.
      .filter { ![.html, .beamer, .slides].contains($0) || ["single-chain", "circuit"].contains(name) }
      // The last digits of a trace are the platform's; only a network of + − × has the same everywhere.
      .filter { $0 != .json || name == "relu-chain" }
      .map { Golden(lesson: name, format: $0) }
  }

  /// The lessons that are kept with --exact.
  private static let inFractions: Set = ["exact-fractions"]

  /// Each lesson, worked through once for all its documents.
  static let examples = Dictionary(
    uniqueKeysWithValues: Catalog.names.map { lesson in (lesson, Result { try example(of: lesson) }) })

  private static func example(of lesson: String) throws -> WorkedExample {
    var settings = Settings()
    settings.exact = inFractions.contains(lesson)
    // Only Markdown links its pictures.
    settings.figures = "figures/\(lesson)"
    return try WorkedExample(
      WrittenLesson(json: try #require(Catalog.source(of: lesson))), settings: settings)
  }

  /// The file of a picture that the Markdown links.
  func figure(_ name: String) -> URL {
    file.deletingLastPathComponent().appending(path: "figures/\(lesson)\(name)")
  }

  /// The worked example stands beside its lesson, for people to read; the other formats beside this test.
  var file: URL {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    switch format {
    case .markdown:
      return here.deletingLastPathComponent().deletingLastPathComponent().appending(
        path: "lessons/\(lesson).md")
    case .latex: return here.appending(path: "Goldens/\(lesson).tex")
    case .html: return here.appending(path: "Goldens/\(lesson).html")
    case .beamer: return here.appending(path: "Goldens/\(lesson)-slides.tex")
    case .slides: return here.appending(path: "Goldens/\(lesson)-slides.html")
    case .text: return here.appending(path: "Goldens/\(lesson).txt")
    case .json, .csv, .notebook, .myst, .quarto: return here.appending(path: "Goldens/\(lesson).json")
    }
  }
}

@Test(arguments: Golden.all)
private func `A lesson's documents are the ones that are kept`(golden: Golden) throws {
  var text = ""
  let example = try #require(Golden.examples[golden.lesson]).get()
  try example.write(as: golden.format, to: &text)
  let files =
    [(golden.file, text)]
    + (golden.format == .markdown ? example.figures.map { (golden.figure($0.name), $0.content) } : [])
  if ProcessInfo.processInfo.environment["TRACE_RECORD"] != nil {
    for (file, text) in files {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    Issue.record("recorded \(golden.file.lastPathComponent); run the tests again without TRACE_RECORD")
    return
  }
  for (file, text) in files {
    let kept = try String(contentsOf: file, encoding: .utf8)
    let difference = kept == text ? nil : firstDifference(kept, text)
    #expect(difference == nil, "\(file.lastPathComponent)")
  }
}

/// The first line in which two texts differ, with its number.
private func firstDifference(_ kept: String, _ now: String) -> String? {
  let (old, new) = (kept.components(separatedBy: "\n"), now.components(separatedBy: "\n"))
  for line in 0..<max(old.count, new.count) {
    let (before, after) = (line < old.count ? old[line] : "(end)", line < new.count ? new[line] : "(end)")
    if before != after { return "line \(line + 1)\n  kept: \(before)\n  now:  \(after)" }
  }
  return nil
}

@Test func `Every lesson file is a built-in lesson, and has its worked example`() throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "lessons")
  let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
  let names = Set(Catalog.names)
  #expect(Set(files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }) == names)
  #expect(Set(files.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }) == names.union(["README"]))
  let linked = try names.flatMap { name in
    try String(contentsOf: folder.appending(path: "\(name).md"), encoding: .utf8)
      .matches(of: /\]\(figures\/([^)]*)\)/).map { String($0.1) }
  }
  let figures = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "figures").path)
  #expect(figures.sorted() == linked.sorted())
}
