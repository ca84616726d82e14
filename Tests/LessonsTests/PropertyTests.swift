import Backprop
import Formulas
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import Lessons
@testable import Texts

/// What holds for every lesson, looked at on lessons that are drawn: a new draw for every seed.
@Suite struct `Of drawn lessons` {
  private static func lesson(seed: UInt64) -> Lesson {
    let lesson =
      seed % 2 == 0
      ? Chains.random(seed: seed) : Chains.randomLayers(seed: seed, examples: 1 + Int(seed / 2 % 3))
    return lesson.called(hostile[Int(seed % UInt64(hostile.count))])
  }

  /// Each would be more than text to one of those who read documents.
  private static let hostile = [
    "</title><script>alert(1)</script>", "$x$ and \\(y\\) and $$z$$",
    "\\input{/etc/passwd} \\write18{ls} \\end{document}",
    "100% of #1, a_b^c ~ & {", "```\n~~~\n# Another title", "]]></svg>\u{0}\u{1B}[31m\u{202E}",
    "[x](javascript:alert(1)) ![y](z)",
    "<!-- a -- b --> &lt; &#60;", "| a | b |\n|---|---|", "\" onload='alert(1)' x=\"",
  ]

  /// Each lesson worked through, by its seed; `nil` where it has no finite cost, which is the one reason not to be.
  private static let examples = Result { try (0...60 as ClosedRange<UInt64>).map(example(seed:)) }

  private static func example(seed: UInt64) throws -> WorkedExample? {
    var settings = Settings()
    settings.all = true
    settings.digits = 1 + Int(seed % 17)
    do {
      return try WorkedExample(lesson(seed: seed), settings: settings)
    } catch .noFiniteResult {
      return nil
    }
  }

  private func text(seed: UInt64, _ format: Format) throws -> String? {
    guard let example = try Self.examples.get()[Int(seed)] else { return nil }
    var text = ""
    try example.write(as: format, to: &text)
    return text
  }

  @Test func `nearly all have documents, and nearly all damaged files are refused`() throws {
    #expect(try Self.examples.get().count { $0 != nil } >= 52)
    #expect((1...300).count { (try? Lesson(json: damaged(seed: $0))) == nil } >= 200)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a page is well-formed, with the pictures in it, whatever the title`(seed: UInt64) throws {
    guard let page = try text(seed: seed, .html) else { return }
    let tags = tags(of: page)
    #expect(problem(ofXML: asXML(tags)) == nil, "seed \(seed)")
    // Beside the numbers of the page.
    let scripts = tags.filter { $0.tag.hasPrefix("script") && !$0.tag.contains("application/json") }
    #expect(scripts.count == 1, "seed \(seed)")
    let order = /href="[^h#]| on[a-z]+=/
    #expect(Set(tags.map(\.tag)).first { $0.contains(order) } == nil, "seed \(seed)")
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `LaTeX opens and closes everything, and no command comes from a title`(seed: UInt64) throws {
    guard let source = try text(seed: seed, .latex) else { return }
    #expect(unclosed(inLaTeX: source) == nil, "seed \(seed)")
    let commands = source.matches(of: /\\(input|write|include|openin|read|immediate|catcode)[0-9]*[ {]/)
    #expect(commands.isEmpty, "seed \(seed)")
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `Markdown closes its mathematics, and a title is one line of text`(seed: UInt64) throws {
    guard let source = try text(seed: seed, .markdown) else { return }
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count { $0.hasPrefix("# ") } == 1 && lines.first?.hasPrefix("# ") == true, "seed \(seed)")
    #expect(
      lines.count { $0 == "$$" }.isMultiple(of: 2) && lines.count { $0.hasPrefix("```") }.isMultiple(of: 2))
    for line in lines where line.hasPrefix("# ") {
      #expect(line.replacing(/\\./, with: "").matches(of: /[<`$]/).isEmpty, "seed \(seed): \(line)")
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `plain text holds no character that a terminal would obey`(seed: UInt64) throws {
    guard let text = try text(seed: seed, .text) else { return }
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || isHarmless($0) }, "seed \(seed)")
  }

  /// What `--format json` writes, as another program would have it. (`JSONSerialization` is a digit off at the end.)
  private struct Trace: Decodable {
    struct Quantity: Decodable {
      let name: String
      let value: Double
    }
    let title: String?
    let cost: Double
    let quantities: [Quantity]
    let gradient: [String: Double]
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `the trace in JSON is read back with the very doubles`(seed: UInt64) throws {
    guard let json = try text(seed: seed, .json), let example = try Self.examples.get()[Int(seed)] else {
      return
    }
    let read = try JSONDecoder().decode(Trace.self, from: Data(json.utf8))
    #expect(read.title == example.narrator.title, "seed \(seed)")
    let result = try #require(example.layered).work.result
    let values = Dictionary(uniqueKeysWithValues: read.quantities.map { ($0.name, $0.value) })
    for id in 0..<result.layout.parameterCount {
      let name = result.layout.symbol(id, example: nil).name
      #expect(read.gradient[name]?.bitPattern == result.gradient[id].bitPattern, "seed \(seed), \(name)")
      #expect(
        values[name]?.bitPattern == result.objective.network.parameters[id].bitPattern,
        "seed \(seed), \(name)")
    }
    for example in 0..<result.layout.exampleCount {
      let trace = result.trace(example: example)
      for id in result.layout.parameterCount...result.layout.exampleCost {
        let name = trace.symbol(id).name
        #expect(values[name]?.bitPattern == trace.values[id].bitPattern, "seed \(seed), \(name)")
      }
    }
    #expect(read.cost.bitPattern == result.cost.bitPattern, "seed \(seed)")
  }

  @Test(arguments: 1...300 as ClosedRange<UInt64>)
  func `a file with something wrong is told off at places that are in it`(seed: UInt64) throws {
    let bytes = damaged(seed: seed)
    let error: LessonError
    do {
      _ = try Lesson(json: bytes)
      return
    } catch let problem {
      error = problem
    }
    #expect(error.count >= error.problems.count && !error.problems.isEmpty)
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let places = error.description(path: "a.json").matches(of: /(?m)^a\.json:([0-9]+):([0-9]+): error: (.+)$/)
    #expect(places.count == error.problems.count, "seed \(seed)")
    for place in places {
      let (line, column) = (Int(place.1) ?? 0, Int(place.2) ?? 0)
      #expect((1...lines.count).contains(line), "seed \(seed)")
      guard lines.indices.contains(line - 1) else { continue }
      #expect((1...lines[line - 1].count + 1).contains(column), "seed \(seed)")
      #expect(place.3.count < 400, "seed \(seed): \(place.3)")
    }
  }

  /// A good file with one to three things done to it that happen to files.
  private func damaged(seed: UInt64) -> [UInt8] {
    var random = SplitMix64(seed: seed)
    var bytes = Array(goodLesson.utf8)
    let pieces = [
      "\"", ",", "]", "{", "-", "e", "1e400", "null", "\"cost\"", "\\", "\u{FEFF}", "é", "\n", "//", "[[",
      "0x1",
    ]
    for _ in 1...Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 1...20, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").utf8, at: place)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: bytes[place] = UInt8.random(in: 0...255, using: &random)
      default: bytes.removeSubrange(end...)
      }
      if bytes.isEmpty { break }
    }
    return bytes
  }
}

