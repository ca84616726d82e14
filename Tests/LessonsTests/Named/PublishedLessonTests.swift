import Backprop
import Foundation
import Lessons
import Testing

/// Published exercises as lessons, with the values and derivatives that an interpreter written by others gives.
private struct PublishedLesson: CustomTestStringConvertible {
  let name: String
  /// The value of each entry and the derivative of the result by it; none by an index.
  var entries: [String: (value: Double, gradient: Double?)] = [:]

  var testDescription: String { name }

  var file: [UInt8] {
    get throws { Array(try Data(contentsOf: folder.appending(path: name + ".json"))) }
  }

  static let all: [PublishedLesson] = {
    let text = (try? String(contentsOf: folder.appending(path: "values.txt"), encoding: .utf8)) ?? ""
    var lessons: [PublishedLesson] = []
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t")
      if parts.count == 1 { lessons.append(PublishedLesson(name: String(line.dropFirst(2)))) }
      guard parts.count == 3, let value = Double(parts[1]) else { continue }
      lessons[lessons.count - 1].entries[String(parts[0])] = (value, Double(parts[2]))
    }
    return lessons
  }()
}

private let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Lessons")

extension Graph {
  /// An entry as an answer has it.
  fileprivate func name(_ id: ID) -> String {
    let indices = indices(of: id).map(String.init).joined(separator: ",")
    return quantity(of: id).name + (indices.isEmpty ? "" : "[\(indices)]")
  }
}

@Test func `There are forty published exercises`() {
  #expect(PublishedLesson.all.count == 40)
}

@Test(arguments: PublishedLesson.all)
private func `A published exercise has the entries, values and derivatives that it should`(
  published: PublishedLesson
) throws {
  let graph = try NamedLesson(json: published.file).graph
  let trace = GraphTrace<Double>(graph)
  let ids = (0..<graph.count).filter { !graph.quantity(of: $0).isConstant }
  #expect(Set(ids.map(graph.name)) == Set(published.entries.keys))
  // Some derivatives are 0 in mathematics, and a difference of large numbers here.
  let largest = published.entries.values.compactMap { $0.gradient?.magnitude }.max() ?? 0
  for id in ids {
    let expected = try #require(published.entries[graph.name(id)])
    let close = 1e-12 * expected.value.magnitude
    #expect(abs(trace.values[id] - expected.value) <= close, "\(graph.name(id))")
    #expect(graph.quantity(of: id).isIndex == (expected.gradient == nil), "\(graph.name(id))")
    if let gradient = expected.gradient {
      #expect(
        abs(trace.gradients[id] - gradient) <= 1e-12 * max(gradient.magnitude, largest), "\(graph.name(id))")
    }
  }
}

/// Lessons with one fault each, and what is pointed at.
private let faults = [
  "unknown name": "wieght", "unknown function": "sigmoyd", "defined twice": "y", "given and defined": "b",
  "use before definition": "d", "cycle of two names": "p", "cycle of one entry": "h",
  "shapes of a product": "W @ x", "shapes of a sum": "X @ W + b", "softmax of a matrix": "S",
  "index out of range, a number": "p[4]", "index out of range, a letter": "x[t-1]",
  "index out of range, a given": "C[token[t],d]", "range cannot be inferred": "i",
  "two ranges for one letter": "x[k]",
]

@Test func `A lesson with one fault is refused for it, and nothing else is said`() throws {
  let text = try String(contentsOf: folder.appending(path: "bad.jsonl"), encoding: .utf8)
  var found: [String: String] = [:]
  for line in text.split(separator: "\n") {
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let lesson = try JSONSerialization.data(
      withJSONObject: try #require(object["lesson"]), options: .withoutEscapingSlashes)
    let fault = try #require(object["fault"] as? String)
    let error = try #require(throws: LessonError.self) { try NamedLesson(json: Array(lesson)) }
    #expect(error.count == 1, "\(fault)")
    let place = try #require(error.problems.first?.range)
    found[fault] = String(decoding: Array(lesson)[place], as: UTF8.self)
  }
  #expect(found == faults)
}
