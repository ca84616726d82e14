import Backprop
import Foundation
import Testing

/// The value of each entry of a lesson and the derivative of its result by it, as a program written by others gives them.
struct LessonValues: CustomTestStringConvertible {
  /// The published exercises, and the other files of numbers.
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Lessons")

  let name: String
  /// An index has no derivative.
  private var entries: [String: (value: Double, gradient: Double?)] = [:]

  var testDescription: String { name }

  private init(name: String) { self.name = name }

  /// The lessons of a file, where a line `= NAME` is followed by a line for each entry.
  static func read(_ file: String) -> [LessonValues] {
    let text = (try? String(contentsOf: folder.appending(path: file), encoding: .utf8)) ?? ""
    var lessons: [LessonValues] = []
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t")
      if parts.count == 1 { lessons.append(LessonValues(name: String(line.dropFirst(2)))) }
      guard parts.count == 3, let value = Double(parts[1]) else { continue }
      lessons[lessons.count - 1].entries[String(parts[0])] = (value, Double(parts[2]))
    }
    return lessons
  }

  /// Expects these entries of a graph, no others, with these values and derivatives.
  func expect(of graph: Graph) throws {
    let trace = GraphTrace<Double>(graph)
    let ids = (0..<graph.count).filter { !graph.quantity(of: $0).isConstant }
    #expect(Set(ids.map(graph.name)) == Set(entries.keys))
    // Some derivatives are 0 in mathematics, and a difference of large numbers here.
    let largest = entries.values.compactMap { $0.gradient?.magnitude }.max() ?? 0
    for id in ids {
      let expected = try #require(entries[graph.name(id)])
      let close = 1e-12 * expected.value.magnitude
      #expect(abs(trace.values[id] - expected.value) <= close, "\(graph.name(id))")
      #expect(graph.quantity(of: id).isIndex == (expected.gradient == nil), "\(graph.name(id))")
      if let gradient = expected.gradient {
        #expect(
          abs(trace.gradients[id] - gradient) <= 1e-12 * max(gradient.magnitude, largest), "\(graph.name(id))"
        )
      }
    }
  }
}

extension Graph {
  /// An entry as an answer has it.
  func name(_ id: ID) -> String {
    let indices = indices(of: id).map(String.init).joined(separator: ",")
    return quantity(of: id).name + (indices.isEmpty ? "" : "[\(indices)]")
  }
}
