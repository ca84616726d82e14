import Testing

@testable import Formulas

private let a = Symbol(.activation, layer: 3, indices: [2])
private let z = Symbol(.weightedInput, layer: 3, indices: [2])
private let single = Symbol(.activation, layer: 3)
private let w = Symbol(.weight, layer: 2, indices: [1, 3])
private let wide = Symbol(.weight, layer: 12, indices: [10, 2])

private typealias Written = (latex: String, text: String)

/// What is meant, and how it looks: in TeX and in text, in Nielsen's letters and in those of the slides.
private let looks: [(formula: Formula, nielsen: Written, slides: Written)] = [
  (.symbol(a), ("a_{2}^{3}", "a₂³"), ("g_{2}^{(3)}", "g₂⁽³⁾")),
  (.symbol(z), ("z_{2}^{3}", "z₂³"), ("f_{2}^{(3)}", "f₂⁽³⁾")),
  (.symbol(single), ("a^{3}", "a³"), ("g^{(3)}", "g⁽³⁾")),
  (.symbol(w), ("w_{13}^{2}", "w₁₃²"), ("W_{1,3}^{(2)}", "W₁,₃⁽²⁾")),
  (.symbol(wide), ("w_{10,2}^{12}", "w₁₀,₂¹²"), ("W_{10,2}^{(12)}", "W₁₀,₂⁽¹²⁾")),
  (.symbol(Symbol(.activation, layer: 0, indices: [1])), ("a_{1}^{0}", "a₁⁰"), ("x_{1}", "x₁")),
  (.symbol(Symbol(.activation, layer: 0)), ("a^{0}", "a⁰"), ("x", "x")),
  (.symbol(Symbol(.target, indices: [1])), ("y_{1}", "y₁"), ("y_{1}", "y₁")),
  (.symbol(Symbol(.cost)), ("C", "C"), ("\\mathcal{L}", "ℒ")),
  // No underscore after a brace, for Markdown's sake.
  (.symbol(Symbol(.cost, example: 12)), ("C_{12}", "C₁₂"), ("\\mathcal L_{12}", "ℒ₁₂")),
  (.symbol(Symbol(.newCost)), ("C_{\\mathrm{new}}", "new C"), ("\\mathcal L_{\\mathrm{new}}", "new ℒ")),
  (
    .symbol(Symbol(.newWeight, layer: 2, indices: [1, 3])), ("w_{13,\\mathrm{new}}^{2}", "new w₁₃²"),
    ("W_{1,3,\\mathrm{new}}^{(2)}", "new W₁,₃⁽²⁾")
  ),
  (.symbol(Symbol(.gradient)), ("\\nabla C", "∇C"), ("\\nabla \\mathcal{L}", "∇ℒ")),
  (
    .symbol(Symbol(.squaredGradient)), ("\\lVert \\nabla C \\rVert^{2}", "‖∇C‖²"),
    ("\\lVert \\nabla \\mathcal{L} \\rVert^{2}", "‖∇ℒ‖²")
  ),
  (.symbol(Symbol(.learningRate)), ("\\eta", "η"), ("\\eta", "η")),
  // δ stands for ∂C/∂z, and for no other derivative.
  (
    .partial(Symbol(.cost), by: z), ("\\delta_{2}^{3}", "δ₂³"),
    ("\\frac{\\partial \\mathcal{L}}{\\partial f_{2}^{(3)}}", "∂ℒ/∂f₂⁽³⁾")
  ),
  (
    .partial(Symbol(.cost), by: a), ("\\frac{\\partial C}{\\partial a_{2}^{3}}", "∂C/∂a₂³"),
    ("\\frac{\\partial \\mathcal{L}}{\\partial g_{2}^{(3)}}", "∂ℒ/∂g₂⁽³⁾")
  ),
  (
    .partial(a, by: z), ("\\frac{\\partial a_{2}^{3}}{\\partial z_{2}^{3}}", "∂a₂³/∂z₂³"),
    ("\\frac{\\partial g_{2}^{(3)}}{\\partial f_{2}^{(3)}}", "∂g₂⁽³⁾/∂f₂⁽³⁾")
  ),
  (
    .partial(Symbol(.cost, example: 2), by: Symbol(.weightedInput, layer: 3, example: 2)),
    ("\\delta^{3}", "δ³"), ("\\frac{\\partial \\mathcal L_{2}}{\\partial f^{(3)}}", "∂ℒ₂/∂f⁽³⁾")
  ),
  (
    .partial(Symbol(.cost), by: Symbol(.weightedInput, layer: 3, example: 2)),
    ("\\frac{\\partial C}{\\partial z^{3}}", "∂C/∂z³"),
    ("\\frac{\\partial \\mathcal{L}}{\\partial f^{(3)}}", "∂ℒ/∂f⁽³⁾")
  ),
  // What the letter stands for.
  (
    .partial(Symbol(.cost), by: Symbol(.weightedInput)), ("\\frac{\\partial C}{\\partial z}", "∂C/∂z"),
    ("\\frac{\\partial \\mathcal{L}}{\\partial f}", "∂ℒ/∂f")
  ),
  // Whole layers; a bare layer leaves no room for the mark of a transpose.
  (.symbol(Symbol(.weightMatrix, layer: 2)), ("w^{2}", "w²"), ("W^{(2)}", "W⁽²⁾")),
  (.symbol(Symbol(.error, layer: 2)), ("\\delta^{2}", "δ²"), ("\\delta^{(2)}", "δ⁽²⁾")),
  (
    .transpose(.symbol(Symbol(.weightMatrix, layer: 2))), ("\\left( w^{2} \\right)^{\\top}", "(w²)ᵀ"),
    ("W^{(2)\\top}", "W⁽²⁾ᵀ")
  ),
  (
    .transpose(.symbol(Symbol(.activation, layer: 0))), ("\\left( a^{0} \\right)^{\\top}", "(a⁰)ᵀ"),
    ("x^{\\top}", "xᵀ")
  ),
  (
    .nabla(Symbol(.cost), by: Symbol(.activation)), ("\\nabla_{a} C", "∇ₐ C"),
    ("\\nabla_{g} \\mathcal{L}", "∇_g ℒ")
  ),
  // A layer above a letter is no power of it.
  (
    .square(.symbol(single)), ("\\left( a^{3} \\right)^{2}", "(a³)²"),
    ("\\left( g^{(3)} \\right)^{2}", "(g⁽³⁾)²")
  ),
  (
    .symbol(w) / .partial(Symbol(.cost), by: z), ("\\frac{w_{13}^{2}}{\\delta_{2}^{3}}", "w₁₃²/δ₂³"),
    (
      "\\frac{W_{1,3}^{(2)}}{\\frac{\\partial \\mathcal{L}}{\\partial f_{2}^{(3)}}}",
      "W₁,₃⁽²⁾/(∂ℒ/∂f₂⁽³⁾)"
    )
  ),
]