extension Lesson {
  fileprivate func called(_ title: String) -> Lesson {
    Lesson(
      title: title, summary: title, inputs: inputs, layers: layers, cost: cost, examples: examples,
      penalty: penalty,
      learningRate: learningRate, trainsBiases: trainsBiases)
  }
}

/// The tags of a page, each with what follows its name and attributes, as a browser reads them: a style and a script
/// hold no tags.
private func tags(of page: String) -> [(tag: String, rest: String)] {
  var result: [(tag: String, rest: String)] = []
  var raw: String?
  for piece in page.utf8.split(separator: UInt8(ascii: "<")).lazy.map({ String(Substring($0)) }) {
    if let raw, !piece.hasPrefix("/\(raw)>") { continue }
    let end = piece.utf8.firstIndex(of: UInt8(ascii: ">")) ?? piece.endIndex
    let tag = String(piece[..<end])
    raw = ["style", "script"].first(where: tag.hasPrefix)
    result.append((tag, raw == nil ? String(piece[end...]) : ">"))
  }
  return result
}

/// The page as XML has it: elements that are never closed are, and every attribute has a value.
private func asXML(_ tags: [(tag: String, rest: String)]) -> String {
  var known: [String: String] = [:]
  return tags.drop { $0.tag == "!doctype html" }.map { tag, rest in
    let xml = known[tag] ?? asXML(tag: tag)
    known[tag] = xml
    return "<" + xml + rest
  }.joined()
}

private func asXML(tag: String) -> String {
  let words = tag.split(separator: " ", omittingEmptySubsequences: false).map { word in
    ["hidden", "open", "disabled", "novalidate", "defer", "data-given"].contains(word)
      ? "\(word)=\"\"" : "\(word)"
  }
  let isEmpty = ["meta", "link", "br", "hr", "img", "input", "col", "wbr"].contains(words.first)
  return words.joined(separator: " ") + (isEmpty && !tag.hasSuffix("/") ? "/" : "")
}

/// What keeps a text from being XML; `nil` if it is.
private func problem(ofXML text: String) -> String? {
  let parser = XMLParser(data: Data(text.utf8))
  guard !parser.parse() else { return nil }
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  let line = lines.indices.contains(parser.lineNumber - 1) ? lines[parser.lineNumber - 1] : ""
  return "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "?"): \(line)"
}

/// The first thing that LaTeX would miss; `nil` if all that is opened is closed, in order.
private func unclosed(inLaTeX source: String) -> String? {
  var open: [String] = []
  for token in source.matches(of: /\\(begin|end)\{([a-z*]+)\}|\\[a-zA-Z]+|\\.|%.*|[{}]/) {
    let (whole, verb, name) = (token.0, token.1, token.2.map(String.init))
    if let verb, let name {
      if verb == "begin" {
        open.append(name)
      } else if open.popLast() != name {
        return "\\end{\(name)} ends something else"
      }
    } else if whole == "{" {
      open.append("{")
    } else if whole == "}", open.popLast() != "{" {
      return "} closes something else, after \(source[..<token.range.lowerBound].suffix(60))"
    }
  }
  return open.last.map { "\($0) is never closed" }
}
