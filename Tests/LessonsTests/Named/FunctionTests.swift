import Backprop
import Formulas
import Foundation
import Lessons
import Testing

/// A function at some numbers, with its value and its slopes by mpmath, in 50 digits.
private struct FunctionRow: CustomTestStringConvertible {
  let text: String
  let x: String
  let value: Double
  let slopes: [Double]

  var testDescription: String { "\(text) at \(x)" }

  static let all: [FunctionRow] = {
    let file = LessonValues.folder.appending(path: "functions.txt")
    let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
    return lines.compactMap { line in
      let parts = line.split(separator: "\t").map(String.init)
      guard parts.count == 4, let value = Double(parts[2]) else { return nil }
      return FunctionRow(
        text: parts[0], x: parts[1], value: value,
        slopes: parts[3].split(separator: " ").compactMap { Double($0) })
    }
  }()
}

private func lesson(_ text: String, _ x: String) throws -> NamedLesson {
  try NamedLesson(json: Array(#"{ "given": { "x": \#(x) }, "graph": ["y = \#(text)"] }"#.utf8))
}

@Test func `There are numbers for every function that only graphs have`() {
  #expect(FunctionRow.all.count == 59)
}

@Test(arguments: FunctionRow.all)
private func `A function has the value and the slopes of a library of many digits, and passes its own check`(
  row: FunctionRow
) throws {
  let graph = try lesson(row.text, row.x).graph
  let trace = GraphTrace<Double>(graph)
  let close = 1e-12 * Swift.max(row.value.magnitude, 1e-3)
  #expect(abs((trace.values.last ?? .nan) - row.value) <= close)
  let givens = (0..<graph.count).filter { graph.isParameter($0) }
  #expect(givens.count == row.slopes.count)
  for (id, slope) in zip(givens, row.slopes) {
    #expect(abs(trace.gradients[id] - slope) <= 1e-12 * Swift.max(slope.magnitude, 1e-3))
  }
  let check = GradientCheck(of: trace, by: givens)
  #expect(check.parameters.allSatisfy { $0.verdict == .agrees || $0.verdict == .inconclusive })
}

@Test(arguments: [
  ("sum(clip(x, 0, 1/3))", "[0.25, -2, 7]", "7/12", ["1", "0", "0"]),
  ("norm(x)", "[3, -4, 12]", "13", ["3/13", "-4/13", "12/13"]),
  ("dot(x, x)", "[0.5, 2]", "17/4", ["1", "4"]),
  ("sum(sign(x)*floor(x))", "[-0.5, 2.5]", "3", ["0", "0"]),
  ("sum(tan(x) + cosh(x) + arccos(x + 1))", "[0]", "1", []),
])
func `A function that only graphs have is exact where fractions allow it`(
  text: String, x: String, value: String, slopes: [String]
) throws {
  let graph = try lesson(text, x).graph
  let trace = GraphTrace<Rational>(graph)
  func fraction(_ text: String) -> Rational {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    return Rational(parts[0]) / Rational(parts.count > 1 ? parts[1] : 1)
  }
  #expect(trace.values.last == fraction(value))
  if !slopes.isEmpty { #expect(Array(trace.gradients.prefix(slopes.count)) == slopes.map(fraction)) }
}

@Test(arguments: [
  ("u = stop(x)", "y = u*x", 9.0, 3.0), ("u = stop(x^2)", "y = u + x", 12, 1),
  ("u = stop(x)", "y = u^2", 9, 0),
])
func `Behind stop a value goes on, and its derivative is 0, in the trace and in its check`(
  stop: String, line: String, value: Double, slope: Double
) throws {
  let file = #"{ "given": { "x": 3 }, "graph": ["\#(stop)", "\#(line)"] }"#
  let graph = try NamedLesson(json: Array(file.utf8)).graph
  let trace = GraphTrace<Double>(graph)
  #expect(trace.values.last == value)
  #expect(trace.gradients[0] == slope)
  #expect(GradientCheck(of: trace, by: [0]).parameters.allSatisfy { $0.verdict == .agrees })
}

@Test func `A name that is a function elsewhere may be a quantity where it is no call`() throws {
  let file = #"{ "given": { "norm": 3, "x": [3, 4] }, "graph": ["dot = norm*sum(x)", "y = dot(norm + 1)"] }"#
  let trace = GraphTrace<Double>(try NamedLesson(json: Array(file.utf8)).graph)
  #expect(trace.values.last == 84)
}
