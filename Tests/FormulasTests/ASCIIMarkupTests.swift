import Testing

@testable import Formulas

private let a = Formula.symbol(Symbol(.activation, layer: 3, indices: [1], example: 2))
private let z = Formula.symbol(Symbol(.weightedInput, layer: 2))
private let y = Formula.symbol(Symbol(.target))
private let w = Symbol(.weight, layer: 2, indices: [1, 13])
private let matrix = Formula.symbol(Symbol(.weightMatrix, layer: 2))
private func number(_ text: String) -> Formula { Numeral(text).map { .number($0) } ?? y }

@Test(arguments: [
  (Formula.symbol(w), "w2[1,13]"),
  (a, "a3[1]@2"),
  // Of the pass with the new parameters.
  (.symbol(Symbol(.activation, layer: 3, example: 0)), "a3"),
  (.symbol(Symbol(.newBias, layer: 1)), "new b1"),
  (.partial(Symbol(.cost, example: 3), by: w), "dC3/dw2[1,13]"),
  (.square(.partial(Symbol(.cost), by: w)), "(dC/dw2[1,13])^2"),
  (.square(z - y), "(z2 - y)^2"),
  (.square(a), "a3[1]@2^2"),
  (.call(.sigmaPrime, z), "sigma'(z2)"),
  (.call(.step, z), "ReLU'(z2)"),
  (.call(.magnitude, .symbol(w)), "abs(w2[1,13])"),
  (.call(.exp, -z), "exp(-z2)"),
  (.max(.integer(0), number("-0.25")), "max(0, -0.25)"),
  (number("-1.5e-7"), "-1.5 * 10^-7"),
  (.integer(2) * (z - number("-0.5")), "2 (z2 - (-0.5))"),
  (.symbol(Symbol(.gradient)), "grad C"),
  (.nabla(Symbol(.cost), by: Symbol(.activation)), "grad_a C"),
  (
    .elementwise(.matrixProduct([.transpose(matrix), .symbol(Symbol(.error, layer: 2))]), .call(.sigma, z)),
    "(W2^T delta2) .* sigma(z2)"
  ),
])
func `In ASCII a formula is set as it is typed, in the letters of no course`(formula: Formula, text: String) {
  for notation in Notation.inEnglish {
    #expect(Typesetter(notation: notation, markup: ASCIIMarkup()).piece(formula).text == text)
  }
}

@Test(arguments: [
  ("plain", "plain"), ("1 − a ≈ ½ · 2⁻¹²", "1 - a ~= 1/2 * 2^-12"), ("σ(−z), Σ, Δ", "sigma(-z), sum, Delta"),
  ("café, Ångström, Æ, straße", "cafe, Angstrom, AE, strasse"), ("cafe\u{301}", "cafe"),
  ("“so” – it’s…", "\"so\" - it's..."), ("中", "[U+4E2D]"), ("‖∇C‖²", "|grad C|^2"),
  ("a⁽³⁾ → y₁", "a^(3) -> y1"), ("m\u{302} and μ\u{304}", "m_hat and mu_bar"),
])
func `In ASCII words keep what they say`(text: String, ascii: String) {
  #expect(text.inASCII == ascii)
}

@Test(arguments: [
  ("", 0), ("a1", 2), ("∂C/∂w₁₁⁽²⁾", 10), ("中文", 4), ("한국", 4), ("e\u{301}", 1), ("👍", 2), ("𝟏", 1),
  ("─▶", 2),
  ("\u{1B}[1m\u{1B}[32m0.5\u{1B}[39m\u{1B}[22m!", 4),
])
func `A text is as wide as a terminal shows it`(text: String, columns: Int) {
  #expect(text.columns == columns)
}

@Test func `Colour changes no width, and comes only where it is asked for`() {
  let formula = number("-1.5e-7") * z
  let plain = Typesetter(notation: .nielsen, markup: UnicodeMarkup()).piece(formula)
  let coloured = Typesetter(notation: .nielsen, markup: UnicodeMarkup(style: TextStyle(isColoured: true)))
    .piece(formula)
  #expect(plain.text == "−1.5 · 10⁻⁷ · z²")
  #expect(coloured.text == "\u{1B}[32m−1.5 · 10⁻⁷\u{1B}[39m · z²")
  #expect(plain.width == coloured.width)
}
