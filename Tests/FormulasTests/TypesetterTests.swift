import Testing

@testable import Formulas

private let z = Formula.symbol(Symbol(.weightedInput, layer: 3))
private let a = Formula.symbol(Symbol(.activation, layer: 3))
private let y = Formula.symbol(Symbol(.target))
private let w = Formula.symbol(Symbol(.weight, layer: 2, indices: [1, 3]))
private func number(_ text: String) -> Formula { Numeral(text).map { .number($0) } ?? y }
private func fraction(_ above: Int, _ below: Int) -> Formula {
  Numeral(fraction: Rational(above) / Rational(below)).map { .number($0) } ?? y
}

/// What is meant, in TeX and in text.
private let cases: [(formula: Formula, latex: String, text: String)] = [
  (w, "w_{13}^{(2)}", "w₁₃⁽²⁾"),
  (
    .symbol(Symbol(.weight, layer: 1, indices: [10, 2])), "w_{10,2}^{(1)}", "w₁₀,₂⁽¹⁾"
  ),
  (.symbol(Symbol(.newBias, layer: 1)), "b_{\\mathrm{new}}^{(1)}", "new b⁽¹⁾"),
  (.symbol(Symbol(.learningRate)), "\\eta", "η"),
  (
    .partial(Symbol(.cost), by: Symbol(.weight, layer: 3)),
    "\\frac{\\partial C}{\\partial w^{(3)}}", "∂C/∂w⁽³⁾"
  ),
  (a - y, "a^{(3)} - y", "a⁽³⁾ − y"),
  (.integer(2) * (a - y), "2 \\left( a^{(3)} - y \\right)", "2 (a⁽³⁾ − y)"),
  (.square(a - y), "\\left( a^{(3)} - y \\right)^{2}", "(a⁽³⁾ − y)²"),
  // A superscript on a superscript would be no power, and no TeX.
  (.integer(1) - .square(a), "1 - \\left( a^{(3)} \\right)^{2}", "1 − (a⁽³⁾)²"),
  // The square of a derivative, not the derivative with a 2 at its foot.
  (
    .square(.partial(Symbol(.cost), by: Symbol(.weight, layer: 3))),
    "\\left( \\frac{\\partial C}{\\partial w^{(3)}} \\right)^{2}", "(∂C/∂w⁽³⁾)²"
  ),
  (.magnitude(w), "\\lvert w_{13}^{(2)} \\rvert", "|w₁₃⁽²⁾|"),
  (.sign(w), "\\mathrm{sign} \\left( w_{13}^{(2)} \\right)", "sign(w₁₃⁽²⁾)"),
  (
    .integer(1) / .integer(2) * .square(a - y), "\\frac{1}{2} \\left( a^{(3)} - y \\right)^{2}",
    "1/2 (a⁽³⁾ − y)²"
  ),
  (a * (.integer(1) - a), "a^{(3)} \\left( 1 - a^{(3)} \\right)", "a⁽³⁾ (1 − a⁽³⁾)"),
  (.logistic(z), "\\sigma \\left( z^{(3)} \\right)", "σ(z⁽³⁾)"),
  (.logistic(number("-0.5")), "\\sigma (-0.5)", "σ(−0.5)"),
  (.logistic(-z), "\\sigma \\left( -z^{(3)} \\right)", "σ(−z⁽³⁾)"),
  // Negative numbers stand in parentheses where a sign would meet an operator.
  (number("-0.7") * number("0.8") + number("-0.3"), "-0.7 \\cdot 0.8 + (-0.3)", "−0.7 · 0.8 + (−0.3)"),
  (number("0.8") * number("-0.7"), "0.8 \\cdot (-0.7)", "0.8 · (−0.7)"),
  (number("0.2") - number("-0.4"), "0.2 - (-0.4)", "0.2 − (−0.4)"),
  (number("0.2") + number("-0.4") * w, "0.2 + (-0.4) \\cdot w_{13}^{(2)}", "0.2 + (−0.4) · w₁₃⁽²⁾"),
  (.square(number("-0.5")), "(-0.5)^{2}", "(−0.5)²"),
  (number("1") - .square(number("-0.5")), "1 - (-0.5)^{2}", "1 − (−0.5)²"),
  // A power of ten is a product.
  (number("2") * number("1.5e-7"), "2 \\cdot 1.5 \\cdot 10^{-7}", "2 · 1.5 · 10⁻⁷"),
  (.square(number("1.5e-7")), "\\left( 1.5 \\cdot 10^{-7} \\right)^{2}", "(1.5 · 10⁻⁷)²"),
  (number("2") / number("1.5e-7"), "\\frac{2}{1.5 \\cdot 10^{-7}}", "2/(1.5 · 10⁻⁷)"),
  (number("2") * number("-1.5e-7"), "2 \\cdot \\left( -1.5 \\cdot 10^{-7} \\right)", "2 · (−1.5 · 10⁻⁷)"),
  // A number may be a fraction; it is a number still, and its sign stands before it.
  (fraction(3, 8), "\\frac{3}{8}", "3/8"),
  (fraction(-7, 3), "-\\frac{7}{3}", "−7/3"),
  (fraction(6, -2), "-3", "−3"),
  (fraction(0, 5), "0", "0"),
  (
    fraction(3, 8) * fraction(-7, 3) + fraction(1, 2),
    "\\frac{3}{8} \\cdot \\left( -\\frac{7}{3} \\right) + \\frac{1}{2}", "(3/8) · (−7/3) + 1/2"
  ),
  (
    fraction(-3, 8) * number("2") + fraction(-1, 2),
    "-\\frac{3}{8} \\cdot 2 + \\left( -\\frac{1}{2} \\right)", "(−3/8) · 2 + (−1/2)"
  ),
  (fraction(5, 8) - fraction(1, 2), "\\frac{5}{8} - \\frac{1}{2}", "5/8 − 1/2"),
  (
    fraction(5, 8) - fraction(-1, 2), "\\frac{5}{8} - \\left( -\\frac{1}{2} \\right)", "5/8 − (−1/2)"
  ),
  (
    .integer(2) * (fraction(5, 8) - .integer(1)), "2 \\left( \\frac{5}{8} - 1 \\right)", "2 (5/8 − 1)"
  ),
  (
    fraction(2, 3) * (fraction(5, 8) - .integer(1)), "\\frac{2}{3} \\left( \\frac{5}{8} - 1 \\right)",
    "(2/3) (5/8 − 1)"
  ),
  (.square(fraction(3, 8)), "\\left( \\frac{3}{8} \\right)^{2}", "(3/8)²"),
  (.square(fraction(-3, 8)), "\\left( -\\frac{3}{8} \\right)^{2}", "(−3/8)²"),
  (fraction(3, 8) / fraction(-7, 3), "\\frac{\\frac{3}{8}}{-\\frac{7}{3}}", "(3/8)/(−7/3)"),
  (-fraction(3, 8), "-\\frac{3}{8}", "−3/8"),
  (-fraction(-3, 8), "-\\left( -\\frac{3}{8} \\right)", "−(−3/8)"),
  (.max(.integer(0), fraction(-3, 8)), "\\max \\left( 0, -\\frac{3}{8} \\right)", "max(0, −3/8)"),
  (-(y / a), "-\\frac{y}{a^{(3)}}", "−y/a⁽³⁾"),
  (
    -(y / a) + (.integer(1) - y) / (.integer(1) - a),
    "-\\frac{y}{a^{(3)}} + \\frac{1 - y}{1 - a^{(3)}}", "−y/a⁽³⁾ + (1 − y)/(1 − a⁽³⁾)"
  ),
  (
    -(y * .ln(a) + (.integer(1) - y) * .ln(.integer(1) - a)),
    "-\\left( y \\cdot \\ln \\left( a^{(3)} \\right) + \\left( 1 - y \\right) \\cdot \\ln \\left( 1 - a^{(3)} \\right) \\right)",
    "−(y · ln(a⁽³⁾) + (1 − y) · ln(1 − a⁽³⁾))"
  ),
  (.max(.integer(0), number("-0.25")), "\\max (0, -0.25)", "max(0, −0.25)"),
  (.max(.integer(0), z), "\\max \\left( 0, z^{(3)} \\right)", "max(0, z⁽³⁾)"),
  (
    .softplus(-z),
    "\\ln \\left( 1 + e^{-z^{(3)}} \\right)", "ln(1 + exp(−z⁽³⁾))"
  ),
]

