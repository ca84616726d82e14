import Documents
import Foundation
import Testing

@testable import Lessons

/// The reference networks, written as lesson files, read, traced and written as JSON: what a script would see.
@Suite struct `The trace in JSON` {
  private static var cases: [[String: Any]] {
    let folder = URL(filePath: #filePath.components(separatedBy: "/LessonsTests/")[0])
    let file = folder.appending(path: "BackpropTests/Reference/cases.json")
    let content = (try? Data(contentsOf: file)).flatMap { try? JSONSerialization.jsonObject(with: $0) }
    return content as? [[String: Any]] ?? []
  }

  /// Names to values, as they are found in the JSON.
  private static func values(_ trace: [String: Any]) -> [String: Double] {
    var values: [String: Double] = [:]
    for quantity in trace["quantities"] as? [[String: Any]] ?? [] {
      guard let name = quantity["name"] as? String else { continue }
      values[name] = quantity["value"] as? Double
      values["dC/d\(name)"] = quantity["gradient"] as? Double
    }
    for (name, value) in trace["gradient"] as? [String: Double] ?? [:] { values["dC/d\(name)"] = value }
    for (name, value) in trace["updated"] as? [String: Double] ?? [:] { values["new \(name)"] = value }
    for factor in trace["factors"] as? [[String: Any]] ?? [] {
      guard let of = factor["of"] as? String, let by = factor["by"] as? String, of != "C" else { continue }
      values["d\(of)/d\(by)"] = factor["value"] as? Double
    }
    return values
  }

  @Test func `It holds every value of the reference networks, the step included`() throws {
    let cases = Self.cases
    #expect(cases.count == 56)
    for reference in cases {
      let name = try #require(reference["name"] as? String)
      let tags = reference["tags"] as? [String] ?? []
      let lesson = try JSONSerialization.data(withJSONObject: try #require(reference["lesson"]))
      var text = ""
      let example = try WorkedExample(Lesson(json: [UInt8](lesson)), settings: Settings())
      #expect(example.passed, "\(name)")
      try example.write(as: .json, to: &text)
      let trace = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      let found = Self.values(trace)
      for group in ["values", "factors"] {
        let wanted = reference[group] as? [String: Double] ?? [:]
        let largest = wanted.values.reduce(0) { max($0, $1.magnitude) }
        for (quantity, want) in wanted {
          let got = try #require(found[quantity], "\(name) has no \(quantity)")
          // The large network's values cancel; an activation near 1 cannot carry more than a double's digits.
          let floor = tags.contains("large") ? 1e-15 * largest : 0
          let saturation = tags.contains("saturated") ? 2.3e-16 * max(1, largest) : 0
          let allowed = 1e-12 * max(got.magnitude, want.magnitude) + floor + saturation
          #expect((got - want).magnitude <= allowed, "\(name): \(quantity) is \(got), not \(want)")
        }
      }
    }
  }

  @Test func `Doubles are written so that they are read back as the same`() throws {
    let values = [0.1, 1e-5, 5e300, -2.2250738585072014e-308, 1.0 / 3, 123_456_789, 1e16, -0.0]
    for value in values {
      let text = JSONText.number(value)
      #expect(Double(text) == value)
      #expect((try JSONSerialization.jsonObject(with: Data("[\(text)]".utf8)) as? [Double]) == [value])
    }
    #expect(JSONText.number(.infinity) == "null")
    #expect(JSONText.number(.nan) == "null")
  }

  @Test func `A title can not break out of its string`() throws {
    let title = "\"\\ \u{8} \u{1B} \n \u{2028} é 💥"
    let text = JSONText.quoted(title)
    #expect((try JSONSerialization.jsonObject(with: Data("[\(text)]".utf8)) as? [String]) == [title])
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 })
    for plain in ["", "z = w a + b", "é 中文 σ′ 💥"] { #expect(JSONText.quoted(plain) == "\"\(plain)\"") }
    // The control characters behind ASCII's are written as numbers, too, and what comes after them is not.
    #expect(JSONText.quoted("\u{7F}\u{85}\u{9F}\u{A0}é") == "\"\\u007f\\u0085\\u009f\u{A0}é\"")
  }
}
