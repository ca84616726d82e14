import Testing

@testable import Formulas

private func name(_ text: String, _ indices: Int...) -> Formula {
  .symbol(Symbol(.named(Word(text)), indices: Indices(indices)))
}
private let (x, y, n) = (name("x"), name("y"), name("n"))
private func number(_ text: String) -> Formula { Numeral(text).map { .number($0) } ?? x }
private let one = Formula.integer(1)

private func set(_ formula: Formula, _ markup: any Markup) -> String {
  Typesetter(notation: .threeBlueOneBrown, markup: markup).piece(formula).text
}

/// What is meant, in TeX, in text and in ASCII.
private let cases: [(formula: Formula, tex: String, text: String, ascii: String)] = [
  // Powers: their exponents need no parentheses where they are raised.
  (.power(x, n), "x^{n}", "x^n", "x^n"),
  (.power(x, n + one), "x^{n + 1}", "x^(n + 1)", "x^(n + 1)"),
  (.power(x, -n), "x^{-n}", "x^(−n)", "x^(-n)"),
  (.power(x, number("0.5")), "x^{0.5}", "x^0.5", "x^0.5"),
  (.power(x, number("-0.5")), "x^{-0.5}", "x^(−0.5)", "x^(-0.5)"),
  (.power(x, one / .integer(2)), "x^{\\frac{1}{2}}", "x^(1/2)", "x^(1/2)"),
  (.power(x, .power(y, n)), "x^{y^{n}}", "x^(y^n)", "x^(y^n)"),
  (.power(.power(x, n), y), "\\left( x^{n} \\right)^{y}", "(x^n)^y", "(x^n)^y"),
  (.square(.power(x, n)), "\\left( x^{n} \\right)^{2}", "(x^n)²", "(x^n)^2"),
  (.power(.square(x), n), "\\left( x^{2} \\right)^{n}", "(x²)^n", "(x^2)^n"),
  (.power(number("-2"), n), "(-2)^{n}", "(−2)^n", "(-2)^n"),
  (.power(-x, n), "\\left( -x \\right)^{n}", "(−x)^n", "(-x)^n"),
  (-.power(x, n), "-x^{n}", "−x^n", "-x^n"),
  (.power(x * y, n), "\\left( x \\cdot y \\right)^{n}", "(x · y)^n", "(x * y)^n"),
  (.integer(2) * .power(x - y, n), "2 \\left( x - y \\right)^{n}", "2 (x − y)^n", "2 (x - y)^n"),
  (.power(name("W1", 1, 3), n), "W_{1}[1,3]^{n}", "W₁[1,3]^n", "W1[1,3]^n"),
  (.power(name("x_hat", 1), .integer(3)), "\\hat x_{1}^{3}", "x̂₁³", "x_hat[1]^3"),
  // An exponent that is a whole number as it is written makes a whole power.
  (.power(x, .integer(-1)), "x^{-1}", "x⁻¹", "x^-1"),
  (.power(x, -.integer(2)), "x^{-2}", "x⁻²", "x^-2"),
  (.power(x, number("2.0")), "x^{2.0}", "x^2.0", "x^2.0"),
  // No power of what ends in a superscript of its own.
  (.square(.exp(x)), "\\left( e^{x} \\right)^{2}", "(exp(x))²", "(exp(x))^2"),
  (.power(.exp(x), n), "\\left( e^{x} \\right)^{n}", "(exp(x))^n", "(exp(x))^n"),
  (.power(.exp(one), x), "\\left( e^{1} \\right)^{x}", "(exp(1))^x", "(exp(1))^x"),
  // Roots: in a line a power of one might be taken for one of what is in it.
  (.squareRoot(x), "\\sqrt{x}", "√(x)", "sqrt(x)"),
  (.squareRoot(x + one), "\\sqrt{x + 1}", "√(x + 1)", "sqrt(x + 1)"),
  (.square(.squareRoot(x)), "\\left( \\sqrt{x} \\right)^{2}", "(√(x))²", "(sqrt(x))^2"),
  (.power(.squareRoot(x), n), "\\left( \\sqrt{x} \\right)^{n}", "(√(x))^n", "(sqrt(x))^n"),
  (.squareRoot(.square(x)), "\\sqrt{x^{2}}", "√(x²)", "sqrt(x^2)"),
  (one / .squareRoot(x), "\\frac{1}{\\sqrt{x}}", "1/√(x)", "1/sqrt(x)"),
  (
    one / (.integer(2) * .squareRoot(x)), "\\frac{1}{2 \\cdot \\sqrt{x}}", "1/(2 · √(x))", "1/(2 * sqrt(x))"
  ),
  // Functions by name.
  (.sin(x), "\\sin \\left( x \\right)", "sin(x)", "sin(x)"),
  (.cos(number("-0.5")), "\\cos (-0.5)", "cos(−0.5)", "cos(-0.5)"),
  (.square(.sin(x)), "\\sin \\left( x \\right)^{2}", "sin(x)²", "sin(x)^2"),
  (.call(.unitStep, x), "\\mathrm{step} \\left( x \\right)", "step(x)", "step(x)"),
  (.step(x), "\\mathrm{ReLU}^{\\prime} \\left( x \\right)", "ReLU′(x)", "ReLU'(x)"),
  (.exponentialMinusOne(x), "e^{x} - 1", "exp(x) − 1", "exp(x) - 1"),
  // The largest of several is one choice.
  (.max(.max(x, y), n), "\\max \\left( x, y, n \\right)", "max(x, y, n)", "max(x, y, n)"),
  (.min(x, .min(y, n)), "\\min \\left( x, y, n \\right)", "min(x, y, n)", "min(x, y, n)"),
  (
    .max(.min(x, y), n), "\\max \\left( \\min \\left( x, y \\right), n \\right)", "max(min(x, y), n)",
    "max(min(x, y), n)"
  ),
  // Conditions hold together by their brackets.
  (.truth(x, y, orEqual: false), "\\left[ x > y \\right]", "[x > y]", "[x > y]"),
  (
    .truth(x - one, .integer(0), orEqual: true), "\\left[ x - 1 \\geq 0 \\right]", "[x − 1 ≥ 0]",
    "[x - 1 >= 0]"
  ),
  (
    .truth(x, y, orEqual: true) * .truth(x, n, orEqual: false),
    "\\left[ x \\geq y \\right] \\cdot \\left[ x > n \\right]", "[x ≥ y] · [x > n]", "[x >= y] * [x > n]"
  ),
  (
    one - .truth(x, y, orEqual: false), "1 - \\left[ x > y \\right]", "1 − [x > y]", "1 - [x > y]"
  ),
]