@Test(arguments: cases.indices)
func `A formula is set as a person would write it`(index: Int) {
  let (formula, latex, text) = cases[index]
  let notation = Notation.threeBlueOneBrown
  #expect(Typesetter(notation: notation, markup: LaTeXMarkup()).piece(formula).text == latex)
  #expect(Typesetter(notation: notation, markup: UnicodeMarkup()).piece(formula).text == text)
}

@Test func `A name that was written before is written the same way again, and is not taken for another`() {
  let typesetter = Typesetter(notation: .threeBlueOneBrown, markup: LaTeXMarkup())
  let again = Array(cases.indices) + Array(cases.indices.reversed())
  for index in again { #expect(typesetter.piece(cases[index].formula).text == cases[index].latex) }
  // More names than are kept.
  for index in 1...5_000 {
    let name = Formula.symbol(Symbol(.activation, layer: 1, indices: [index]))
    #expect(typesetter.piece(name).text == "a_{\(index)}^{(1)}")
  }
}

@Test(arguments: [
  (Symbol(.weight, layer: 2, indices: [1, 3]), "w2[1,3]"), (Symbol(.bias, layer: 2), "b2"),
  (Symbol(.activation, layer: 0, indices: [1]), "a0[1]"),
  (Symbol(.activation, layer: 2, indices: [1], example: 3), "a2[1]@3"),
  (Symbol(.target, indices: [2]), "y[2]"), (Symbol(.cost), "C"), (Symbol(.cost, example: 3), "C3"),
  (Symbol(.penalty), "R"), (Symbol(.newWeight, layer: 1), "new w1"),
])
func `A name does not depend on the notation`(symbol: Symbol, name: String) {
  #expect(symbol.name == name)
}

@Test(arguments: [true])
func `A literal inside of a literal keeps its formulas`(isKnown: Bool) {
  let (x, none) = (Formula.symbol(Symbol(.bias)), Optional<Formula>.none)
  let prose: Prose =
    "It is \(isKnown ? "equal to \(x)" : "unknown")\(none.map { ", plus \($0)" } ?? ", plus \(x)")."
  let pieces: [Prose.Inline] = [
    .text("It is "), .text("equal to "), .math(Equation(x)), .text(", plus "), .math(Equation(x)), .text("."),
  ]
  #expect(prose.pieces == pieces)
}
