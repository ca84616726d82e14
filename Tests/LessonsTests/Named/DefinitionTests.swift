import Formulas
import Lessons
import Testing

@testable import Backprop

/// What is computed, as a stack machine takes it: `w x product:2`.
private func codes(_ given: String, _ definitions: [String], _ others: String = "") throws -> [String] {
  let lines = definitions.map { "\"\($0)\"" }.joined(separator: ", ")
  let graph = try NamedLesson(json: Array("{ \"given\": \(given), \"graph\": [\(lines)]\(others) }".utf8))
    .graph
  func name(_ id: Graph.ID) -> String {
    let indices = graph.indices(of: id).map(String.init).joined(separator: ",")
    return graph.quantity(of: id).name + (indices.isEmpty ? "" : "[\(indices)]")
  }
  return (0..<graph.count).filter { graph.given[$0] == nil }.map { id in
    let code = graph.code(of: id).map { instruction in
      switch instruction.operation {
      case .entry: name(Int(instruction.operand))
      case .number: graph.numerals[Int(instruction.operand)].typed
      case .whole: String(instruction.operand)
      case .wholePower: "^\(instruction.operand)"
      case .named: instruction.function?.rawValue ?? "?"
      case .softmax: "softmax:\(instruction.operand)[\(instruction.place)]"
      case .sum, .product, .max, .min, .logSumExp: "\(instruction.operation):\(instruction.operand)"
      case .quotient, .negative, .power, .exp, .exponentialMinusOne, .ln, .squareRoot, .sin, .cos, .tanh,
        .sigmoid,
        .softplus, .magnitude, .sign, .step, .greater, .atLeast:
        "\(instruction.operation)"
      }
    }
    return name(id) + " = " + code.joined(separator: " ")
  }
}

