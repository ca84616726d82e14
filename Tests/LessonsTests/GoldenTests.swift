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
    Format.allCases
      // One page shows how all are made; CI holds the mathematics of the others against the Markdown.
      .filter { $0 != .html || name == "single-chain" }
      // The last digits of a trace are the platform's; only a network of + − × has the same everywhere.
      .filter { $0 != .json || name == "relu-chain" }
      .map { Golden(lesson: name, format: $0) }
  }

  /// The lessons that are kept with --exact.
  private static let inFractions: Set = ["exact-fractions"]

  var settings: Settings {
    var settings = Settings()
    settings.exact = Self.inFractions.contains(lesson)
    return settings
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
    case .text: return here.appending(path: "Goldens/\(lesson).txt")
    case .json: return here.appending(path: "Goldens/\(lesson).json")
    }
  }
}

@Test(arguments: Golden.all)
private func `A lesson's documents are the ones that are kept`(golden: Golden) throws {
  let bytes = try #require(Catalog.source(of: golden.lesson))
  var text = ""
  try WorkedExample(Lesson(json: bytes), settings: golden.settings).write(as: golden.format, to: &text)
  if ProcessInfo.processInfo.environment["TRACE_RECORD"] != nil {
    try FileManager.default.createDirectory(
      at: golden.file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: golden.file)
    Issue.record("recorded \(golden.file.lastPathComponent); run the tests again without TRACE_RECORD")
    return
  }
  let kept = try String(contentsOf: golden.file, encoding: .utf8)
  #expect(firstDifference(kept, text) == nil)
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
}
