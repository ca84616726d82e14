import Backprop
import Documents
import Formulas
import Testing

@testable import Lessons

private func numeral(_ text: String) -> Numeral { Numeral(text) ?? .hundredth }

/// Layers of up to three neurons drawn from a seed, of what has an exact form, with short decimals.
private func randomLesson(seed: UInt64) -> Lesson {
  var random = SplitMix64(seed: seed)
  func decimal() -> Numeral {
    let texts = ["0.5", "-0.25", "0.75", "1.5", "-2", "0.1", "-0.3", "1", "0", "-1.2", "0.05"]
    return numeral(texts.randomElement(using: &random) ?? "0.5")
  }
  let activations: [Activation] = [
    .identity, .relu, .leakyReLU(slope: .hundredth), .leakyReLU(slope: numeral("0.2")),
  ]
  let costs: [Cost] = [.squaredError, .halfSquaredError, .meanSquaredError]
  let isChain = seed % 3 == 0
  let widths = (0...Int.random(in: 1...3, using: &random)).map { _ in
    isChain ? 1 : Int.random(in: 1...3, using: &random)
  }
  let layers = zip(widths, widths.dropFirst()).map { before, neurons in
    Lesson.Layer(
      activation: activations.randomElement(using: &random) ?? .relu,
      weights: (0..<neurons).map { _ in (0..<before).map { _ in decimal() } },
      biases: Bool.random(using: &random) ? (0..<neurons).map { _ in decimal() } : nil)
  }
  return Lesson(
    title: nil, summary: nil, inputs: widths[0], layers: layers,
    cost: costs.randomElement(using: &random) ?? .squaredError,
    examples: [
      Lesson.Example(
        inputs: (0..<widths[0]).map { _ in decimal() },
        targets: (0..<(widths.last ?? 1)).map { _ in decimal() })
    ], penalty: nil, learningRate: Bool.random(using: &random) ? decimal() : nil,
    trainsBiases: Bool.random(using: &random))
}

/// The blocks of a lesson in fractions.
private func blocks(_ lesson: Lesson, pathsFrom id: Layout.ID? = nil) throws -> [Block] {
  let lesson = try lesson.inFractions()
  var settings = Settings()
  settings.all = true
  settings.paths = id.map { _ in "every example is traced" }
  let work = try Work(lesson, only: [], exact: ExactWork(lesson))
  var derivation = Derivation(lesson, work: work, settings: settings)
  try derivation.checkIsExact()
  return derivation.blocks(pathsFrom: id)
}

/// All mathematics of a document but for the check, which is done in decimals.
private func equations(_ blocks: [Block]) -> [Equation] {
  func inside(_ prose: Prose) -> [Equation] {
    prose.pieces.flatMap { piece -> [Equation] in
      switch piece {
      case .text, .code, .term, .error: []
      case .emphasis(let prose), .strong(let prose), .link(let prose, _): inside(prose)
      case .math(let equation): [equation]
      }
    }
  }
  var isCheck = false
  return blocks.flatMap { block -> [Equation] in
    if case .heading(_, let prose) = block { isCheck = prose == "Gradient check" }
    guard !isCheck else { return [] }
    switch block {
    case .heading(_, let prose): return inside(prose)
    // How much more one weight matters than another is told in decimals.
    case .paragraph(let prose): return prose.pieces.contains { isRatio($0) } ? [] : inside(prose)
    case .equation, .family: return block.equations
    case .table(let table): return table.rows.all.joined().flatMap(inside)
    // A worked example has none of these.
    case .verbatim, .questions: return []
    case .chain, .network, .graph, .bars, .plot, .matrix: return []
    }
  }
}

private func isRatio(_ piece: Prose.Inline) -> Bool {
  if case .text(let text) = piece { text.contains("largest derivative in absolute value") } else { false }
}

private func saysItIsRounded(_ blocks: [Block]) -> Bool {
  blocks.contains { block in
    guard case .paragraph(let prose) = block else { return false }
    return prose.pieces.contains {
      if case .text(let text) = $0 { text.contains("so it is rounded here") } else { false }
    }
  }
}

private func hasDecimals(_ formula: Formula) -> Bool {
  var found = false
  _ = formula.substituting { part in
    if case .number(let numeral) = part, numeral.digits.contains(".") || numeral.exponent != nil {
      found = true
    }
    return nil
  }
  return found
}

