import Exports
import Lessons
import Testing

@Suite("Expressions in Python")
struct PythonTests {
  /// The lines of a NumPy program from a remark on.
  private func lines(after remark: String, _ lesson: WrittenLesson, _ library: ProgramLibrary = .numpy) throws
    -> [Substring]
  {
    let all = try ProgramText(lesson, for: library).text.split(
      separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(all.firstIndex { $0.hasSuffix(remark) })
    return Array(all[all.index(after: start)...].prefix { !$0.isEmpty })
  }

  @Test(
    "Parentheses stand where Python needs them",
    arguments: [
      ("f = (x + y) * z", "f = (x + y) * z"),
      ("f = x - (y - z)", "f = x - (y - z)"),
      ("f = x / (y * z)", "f = x / (y * z)"),
      ("f = x / y / z", "f = x / y / z"),
      ("f = (x / y)^2 + z", "f = (x / y) ** 2 + z"),
      ("f = -x^2 + y*z", "f = -x ** 2 + y * z"),
      ("f = (x + y)^z", "f = (x + y) ** z"),
      ("f = max(x, y, z)", "f = max(x, y, z)"),
      ("f = exp(-x) + σ(y) + z", "f = np.exp(-x) + sigmoid(y) + z"),
      ("f = x*y*z/sqrt(2)", "f = x * y * z / math.sqrt(2)"),
    ])
  func parentheses(definition: String, line: String) throws {
    let lesson = try graph([definition], given: "\"x\": 2, \"y\": 3, \"z\": 2")
    let found = try lines(after: "# forward", lesson).filter { !$0.hasPrefix("#") }
    #expect(found == [Substring(line)])
  }

  @Test(
    "Entries and terms that are alike are loops, others are lines",
    arguments: [
      (
        "z[i] = sum(W[i,j] * x[j], j)",
        ["z = {}", "for i in range(1, 3):", "    z[i] = sum(W[i, j] * x[j] for j in range(1, 4))"]
      ),
      (
        "z[i] = W[i,i] + x[i+1] for i in 1...2",
        ["z = {}", "for i in range(1, 3):", "    z[i] = W[i, i] + x[i + 1]"]
      ),
      ("z[i] = x[4-i] for i in 1...2", ["z = {}", "z[1] = x[3]", "z[2] = x[2]"]),
      ("z = sum(W^2)", ["z = sum(W[i, j] ** 2 for i in range(1, 3) for j in range(1, 4))"]),
      ("z = x[1]*x[2] + x[3]", ["z = x[1] * x[2] + x[3]"]),
      ("z[i] = 2*z[i-1] for i in 1...3", ["for i in range(1, 4):", "    z[i] = 2 * z[i - 1]"]),
    ])
  func loops(definition: String, expected: [String]) throws {
    let lesson = try graph(
      [definition, "C = sum(z) * sum(W) * sum(x)"],
      given: "\"W\": [[1, 2, 3], [4, 5, 6]], \"x\": [1, 2, 3]"
        + (definition.contains("z[i-1]") ? ", \"z[0]\": 1" : ""))
    let found = try lines(after: "# forward", lesson).prefix {
      !$0.hasPrefix("C = ") && !$0.hasPrefix("# C = ")
    }
    .filter { !$0.hasPrefix("#") }
    #expect(found.map(String.init) == expected)
  }

  @Test(
    "A name that Python or a library has already is written in another way",
    arguments: ["lambda", "np", "show", "i"])
  func names(name: String) throws {
    let lesson = try graph(["f = \(name)^2 * g[1] * g[2]"], given: "\"\(name)\": 3, \"g\": [1, 2]")
    let found = try lines(after: "# what is given", lesson)
    #expect(found.first == (name == "i" ? "i = 3.0" : "\(name)_ = 3.0"))
  }

  @Test("A title with quotation marks and backslashes ends no text of the program")
  func title() throws {
    let lesson = try graph(["f = x^2"], given: "\"x\": 3", more: #", "title": "a \" b \\\" c""#)
    let line = try ProgramText(lesson, for: .numpy).text.split(separator: "\n").first
    #expect(line == #""""a \" b \\\" c"#)
  }

  @Test("An array as the result is derived with the upstream gradients that are given")
  func seeds() throws {
    let lesson = try graph(["p[i] = x[i]^2"], given: "\"x\": [1, 2]", more: #", "seed": [3, -1]"#)
    #expect(try lines(after: "# backward", lesson).contains("dL_dp[1] = 3"))
    #expect(
      try lines(after: "# the upstream gradients that are given", lesson, .pytorch).first
        == "L = 3 * p[1] - p[2]")
  }

  @Test("A graph that is too large for a program is refused in one sentence")
  func tooLarge() throws {
    let lesson = try graph(["y[i] = x * i for i in 1...6000", "f = sum(y)"], given: "\"x\": 1")
    #expect(throws: WorkedExampleError.self) { try ProgramText(lesson, for: .numpy) }
  }
}
