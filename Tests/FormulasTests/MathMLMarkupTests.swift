import Testing

@testable import Formulas

private let z = Formula.symbol(Symbol(.weightedInput, layer: 3))
private let a = Formula.symbol(Symbol(.activation, layer: 3))
private let y = Formula.symbol(Symbol(.target))
private let w = Formula.symbol(Symbol(.weight, layer: 2, indices: [1, 3]))
private func number(_ text: String) -> Formula { Numeral(text).map { .number($0) } ?? y }

/// Parentheses that do not grow.
private let (open, close) = ("<mo stretchy=\"false\">(</mo>", "<mo stretchy=\"false\">)</mo>")
/// The layer 3 above, as most cases have it.
private let above = "<mrow>\(open)<mn>3</mn>\(close)</mrow>"
private let aInMathML = "<msup><mi>a</mi>\(above)</msup>"
private let zInMathML = "<msup><mi>z</mi>\(above)</msup>"

/// What is meant, and its elements.
private let cases: [(formula: Formula, mathML: String)] = [
  (
    w,
    "<msubsup><mi>w</mi><mn>13</mn><mrow>\(open)<mn>2</mn>\(close)</mrow></msubsup>"
  ),
  (
    .symbol(Symbol(.weight, layer: 1, indices: [10, 2])),
    "<msubsup><mi>w</mi><mrow><mn>10</mn><mo>,</mo><mn>2</mn></mrow><mrow>\(open)<mn>1</mn>\(close)</mrow></msubsup>"
  ),
  (.symbol(Symbol(.newCost)), "<msub><mi>C</mi><mi>new</mi></msub>"),
  (
    .symbol(Symbol(.newBias, layer: 3, indices: [2])),
    "<msubsup><mi>b</mi><mrow><mn>2</mn><mo>,</mo><mi>new</mi></mrow>\(above)</msubsup>"
  ),
  (.symbol(Symbol(.learningRate)), "<mi>η</mi>"),
  (
    .symbol(Symbol(.squaredWeightGradient)),
    "<msup><mrow><mo>‖</mo><msub><mi mathvariant=\"normal\">∇</mi><mi>w</mi></msub><mi>C</mi><mo>‖</mo></mrow><mn>2</mn></msup>"
  ),
  (
    .partial(Symbol(.cost), by: Symbol(.weightedInput, layer: 3)),
    "<mfrac><mrow><mi mathvariant=\"normal\">∂</mi><mi>C</mi></mrow><mrow><mi mathvariant=\"normal\">∂</mi>\(zInMathML)</mrow></mfrac>"
  ),
  // A difference is one element; beside a factor it stands in parentheses, multiplied.
  (a - y, "<mrow>\(aInMathML)<mo>−</mo><mi>y</mi></mrow>"),
  (
    .integer(2) * (a - y),
    "<mrow><mn>2</mn><mo>&#x2062;</mo><mrow>\(open)<mrow>\(aInMathML)<mo>−</mo><mi>y</mi></mrow>\(close)</mrow></mrow>"
  ),
  (
    .square(a - y),
    "<msup><mrow>\(open)<mrow>\(aInMathML)<mo>−</mo><mi>y</mi></mrow>\(close)</mrow><mn>2</mn></msup>"
  ),
  (.magnitude(y), "<mrow><mo>|</mo><mi>y</mi><mo>|</mo></mrow>"),
  (
    .call(.sigmaPrime, z),
    "<mrow><msup><mi>σ</mi><mo>′</mo></msup><mo>&#x2061;</mo><mrow>\(open)\(zInMathML)\(close)</mrow></mrow>"
  ),
  (
    .max(.integer(0), number("-0.25")),
    "<mrow><mi>max</mi><mo>&#x2061;</mo><mrow>\(open)<mrow><mn>0</mn><mo>,</mo><mrow><mo>−</mo><mn>0.25</mn></mrow></mrow>\(close)</mrow></mrow>"
  ),
  // A sign is no part of a number, and a power of ten is a product.
  (
    number("-1.5e-7"),
    "<mrow><mo>−</mo><mn>1.5</mn><mo>⋅</mo><msup><mn>10</mn><mrow><mo>−</mo><mn>7</mn></mrow></msup></mrow>"
  ),
  // Where there is a fraction in them, parentheses grow.
  (
    .square(y / .integer(2)),
    "<msup><mrow><mo>(</mo><mfrac><mi>y</mi><mn>2</mn></mfrac><mo>)</mo></mrow><mn>2</mn></msup>"
  ),
  (.exp(-y), "<msup><mi>e</mi><mrow><mo>−</mo><mi>y</mi></mrow></msup>"),
  (y / .integer(2), "<mfrac><mi>y</mi><mn>2</mn></mfrac>"),
  (.transpose(y), "<msup><mi>y</mi><mi>⊤</mi></msup>"),
  (
    .transpose(.symbol(Symbol(.weightMatrix, layer: 3))),
    "<msup><mi>W</mi><mrow>\(open)<mn>3</mn>\(close)<mi>⊤</mi></mrow></msup>"
  ),
  (
    .elementwise(.nabla(Symbol(.cost), by: Symbol(.activation)), y),
    "<mrow><mrow><msub><mi mathvariant=\"normal\">∇</mi><mi>a</mi></msub><mi>C</mi></mrow><mo>⊙</mo><mi>y</mi></mrow>"
  ),
]

@Test(arguments: cases.indices)
func `A formula is one MathML element, and its parts are`(index: Int) {
  let (formula, mathML) = cases[index]
  #expect(Typesetter(notation: .threeBlueOneBrown, markup: MathMLMarkup()).piece(formula).text == mathML)
}

@Test(arguments: Notation.inEnglish)
func `A formula is as wide in MathML as in TeX`(notation: Notation) {
  let mathML = Typesetter(notation: notation, markup: MathMLMarkup())
  let tex = Typesetter(notation: notation, markup: LaTeXMarkup())
  for (formula, _) in cases { #expect(mathML.piece(formula).width == tex.piece(formula).width) }
}

@Test func `A sign that begins a line stands between two terms still`() {
  let plus = MathMLMarkup().row([.sign(.plus), .piece(MathMLMarkup().digits("1"))])
  #expect(plus.text == "<mrow><mo form=\"infix\">+</mo><mn>1</mn></mrow>")
}

@Test func `The name of a derivative can be pointed at, in whatever letters`() {
  let formula = Formula.partial(Symbol(.weightedInput, layer: 2), by: Symbol(.weight, layer: 2))
  let error = Formula.partial(Symbol(.cost), by: Symbol(.weightedInput, layer: 2))
  let markup = MathMLMarkup { $0 == formula ? " data-about=\"one\"" : " data-about=\"two\"" }
  let set = { Typesetter(notation: $0, markup: markup).piece(.product([formula, error])).text }
  #expect(set(.threeBlueOneBrown).ranges(of: "<mfrac data-about=\"one\"><mrow>").count == 1)
  #expect(set(.nielsen).contains("<msup data-about=\"two\"><mi>δ</mi>"))
  let power = Typesetter(notation: .threeBlueOneBrown, markup: markup).piece(.power(formula, 2)).text
  // It grows with what it holds all the same.
  #expect(power.contains("<mo>(</mo><mfrac data-about"))
}