@Test(arguments: 1...80 as ClosedRange<UInt64>)
func `Every line of a derivation in fractions is exactly true, and none is rounded`(seed: UInt64) throws {
  let lesson = seed % 2 == 0 ? randomLesson(seed: seed) : severalExamples(of: randomLesson(seed: seed))
  let blocks = try blocks(lesson, pathsFrom: 0)
  let newCost = Formula.symbol(Symbol(.newCost))
  let isRounded = saysItIsRounded(blocks)
  for equation in equations(blocks) {
    #expect(falsehood(in: equation) == nil, "seed \(seed)")
    if isRounded, equation.left.names.contains(newCost) { continue }
    #expect(equation.sides.allSatisfy { $0.relation == .equals }, "seed \(seed)")
    #expect(!([equation.left] + equation.sides.map(\.formula)).contains(where: hasDecimals), "seed \(seed)")
  }
}

@Test(arguments: 1...150 as ClosedRange<UInt64>)
func `The fractions are the doubles' gradient, without their rounding`(seed: UInt64) throws {
  let lesson = severalExamples(of: randomLesson(seed: seed))
  let exact = ExactWork(try lesson.inFractions())
  let result = try Backpropagation(lesson.objective)
  guard exact.kinkMissed(by: result) == nil else { return }
  for (fraction, double) in zip(exact.gradient, result.gradient) {
    let value = try #require(fraction.approximation)
    #expect((value - double).magnitude <= 1e-12 * max(1, double.magnitude), "seed \(seed)")
  }
  let cost = try #require(exact.cost(with: exact.objective.network.parameters)?.approximation)
  #expect((cost - result.cost).magnitude <= 1e-12 * max(1, cost.magnitude), "seed \(seed)")
}

/// With three examples and a penalty: thirds, and a sum.
private func severalExamples(of lesson: Lesson) -> Lesson {
  var lesson = lesson
  lesson.examples += [randomExample(like: lesson, "0.1"), randomExample(like: lesson, "-0.7")]
  lesson.penalty = Lesson.Penalty(l2: numeral("0.1"), l1: numeral("0.02"))
  return lesson
}

private func randomExample(like lesson: Lesson, _ text: String) -> Lesson.Example {
  let first = lesson.examples[0]
  return Lesson.Example(
    inputs: first.inputs.map { _ in numeral(text) }, targets: first.targets.map { _ in numeral("0.4") })
}

@Test func `Of three examples each counts for exactly a third`() throws {
  var lesson = Chains.chain([(.identity, "1", nil)], x: "1", y: "0", cost: .halfSquaredError)
  lesson.examples += [randomExample(like: lesson, "0"), randomExample(like: lesson, "0")]
  #expect(ExactWork(try lesson.inFractions()).gradient == [Rational(1) / Rational(3)])
}

private let wide = "0.1234567890123"

@Test(arguments: [
  (
    Chains.chain([(.relu, "1", nil), (.sigmoid, "1", nil)]),
    "layer 2 is sigmoid, and e to a power has no exact fraction"
  ),
  (Chains.chain([(.tanh, "1", nil)]), "layer 1 is tanh, and e to a power has no exact fraction"),
  (Chains.chain([(.softmax, "1", nil)]), "layer 1 is softmax, and e to a power has no exact fraction"),
  (
    Chains.chain([(.identity, "0.5", nil)], y: "0.3", cost: .crossEntropy),
    "the cost is cross-entropy, and a logarithm has no exact fraction"
  ),
  (
    Chains.chain([(.identity, "0.5", nil)], cost: .binaryCrossEntropy),
    "the cost is binary-cross-entropy, and a logarithm has no exact fraction"
  ),
  (
    Chains.chain(Array(repeating: (.relu, wide, nil), count: 4)),
    "the fraction of z3 takes integers beyond 128 bits"
  ),
  // The outputs still fit, their squares do not.
  (
    Chains.chain([(.identity, wide, nil), (.identity, "0.123456789", nil)]),
    "the fraction of C takes integers beyond 128 bits"
  ),
  (
    Chains.chain([(.identity, "0.12345678901", nil)], x: "0.1234567", rate: "0.12345678901234567"),
    "the fraction of new w1 takes integers beyond 128 bits"
  ),
  (Chains.chain([(.identity, "1e-50", nil)]), "w1 has more digits than fit into a fraction"),
  (Chains.chain([(.identity, "1", "1e-50")]), "b1 has more digits than fit into a fraction"),
  (Chains.chain([(.identity, "1", nil)], x: "1e-50"), "a0 has more digits than fit into a fraction"),
  (Chains.chain([(.identity, "1", nil)], y: "1e50"), "y has more digits than fit into a fraction"),
  (Chains.chain([(.identity, "1", nil)], rate: "1e-50"), "the learning rate has more digits than fit"),
  (
    Chains.chain([(.leakyReLU(slope: numeral("1e-50")), "1", nil)]),
    "the slope of layer 1 has more digits than fit"
  ),
])
private func `What has no exact fraction is refused, with its place and the reason`(
  lesson: Lesson, reason: String
) throws {
  var settings = Settings()
  settings.exact = true
  let thrown = #expect(throws: WorkedExampleError.self) { try WorkedExample(lesson, settings: settings) }
  guard case .refused(let message) = thrown else {
    Issue.record("not refused: \(String(describing: thrown))")
    return
  }
  #expect(message.hasPrefix(reason), "\(message)")
}

