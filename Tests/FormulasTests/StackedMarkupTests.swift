import Testing

@testable import Formulas

private let a = Formula.symbol(Symbol(.activation, layer: 3))
private let y = Formula.symbol(Symbol(.target))
private let z = Formula.symbol(Symbol(.weightedInput, layer: 3))
private let slope = Formula.partial(Symbol(.cost), by: Symbol(.weight, layer: 2, indices: [1, 3]))
private func number(_ text: String) -> Formula { Numeral(text).map { .number($0) } ?? y }
private func set(_ formula: Formula, _ style: TextStyle = TextStyle()) -> Piece {
  Typesetter(notation: .threeBlueOneBrown, markup: StackedMarkup(style: style)).piece(formula)
}

/// What is meant, and how it stands in several lines.
private let cases: [(formula: Formula, unicode: [String], ascii: [String])] = [
  (a * (.integer(1) - a), ["a⁽³⁾ (1 − a⁽³⁾)"], ["a3 (1 - a3)"]),
  (
    slope,
    ["  ∂C   ", "───────", "∂w₁₃⁽²⁾"],
    ["   dC   ", "--------", "dw2[1,3]"]
  ),
  (
    z * .partial(Symbol(.activation, layer: 3), by: Symbol(.weightedInput, layer: 3)) * number("-0.7"),
    ["       ∂a⁽³⁾         ", "z⁽³⁾ · ───── · (−0.7)", "       ∂z⁽³⁾         "],
    ["     da3         ", "z3 * --- * (-0.7)", "     dz3         "]
  ),
  // A sign keeps away from the stroke, and a stroke is longer than a sign.
  (
    -(y / a) + (.integer(1) - y) / (.integer(1) - a),
    ["   y      1 − y  ", "− ──── + ────────", "  a⁽³⁾   1 − a⁽³⁾"],
    ["  y    1 - y ", "- -- + ------", "  a3   1 - a3"]
  ),
  (-(.integer(2) / .integer(3)), ["   2 ", "− ───", "   3 "], ["   2 ", "- ---", "   3 "]),
  // Parentheses are as high as what they hold, and a power stands at their upper corner.
  (
    .square(slope),
    ["⎛  ∂C   ⎞²", "⎜───────⎟ ", "⎝∂w₁₃⁽²⁾⎠ "],
    ["/   dC   \\^2", "|--------|  ", "\\dw2[1,3]/  "]
  ),
  (
    .logistic(-(z / a)), [" ⎛  z⁽³⁾⎞", "σ⎜− ────⎟", " ⎝  a⁽³⁾⎠"],
    ["     /  z3\\", "sigma|- --|", "     \\  a3/"]
  ),
  (.magnitude(y / a), ["│ y  │", "│────│", "│a⁽³⁾│"], ["|y |", "|--|", "|a3|"]),
  (
    .call(.exp, y / a), ["   ⎛ y  ⎞", "exp⎜────⎟", "   ⎝a⁽³⁾⎠"],
    ["   /y \\", "exp|--|", "   \\a3/"]
  ),
  (.transpose(y / a), ["⎛ y  ⎞ᵀ", "⎜────⎟ ", "⎝a⁽³⁾⎠ "], ["/y \\^T", "|--|  ", "\\a3/  "]),
  // A fraction may stand on another.
  (
    .max(y / a / z, number("0")),
    [
      "   ⎛ y     ⎞", "   ⎜────   ⎟", "   ⎜a⁽³⁾   ⎟", "max⎜────, 0⎟", "   ⎝z⁽³⁾   ⎠",
    ],
    ["   /y    \\", "   |--   |", "   |a3   |", "max|--, 0|", "   \\z3   /"]
  ),
]

@Test(arguments: cases)
func `A fraction stands above and below its stroke, and all else on the line of the stroke`(
  formula: Formula, unicode: [String], ascii: [String]
) {
  #expect(set(formula).lines == unicode)
  #expect(set(formula, TextStyle(isASCII: true)).lines == ascii)
}

@Test(arguments: cases)
func `Every line of a box is as wide as the box, in colour as well`(
  formula: Formula, unicode: [String], ascii: [String]
) {
  for style in [TextStyle(), TextStyle(isASCII: true)] {
    let plain = set(formula, style)
    let coloured = set(formula, TextStyle(isASCII: style.isASCII, isColoured: true))
    let marked = StackedMarkup(style: TextStyle(isColoured: true)).mark(coloured, as: .name)
    for box in [plain, coloured, marked] {
      #expect(box.lines.allSatisfy { Double($0.columns) == plain.width }, "\(box.lines)")
      #expect(box.axis == plain.axis)
    }
  }
}

@Test(arguments: cases)
func `A box says what the line says`(formula: Formula, unicode: [String], ascii: [String]) {
  // Where fractions are stacked, some parentheses and all slashes are left out.
  func said(_ text: String) -> [Character] {
    text.filter { $0.isLetter || $0.isNumber || $0 == "." }.sorted()
  }
  let line = Typesetter(notation: .threeBlueOneBrown, markup: UnicodeMarkup()).piece(formula)
  #expect(said(set(formula).text) == said(line.text))
  #expect(set(formula).width <= line.width + 4)
}

@Test func `Of a coloured box each line has its colour for itself, and the space around it none`() {
  let box = StackedMarkup(style: TextStyle(isColoured: true)).mark(
    set(y / a, TextStyle(isASCII: true)), as: .name)
  #expect(box.lines == ["\u{1B}[36my\u{1B}[39m "] + ["--", "a3"].map { "\u{1B}[36m\($0)\u{1B}[39m" })
}
