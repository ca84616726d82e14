import Testing

@testable import Formulas

/// One neuron with one input, in layer 1.
private let (w, x, b) = (
  Formula.symbol(Symbol(.weight, layer: 1)), Formula.symbol(Symbol(.activation, layer: 0)),
  Formula.symbol(Symbol(.bias, layer: 1))
)
private let (z, y) = (Symbol(.weightedInput, layer: 1), Symbol(.target))
/// How the cost changes with z.
private let errorOfNeuron = Formula.partial(Symbol(.cost), by: z)

private func text(_ formula: Formula, _ notation: Notation = .threeBlueOneBrown) -> String {
  Typesetter(notation: notation, markup: UnicodeMarkup()).piece(formula).text
}

private func number(_ text: String) throws -> Formula { .number(try #require(Numeral(text))) }

/// To be read first.
@Suite struct `What Formulas is for` {
  /// z = w a + b, in whatever arithmetic it is asked for.
  private func weightedInput<A: Algebra>(_ w: A, _ a: A, _ b: A) -> A { w * a + b }

  @Test func `What is written once, for any arithmetic, is a formula or a number`() {
    #expect(weightedInput(w, x, b) == .sum([.product([w, x]), b]))
    #expect(weightedInput(Rational(2), Rational(3), Rational(1)) == Rational(7))
  }

  @Test func `A formula knows its names, takes numbers in their place, and has a value`() throws {
    let formula = weightedInput(w, x, b)
    #expect(formula.names == [w, x, b])
    let numbers = [w: try number("0.5"), x: try number("0.8"), b: try number("-0.3")]
    let line = formula.substituting { numbers[$0] }
    #expect(text(line) == "0.5 · 0.8 + (−0.3)")
    #expect(line.evaluated { _ in Rational(0) } == Rational(1) / Rational(10))
  }

  @Test func `It says what is meant, and a markup says it in text, in ASCII, in TeX or in MathML`() {
    func written(by markup: some Markup) -> String {
      Typesetter(notation: .threeBlueOneBrown, markup: markup).piece(errorOfNeuron).text
    }
    #expect(written(by: UnicodeMarkup()) == "∂C/∂z⁽¹⁾")
    #expect(written(by: ASCIIMarkup()) == "dC/dz1")
    #expect(written(by: LaTeXMarkup()) == "\\frac{\\partial C}{\\partial z^{(1)}}")
    #expect(written(by: MathMLMarkup()).contains("<mfrac>"))
  }

  @Test func `Where there is room for more lines, a fraction stands on its stroke`() {
    let markup = StackedMarkup(style: TextStyle(stacksFractions: true))
    let piece = Typesetter(notation: .threeBlueOneBrown, markup: markup).piece(errorOfNeuron)
    #expect(piece.lines == [" ∂C  ", "─────", "∂z⁽¹⁾"])
  }

  @Test func `Each course has its letters, and what is typed has the same name in all of them`() {
    #expect(text(errorOfNeuron, .threeBlueOneBrown) == "∂C/∂z⁽¹⁾")
    #expect(text(errorOfNeuron, .nielsen) == "δ¹")
    #expect(text(errorOfNeuron, .slides) == "∂ℒ/∂f⁽¹⁾")
    #expect(Symbol(.weight, layer: 2, indices: [1, 3]).name == "w2[1,3]")
    #expect(Symbol(.activation, layer: 1, indices: [2], example: 3).name == "a1[2]@3")
  }

  @Test func `Slides have no weighted input and no cost`() {
    let words = Term.allCases.map(Notation.slides.words(for:))
    #expect(words.allSatisfy { !$0.contains("weighted input") && !$0.contains("cost") })
  }

  @Test func `Parentheses stand where something would be read wrongly without them, and nowhere else`() throws
  {
    let target = Formula.symbol(y)
    #expect(text(x - target) == "a⁽⁰⁾ − y")
    #expect(text(.integer(2) * (x - target)) == "2 (a⁽⁰⁾ − y)")
    #expect(text(.square(x - target)) == "(a⁽⁰⁾ − y)²")
    #expect(text(try number("0.8") * number("-0.7")) == "0.8 · (−0.7)")
    #expect(text(try number("-0.7") * number("0.8")) == "−0.7 · 0.8")
  }

  @Test func `A number keeps the digits that it was written with, and tells how exact they are`() throws {
    let given = try #require(Numeral("0.50"))
    #expect(given.typed == "0.50")
    #expect((given.value, given.unit) == (0.5, 0.01))
  }

  @Test func `To be printed, a double is rounded to so many significant digits`() throws {
    #expect(Numeral(rounding: 0.69571, digits: 6)?.typed == "0.695710")
    #expect(Numeral(rounding: 2.0 / 3, digits: 3)?.typed == "0.667")
    #expect(Numeral(rounding: 0.00000012345, digits: 2)?.typed == "1.2e-7")
    #expect(Numeral(rounding: .infinity, digits: 6) == nil)
  }

  @Test func `Tenths add up exactly`() {
    func rational(_ text: String) -> Rational {
      Numeral(text).map { Rational($0) } ?? Rational(0) / Rational(0)
    }
    #expect(rational("0.1") + rational("0.2") == rational("0.3"))
    #expect(
      rational("0.1") * rational("0.2") + rational("0.1") * rational("0.8") - rational("0.1") == Rational(0))
    #expect(rational("1e-3") * Rational(1000) == Rational(1))
    #expect(rational("12e2") == Rational(1200))
  }

  @Test func `What has no fraction is unknown, and so is all that it enters`() {
    let unknown = Rational.exp(Rational(1))
    #expect(!unknown.isExact && !(unknown - unknown).isExact)
    #expect((Rational(1) / Rational(3)).isExact)
  }
}
