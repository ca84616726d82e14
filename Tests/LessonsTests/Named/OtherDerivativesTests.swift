import Backprop
import Documents
import Formulas
import Foundation
import Testing

@testable import Lessons

/// A lesson in JSON, derived as `derived` says, as the object that its JSON is.
private func object(_ json: String, _ derived: Settings.Derived, of result: String? = nil) throws -> [String:
  Any]
{
  var settings = Settings()
  (settings.derived, settings.result) = (derived, result)
  var text = ""
  let lesson = try WrittenLesson(json: Array(json.utf8), resultIsNamedLater: true)
  let example = try WorkedExample(lesson, settings: settings)
  #expect(example.passed)
  try example.write(as: .json, to: &text)
  return try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
}

@Suite("Jacobians")
struct JacobianTests {
  private static let cases: [(graph: String, given: String, of: String, by: String, values: [[Double]])] = [
    // p_i (δ_ij − p_j), by mpmath with 50 digits.
    (
      #""p = softmax(z)""#, #""z": [1, 2, 3]"#, "p", "z",
      [
        [0.081925069064993228, -0.022033044520174296, -0.059892024544818932],
        [-0.022033044520174296, 0.18483644650997872, -0.16280340198980442],
        [-0.059892024544818932, -0.16280340198980442, 0.22269542653462336],
      ]
    ),
    // A linear map is its own Jacobian.
    (
      #""y = W @ x""#, #""W": [[2, -1, 0.5], [0, 3, 4]], "x": [1, 2, 3]"#, "y", "x",
      [[2, -1, 0.5], [0, 3, 4]]
    ),
    // Polar coordinates: cos t, −r sin t; sin t, r cos t.
    (
      #""y[1] = r*cos(t)", "y[2] = r*sin(t)""#, #""r": 2, "t": 0"#, "y", "t", [[0], [2]]
    ),
    // h₃ depends on w in three ways: h₂ + w h₁ + w² h₀.
    (
      #""h[t] = w*h[t-1] for t in 1...3""#, #""w": 3, "h[0]": 5"#, "h", "w", [[5], [30], [135]]
    ),
    // Also by what is computed: the square of a sum.
    (#""s = a + b", "f[1] = s^2", "f[2] = 7*s""#, #""a": 1, "b": 2"#, "f", "s", [[6], [7]]),
  ]

  @Test(
    "The table has a row for each entry and a column for each that it is derived by", arguments: cases.indices
  )
  func values(index: Int) throws {
    let (graph, given, of, by, values) = Self.cases[index]
    let json = "{ \"given\": { \(given) }, \"graph\": [\(graph)] }"
    let jacobian = try #require(try object(json, .jacobian(of: of, by: by))["jacobian"] as? [String: Any])
    var settings = Settings()
    settings.derived = .jacobian(of: of, by: by)
    let lesson = try WrittenLesson(json: Array(json.utf8), resultIsNamedLater: true)
    #expect(try WorkedExample(lesson, settings: settings).passed)
    let found = try #require(jacobian["values"] as? [[Double]])
    #expect(found.map(\.count) == values.map(\.count))
    for (found, expected) in zip(found.joined(), values.joined()) {
      #expect(abs(found - expected) <= 1e-12 * max(1, abs(expected)))
    }
  }

  @Test("A local gradient that has the name of another row's derivative is said to be one")
  func local() throws {
    let json = #"{ "given": { "w": 3, "h[0]": 5 }, "graph": ["h[t] = w*h[t-1] for t in 1...3"] }"#
    var settings = Settings()
    settings.derived = .jacobian(of: "h", by: "w")
    var text = ""
    let lesson = try WrittenLesson(json: Array(json.utf8), resultIsNamedLater: true)
    try WorkedExample(lesson, settings: settings).write(as: .text, to: &text)
    #expect(text.contains("is a local gradient: paths through other"))
  }
}

@Suite("Forward mode")
struct ForwardModeTests {
  @Test(
    "It comes to the derivative of the backward pass, and both take as many operations as their lines have",
    arguments: [
      // c = a + b, d = b + 1, e = c d.
      (#""c = a + b", "d = b + 1", "e = c*d""#, #""a": 2, "b": 1"#, "b", 5.0, [2, 1], [2, 1]),
      // One way in, three ways out: forward mode has five products, backward mode three: the last of them are by 1.
      (#""s = x^2", "u = 2*s", "v = 3*s", "w = u*v*s""#, #""x": 1"#, "x", 36.0, [5, 2], [3, 2]),
      // A chain.
      (#""a = 2*x", "b = 3*a", "c = 5*b""#, #""x": 1"#, "x", 30.0, [2, 0], [2, 0]),
      // Two results of x, one of which the result uses twice.
      (#""p = x*y", "q = p + x", "r = q*p""#, #""x": 2, "y": 3"#, "x", 48.0, [3, 2], [3, 2]),
    ] as [(String, String, String, Double, [Int], [Int])])
  func counts(
    graph: String, given: String, x: String, derivative: Double, forward: [Int], backward: [Int]
  ) throws {
    let found = try object("{ \"given\": { \(given) }, \"graph\": [\(graph)] }", .forward(by: x))
    #expect(found["backward"] as? Double == derivative)
    #expect((found["forward"] as? [[String: Any]])?.last?["derivative"] as? Double == derivative)
    let operations = try #require(found["operations"] as? [String: [String: Int]])
    func counts(_ mode: String) -> [Int] {
      ["multiplications", "additions"].map { operations[mode]?[$0] ?? -1 }
    }
    #expect(counts("forward") == forward)
    #expect(counts("backward") == backward)
  }

  @Test("Every lesson of named quantities comes to the same both ways", arguments: Catalog.graphs)
  func lessons(name: String) throws {
    let lesson = try NamedLesson(json: #require(Catalog.source(of: name)))
    guard lesson.graph.result.seeds == nil else { return }
    let steps = GraphSteps(lesson.graph, by: lesson.by)
    guard let first = lesson.by.first(where: { steps.derived.contains($0) }) else { return }
    let narrator = try ForwardNarrator(
      lesson, by: lesson.graph.symbol(of: first).name, settings: Settings())
    #expect(narrator.passed)
  }

  @Test("What is derived can be named, also where the last definition is an array")
  func named() throws {
    let found = try object(
      #"{ "given": { "x": [1, 2] }, "graph": ["q = x[1]*x[2]", "y[i] = x[i]*q"] }"#, .forward(by: "x[1]"),
      of: "y[2]")
    #expect(found["backward"] as? Double == 4)
  }
}