@Test(arguments: [
  ("a + b - c + 1", "a b c negative 1 sum:4"),
  ("a + (b + c)", "a b c sum:2 sum:2"),
  ("a*b*c", "a b c product:3"),
  ("a*b/c*a", "a b product:2 c quotient a product:2"),
  ("a/b/c", "a b quotient c quotient"),
  ("2a + 3 b + a b", "2 a product:2 3 b product:2 a b product:2 sum:3"),
  ("a(b - c)(b + c)", "a b c negative sum:2 b c sum:2 product:3"),
  ("1/2*a", "1 2 quotient a product:2"),
  ("-a*b", "a b product:2 negative"),
  ("a*-b", "a b negative product:2"),
  ("-1*a", "-1 a product:2"),
  ("-2^2 + a", "2 ^2 negative a sum:2"),
  ("a--(3)", "a 3 negative negative sum:2"),
  ("a - -3", "a -3 negative sum:2"),
  ("a^2 + b**3 + c²", "a ^2 b ^3 c ^2 sum:3"),
  ("2^3^2 + a", "2 3 ^2 power a sum:2"),
  ("a^-1 + a⁻²", "a ^-1 a ^-2 sum:2"),
  ("a^b + a^0.5", "a b power a 0.5 power sum:2"),
  ("e^(-a)", "a negative exp"),
  ("exp(a) + ln(b) + log(c)", "a exp b ln c ln sum:3"),
  ("π*a + pi", "pi a product:2 pi sum:2"),
  ("e*a + 1e-3 + 2e3", "e a product:2 1e-3 2e3 sum:3"),
  ("relu(a)", "0 a max:2"),
  ("leaky_relu(a)", "0 a max:2 0.01 a 0 min:2 product:2 sum:2"),
  ("leaky_relu(a, b)", "0 a max:2 b a 0 min:2 product:2 sum:2"),
  ("elu(a)", "0 a max:2 a 0 min:2 exponentialMinusOne sum:2"),
  ("elu(a, 2)", "0 a max:2 2 a 0 min:2 exponentialMinusOne product:2 sum:2"),
  ("silu(a)", "a a sigmoid product:2"),
  ("σ(a) + sigma(b) + sigmoid (c)", "a sigmoid b sigmoid c sigmoid sum:3"),
  ("sqrt(a) + abs(b) + step(c)", "a squareRoot b magnitude c step sum:3"),
  ("max(a, b, 0) - min(a, b)", "a b 0 max:3 a b min:2 negative sum:2"),
  ("a × b ÷ c − 1", "a b product:2 c quotient 1 negative sum:2"),
  ("sum(a)", "a"),
]) func `Arithmetic is computed in the order in which it is written`(text: String, code: String) throws {
  let others = ["d = a + b + c"]
  #expect(
    try codes(#"{ "a": 1, "b": 2, "c": 3 }"#, ["y = " + text] + others, #", "of": "y""#)[0] == "y = " + code)
}

@Test(arguments: [
  (["y = sum(x)"], ["y = x[1] x[2] x[3] sum:3"]),
  (["y = sum(x[k], k ≠ 2)"], ["y = x[1] x[3] sum:2"]),
  (
    ["y[i] = sum(x[k], k != i)/x[i]"],
    [
      "y[1] = x[2] x[3] sum:2 x[1] quotient", "y[2] = x[1] x[3] sum:2 x[2] quotient",
      "y[3] = x[1] x[2] sum:2 x[3] quotient",
    ]
  ),
  (
    ["y[i] = x[i]*sum(x[j], j < i)"],
    ["y[1] = x[1] 0 product:2", "y[2] = x[2] x[1] product:2", "y[3] = x[3] x[1] x[2] sum:2 product:2"]
  ),
  (["y[i] = product(x[j], j) for i in 1...2, j in 1...i-1"], ["y[1] = 1", "y[2] = x[1]"]),
  (
    ["y = sum(x[i]*x[j], i != j, j <= 2, i > 1)"],
    ["y = x[2] x[1] product:2 x[3] x[1] product:2 x[3] x[2] product:2 sum:3"]
  ),
  (
    ["y[k] = max(W[k,j], j ≥ token[k] - k)"],
    ["y[1] = W[1,2] W[1,3] max:2", "y[2] = W[2,1] W[2,2] W[2,3] max:3"]
  ),
  (["y = mean(x[k], k > 3)"], []),
  (
    ["y[i,:] = sum(b, i > 1) for i in 1...2"],
    ["y[1,1] = 0", "y[1,2] = 0", "y[2,1] = b[1]", "y[2,2] = b[2]"]
  ),
  (["y[i] = max(x[j], j < i)*x[i]"], []),
  (
    ["y = norm(b) + dot(b, b)"],
    ["y = b[1] ^2 b[2] ^2 sum:2 squareRoot b[1] b[1] product:2 b[2] b[2] product:2 sum:2 sum:2"]
  ),
  (
    ["y = logsumexp(x[k] - 1, k < n)"],
    ["y = x[1] 1 negative sum:2 x[2] 1 negative sum:2 logSumExp:2"]
  ),
  (["y = mean(x)"], ["y = x[1] x[2] x[3] sum:3 3 quotient"]),
  (["y = product(x[i] + i, i)"], ["y = x[1] 1 sum:2 x[2] 2 sum:2 x[3] 3 sum:2 product:3"]),
  (["y = max(x) + min(x[2...3])"], ["y = x[1] x[2] x[3] max:3 x[2] x[3] min:2 sum:2"]),
  (["y[i] = x[mod(i, 3) + 1] for i in 1...3"], ["y[1] = x[2]", "y[2] = x[3]", "y[3] = x[1]"]),
  (["y[i] = x[3 - mod(-i, 3)] for i in 1...3"], ["y[1] = x[1]", "y[2] = x[2]", "y[3] = x[3]"]),
  (["y[i] = x[mod(i, i - i)] for i in 1...3"], []),
  (["y = max(x[i], i)"], ["y = x[1] x[2] x[3] max:3"]),
  (
    ["y[j] = sum(W[j,k]*x[k], k)"],
    [
      "y[1] = W[1,1] x[1] product:2 W[1,2] x[2] product:2 W[1,3] x[3] product:2 sum:3",
      "y[2] = W[2,1] x[1] product:2 W[2,2] x[2] product:2 W[2,3] x[3] product:2 sum:3",
    ]
  ),
  (
    ["y = W @ x"],
    [
      "y[1] = W[1,1] x[1] product:2 W[1,2] x[2] product:2 W[1,3] x[3] product:2 sum:3",
      "y[2] = W[2,1] x[1] product:2 W[2,2] x[2] product:2 W[2,3] x[3] product:2 sum:3",
    ]
  ),
  (
    ["y = b @ W"],
    [
      "y[1] = b[1] W[1,1] product:2 b[2] W[2,1] product:2 sum:2",
      "y[2] = b[1] W[1,2] product:2 b[2] W[2,2] product:2 sum:2",
      "y[3] = b[1] W[1,3] product:2 b[2] W[2,3] product:2 sum:2",
    ]
  ),
  (["y = x' @ x"], ["y = x[1] x[1] product:2 x[2] x[2] product:2 x[3] x[3] product:2 sum:3"]),
  (["y = W'[1,1]"], []),
  (["y[k,:] = W'[k,:]"], []),
  (
    ["y = W' @ b"],
    [
      "y[1] = W[1,1] b[1] product:2 W[2,1] b[2] product:2 sum:2",
      "y[2] = W[1,2] b[1] product:2 W[2,2] b[2] product:2 sum:2",
      "y[3] = W[1,3] b[1] product:2 W[2,3] b[2] product:2 sum:2",
    ]
  ),
  (["y = softmax(b)"], ["y[1] = b[1] b[2] softmax:2[0]", "y[2] = b[1] b[2] softmax:2[1]"]),
  (
    ["p[j,:] = softmax(W[j,1...2])"],
    [
      "p[1,1] = W[1,1] W[1,2] softmax:2[0]", "p[1,2] = W[1,1] W[1,2] softmax:2[1]",
      "p[2,1] = W[2,1] W[2,2] softmax:2[0]", "p[2,2] = W[2,1] W[2,2] softmax:2[1]",
    ]
  ),
  (["c = concat(1, b, w)"], ["c[1] = 1", "c[2] = b[1]", "c[3] = b[2]", "c[4] = w"]),
  (["y = b*w"], ["y[1] = b[1] w product:2", "y[2] = b[2] w product:2"]),
  (["y = b*b w"], ["y[1] = b[1] b[1] w product:3", "y[2] = b[2] b[2] w product:3"]),
  (
    ["y = w (b + 1)/b"],
    [
      "y[1] = w b[1] 1 sum:2 product:2 b[1] quotient", "y[2] = w b[2] 1 sum:2 product:2 b[2] quotient",
    ]
  ),
  (
    ["V = W[:,1...2]", "y = V^2"],
    [
      "V[1,1] = W[1,1]", "V[1,2] = W[1,2]", "V[2,1] = W[2,1]", "V[2,2] = W[2,2]", "y[1,1] = V[1,1] ^2",
      "y[1,2] = V[1,2] ^2", "y[2,1] = V[2,1] ^2", "y[2,2] = V[2,2] ^2",
    ]
  ),
  (["V = W[:,1...2]", "y = V^-1"], []),
  (["V = W[:,1...2]", "y = V^3"], []),
  (["V = W[:,1...2]", "y = V^2 @ b"], []),
  (["V = W[:,1...2]", "y = (V + V^2) @ b"], []),
  (["y = b^-2"], ["y[1] = b[1] ^-2", "y[2] = b[2] ^-2"]),
  (["y = w^(n)"], ["y = w n power"]),
  (
    ["y[:,k] = W[:,k]/w"],
    [
      "y[1,1] = W[1,1] w quotient", "y[1,2] = W[1,2] w quotient", "y[1,3] = W[1,3] w quotient",
      "y[2,1] = W[2,1] w quotient", "y[2,2] = W[2,2] w quotient", "y[2,3] = W[2,3] w quotient",
    ]
  ),
  (["y[i] = (x[i-1] else 0)*w for i in 1...2"], ["y[1] = 0 w product:2", "y[2] = x[1] w product:2"]),
  (["y[t] = w^t for t in 2...3"], ["y[2] = w ^2", "y[3] = w ^3"]),
  (["y[t] = x[token[t]]"], ["y[1] = x[3]", "y[2] = x[1]"]),
  (
    ["y[i,j] = x[j] + i for i in 1...2, j in 1...i"],
    ["y[1,1] = x[1] 1 sum:2", "y[2,1] = x[1] 2 sum:2", "y[2,2] = x[2] 2 sum:2"]
  ),
  (
    ["y[i] = sum(x[k], k) for i in 1...2, k in i...n"],
    ["y[1] = x[1] x[2] x[3] sum:3", "y[2] = x[2] x[3] sum:2"]
  ),
  (
    ["h[0] = w", "h[t] = h[t-1]*x[t]", "y = sum(h)"],
    [
      "h[0] = w", "h[1] = h[0] x[1] product:2", "h[2] = h[1] x[2] product:2",
      "h[3] = h[2] x[3] product:2", "y = h[1] h[2] h[3] sum:3",
    ]
  ),
  (
    ["h[4] = w", "h[t] = h[t+1]*x[t] for t in 1...3"],
    [
      "h[4] = w", "h[3] = h[4] x[3] product:2", "h[2] = h[3] x[2] product:2",
      "h[1] = h[2] x[1] product:2",
    ]
  ),
  (["h[t] = c[t]*w", "c[t] = (h[t-1] else 1) + x[t]", "y = h[2]"], []),
  (
    ["h[t] = c[t]*w for t in 1...2", "c[t] = (h[t-1] else 1) + x[t]", "y = h[2]"],
    [
      "c[1] = 1 x[1] sum:2", "h[1] = c[1] w product:2", "c[2] = h[1] x[2] sum:2", "h[2] = c[2] w product:2",
      "c[3] = h[2] x[3] sum:2", "y = h[2]",
    ]
  ),
]) func `Arrays are so many numbers, each after those that it needs`(lines: [String], expected: [String])
  throws
{
  let given =
    #"{ "x": [1, 2, 3], "W": [[1, 2, 3], [4, 5, 6]], "b": [7, 8], "w": 9, "token": [3, 1], "n": 3 }"#
  let rest = ["all = sum(x) + sum(W) + sum(b) + w + x[token[1]] + x[n]"]
  if expected.isEmpty {
    #expect(throws: LessonError.self) { try codes(given, rest + lines, #", "of": "all""#) }
  } else {
    #expect(try codes(given, rest + lines, #", "of": "all""#).dropFirst() == expected[...])
  }
}

@Test(arguments: [
  ("β1", "beta1"), ("beta1", "β1"), ("Δw", "Deltaw"), ("x₁", "x1"), ("x̂", "x_hat"), ("ŷ", "y_hat"),
  ("x̄", "x_bar"),
  ("ã", "a_tilde"), ("ŷ₁₂", "y_hat12"), ("σ", "sigma"), ("ϵ", "epsilon"), ("µ", "μ"),
]) func `Two ways to write a name are one name`(one: String, other: String) throws {
  #expect(
    try codes("{ \"\(one)\": 2 }", ["y = \(other)^2"]) == [
      "y = \(try codes("{ \"\(one)\": 2 }", ["y = \(one)"])[0].dropFirst(4)) ^2"
    ])
  #expect(throws: LessonError.self) { try codes("{ \"\(one)\": 2, \"\(other)\": 3 }", ["y = \(one)"]) }
}