@Test(arguments: looks.indices)
func `A formula has the letters of its course`(index: Int) {
  let (formula, nielsen, slides) = looks[index]
  for (notation, look) in [(Notation.nielsen, nielsen), (.slides, slides)] {
    #expect(Typesetter(notation: notation, markup: LaTeXMarkup()).piece(formula).text == look.latex)
    #expect(Typesetter(notation: notation, markup: UnicodeMarkup()).piece(formula).text == look.text)
  }
}

@Test(arguments: [
  (Language.english, "w_{13,\\mathrm{new}}^{(2)}", "new w₁₃⁽²⁾", "<mi>new</mi>"),
  (.german, "w_{13,\\mathrm{neu}}^{(2)}", "neu w₁₃⁽²⁾", "<mi>neu</mi>"),
  (.chinese, "w_{13,\\text{新}}^{(2)}", "新w₁₃⁽²⁾", "<mi>新</mi>"),
])
func `What is new after a step is called so in the language of the document`(
  language: Language, latex: String, text: String, element: String
) {
  let formula = Formula.symbol(Symbol(.newWeight, layer: 2, indices: [1, 3]))
  let notation = Notation(language: language)
  #expect(Typesetter(notation: notation, markup: LaTeXMarkup()).piece(formula).text == latex)
  #expect(Typesetter(notation: notation, markup: UnicodeMarkup()).piece(formula).text == text)
  #expect(Typesetter(notation: notation, markup: MathMLMarkup()).piece(formula).text.contains(element))
}

/// Everything that a network of two layers of twelve neurons has a symbol for, its vectors and matrices, and the costs of
/// three examples.
private let everything: [Symbol] = {
  let layers = 1...2
  let neurons = 1...12
  var symbols = [
    Symbol(.cost), Symbol(.newCost), Symbol(.penalty), Symbol(.learningRate), Symbol(.otherTerms),
    Symbol(.gradient), Symbol(.squaredGradient),
  ]
  symbols += (1...3).map { Symbol(.cost, example: $0) }
  symbols += [Symbol(.ones), Symbol(.target), Symbol(.activation, layer: 0)]
  for l in layers {
    symbols += [.weightMatrix, .bias, .weightedInput, .activation, .error, .jacobian].map {
      Symbol($0, layer: l)
    }
  }
  for j in neurons {
    symbols += [Symbol(.target, indices: [j]), Symbol(.path, indices: [j])]
    symbols.append(Symbol(.activation, layer: 0, indices: [j]))
    for l in layers {
      symbols += [.bias, .newBias, .weightedInput, .activation].map { Symbol($0, layer: l, indices: [j]) }
      for k in neurons {
        symbols += [.weight, .newWeight].map { Symbol($0, layer: l, indices: [j, k]) }
      }
    }
  }
  return symbols
}()