/// The same where a fraction is in it, in several lines.
private let boxes: [(formula: Formula, unicode: [String], ascii: [String])] = [
  (.squareRoot(x / y), [" ⎛ x ⎞", "√⎜───⎟", " ⎝ y ⎠"], ["    / x \\", "sqrt|---|", "    \\ y /"]),
  (
    .truth(x / y, one, orEqual: false), ["⎡ x     ⎤", "⎢─── > 1⎥", "⎣ y     ⎦"],
    ["[ x     ]", "[--- > 1]", "[ y     ]"]
  ),
  (.power(x, one / n), ["  ⎛ 1 ⎞", "x^⎜───⎟", "  ⎝ n ⎠"], ["  / 1 \\", "x^|---|", "  \\ n /"]),
  (.power(x / y, n), ["⎛ x ⎞  ", "⎜───⎟^n", "⎝ y ⎠  "], ["/ x \\  ", "|---|^n", "\\ y /  "]),
]

@Suite struct `Functions and powers` {
  @Test(arguments: cases.indices)
  func `They are set with as many parentheses as they need`(index: Int) {
    let (formula, tex, text, ascii) = cases[index]
    #expect(set(formula, LaTeXMarkup()) == tex)
    #expect(set(formula, UnicodeMarkup()) == text)
    #expect(set(formula, ASCIIMarkup()) == ascii)
    #expect(set(formula, StackedMarkup(style: TextStyle())).contains("\n") || !tex.contains("\\frac"))
  }

