import Documents
import Formulas
import Testing

@testable import Lessons

private func lesson(_ name: String) throws -> NamedLesson {
  try NamedLesson(json: #require(Catalog.source(of: name)))
}

private func blocks(_ lesson: NamedLesson, all: Bool) throws -> [Block] {
  var settings = Settings()
  settings.all = all
  return try GraphNarrator(lesson, settings: settings).blocks()
}

private func cells(_ blocks: [Block]) -> [Prose] {
  var cells: [Prose] = []
  for block in blocks {
    guard case .table(let table) = block else { continue }
    for row in table.rows.all { cells += row }
  }
  return cells
}

@Suite struct `Entries that are computed alike` {
  @Test(arguments: ["attention", "convolution-2d", "word-vectors", "batch-norm", "circuit-course"])
  func `One of each form is spelled out, and the numbers of the others stand in a table`(name: String) throws
  {
    let lesson = try lesson(name)
    let (short, long) = (try blocks(lesson, all: false), try blocks(lesson, all: true))
    let spelled = Set(short.flatMap(\.equations))
    let table = Set(
      cells(short).compactMap {
        if case .math(let equation)? = $0.pieces.first { equation.left } else { nil }
      })
    // What is not spelled out is a value or a derivative of an entry, whose number is in a table as it is printed in its line;
    // local gradients lead to it.
    for equation in long.flatMap(\.equations) where !spelled.contains(equation) {
      guard case .number(let number)? = equation.sides.last?.formula else { continue }
      if case .partial(let above, _) = equation.left, above != lesson.graph.symbolOfResult { continue }
      #expect(table.contains(.number(number)), "\(equation)")
    }
    #expect(spelled.isSubset(of: Set(long.flatMap(\.equations))))
  }

  @Test func `Attention is no longer a third as long, and batch norm with its four examples is as it was`()
    throws
  {
    func count(_ name: String, all: Bool) throws -> Int {
      try blocks(lesson(name), all: all).flatMap(\.equations).count
    }
    #expect(try 3 * count("attention", all: false) < count("attention", all: true))
    #expect(try count("batch-norm", all: false) == count("batch-norm", all: true))
  }
}

/// Definitions as they are typed, in letters, and in TeX and ASCII.
private let definitions: [(text: String, letters: String, tex: String, ascii: String)] = [
  (
    "z[i] = sum(w[i,j]*x[j], j) + b[i]", "zᵢ = ∑ⱼ wᵢ,ⱼ · xⱼ + bᵢ",
    "z_{i} = \\sum_{j} w_{i,j} \\cdot x_{j} + b_{i}", "z[i] = sum[j] w[i,j] * x[j] + b[i]"
  ),
  (
    "z[i] = sum(w[p]*x[i+p-1], p) + b for i in 1...4", "zᵢ = ∑ₚ wₚ · xᵢ₊ₚ₋₁ + b",
    "z_{i} = \\sum_{p} w_{p} \\cdot x_{i+p-1} + b", "z[i] = sum[p] w[p] * x[i+p-1] + b"
  ),
  (
    "S = Q @ K' / sqrt(2)", "S = (Q Kᵀ)/√(2)", "S = \\frac{Q K^{\\top}}{\\sqrt{2}}", "S = (Q K^T)/sqrt(2)"
  ),
  (
    "P[i,:] = softmax(S[i,:])", "P[i,:] = softmax(S[i,:])",
    "P_{i,:} = \\mathrm{softmax} \\left( S_{i,:} \\right)", "P[i,:] = softmax(S[i,:])"
  ),
  (
    "h[t] = tanh(w*x[t] + u*h[t-1] + b)", "hₜ = tanh(w · xₜ + u · hₜ₋₁ + b)",
    "h_{t} = \\tanh \\left( w \\cdot x_{t} + u \\cdot h_{t-1} + b \\right)",
    "h[t] = tanh(w * x[t] + u * h[t-1] + b)"
  ),
  (
    "m[j] = max(a[2*j-1], a[2*j])", "mⱼ = max(a₂ⱼ₋₁, a₂ⱼ)", "m_{j} = \\max \\left( a_{2j-1}, a_{2j} \\right)",
    "m[j] = max(a[2j-1], a[2j])"
  ),
]

@Test(arguments: definitions.indices)
func `A definition with letters is set as mathematics in every markup`(place: Int) throws {
  let (text, letters, tex, ascii) = definitions[place]
  let equation = try #require(DefinitionFormula.equation(text)?.equation)
  func written(_ markup: any Markup) -> String {
    let setter = Typesetter(notation: .threeBlueOneBrown, markup: markup)
    return setter.piece(equation.left).text + " = "
      + equation.sides.map { setter.piece($0.formula).text }.joined(separator: " = ")
  }
  #expect(written(UnicodeMarkup()) == letters)
  #expect(written(LaTeXMarkup()) == tex)
  #expect(written(ASCIIMarkup()) == ascii)
  #expect(!written(MathMLMarkup()).contains("[") || text.contains(":"))
}

@Test(arguments: [
  "y[i] = (x[i-1] else 0)*w", "s = sum(x)", "n[i] = norm(X[i,:])", "r[i] = C[token[i]]", "v = mean(x[i], i)",
])
func `What mathematics does not say shorter stays as it was typed`(text: String) {
  #expect(DefinitionFormula.equation(text) == nil)
}
