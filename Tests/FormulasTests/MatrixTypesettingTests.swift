import Testing

@testable import Formulas

private func symbol(_ meaning: Symbol.Meaning, _ layer: Int? = nil) -> Formula {
  .symbol(Symbol(meaning, layer: layer))
}
private let (w, a, b, z) = (
  symbol(.weightMatrix, 2), symbol(.activation, 1), symbol(.bias, 2), symbol(.weightedInput, 2)
)
private let (delta, next, y) = (symbol(.error, 1), symbol(.error, 2), symbol(.target))
private let third = Formula.integer(1) / .integer(3)
private let (cost, penalty) = (Symbol(.cost), Symbol(.penalty))
private let nabla = Formula.nabla(cost, by: Symbol(.activation))

/// What is meant, in TeX and in text.
private let cases: [(formula: Formula, latex: String, text: String)] = [
  (w, "W^{(2)}", "W⁽²⁾"),
  (next, "\\delta^{(2)}", "δ⁽²⁾"),
  (symbol(.jacobian, 2), "J^{(2)}", "J⁽²⁾"),
  (nabla, "\\nabla_{a} C", "∇ₐ C"),
  (.nabla(cost, by: Symbol(.target)), "\\nabla_{y} C", "∇_y C"),
  (
    .partial(cost, by: Symbol(.weightMatrix, layer: 2)), "\\frac{\\partial C}{\\partial W^{(2)}}", "∂C/∂W⁽²⁾"
  ),
  // The mark goes into the superscript that is there, or is one.
  (.transpose(w), "W^{(2)\\top}", "W⁽²⁾ᵀ"),
  (.transpose(y), "y^{\\top}", "yᵀ"),
  (.transpose(a - y), "\\left( a^{(1)} - y \\right)^{\\top}", "(a⁽¹⁾ − y)ᵀ"),
  (.transpose(nabla), "\\left( \\nabla_{a} C \\right)^{\\top}", "(∇ₐ C)ᵀ"),
  // Matrices stand side by side.
  (.matrixProduct([w, a]) + b, "W^{(2)} a^{(1)} + b^{(2)}", "W⁽²⁾ a⁽¹⁾ + b⁽²⁾"),
  (b + .matrixProduct([w, a]), "b^{(2)} + W^{(2)} a^{(1)}", "b⁽²⁾ + W⁽²⁾ a⁽¹⁾"),
  (.matrixProduct([w, a + b]), "W^{(2)} \\left( a^{(1)} + b^{(2)} \\right)", "W⁽²⁾ (a⁽¹⁾ + b⁽²⁾)"),
  (
    .matrixProduct([third, next, .transpose(a)]), "\\frac{1}{3} \\delta^{(2)} a^{(1)\\top}", "1/3 δ⁽²⁾ a⁽¹⁾ᵀ"
  ),
  (
    .matrixProduct([third, next, symbol(.ones)]), "\\frac{1}{3} \\delta^{(2)} \\mathbf{1}", "1/3 δ⁽²⁾ 𝟏"
  ),
  // What is multiplied entry by entry stands in parentheses beside a matrix, and a product of matrices does, too.
  (
    .elementwise(.matrixProduct([.transpose(w), next]), .call(.sigmaPrime, a)),
    "\\left( W^{(2)\\top} \\delta^{(2)} \\right) \\odot \\sigma^{\\prime} \\left( a^{(1)} \\right)",
    "(W⁽²⁾ᵀ δ⁽²⁾) ⊙ σ′(a⁽¹⁾)"
  ),
  (
    .matrixProduct([w, .elementwise(a, delta)]),
    "W^{(2)} \\left( a^{(1)} \\odot \\delta^{(1)} \\right)", "W⁽²⁾ (a⁽¹⁾ ⊙ δ⁽¹⁾)"
  ),
  (
    .elementwise(nabla, .call(.step, z)),
    "\\nabla_{a} C \\odot \\mathrm{ReLU}^{\\prime} \\left( z^{(2)} \\right)", "∇ₐ C ⊙ ReLU′(z⁽²⁾)"
  ),
  (-.elementwise(y, .integer(1) - a), "-y \\odot \\left( 1 - a^{(1)} \\right)", "−y ⊙ (1 − a⁽¹⁾)"),
  (.elementwise(-y, a), "\\left( -y \\right) \\odot a^{(1)}", "(−y) ⊙ a⁽¹⁾"),
  (.call(.softmax, z), "\\mathrm{softmax} \\left( z^{(2)} \\right)", "softmax(z⁽²⁾)"),
]

@Test(arguments: cases.indices)
func `A formula of matrices is set as a book sets it`(index: Int) {
  let (formula, latex, text) = cases[index]
  let notation = Notation.threeBlueOneBrown
  #expect(Typesetter(notation: notation, markup: LaTeXMarkup()).piece(formula).text == latex)
  #expect(Typesetter(notation: notation, markup: UnicodeMarkup()).piece(formula).text == text)
}

@Test func `Matrices of one entry are as good as numbers`() throws {
  let values = [w: Rational(2), a: Rational(3), next: Rational(5), nabla: Rational(7)]
  func value(_ formula: Formula) -> Rational { formula.evaluated { values[$0] ?? Rational(0) } }
  #expect(value(.matrixProduct([w, .transpose(a), next])) == Rational(30))
  #expect(value(.elementwise(.matrixProduct([.transpose(w), next]), a)) == Rational(30))
  #expect(value(nabla) == Rational(7))
  #expect(value(.matrixProduct([])) == Rational(1))
}

@Test func `The names of a formula of matrices are found, and can be replaced`() {
  let formula = Formula.elementwise(.matrixProduct([.transpose(w), next]), nabla)
  #expect(formula.names == [w, next, nabla])
  let replaced = formula.substituting { $0 == w ? a : nil }
  #expect(replaced == .elementwise(.matrixProduct([.transpose(a), next]), nabla))
}
