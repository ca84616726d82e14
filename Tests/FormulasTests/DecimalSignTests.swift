import Testing

@testable import Formulas

private let german = Notation(language: .german)

private func number(_ text: String) throws -> Formula { .number(try #require(Numeral(text))) }

@Test(arguments: [
  (LaTeXMarkup() as any Markup, "-0{,}66 \\cdot 10^{-7}"), (UnicodeMarkup(), "−0,66 · 10⁻⁷"),
  (ASCIIMarkup(), "-0,66 * 10^-7"),
  (
    MathMLMarkup(),
    "<mrow><mo>−</mo><mn>0,66</mn><mo>⋅</mo><msup><mn>10</mn><mrow><mo>−</mo><mn>7</mn></mrow></msup></mrow>"
  ),
])
func `A number has the decimal sign of its language`(markup: any Markup, text: String) throws {
  let number = try number("-0.66e-7")
  #expect(Typesetter(notation: german, markup: markup).piece(number).text == text)
  let pointed = text.replacing("0{,}66", with: "0.66").replacing("0,66", with: "0.66")
  #expect(Typesetter(notation: .threeBlueOneBrown, markup: markup).piece(number).text == pointed)
}

@Test(arguments: [
  (Language.german, DecimalSign?.none, "max(x; 0,5)"), (.german, .point, "max(x, 0.5)"),
  (.english, .comma, "max(x; 0,5)"), (.chinese, nil, "max(x, 0.5)"),
])
func `The sign between arguments is no decimal sign`(language: Language, decimal: DecimalSign?, text: String)
  throws
{
  let notation = Notation(language: language, decimal: decimal)
  let formula = Formula.max(.symbol(Symbol(.named(Word("x")))), try number("0.5"))
  #expect(Typesetter(notation: notation, markup: UnicodeMarkup()).piece(formula).text == text)
}

@Test func `In a list of decimals there are semicolons, and commas elsewhere`() throws {
  let x = Formula.symbol(Symbol(.named(Word("x"))))
  let whole = Formula.integer(2)
  func between(_ formulas: [Formula], _ decimal: DecimalSign) -> [String] {
    Prose.list(formulas.map { "\($0)" }).pieces(for: decimal).compactMap {
      if case .text(let text) = $0 { text } else { nil }
    }
  }
  let half = try number("0.5")
  #expect(between([whole, whole, half], .comma) == ["; ", "; "])
  #expect(between([half, whole, whole], .comma) == ["; ", "; "])
  #expect(between([half, half], .point) == [", "])
  #expect(between([x, x, whole], .comma) == [", ", ", "])
}

@Test func `Both words of a language agree in gender and number, and every language has its own`() {
  for alphabet in Notation.Alphabet.allCases {
    for term in Term.allCases where term != .weightedInputLetter {
      let words = Language.allCases.map { Notation(alphabet, language: $0).words(for: term) }
      #expect(Set(words).count == words.count)
    }
  }
}