@Test func `A lesson's own e goes before Euler's number, and a number before both`() throws {
  #expect(try codes(#"{ "e": 2 }"#, ["y = e^2 + 1e3"]) == ["y = e ^2 1e3 sum:2"])
}

@Test func `A given that is only an index has no derivative, and one that is computed with as well has one`()
  throws
{
  func graph(_ line: String) throws -> Graph {
    try NamedLesson(json: Array(#"{ "given": { "x": [1, 2], "n": 2 }, "graph": ["\#(line)"] }"#.utf8)).graph
  }
  #expect(try graph("y = x[n]").quantities[1].isIndex)
  #expect(try !graph("y = x[n]*n").quantities[1].isIndex)
}

@Test func `The gradient is taken by what "by" names, or else by all that is given`() throws {
  func by(_ text: String) throws -> [String] {
    let file = #"{ "given": { "x": [1, 2], "n": 2, "w": 3 }, "graph": ["y = w*x[n]"]\#(text) }"#
    let lesson = try NamedLesson(json: Array(file.utf8))
    return lesson.by.map { lesson.graph.quantity(of: $0).name }
  }
  #expect(try by("") == ["x", "x", "w"])
  #expect(try by(#", "by": "w""#) == ["w"])
  #expect(try by(#", "by": ["w", "x"], "learningRate": 0.1"#) == ["w", "x", "x"])
}

@Test func `What is derived is an entry, or an array with a seed`() throws {
  func result(_ text: String) throws -> Graph.Result {
    try NamedLesson(json: Array(#"{ "given": { "x": [1, 2] }, "graph": ["p = softmax(x)"], \#(text) }"#.utf8))
      .graph.result
  }
  #expect(try result(#""of": "p[2]""#) == Graph.Result(name: "p[2]", entries: [3], seeds: nil))
  let seeded = try result(#""seed": [0.5, -1]"#)
  #expect(seeded.entries == [2, 3])
  #expect(seeded.seeds?.map(\.typed) == ["0.5", "-1"])
  let scalar = try result(#""of": "p[1]", "seed": 2"#)
  #expect(scalar.seeds?.map(\.typed) == ["2"])
}

@Test func `A recurrence of thirty thousand steps is read in either direction`() throws {
  let x = repeatElement("1", count: 30_000).joined(separator: ",")
  for line in ["h[t] = w*h[t-1] + x[t]", "h[t] = w*h[t+1] + x[t] for t in 1...30000"] {
    let file = """
      { "given": { "w": 0.5, "x": [\(x)], "h[0]": 0, "h[30001]": 0 }, "graph": ["\(line)", "L = h[1] + h[30000]"] }
      """
    let graph = try NamedLesson(json: Array(file.utf8)).graph
    #expect(graph.count == 60_004)
    // The result is the last in any case, and what a step needs has a smaller number.
    #expect(graph.result.entries == [60_003])
    #expect((0..<graph.count).allSatisfy { id in graph.needs(of: id).allSatisfy { $0 < id } })
  }
}

@Test func `Lines that need each other may stand in any order`() throws {
  let given = #"{ "x": [[1, 2], [3, 4]], "W": [[0.1, 0.2], [0.3, 0.4]], "h[0]": [0, 1], "c[0]": [1, 0] }"#
  let gates = [
    "i[t,:] = σ(x[t,:] @ W + h[t-1,:])", "f[t,:] = σ(h[t-1,:] @ W)*x[t,:]",
    "c[t,:] = f[t,:]*c[t-1,:] + i[t,:] for t in 1...2", "h[t,:] = tanh(c[t,:]) for t in 1...2",
  ]
  let last = "L = sum(h)"
  let expected = Set(try codes(given, gates + [last]))
  #expect(expected.count == 17)
  #expect(Set(try codes(given, gates.reversed() + [last])) == expected)
  #expect(Set(try codes(given, gates[2...] + gates[..<2] + [last])) == expected)
}
