import Backprop
import Documents
import Formulas
import Testing

@testable import Lessons

/// A 1-1 network that learns from so many examples.
private func lesson(examples: Int, penalty: Lesson.Penalty? = nil) -> Lesson {
  var lesson = Chains.chain([(.sigmoid, "1.2", "-0.3")])
  lesson.examples = (1...examples).compactMap { x in
    guard let input = Numeral("0.\(x)"), let target = Numeral("\(x % 2)") else { return nil }
    return Lesson.Example(inputs: [input], targets: [target])
  }
  lesson.penalty = penalty
  return lesson
}

private let decay = Lesson.Penalty(l2: Numeral("0.5"), l1: nil)

private func derivation(_ lesson: Lesson, only: [String] = [], example: Int? = nil) throws -> Derivation {
  var settings = Settings()
  settings.example = example
  return Derivation(lesson, work: try Work(lesson, only: only), settings: settings)
}

/// What stands on the left of each line of the backward pass and of what follows, up to the nudge.
private func lefts(_ lesson: Lesson, only: [String] = [], example: Int? = nil) throws -> [String] {
  var derivation = try derivation(lesson, only: only, example: example)
  let typesetter = Typesetter(notation: .threeBlueOneBrown, markup: UnicodeMarkup())
  return derivation.blocks().compactMap { block in
    if case .equation(let equation) = block { typesetter.piece(equation.left).text } else { nil }
  }
}

@Test(arguments: [
  (["dC/dw1"], ["∂C₁/∂w⁽¹⁾", "∂C₂/∂w⁽¹⁾", "∂R/∂w⁽¹⁾", "∂C/∂w⁽¹⁾"]),
  (["dC2/dw1"], ["∂C₂/∂w⁽¹⁾"]),
  (["dC2/db1"], ["∂C₂/∂b⁽¹⁾"]),
  (["dC/db1"], ["∂C₁/∂b⁽¹⁾", "∂C₂/∂b⁽¹⁾", "∂C/∂b⁽¹⁾"]),
  (["dC/dz1@2"], ["∂C₂/∂z⁽¹⁾", "∂C/∂z⁽¹⁾"]),
  (["dC2/dz1@2"], ["∂C₂/∂z⁽¹⁾"]),
  (["dC/dC2"], ["∂C/∂C₂"]), (["dC/dR"], ["∂C/∂R"]), (["dR/dw1"], ["∂R/∂w⁽¹⁾"]), (["R"], ["R"]),
  (["C"], ["C₁", "C₂", "R", "C"]), (["C2"], ["C₂"]),
])
func `Of several examples and a penalty only what a name needs is derived`(only: [String], names: [String])
  throws
{
  let shown = try lefts(lesson(examples: 2, penalty: decay), only: only)
  // Everything but ∂/∂(something on the way) and the proofs that follow.
  let kept = shown.filter { names.contains($0) }
  #expect(Set(kept) == Set(names), "\(shown)")
  let strangers = ["∂R/∂w⁽¹⁾", "∂C/∂w⁽¹⁾", "∂C/∂b⁽¹⁾", "R", "C"].filter { !names.contains($0) }
  #expect(shown.allSatisfy { !strangers.contains($0) }, "\(shown)")
}

@Test(arguments: [
  (2, nil, [1, 2]), (8, nil, Array(1...8)), (9, nil, [1]), (3, 2, [2]), (20, 15, [15]), (1, 1, [1]),
])
func `All of a few examples are derived, the first of many, and the one that was asked for`(
  count: Int, example: Int?, derived: [Int]
) throws {
  #expect(
    try derivation(lesson(examples: count), example: example).examples.map { $0.example + 1 } == derived)
}

@Test(arguments: [["z1@12"], ["dC/da1@12"], ["dC12/dw1"], ["da1@12/dz1@12"]])
func `A name of one example has that one derived`(only: [String]) throws {
  #expect(try derivation(lesson(examples: 20), only: only).examples.map(\.example) == [11])
}

@Test(arguments: [2, 4, 5, 9, 20], [nil, decay])
func `The parts of a derivative add up to it`(count: Int, penalty: Lesson.Penalty?) throws {
  let derivation = try derivation(lesson(examples: count, penalty: penalty))
  let whole = try #require(derivation.whole)
  #expect(whole.graph.terms.count == (count > 4 ? 3 : count))
  for step in [whole.value(of: try #require(whole.graph.root))] + derivation.totals {
    let sum = step.formula.evaluated { derivation.ledger[$0] ?? .nan }
    let value = try #require(derivation.ledger[step.name])
    #expect((sum - value).magnitude <= 1e-15)
  }
}

@Test func `One example without a penalty has a cost without parts`() throws {
  #expect(try derivation(lesson(examples: 1)).whole == nil)
  #expect(
    try derivation(lesson(examples: 1, penalty: Lesson.Penalty(l2: Numeral("0"), l1: nil))).whole == nil)
  #expect(try derivation(lesson(examples: 1, penalty: decay)).whole != nil)
}

