import Backprop
import Formulas
import Foundation
import Testing

@testable import Lessons

/// Every name that the trace in JSON lists can be asked for, and gives at least its own line.
@Suite struct `A name of the trace` {
  /// What `--format json` lists, as another program would read it.
  struct Trace: Decodable {
    struct Quantity: Decodable { let name: String }
    struct Factor: Decodable { let of, by: String }
    struct Example: Decodable { let gradient: [String: Double] }
    let quantities: [Quantity]
    let factors: [Factor]
    let gradient: [String: Double]
    let examples: [Example]
    let updated: [String: Double]?

    init(_ lesson: Lesson, only: [String] = []) throws {
      var settings = Settings()
      settings.only = only
      var json = ""
      try WorkedExample(lesson, settings: settings).write(as: .json, to: &json)
      self = try JSONDecoder().decode(Trace.self, from: Data(json.utf8))
    }

    /// Each name that may be typed, with the one that its line begins with.
    var names: [String: String] {
      var names: [String: String] = [:]
      for name in quantities.map(\.name) {
        // A parameter's name means its derivative, and of C there is none.
        names[name] = name.first == "w" || name.first == "b" ? "dC/d\(name)" : name
        if name != "C" { names["dC/d\(name)"] = "dC/d\(name)" }
      }
      for factor in factors { names["d\(factor.of)/d\(factor.by)"] = "d\(factor.of)/d\(factor.by)" }
      for name in gradient.keys { names["dC/d\(name)"] = "dC/d\(name)" }
      for name in (updated ?? [:]).keys { names["new \(name)"] = "new \(name)" }
      // With one example there may be C1 or C alone.
      for (x, example) in examples.enumerated() where names["C\(x + 1)"] != nil {
        for name in example.gradient.keys { names["dC\(x + 1)/d\(name)"] = "dC\(x + 1)/d\(name)" }
      }
      return names
    }
  }

  /// What stands on the left of all lines of mathematics, as it is typed.
  static func lines(_ lesson: Lesson, only: [String], exact: Bool = false) throws -> Set<Substring> {
    var settings = Settings()
    settings.only = only
    settings.exact = exact
    settings.textStyle = TextStyle(isASCII: true)
    var text = ""
    try WorkedExample(lesson, settings: settings).write(as: .text, to: &text)
    let indent = "    "
    return Set(
      text.split(separator: "\n").filter { $0.hasPrefix(indent) }.map { line in
        line.dropFirst(indent.count).prefix { $0 != "=" && $0 != "~" }.dropLast()
      })
  }

  /// Holds a lesson to it: with all names at once, and with so many of them each alone.
  static func check(_ lesson: Lesson, _ title: String, alone count: Int) throws {
    let names = try Trace(lesson).names.sorted { $0.key < $1.key }
    let step = max(1, names.count / count)
    for (name, line) in names.enumerated().filter({ $0.offset.isMultiple(of: step) }).map(\.element) {
      #expect(try lines(lesson, only: [name]).contains(line[...]), "\(title) --only \(name)")
      #expect(try Trace(lesson, only: [name]).names[name] != nil, "\(title) --only \(name) in JSON")
    }
    let missing = try Set(names.map { $0.value[...] }).subtracting(lines(lesson, only: names.map(\.key)))
    #expect(missing.isEmpty, "\(title), all names at once")
  }

  @Test(arguments: Catalog.layered)
  func `of a built-in lesson gives its own line`(name: String) throws {
    let lesson = try Lesson(json: #require(Catalog.source(of: name)))
    // In a network of 1,210 parameters all names at once take as long as all other lessons.
    if lesson.inputs < 10 { try Self.check(lesson, name, alone: 8) }
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `of a drawn lesson gives its own line`(seed: UInt64) throws {
    var lesson = Chains.randomLayers(seed: seed, examples: [1, 2, 3, 12][Int(seed % 4)])
    if seed % 8 == 0 { lesson.penalty = Lesson.Penalty(l2: .hundredth, l1: .hundredth) }
    if seed % 10 == 0 { lesson.learningRate = Numeral("0") }
    do {
      try Self.check(lesson, "seed \(seed)", alone: 6)
    } catch WorkedExampleError.noFiniteResult {}
  }

  @Test func `in fractions gives its own line, also where only it asks for the whole cost`() throws {
    var lesson = try Lesson(json: #require(Catalog.source(of: "exact-fractions")))
    lesson.penalty = Lesson.Penalty(l2: Numeral("0.5"), l1: nil)
    for examples in 1...2 {
      lesson.examples = Array(repeating: lesson.examples[0], count: examples)
      let names = try Trace(lesson).names.filter { $0.key.hasPrefix("dC/d") }
      let missing = try Set(names.values.map { $0[...] })
        .subtracting(Self.lines(lesson, only: names.keys.sorted(), exact: true))
      #expect(missing.isEmpty)
    }
  }
}
