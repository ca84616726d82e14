import Backprop
import Documents
import Formulas
import Testing

@testable import Lessons

/// What is wrong with a line, if a calculator were to check it; `nil` if nothing is.
func falsehood(in equation: Equation) -> String? {
  let sides = [Equation.Side(.equals, equation.left)] + equation.sides
  for (position, (before, after)) in zip(sides, sides.dropFirst()).enumerated()
  where before.formula.names.isEmpty && after.formula.names.isEmpty {
    let (left, right) = (before.formula, after.formula)
    switch after.relation {
    case .equals:
      // What is multiplied by a written 0 is 0, whatever it is.
      let isNothing = left.factors.contains {
        if case .quotient(.number(let above), _) = $0 { above.value == 0 } else { false }
      }
      let exact = isNothing ? Rational(0) : left.evaluated { _ in Rational(0) }
      if exact.isExact ? exact != right.evaluated({ _ in Rational(0) }) : true {
        return "= is not exact: \(left) = \(right)"
      }
    case .approximately:
      // Between the numbers and the result may stand the terms with their values: all come to the same.
      let results = sides[(position + 1)...].lazy.compactMap { side -> Numeral? in
        if case .number(let numeral) = side.formula { numeral } else { nil }
      }
      guard let result = results.first else { return "no number after ≈: \(right)" }
      let computed = left.evaluated { _ in Double.nan }
      // A double's own rounding is no fault of the line.
      let slack = 1e-15 * computed.magnitude
      // A zero has no last digit.
      let unit = result.value == 0 ? 0 : result.unit
      if !((computed - result.value).magnitude <= unit + slack) {
        return "\(left) ≈ \(result), not \(computed)"
      }
    }
  }
  return nil
}

private func equations(_ lesson: Lesson, _ work: Work, digits: Int) -> [Equation] {
  var settings = Settings()
  settings.digits = digits
  settings.all = true
  var derivation = Derivation(lesson, work: work, settings: settings)
  return derivation.blocks().flatMap(\.equations)
}

private func equations(_ lesson: Lesson, digits: Int) throws -> [Equation] {
  equations(lesson, try Work(lesson, only: []), digits: digits)
}

@Test(arguments: 1...120 as ClosedRange<UInt64>)
func `Every line of a random chain is true as printed, and trace, matrices and nudges never disagree on it`(
  seed: UInt64
) throws {
  let lesson = Chains.random(seed: seed)
  let digits = [1, 2, 3, 4, 6, 6, 6, 9, 12, 15, 17][Int(seed % 11)]
  guard let work = try? Work(lesson, only: []) else { return }
  for equation in equations(lesson, work, digits: digits) {
    #expect(falsehood(in: equation) == nil, "seed \(seed), \(digits) digits")
  }
  #expect(work.check.passed, "seed \(seed)")
}

@Test func `Few random chains have no finite gradient`() {
  let failures = (1...120 as ClosedRange<UInt64>).count {
    (try? Backpropagation(Chains.random(seed: $0).objective)) == nil
  }
  #expect(failures < 6)
}

@Test(arguments: 1...60 as ClosedRange<UInt64>)
func `Every line of random layers is true as printed`(seed: UInt64) throws {
  let lesson = Chains.randomLayers(seed: seed)
  let digits = [3, 6, 6, 12][Int(seed % 4)]
  let work = try Work(lesson, only: [])
  for equation in equations(lesson, work, digits: digits) {
    #expect(falsehood(in: equation) == nil, "seed \(seed), \(digits) digits")
  }
  #expect(work.check.passed, "seed \(seed)")
}

@Test(arguments: 1...60 as ClosedRange<UInt64>)
func `Every line of several examples is true as printed, with a penalty and without`(seed: UInt64) throws {
  let lesson = Chains.randomLayers(seed: seed, examples: [2, 3, 5, 11][Int(seed / 4 % 4)])
  let work = try Work(lesson, only: [])
  for equation in equations(lesson, work, digits: [3, 6, 6, 12][Int(seed / 16 % 4)]) {
    #expect(falsehood(in: equation) == nil, "seed \(seed)")
  }
  #expect(work.check.passed, "seed \(seed)")
}