  @Test(arguments: boxes.indices)
  func `Around a fraction they are as high as it is`(index: Int) {
    let box = boxes[index]
    #expect(
      set(box.formula, StackedMarkup(style: TextStyle())).split(separator: "\n").map(String.init)
        == box.unicode)
    let ascii = set(box.formula, StackedMarkup(style: TextStyle(isASCII: true)))
    #expect(ascii.split(separator: "\n").map(String.init) == box.ascii)
  }

  @Test func `In MathML they are elements, and no sign of a condition opens one`() {
    #expect(set(.power(x, n), MathMLMarkup()) == "<msup><mi>x</mi><mi>n</mi></msup>")
    #expect(set(.squareRoot(x), MathMLMarkup()) == "<msqrt><mi>x</mi></msqrt>")
    #expect(
      set(.truth(x, y, orEqual: false), MathMLMarkup())
        == "<mrow><mo stretchy=\"false\">[</mo><mrow><mi>x</mi><mo>&gt;</mo><mi>y</mi></mrow><mo stretchy=\"false\">]</mo></mrow>"
    )
    #expect(
      set(.sin(x), MathMLMarkup()).hasPrefix("<mrow><mi>sin</mi><mo>&#x2061;</mo>"))
  }

  /// Formulas over x = 4 and y = 2, and their values.
  private static let values: [(formula: Formula, value: Rational)] = [
    (.power(x, .integer(3)), Rational(64)), (.power(x, .integer(-1)), Rational(1) / Rational(4)),
    (.power(y, .integer(100)) / .power(y, .integer(99)), Rational(2)), (.power(y, x), Rational(16)),
    (.power(x, -y), Rational(1) / Rational(16)), (.squareRoot(x), Rational(2)),
    (.call(.unitStep, x), Rational(1)),
    (.call(.unitStep, x - x), Rational(0)), (.truth(x, y, orEqual: false), Rational(1)),
    (.truth(y, x, orEqual: true), Rational(0)), (.truth(x, x, orEqual: true), Rational(1)),
    (.truth(x, x, orEqual: false), Rational(0)),
  ]

  @Test(arguments: values.indices)
  func `A formula of them has the value that it says`(index: Int) {
    let (formula, value) = Self.values[index]
    #expect(formula.evaluated { $0 == x ? Rational(4) : Rational(2) } == value)
  }

  /// Every kind of formula that has parts.
  private let whole: [Formula] = [
    -x, x + y, x * y, x / y, .power(x, 3), .raised(x, y), .sin(x), .max(x, y), .min(x, y),
    .truth(x, y, orEqual: true),
    .transpose(x), .matrixProduct([x, y]), .elementwise(x, y),
  ]

  @Test func `The parts of a formula are replaced and found, and names and numbers have none`() {
    for formula in whole {
      let doubled = formula.mappingParts { .squareRoot($0) }
      var parts: [Formula] = []
      doubled.forEachOwnPart { parts.append($0) }
      #expect(
        !parts.isEmpty && parts.allSatisfy { if case .call(.squareRoot, _) = $0 { true } else { false } })
      #expect(formula.substituting { $0 == x ? y : nil }.names == [y])
      #expect(!formula.isName)
    }
    for name in [x, .partial(Symbol(.cost), by: Symbol(.target)), .nabla(Symbol(.cost), by: Symbol(.target))]
    {
      #expect(name.isName && name.names == [name] && name.mappingParts { -$0 } == name)
    }
    #expect(!one.isName && one.names.isEmpty)
  }
}