@Test(arguments: Notation.inEnglish)
func `No two symbols of a network look the same`(notation: Notation) {
  let names = Set(everything.map(\.name))
  #expect(names.count == everything.count)
  for markup in [LaTeXMarkup(), UnicodeMarkup()] as [any Markup] {
    let typesetter = Typesetter(notation: notation, markup: markup)
    let seen = Dictionary(grouping: everything) { typesetter.piece(.symbol($0)).text }
    #expect(seen.filter { $1.count > 1 }.isEmpty)
    let errors = everything.filter { $0.meaning == .weightedInput && !$0.indices.isEmpty }.map {
      typesetter.piece(.partial(Symbol(.cost), by: $0)).text
    }
    #expect(Set(errors).count == errors.count && Set(errors).isDisjoint(with: seen.keys))
  }
}

@Test(arguments: [
  (LaTeXMarkup() as any Markup, "\\left( \\delta_{2}^{3} \\right)^{2}"), (UnicodeMarkup(), "(δ₂³)²"),
])
func `The square of an error stands in parentheses`(markup: any Markup, text: String) {
  let error = Formula.partial(Symbol(.cost), by: z)
  #expect(Typesetter(notation: .nielsen, markup: markup).piece(.square(error)).text == text)
}

@Test func `Only a letter of its own has a definition`() {
  let error = Formula.partial(Symbol(.cost), by: z)
  func definition(_ notation: Notation, _ formula: Formula) -> String? {
    Typesetter(notation: notation, markup: UnicodeMarkup()).definition(of: formula)?.text
  }
  #expect(definition(.nielsen, error) == "δ₂³ = ∂C/∂z₂³")
  #expect(definition(.nielsen, .partial(Symbol(.cost), by: a)) == nil)
  #expect(definition(.nielsen, .symbol(a)) == nil)
  #expect(definition(.slides, error) == nil)
  #expect(definition(.threeBlueOneBrown, error) == nil)
}

@Test func `The notations have the names of the command line`() {
  #expect(Notation.Alphabet.allCases.map(\.rawValue) == ["3b1b", "nielsen", "slides"])
}

/// A quantity x, and how ∂L/∂x is written: kind by kind in text, and in TeX.
private let shortNames: [(symbol: Symbol, kind: ShortDerivatives.Kind, text: String, tex: String)] = [
  (Symbol(.named(Word("x"))), .d, "dx", "\\mathrm{d} x"),
  (Symbol(.named(Word("x"))), .bar, "x\u{304}", "\\bar{x}"),
  (Symbol(.named(Word("x"))), .delta, "δ_x", "\\delta_{x}"),
  (Symbol(.named(Word("beta1"))), .d, "dβ₁", "\\mathrm{d} \\beta_{1}"),
  (Symbol(.named(Word("w")), indices: [2, 1]), .bar, "w\u{304}₂,₁", "\\bar w_{2,1}"),
  (Symbol(.named(Word("w")), indices: [3]), .delta, "δ_w₃", "\\delta_{w,3}"),
  // A word takes no accent, and an accent no other.
  (Symbol(.named(Word("loss"))), .bar, "∂L/∂loss", "\\frac{\\partial L}{\\partial \\mathit{loss}}"),
  (Symbol(.named(Word("x_hat"))), .bar, "∂L/∂x\u{302}", "\\frac{\\partial L}{\\partial \\hat{x}}"),
]

@Test(arguments: shortNames.indices)
func `A derivative of the result has a short name, a local gradient and a name in ASCII do not`(place: Int) {
  let (symbol, kind, text, tex) = shortNames[place]
  let result = Symbol(.named(Word("L")))
  let notation = Notation.threeBlueOneBrown.naming(ShortDerivatives(of: result, kind))
  func written(_ above: Symbol, _ markup: any Markup) -> String {
    Typesetter(notation: notation, markup: markup).piece(.partial(above, by: symbol)).text
  }
  #expect(written(result, UnicodeMarkup()) == text)
  #expect(written(result, LaTeXMarkup()) == tex)
  #expect(written(result, ASCIIMarkup()) == "dL/d\(symbol.name)")
  #expect(written(Symbol(.named(Word("q"))), UnicodeMarkup()).hasPrefix("∂q/∂"))
  let product = Formula.partial(result, by: symbol) * .partial(Symbol(.named(Word("q"))), by: symbol)
  let line = Typesetter(notation: notation, markup: UnicodeMarkup()).piece(product).text
  #expect(line.hasPrefix(text) || line.hasPrefix("(" + text))
}