@Test func `A long sum shows its first terms and the rest as one number`() throws {
  let row = (1...12).compactMap { Numeral("0.\($0 + 10)") }
  let lesson = Lesson(
    title: nil, summary: nil, inputs: 12,
    layers: [Lesson.Layer(activation: .sigmoid, weights: [row], biases: nil)],
    cost: .squaredError, examples: [Lesson.Example(inputs: row, targets: [.hundredth])], penalty: nil,
    learningRate: nil, trainsBiases: true)
  #expect(
    try right(of: "z⁽¹⁾", in: lesson)
      == "= w₁₁⁽¹⁾ · a₁⁽⁰⁾ + w₁₂⁽¹⁾ · a₂⁽⁰⁾ + w₁₃⁽¹⁾ · a₃⁽⁰⁾ + ⋯ = 0.11 · 0.11 + 0.12 · 0.12 + 0.13 · 0.13 + 0.2976 = 0.341"
  )
  for equation in try equations(lesson, digits: 6) { #expect(falsehood(in: equation) == nil) }
}

@Test func `Of a large network the largest weight of each layer is derived, and all with --all`() throws {
  let row = (1...15).compactMap { Numeral("0.\($0 + 10)") }
  let lesson = Lesson(
    title: nil, summary: nil, inputs: 15,
    layers: [
      Lesson.Layer(activation: .tanh, weights: Array(repeating: row, count: 8), biases: nil),
      Lesson.Layer(activation: .sigmoid, weights: [Array(row.prefix(8))], biases: nil),
    ], cost: .squaredError, examples: [Lesson.Example(inputs: row, targets: [.hundredth])], penalty: nil,
    learningRate: nil, trainsBiases: true)
  func derivatives(all: Bool) throws -> Int {
    var settings = Settings()
    settings.all = all
    var derivation = Derivation(lesson, work: try Work(lesson, only: []), settings: settings)
    return derivation.blocks().flatMap(\.equations).count { equation in
      guard case .partial(let cost, let by) = equation.left else { return false }
      return cost.meaning == .cost && by.meaning == .weight
    }
  }
  #expect(try derivatives(all: false) == 2)
  #expect(try derivatives(all: true) == 128)
}

