import Testing

@testable import Formulas

private func named(_ text: String, _ indices: Int...) -> Symbol {
  Symbol(.named(Word(text)), indices: Indices(indices))
}

private func new(_ text: String, _ indices: Int...) -> Symbol {
  Symbol(.newNamed(Word(text)), indices: Indices(indices))
}

private func written(_ symbol: Symbol, _ markup: any Markup, _ notation: Notation = .slides) -> String {
  Typesetter(notation: notation, markup: markup).piece(.symbol(symbol)).text
}

/// A quantity of a named lesson, and how it looks in TeX, in text, in ASCII, and in MathML.
private let looks: [(symbol: Symbol, tex: String, text: String, ascii: String, mathML: String)] = [
  (named("x"), "x", "x", "x", "<mi>x</mi>"),
  (named("L"), "L", "L", "L", "<mi>L</mi>"),
  (named("loss"), "\\mathit{loss}", "loss", "loss", "<mi>loss</mi>"),
  (named("beta"), "\\beta", "β", "beta", "<mi>β</mi>"),
  (named("Gamma"), "\\Gamma", "Γ", "Gamma", "<mi>Γ</mi>"),
  // TeX has Latin letters for these.
  (named("omicron"), "o", "ο", "omicron", "<mi>ο</mi>"),
  (named("Alpha"), "\\mathit{Alpha}", "Alpha", "Alpha", "<mi>Alpha</mi>"),
  // Digits at the end, and what comes after an underscore, stand below.
  (named("x1"), "x_{1}", "x₁", "x1", "<msub><mi>x</mi><mn>1</mn></msub>"),
  (named("x_1"), "x_{1}", "x₁", "x_1", "<msub><mi>x</mi><mn>1</mn></msub>"),
  (named("beta2"), "\\beta_{2}", "β₂", "beta2", "<msub><mi>β</mi><mn>2</mn></msub>"),
  (named("fc10"), "\\mathit{fc_{\\mathrm{10}}}", "fc₁₀", "fc10", "<msub><mi>fc</mi><mn>10</mn></msub>"),
  (named("x1y"), "\\mathit{x1y}", "x1y", "x1y", "<mi>x1y</mi>"),
  (named("h_prev"), "h_{\\mathrm{prev}}", "h_prev", "h_prev", "<msub><mi>h</mi><mi>prev</mi></msub>"),
  (named("h_t"), "h_{t}", "h_t", "h_t", "<msub><mi>h</mi><mi>t</mi></msub>"),
  (
    named("loss_total"), "\\mathit{loss_{\\mathrm{total}}}", "loss_total", "loss_total",
    "<msub><mi>loss</mi><mi>total</mi></msub>"
  ),
  (named("d_theta"), "d_{\\theta}", "d_θ", "d_theta", "<msub><mi>d</mi><mi>θ</mi></msub>"),
  (
    named("w_out_2"), "w_{\\mathrm{out},2}", "w_out_2", "w_out_2",
    "<msub><mi>w</mi><mrow><mi>out</mi><mo>,</mo><mn>2</mn></mrow></msub>"
  ),
  (
    named("w1_2"), "w_{1,2}", "w₁,₂", "w1_2",
    "<msub><mi>w</mi><mrow><mn>1</mn><mo>,</mo><mn>2</mn></mrow></msub>"
  ),
  // Accents stand above a letter.
  (
    named("y_hat"), "\\hat{y}", "ŷ", "y_hat",
    "<mover accent=\"true\"><mi>y</mi><mo stretchy=\"false\">^</mo></mover>"
  ),
  (
    named("mu_bar"), "\\bar{\\mu}", "μ̄", "mu_bar",
    "<mover accent=\"true\"><mi>μ</mi><mo stretchy=\"false\">¯</mo></mover>"
  ),
  (
    named("C_tilde"), "\\tilde{C}", "C̃", "C_tilde",
    "<mover accent=\"true\"><mi>C</mi><mo stretchy=\"false\">˜</mo></mover>"
  ),
  (
    named("x_hat", 3), "\\hat x_{3}", "x̂₃", "x_hat[3]",
    "<msub><mover accent=\"true\"><mi>x</mi><mo stretchy=\"false\">^</mo></mover><mn>3</mn></msub>"
  ),
  (
    named("x1_hat"), "\\hat x_{1}", "x̂₁", "x1_hat",
    "<msub><mover accent=\"true\"><mi>x</mi><mo stretchy=\"false\">^</mo></mover><mn>1</mn></msub>"
  ),
  (
    named("x_hat1"), "\\hat x_{1}", "x̂₁", "x_hat1",
    "<msub><mover accent=\"true\"><mi>x</mi><mo stretchy=\"false\">^</mo></mover><mn>1</mn></msub>"
  ),
  (
    named("mask_hat"), "\\mathit{mask_{\\mathrm{hat}}}", "mask_hat", "mask_hat",
    "<msub><mi>mask</mi><mi>hat</mi></msub>"
  ),
  // Indices stand below, with commas; behind the name, where something is below already.
  (named("x", 2), "x_{2}", "x₂", "x[2]", "<msub><mi>x</mi><mn>2</mn></msub>"),
  (named("h", -1), "h_{-1}", "h₋₁", "h[-1]", "<msub><mi>h</mi><mrow><mo>−</mo><mn>1</mn></mrow></msub>"),
  (
    named("W", 1, 3), "W_{1,3}", "W₁,₃", "W[1,3]",
    "<msub><mi>W</mi><mrow><mn>1</mn><mo>,</mo><mn>3</mn></mrow></msub>"
  ),
  (
    named("K", 1, 2, 3, 4, 5), "K_{1,2,3,4}", "K₁,₂,₃,₄", "K[1,2,3,4]",
    "<msub><mi>K</mi><mrow><mn>1</mn><mo>,</mo><mn>2</mn><mo>,</mo><mn>3</mn><mo>,</mo><mn>4</mn></mrow></msub>"
  ),
  (
    named("gate", 2), "\\mathit{gate_{\\mathrm{2}}}", "gate₂", "gate[2]",
    "<msub><mi>gate</mi><mn>2</mn></msub>"
  ),
  (
    named("W1", 1, 3), "W_{1}[1,3]", "W₁[1,3]", "W1[1,3]",
    "<mrow><msub><mi>W</mi><mn>1</mn></msub><mo stretchy=\"false\">[</mo><mn>1</mn><mo>,</mo><mn>3</mn><mo stretchy=\"false\">]</mo></mrow>"
  ),
  (
    named("h_prev", -2), "h_{\\mathrm{prev},-2}", "h_prev₋₂", "h_prev[-2]",
    "<msub><mi>h</mi><mrow><mi>prev</mi><mo>,</mo><mo>−</mo><mn>2</mn></mrow></msub>"
  ),
  // After a step.
  (new("w"), "w_{\\mathrm{new}}", "new w", "new w", "<msub><mi>w</mi><mi>new</mi></msub>"),
  (
    new("w", 1), "w_{1,\\mathrm{new}}", "new w₁", "new w[1]",
    "<msub><mi>w</mi><mrow><mn>1</mn><mo>,</mo><mi>new</mi></mrow></msub>"
  ),
  (
    new("W1", 2, 2), "W_{1,\\mathrm{new}}[2,2]", "new W₁[2,2]", "new W1[2,2]",
    "<mrow><msub><mi>W</mi><mrow><mn>1</mn><mo>,</mo><mi>new</mi></mrow></msub><mo stretchy=\"false\">[</mo><mn>2</mn><mo>,</mo><mn>2</mn><mo stretchy=\"false\">]</mo></mrow>"
  ),
  (
    new("bias"), "\\mathit{bias_{\\mathrm{new}}}", "new bias", "new bias",
    "<msub><mi>bias</mi><mi>new</mi></msub>"
  ),
]