@Test func `Only what is asked for has to be a fraction`() throws {
  let lesson = Chains.chain(Array(repeating: (.relu, wide, nil), count: 4))
  var settings = Settings()
  settings.exact = true
  settings.only = ["a2"]
  #expect(try WorkedExample(lesson, settings: settings).passed)
}

@Test func `A new cost that takes too large integers is rounded, and it is said`() throws {
  let lesson = Chains.chain(
    [(.identity, "0.123456", nil), (.identity, "0.123", nil), (.identity, "0.1234", nil)], x: "0.123",
    rate: "0.123")
  let blocks = try blocks(lesson)
  #expect(saysItIsRounded(blocks))
  for equation in equations(blocks) { #expect(falsehood(in: equation) == nil) }
}

@Test func `An exact zero is on the kink, however doubles round it`() throws {
  // 0.1 · 3 − 0.3 is 5.6e-17 in doubles.
  let lesson = Chains.chain([(.identity, "0.1", nil), (.relu, "3", "-0.3")], x: "1")
  let lines = equations(try blocks(lesson))
  let typesetter = Typesetter(notation: .threeBlueOneBrown, markup: UnicodeMarkup())
  func right(_ name: String) -> String? {
    lines.last { typesetter.piece($0.left).text == name && !$0.sides.isEmpty }?.sides.last.map {
      typesetter.piece($0.formula).text
    }
  }
  #expect(right("z⁽²⁾") == "0")
  #expect(right("∂a⁽²⁾/∂z⁽²⁾") == "0")
  #expect(right("∂C/∂w⁽¹⁾") == "0")
}

@Test func `A kink that only the doubles miss is no disagreement, and it is said`() throws {
  // 0.1 · 3 − 0.2999999 goes on as it is, and less 1e-7 is above 0 in doubles.
  let lesson = Chains.chain([(.identity, "0.1", "-0.2999999"), (.relu, "1", "-0.0000001")], x: "3")
  var settings = Settings()
  settings.exact = true
  let example = try WorkedExample(lesson, settings: settings)
  var text = ""
  try example.write(as: .text, to: &text)
  #expect(example.passed)
  #expect(text.contains("∂a⁽²⁾/∂z⁽²⁾ = ReLU′(z⁽²⁾) = 0\n"))
  #expect(text.replacing("\n", with: " ").contains("Rounding moves z⁽²⁾ to the other side of its kink"))
}

@Test func `Nobody waits for the fractions of a large network`() throws {
  var lesson = Chains.chain([(.identity, "1", nil)])
  lesson.examples = Array(repeating: lesson.examples[0], count: 100_001)
  let thrown = #expect(throws: WorkedExampleError.self) { try lesson.inFractions() }
  guard case .refused(let message) = thrown else {
    Issue.record("not refused: \(String(describing: thrown))")
    return
  }
  #expect(message == "--exact takes at most 100,000 weights times examples, but this lesson has 100,001")
}

@Test func `A cost that comes back to where it was is not said to be too small to see`() throws {
  // The nudge takes a − y from −1/200 to 1/200.
  let lesson = Chains.chain([(.identity, "0.995", nil)], x: "1", y: "1", rate: nil)
  let typesetter = Typesetter(notation: .threeBlueOneBrown, markup: UnicodeMarkup())
  let line = equations(try blocks(lesson)).first { typesetter.piece($0.left).text == "new C − C" }
  #expect(line?.sides.last.map { typesetter.piece($0.formula).text } == "0")
}

@Test func `What came of a step is told of the cost after the step, not of the one after the nudge`() throws {
  let lesson = try Lesson(json: try #require(Catalog.source(of: "exact-fractions")))
  let change = Formula.symbol(Symbol(.newCost)) - .symbol(Symbol(.cost))
  let changes = equations(try blocks(lesson)).filter { $0.left == change }
  #expect(changes.count == 2)
  #expect(changes.first?.sides.last != changes.last?.sides.last)
}
