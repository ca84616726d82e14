import Backprop
import Documents
import Formulas
import Testing

@testable import Lessons

private func matrices(_ lesson: Lesson, digits: Int = 6, only: [String] = []) throws -> [MatrixEquation] {
  var settings = Settings()
  settings.digits = digits
  settings.all = true
  var derivation = Derivation(lesson, work: try Work(lesson, only: only), settings: settings)
  return derivation.blocks().compactMap { if case .matrix(let matrix) = $0 { matrix } else { nil } }
}

private func builtIn(_ name: String) throws -> Lesson {
  try Lesson(json: try #require(Catalog.source(of: name)))
}

/// What does not follow from what is printed above it, if somebody were to multiply it out.
private func falsehoods(_ matrices: [MatrixEquation], examples: Int) -> [String] {
  let typesetter = Typesetter(notation: .threeBlueOneBrown, markup: UnicodeMarkup())
  var reader = MatrixReader(examples: examples)
  var found: [String] = []
  for matrix in matrices {
    let name = typesetter.piece(matrix.symbols.left).text
    reader.note(matrix)
    guard let numbers = matrix.numbers else { continue }
    if numbers.rows.count != matrix.rows || numbers.rows.contains(where: { $0.count != matrix.columns }) {
      found.append("\(name) is not \(matrix.rows) × \(matrix.columns)")
    }
    // A name that was looked up would agree with itself.
    let isName = matrix.symbols.left.names == [matrix.symbols.left]
    for formula in matrix.symbols.sides.map(\.formula) + (isName ? [] : [matrix.symbols.left]) {
      guard formula.names.allSatisfy({ reader.value($0) != nil }) else { continue }
      let computed = reader.value(formula)
      let size = numbers.rows.joined().reduce(1) { max($0, $1.value.magnitude) }
      let agrees = computed.map { computed in
        computed.count == numbers.rows.count
          && zip(computed, numbers.rows).allSatisfy { row, printed in
            row.count == printed.count
              && zip(row, printed).allSatisfy { ($0 - $1.value).magnitude <= 1e-9 * size }
          }
      }
      if agrees != true { found.append("\(name) is not \(typesetter.piece(formula).text)") }
    }
  }
  return found
}

@Test(arguments: [
  "two-neurons", "path-sum", "dead-relu", "mazur", "softmax", "softmax-squared", "batch", "weight-decay",
  "dropout-layer", "skip", "xor",
])
func `The printed matrices are what their equations make of the printed matrices before them`(
  name: String
) throws {
  let lesson = try builtIn(name)
  let matrices = try matrices(lesson, digits: 12)
  #expect(!matrices.isEmpty)
  #expect(falsehoods(matrices, examples: lesson.examples.count) == [])
}

@Test(arguments: 1...60 as ClosedRange<UInt64>)
func `So are those of random layers`(seed: UInt64) throws {
  let lesson = Chains.randomLayers(seed: seed)
  #expect(try falsehoods(matrices(lesson, digits: 12), examples: 1) == [], "seed \(seed)")
}

@Test func `The judge of matrices sees what is false`() throws {
  var matrices = try matrices(try builtIn("two-neurons"), digits: 12)
  let index = try #require(matrices.lastIndex { $0.columns == 2 && !$0.symbols.sides.isEmpty })
  let old = matrices[index]
  let numbers = try #require(old.numbers)
  matrices[index] = MatrixEquation(
    old.symbols, rows: old.rows, columns: old.columns,
    numbers: .init(.approximately, rows: numbers.rows.reversed()))
  #expect(falsehoods(matrices, examples: 1) == ["∂C/∂W⁽¹⁾ is not δ⁽¹⁾ a⁽⁰⁾ᵀ"])
}

/// A lesson of layers of these widths, every number another one.
private func layers(
  _ widths: [Int], _ activations: [Activation], _ cost: Cost, examples: Int = 1, biases: Bool = true
) -> Lesson {
  func numbers(_ count: Int, from start: Int) -> [Numeral] {
    (0..<count).compactMap { Numeral("0.\((start + 37 * $0) % 89 + 10)") }
  }
  return Lesson(
    title: nil, summary: nil, inputs: widths[0],
    layers: zip(zip(widths, widths.dropFirst()), activations).enumerated().map { l, layer in
      Lesson.Layer(
        activation: layer.1, weights: (0..<layer.0.1).map { numbers(layer.0.0, from: 7 * l + 11 * $0) },
        biases: biases ? numbers(layer.0.1, from: l) : nil)
    },
    cost: cost,
    examples: (0..<examples).map {
      Lesson.Example(
        inputs: numbers(widths[0], from: 5 * $0), targets: numbers(widths[widths.count - 1], from: 3 * $0))
    }, penalty: nil, learningRate: nil, trainsBiases: true)
}

/// The equation of each matrix with its shape, in text.
private func lines(_ matrices: [MatrixEquation]) -> [String] {
  let writer = TextWriter(notation: .threeBlueOneBrown)
  return matrices.map { matrix in
    let symbols = MatrixEquation(matrix.symbols, rows: matrix.rows, columns: matrix.columns)
    return writer.text(of: .matrix(symbols)).split(separator: "\n").joined().trimmingPrefix("    ")
      .description
  }
}

@Test func `Every matrix of a 3-4-2 network has its shape`() throws {
  let lesson = layers([3, 4, 2], [.tanh, .sigmoid], .halfSquaredError)
  #expect(
    try lines(matrices(lesson)) == [
      "a⁽⁰⁾   [3 × 1]", "W⁽¹⁾   [4 × 3]", "b⁽¹⁾   [4 × 1]", "z⁽¹⁾ = W⁽¹⁾ a⁽⁰⁾ + b⁽¹⁾   [4 × 1]",
      "a⁽¹⁾ = tanh(z⁽¹⁾)   [4 × 1]", "W⁽²⁾   [2 × 4]", "b⁽²⁾   [2 × 1]",
      "z⁽²⁾ = W⁽²⁾ a⁽¹⁾ + b⁽²⁾   [2 × 1]", "a⁽²⁾ = σ(z⁽²⁾)   [2 × 1]", "y   [2 × 1]",
      "∇ₐ C = a⁽²⁾ − y   [2 × 1]", "σ′(z⁽²⁾)   [2 × 1]", "δ⁽²⁾ = ∇ₐ C ⊙ σ′(z⁽²⁾)   [2 × 1]",
      "W⁽²⁾ᵀ δ⁽²⁾   [4 × 1]", "tanh′(z⁽¹⁾)   [4 × 1]", "δ⁽¹⁾ = (W⁽²⁾ᵀ δ⁽²⁾) ⊙ tanh′(z⁽¹⁾)   [4 × 1]",
      "∂C/∂b⁽²⁾ = δ⁽²⁾   [2 × 1]", "∂C/∂b⁽¹⁾ = δ⁽¹⁾   [4 × 1]",
      "∂C/∂W⁽²⁾ = δ⁽²⁾ a⁽¹⁾ᵀ   [2 × 4]", "∂C/∂W⁽¹⁾ = δ⁽¹⁾ a⁽⁰⁾ᵀ   [4 × 3]",
    ])
}