@Test func `The judge of truth sees what is false`() throws {
  func line(_ left: Formula, _ relation: Equation.Relation, _ right: String) throws -> Equation {
    Equation(left, [.init(relation, .number(try #require(Numeral(right))))])
  }
  let sum = Formula.number(try #require(Numeral("0.1"))) + .number(try #require(Numeral("0.25")))
  #expect(falsehood(in: try line(sum, .equals, "0.35")) == nil)
  #expect(falsehood(in: try line(sum, .equals, "0.36")) != nil)
  #expect(falsehood(in: try line(sum, .approximately, "0.3")) == nil)
  #expect(falsehood(in: try line(sum, .approximately, "0.36")) == nil)
  #expect(falsehood(in: try line(sum, .approximately, "0.37")) != nil)
}

/// The right side of the line for a name, as plain text.
private func right(of name: String, in lesson: Lesson) throws -> String {
  let typesetter = Typesetter(notation: .threeBlueOneBrown, markup: UnicodeMarkup())
  let line = try #require(try equations(lesson, digits: 6).last { typesetter.piece($0.left).text == name })
  return line.sides.map { ($0.relation == .equals ? "= " : "≈ ") + typesetter.piece($0.formula).text }
    .joined(separator: " ")
}

private let relu = Chains.chain([(.relu, "0.5", "0.2"), (.identity, "2", "0.3")])
private let kink = Chains.chain([(.relu, "0.5", "-0.4"), (.identity, "2", "0.1")])
private let off = Chains.chain([(.sigmoid, "0.5", "-0.3"), (.relu, "-2", "0.1")])
private let half = Chains.chain([(.sigmoid, "0.5", "-0.4"), (.relu, "-2", "0.1")])
private let saturated = Chains.chain([(.sigmoid, "40", "10"), (.sigmoid, "-1.5", "0.2")])
private let sharp = Chains.chain([(.tanh, "30", nil), (.tanh, "0.3", "0.1")])
private let sure = Chains.chain([(.sigmoid, "800", nil)], y: "0", cost: .binaryCrossEntropy)
private let certain = Chains.chain([(.sigmoid, "2", nil)], y: "1", cost: .binaryCrossEntropy)

@Test(arguments: [
  // Exact where everything before it is exact.
  (relu, "z⁽¹⁾", "= w⁽¹⁾ · a⁽⁰⁾ + b⁽¹⁾ = 0.5 · 0.8 + 0.2 = 0.6"),
  (relu, "a⁽¹⁾", "= max(0, z⁽¹⁾) = max(0, 0.6) = 0.6"),
  (relu, "∂a⁽¹⁾/∂z⁽¹⁾", "= ReLU′(z⁽¹⁾) = 1"),
  (relu, "∂z⁽²⁾/∂w⁽²⁾", "= a⁽¹⁾ = 0.6"),
  (relu, "∂z⁽²⁾/∂b⁽²⁾", "= 1"),
  (relu, "∂C/∂a⁽²⁾", "= 2 (a⁽²⁾ − y) = 2 (1.5 − 0.2) = 2.6"),
  // On the kink, though 0.5 · 0.8 − 0.4 need not be 0 in doubles.
  (kink, "z⁽¹⁾", "= w⁽¹⁾ · a⁽⁰⁾ + b⁽¹⁾ = 0.5 · 0.8 + (−0.4) = 0"),
  (kink, "∂a⁽¹⁾/∂z⁽¹⁾", "= ReLU′(z⁽¹⁾) = 0"),
  // An exact 0, whatever was rounded before.
  (off, "a⁽²⁾", "= max(0, z⁽²⁾) = max(0, −0.949958) = 0"),
  (off, "∂C/∂w⁽²⁾", "= ∂z⁽²⁾/∂w⁽²⁾ · ∂a⁽²⁾/∂z⁽²⁾ · ∂C/∂a⁽²⁾ = 0.524979 · 0 · (−0.4) = 0"),
  // A sigmoid has one value that is a short number.
  (half, "a⁽¹⁾", "= σ(z⁽¹⁾) = σ(0) = 0.5"),
  // 1 − a can not be had from the digits of a.
  (saturated, "∂a⁽¹⁾/∂z⁽¹⁾", "= σ′(z⁽¹⁾) = σ(z⁽¹⁾) · σ(−z⁽¹⁾) = σ(42) · σ(−42) ≈ 5.74952 · 10⁻¹⁹"),
  (
    sharp, "∂a⁽¹⁾/∂z⁽¹⁾",
    "= tanh′(z⁽¹⁾) = 4 · σ(2 · z⁽¹⁾) · σ(−2 · z⁽¹⁾) = 4 · σ(2 · 24) · σ(−2 · 24) ≈ 5.70066 · 10⁻²¹"
  ),
  (
    sure, "C",
    "= −(y · (−ln(1 + exp(−z⁽¹⁾))) + (1 − y) · (−ln(1 + exp(z⁽¹⁾)))) = −(0 · (−ln(1 + exp(−640))) + (1 − 0) · (−ln(1 + exp(640)))) ≈ 640.000"
  ),
  (
    certain, "C",
    "= −(y · ln(a⁽¹⁾) + (1 − y) · ln(1 − a⁽¹⁾)) = −(1 · ln(0.832018) + (1 − 1) · ln(1 − 0.832018)) ≈ 0.183901"
  ),
  (
    certain, "∂C/∂z⁽¹⁾",
    "= a⁽¹⁾ (1 − a⁽¹⁾) (−y/a⁽¹⁾ + (1 − y)/(1 − a⁽¹⁾)) = a⁽¹⁾ − y = 0.832018 − 1 ≈ −0.167982"
  ),
])
private func `A line says what a person would write`(lesson: Lesson, name: String, text: String) throws {
  #expect(try right(of: name, in: lesson) == text)
}

@Test func `A difference of nearly equal numbers gets the digits that it needs`() throws {
  let close = Chains.chain([(.identity, "1.0000001", nil)], x: "0.333333333", y: "0.33333333", rate: nil)
  let line = try right(of: "∂C/∂a⁽¹⁾", in: close)
  #expect(line == "= 2 (a⁽¹⁾ − y) = 2 (0.33333336633333 − 0.33333333) ≈ 7.26667 · 10⁻⁸")
}
