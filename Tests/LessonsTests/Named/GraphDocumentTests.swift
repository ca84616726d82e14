import Backprop
import Documents
import Formulas
import Testing

@testable import Lessons

/// Lessons of named quantities, each with something that a line could be wrong about.
private let lessons: [(about: String, given: String, graph: String, besides: String)] = [
  ("fractions and decimals", #""x": 0.3, "y": 7"#, #""q = x / y", "f = (q - 0.2)^2 * y + x^3""#, ""),
  (
    "sums that are products already", #""x": -2, "y": 5"#, #""c = x + y", "d = x + c", "f = d*c + 3*d + x""#,
    ""
  ),
  (
    "every function", #""x": 0.8, "y": -1.3, "n": 2.5"#,
    #"""
    "a = exp(y) + ln(x) - sqrt(x + 1)", "b = sin(a) * cos(y) / tanh(x)",
    "c = sigmoid(b) + softplus(a) - silu(y)", "d = relu(a) + leaky_relu(b, 0.01) + elu(y, 1)",
    "g = abs(c) * step(x) + max(a, b, y) - min(c, d)", "h = x^n + g^3 - g^(-2) + 2^x", "L = h / (1 + exp(-x))"
    """#, ""
  ),
  (
    "functions at 0", #""x": 0"#, #""a = exp(x) + sin(x)", "b = ln(a) + cos(x)", "f = a * sigmoid(b - 1)""#,
    ""
  ),
  (
    "edges", #""x": 2, "y": 2, "z": 0, "w": -1"#,
    #""m = max(x, y)", "r = relu(z)", "s = step(w)", "a = abs(z)", "f = m * w + r + s + a * w""#, ""
  ),
  (
    "what cancels", #""a": [0.1234567, 2.345678, -0.7654321], "g": [1, -0.5, 2]"#,
    #""m = mean(a)", "d = a - m", "f = sum(d[i]^2 * g[i], i) / 3 + sum(d)""#, ""
  ),
  (
    "what is 0 but for its digits", #""x": 0.7"#,
    #""p = exp(x)", "r = 2 * p", "z = r - p - p", "f = z * x + x""#, ""
  ),
  (
    "softmax and matrices", #""X": [[1, -0.5], [0.25, 2]], "W": [[0.3, -0.2], [0.1, 0.7]], "y": [2, 1]"#,
    #""Z[n,:] = W @ X[n,:]", "P[n,:] = softmax(Z[n,:])", "L = -mean(ln(P[n,y[n]]), n)""#,
    #", "by": "W", "learningRate": 0.5"#
  ),
  ("an upstream gradient", #""x": [1, -2, 0.5]"#, #""o = tanh(x)""#, #", "of": "o", "seed": [1, -0.25, 0]"#),
  (
    "a recurrence", #""w": 0.9, "h[0]": 0.123456789012345, "x": [1, 0.5, -1]"#,
    #""h[t] = tanh(w*h[t-1] + x[t])", "L = (h[3] - 1/3)^2""#, ""
  ),
  (
    "functions that only graphs have", #""x": 0.4, "v": [3, -4, 1]"#,
    #"""
    "a = tan(x) + sinh(x)*cosh(x)", "b = arcsin(x) - arccos(x)/arctan(a)", "c = erf(b) + floor(a*3)",
    "d = log2(a) + log10(c + 2) + gelu(x) + selu(x - 1)", "u = stop(d)", "n = norm(v) + logsumexp(v) + dot(v, v)",
    "L = clip(n, 0, 9)*u + sign(x)*d + n"
    """#, ""
  ),
  ("small and large", #""x": 1e-9, "y": 123456.789"#, #""f = (x * y - 1)^2 + x / y""#, ""),
]

private func narrator(_ place: Int, digits: Int = 6, staged: Bool = false) throws -> GraphNarrator {
  let (_, given, graph, besides) = lessons[place]
  let lesson = try NamedLesson(
    json: Array(#"{ "given": { \#(given) }, "graph": [\#(graph)]\#(besides) }"#.utf8))
  var settings = Settings()
  (settings.digits, settings.staged, settings.all) = (digits, staged, true)
  return try GraphNarrator(lesson, settings: settings)
}

@Suite struct `The document of a graph` {
  @Test(arguments: lessons.indices, [1, 2, 3, 6, 9, 12, 17])
  func `Every line is true as printed, and says nothing twice`(place: Int, digits: Int) throws {
    for staged in [false, true] {
      for equation in try narrator(place, digits: digits, staged: staged).blocks().flatMap(\.equations) {
        #expect(falsehood(in: equation) == nil, "\(lessons[place].about), \(digits) digits")
        let sides = equation.sides.map(\.formula)
        let isRepeated = zip(sides, sides.dropFirst()).contains { $0 == $1 }
        #expect(!isRepeated, "\(lessons[place].about), \(digits) digits: \(equation)")
      }
    }
  }

  @Test(arguments: [
    ("sums that are products already", "f = d · c + 3 · d + x = 1 · 3 + 3 · 1 + (−2) = 4"),
    ("functions at 0", "a = exp(x) + sin(x) = exp(0) + sin(0) = 1"),
    ("functions at 0", "f = a · σ(b − 1) = 1 · σ(1 − 1) = 0.5"),
    ("edges", "s = step(w) = step(−1) = 0"),
  ])
  func `What is exact is printed without a rounded number`(about: String, line: String) throws {
    let place = try #require(lessons.firstIndex { $0.about == about })
    let plain = Typesetter(notation: .threeBlueOneBrown, markup: UnicodeMarkup())
    let lines = try narrator(place).blocks().flatMap(\.equations).map { plain.text($0) }
    #expect(lines.contains(line), "\(lines)")
  }

  @Test func `Each quantity of the backward pass is a step of its own`() throws {
    for place in lessons.indices {
      let narrator = try narrator(place)
      let steps = SteppedText(narrator.blocks(), notation: .threeBlueOneBrown, style: TextStyle())
      let texts = (0..<steps.count).map(steps.text(of:))
      let heads = texts.compactMap { text in
        text.split(separator: "\n").first { $0.hasPrefix("How ") && $0.contains(" changes with ") }
      }
      #expect(Set(heads).count == heads.count, "\(lessons[place].about): \(heads)")
      // From one definition there is no way to go back.
      let hasSeveral = lessons[place].graph.contains(#"", ""#)
      #expect(heads.count >= (hasSeveral ? 2 : 0), "\(lessons[place].about)")
    }
  }

  @Test func `An edge is spoken of once`() throws {
    let place = try #require(lessons.firstIndex { $0.about == "edges" })
    let plain = TextWriter(notation: .threeBlueOneBrown)
    let text = try narrator(place).blocks().map(plain.text(of:)).joined()
    #expect(text.matches(of: /at an edge/).count == 1 && text.contains("m, r and a are at an edge"))
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("Of equal arguments of max the first one gets the whole gradient here."))
    #expect(
      words.contains("as PyTorch's maximum and minimum do. At 0 the slope of |x|") && !words.contains("floor")
    )
  }
}

extension Typesetter {
  func text(_ equation: Equation) -> String {
    piece(equation.left).text
      + equation.sides.map { ($0.relation == .equals ? " = " : " ≈ ") + piece($0.formula).text }.joined()
  }
}

@Test(
  "What is given comes back right after all that it feeds, in the order of the lesson",
  arguments: [
    // Two layers: the parameters of each follow its weighted input.
    (
      #""x": 2, "w1": 3, "b1": 1, "w2": -1, "b2": 4"#,
      #""z1 = w1*x + b1", "a1 = tanh(z1)", "z2 = w2*a1 + b2", "C = z2^2""#,
      ["z₂", "w₂", "b₂", "a₁", "z₁", "x", "w₁", "b₁"]
    ),
    // A weight of all time steps comes after the first of them, and before what is further back.
    (
      #""w": 0.5, "h[0]": 1, "v": 2"#, #""h[t] = w*h[t-1] for t in 1...2", "q = v*h[2]", "C = q^2""#,
      ["q", "v", "h₂", "h₁", "w", "h₀"]
    ),
    // The entries of an array stay together.
    (#""x": [1, 2], "c": 3"#, #""p = x[1]*c", "q = x[2]*p", "C = q^2""#, ["q", "p", "x", "c"]),
  ])
private func wayBack(given: String, graph: String, order: [String]) throws {
  let lesson = try NamedLesson(json: Array("{ \"given\": { \(given) }, \"graph\": [\(graph)] }".utf8))
  var text = ""
  try WorkedExample(lesson, settings: Settings()).write(as: .text, to: &text)
  let found = text.split(separator: "\n").filter { $0.hasPrefix("How C changes with ") }
    .compactMap { $0.dropFirst("How C changes with ".count).split(separator: ".").first.map(String.init) }
  #expect(found == order)
}