@Test(arguments: [0, 4, -1])
func `An example that the lesson does not have is refused`(example: Int) {
  var settings = Settings()
  settings.example = example
  let thrown = #expect(throws: WorkedExampleError.self) {
    try WorkedExample(lesson(examples: 3), settings: settings)
  }
  guard case .noExample(example, of: 3) = thrown else {
    Issue.record("not refused: \(String(describing: thrown))")
    return
  }
}

@Test(arguments: [(2, "w1", 3), (2, "b1", 2), (7, "w1", 8)])
func `Paths lead through every example, and from a weight through the penalty`(
  count: Int, name: String, paths: Int
) throws {
  var settings = Settings()
  settings.paths = name
  let lesson = lesson(examples: count, penalty: decay)
  let work = try Work(lesson, only: [name])
  var derivation = Derivation(lesson, work: work, settings: settings)
  let id = try #require(work.parameters.first)
  let products = derivation.blocks(pathsFrom: id).compactMap { block -> Double? in
    guard case .equation(let equation) = block, case .symbol(let symbol) = equation.left,
      symbol.meaning == .path
    else { return nil }
    return derivation.ledger[equation.left]
  }
  #expect(products.count == paths)
  #expect((products.reduce(0, +) - work.result.gradient[id]).magnitude <= 1e-15)
}

@Test func `What belongs to one example is derived beside the example that was asked for`() throws {
  let lesson = lesson(examples: 20)
  #expect(try derivation(lesson, only: ["z1@12"], example: 3).examples.map(\.example) == [11])
  #expect(try derivation(lesson, only: ["z1@12", "w1"], example: 3).examples.map(\.example) == [2, 11])
  #expect(try derivation(lesson, only: ["z1@12", "w1"]).examples.map(\.example) == [0, 11])
}

@Test(arguments: ["dz1@1/da0@2", "da1@2/dz1@1", "dC1/dz1@2", "z1@3", "z1@0", "C3", "w1@1", "C@1"])
func `No factor leads from one example to another, and no name to one that is not there`(name: String) {
  #expect(throws: WorkedExampleError.self) { try Work(lesson(examples: 2), only: [name]) }
}

@Test func `A gradient of one example alone is not mixed with that of all`() throws {
  let derivation = try derivation(lesson(examples: 3), only: ["dC2/dw1"])
  #expect(derivation.parameters.isEmpty)
  #expect(try Work(lesson(examples: 3), only: ["dC2/dw1"]).check.parameters.count == 1)
}

/// All words of a document.
private func words(_ lesson: Lesson) throws -> String {
  var derivation = try derivation(lesson)
  var text = ""
  try TextWriter(notation: .threeBlueOneBrown).write(derivation.blocks(), to: &text)
  return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

@Test func `A kink on the way is named, and not taken for curvature`() throws {
  let corner = "This change meets a kink of the cost, where its slope jumps"
  // −0.004 + 0.01 is on the other side of |w| = 0, and 0.4 is not.
  var kinked = Chains.chain([(.identity, "-0.004", nil)], x: "0.1", y: "0", rate: nil)
  kinked.penalty = Lesson.Penalty(l2: nil, l1: Numeral("0.3"))
  #expect(try words(kinked).contains(corner))
  var smooth = Chains.chain([(.identity, "0.4", nil)], x: "0.1", y: "0", rate: nil)
  smooth.penalty = kinked.penalty
  #expect(try !words(smooth).contains(corner))
  // z = 0.5 · 0.8 − 0.405 is below 0, and above it after the change of the bias or of the weight.
  let off = Chains.chain([(.leakyReLU(slope: .hundredth), "0.5", "-0.405")], rate: nil)
  #expect(try words(off).contains("may meet a kink of the cost, where its slope jumps"))
}

@Test func `With a learning rate of 0 no parameter changes, and nothing is calculated`() throws {
  let text = try words(Chains.chain([(.sigmoid, "0.5", nil)], rate: "0"))
  #expect(text.contains("With a learning rate of 0 no parameter changes."))
  #expect(!text.contains("new w"))
}