@Suite struct `A named quantity` {
  @Test(arguments: looks.indices)
  func `It looks as its name says, in every markup`(index: Int) {
    let look = looks[index]
    #expect(written(look.symbol, LaTeXMarkup()) == look.tex)
    #expect(written(look.symbol, UnicodeMarkup()) == look.text)
    #expect(written(look.symbol, ASCIIMarkup()) == look.ascii)
    #expect(written(look.symbol, MathMLMarkup()) == look.mathML)
    #expect(written(look.symbol, StackedMarkup(style: TextStyle())) == look.text)
    #expect(look.symbol.name == look.ascii)
  }

  @Test(arguments: looks.indices)
  func `It looks the same in the letters of every course`(index: Int) {
    let symbol = looks[index].symbol
    for markup in [LaTeXMarkup(), UnicodeMarkup(), MathMLMarkup()] as [any Markup] {
      #expect(Set(Notation.inEnglish.map { written(symbol, markup, $0) }).count == 1)
    }
  }

  @Test(arguments: looks.indices)
  func `No parser of Markdown finds anything in its TeX`(index: Int) throws {
    let symbol = Formula.symbol(looks[index].symbol)
    for formula in [symbol, .square(symbol), .partial(looks[index].symbol, by: looks[index].symbol)] {
      let tex = Typesetter(notation: .slides, markup: LaTeXMarkup()).piece(formula).text
      #expect(!tex.contains { "*~`|#&<".contains($0) }, "\(tex)")
      #expect(try !tex.contains(Regex(#"[^A-Za-z0-9]_|^_|\\[^A-Za-z]|\]\(|\]\["#)), "\(tex)")
    }
  }

  @Test func `The same name is the same word, and words are as small as a number`() {
    let words = (0..<2_000).map { Word("name\($0)") }
    #expect(Set(words).count == words.count)
    #expect((0..<2_000).allSatisfy { words[$0] == Word("name\($0)") && words[$0].text == "name\($0)" })
    #expect(MemoryLayout<Word>.size == 4)
    #expect(MemoryLayout<Symbol>.stride <= 40)
  }

  @Test func `It has up to four indices, which tell it from others`() {
    let symbols = [
      named("a"), named("a", 1), named("a", 1, 0), named("a", 1, 0, 0), named("a", 1, 0, 0, 0),
      named("a", 1, 0, 2),
      named("a", 1, 0, 0, 2), named("b", 1), new("a", 1),
    ]
    #expect(Set(symbols).count == symbols.count)
    #expect(Array(named("a", 4, -3, 2, 1).indices) == [4, -3, 2, 1])
    #expect(named("a", 4, 3, 2, 1, 9) == named("a", 4, 3, 2, 1))
  }

  @Test(arguments: ["_", "__", "1", "x_", "_x", "x__y", "é", "日本", "_1_", ""])
  func `A name that is none has a look as well, and is no crash`(text: String) {
    for markup in [LaTeXMarkup(), UnicodeMarkup(), ASCIIMarkup(), MathMLMarkup()] as [any Markup] {
      #expect(written(named(text, 1), markup).contains("1") || !written(named(text, 1), markup).isEmpty)
    }
  }
}