@Test func `With three examples there is a column for each, and the derivatives are means`() throws {
  let lesson = layers([3, 4, 2], [.identity, .softmax], .squaredError, examples: 3)
  let matrices = try matrices(lesson, digits: 12)
  #expect(
    lines(matrices) == [
      "a⁽⁰⁾   [3 × 3]", "W⁽¹⁾   [4 × 3]", "b⁽¹⁾   [4 × 1]", "z⁽¹⁾ = W⁽¹⁾ a⁽⁰⁾ + b⁽¹⁾   [4 × 3]",
      "a⁽¹⁾ = z⁽¹⁾   [4 × 3]", "W⁽²⁾   [2 × 4]", "b⁽²⁾   [2 × 1]",
      "z⁽²⁾ = W⁽²⁾ a⁽¹⁾ + b⁽²⁾   [2 × 3]", "a⁽²⁾ = softmax(z⁽²⁾)   [2 × 3]", "y   [2 × 3]",
      "∇ₐ C = 2 (a⁽²⁾ − y)   [2 × 3]", "δ⁽²⁾   [2 × 3]", "δ⁽¹⁾ = W⁽²⁾ᵀ δ⁽²⁾   [4 × 3]",
      "∂C/∂b⁽²⁾ = 1/3 δ⁽²⁾ 𝟏   [2 × 1]", "∂C/∂b⁽¹⁾ = 1/3 δ⁽¹⁾ 𝟏   [4 × 1]",
      "∂C/∂W⁽²⁾ = 1/3 δ⁽²⁾ a⁽¹⁾ᵀ   [2 × 4]", "∂C/∂W⁽¹⁾ = 1/3 δ⁽¹⁾ a⁽⁰⁾ᵀ   [4 × 3]",
    ])
  #expect(falsehoods(matrices, examples: 3) == [])
  let derivative = try #require(matrices.last?.numbers)
  let gradient = try Work(lesson, only: []).result.gradient
  for (id, numeral) in derivative.rows.joined().enumerated() {
    #expect((numeral.value - gradient[id]).magnitude <= 1e-10)
  }
}

@Test(arguments: [
  (Activation.sigmoid, Cost.binaryCrossEntropy, "δ⁽¹⁾ = ∇ₐ C ⊙ σ′(z⁽¹⁾) = a⁽¹⁾ − y   [2 × 1]"),
  (.sigmoid, .crossEntropy, "δ⁽¹⁾ = ∇ₐ C ⊙ σ′(z⁽¹⁾) = −y ⊙ (1 − a⁽¹⁾)   [2 × 1]"),
  // The targets of these do not add up to 1.
  (.softmax, .crossEntropy, "δ⁽¹⁾ = J⁽¹⁾ᵀ ∇ₐ C   [2 × 1]"),
  (.softmax, .binaryCrossEntropy, "δ⁽¹⁾ = J⁽¹⁾ᵀ ∇ₐ C   [2 × 1]"),
  (.softmax, .squaredError, "δ⁽¹⁾ = J⁽¹⁾ᵀ ∇ₐ C   [2 × 1]"),
  (.identity, .squaredError, "δ⁽¹⁾ = ∇ₐ C   [2 × 1]"),
  (.relu, .squaredError, "δ⁽¹⁾ = ∇ₐ C ⊙ ReLU′(z⁽¹⁾)   [2 × 1]"),
  (
    .leakyReLU(slope: .hundredth), .squaredError,
    "δ⁽¹⁾ = ∇ₐ C ⊙ (ReLU′(z⁽¹⁾) + 0.01 (1 − ReLU′(z⁽¹⁾)))   [2 × 1]"
  ),
])
func `The errors of the last layer say what becomes of the slopes`(
  activation: Activation, cost: Cost, line: String
) throws {
  let lesson = layers([2, 2], [activation], cost, biases: false)
  let matrices = try matrices(lesson, digits: 12)
  #expect(lines(matrices).contains(line))
  #expect(!lines(matrices).contains { $0.contains("b⁽") })
  #expect(falsehoods(matrices, examples: 1) == [])
}

@Test func `Where the targets of a softmax add up to 1, the difference is left`() throws {
  #expect(try lines(matrices(builtIn("softmax"))).contains("δ⁽²⁾ = J⁽²⁾ᵀ ∇ₐ C = a⁽²⁾ − y   [3 × 1]"))
}

@Test func `A slope beyond a double has its symbols, and no numbers`() throws {
  let heavy = try #require(Numeral("-2000"))
  var lesson = layers([2, 2], [.sigmoid], .binaryCrossEntropy)
  lesson.layers[0].weights[0] = [heavy, heavy]
  let slopes = try #require(
    matrices(lesson).first { if case .nabla = $0.symbols.left { true } else { false } })
  #expect(slopes.numbers == nil)
  let errors = try #require(matrices(lesson).first { $0.symbols.left == .symbol(Symbol(.error, layer: 1)) })
  #expect(errors.numbers != nil)
}

@Test func `What is too large to be read stands in symbols, with its shape`() throws {
  let wide = try matrices(layers([9, 2], [.tanh], .squaredError))
  #expect(wide.first { $0.columns == 9 }?.numbers == nil)
  #expect(wide.first { $0.rows == 9 }?.numbers == nil)
  #expect(wide.first { $0.rows == 2 && $0.columns == 1 }?.numbers != nil)
  let many = try matrices(layers([2, 2], [.tanh], .squaredError, examples: 9))
  #expect(many.allSatisfy { $0.numbers == nil })
}

@Test func `Givens are equal to what is printed, and what was rounded only nearly`() throws {
  let relations = try matrices(builtIn("two-neurons")).prefix(5).map(\.numbers?.relation)
  #expect(relations == [.equals, .equals, .equals, .equals, .approximately])
}

@Test func `A chain, and a part of a derivation, have no matrices`() throws {
  #expect(try matrices(builtIn("single-chain")).isEmpty)
  #expect(try matrices(builtIn("two-neurons"), only: ["w1[1,2]"]).isEmpty)
}
