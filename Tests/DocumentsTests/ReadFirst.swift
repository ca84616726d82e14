import Formulas
import Testing

@testable import Documents

private let notation = Notation.threeBlueOneBrown
private let (a, w) = (
  Formula.symbol(Symbol(.activation, layer: 1)), Formula.symbol(Symbol(.weight, layer: 1))
)
private let errorOfNeuron = Formula.partial(Symbol(.cost), by: Symbol(.weightedInput, layer: 1))
private func number(_ text: String) -> Formula { Numeral(text).map { .number($0) } ?? a }

/// One block as each format has it.
private func written(_ block: Block) -> (markdown: String, latex: String, html: String, text: String) {
  (
    MarkdownWriter(notation: notation).text(of: block), LaTeXWriter(notation: notation).text(of: block),
    HTMLWriter(notation: notation).text(of: block), TextWriter(notation: notation).text(of: block)
  )
}

/// To be read first.
@Suite struct `What Documents is for` {
  @Test func `A document is its opening, its blocks and its closing`() throws {
    var text = ""
    try LaTeXWriter(notation: notation).write([.paragraph("Hello.")], to: &text)
    #expect(text.hasPrefix("\\documentclass"))
    #expect(text.hasSuffix("\\begin{document}\n\nHello.\n\\end{document}\n"))
  }

  @Test func `A block says what something is, and each writer how its format says so`() {
    let heading = written(.heading(level: 2, "Forward"))
    #expect(heading.markdown == "## Forward\n\n")
    #expect(heading.latex == "\n\\section*{Forward}\n")
    #expect(heading.html == "<h2>Forward</h2>\n")
    #expect(heading.text == "\nForward\n───────\n\n")
  }

  @Test func `Words and formulas stand in one sentence`() {
    let paragraph = written(.paragraph("So \(errorOfNeuron) is \(strong: "small")."))
    #expect(paragraph.markdown == "So $\\frac{\\partial C}{\\partial z^{(1)}}$ is **small**.\n\n")
    #expect(paragraph.text == "So ∂C/∂z⁽¹⁾ is small.\n\n")
    #expect(paragraph.html.contains("<math>") && paragraph.html.contains("<strong>small</strong>"))
  }

  @Test func `An equation says which of its signs are exact`() {
    let equation = Equation(a, [.init(.equals, w * number("0.3")), .init(.approximately, number("0.67"))])
    #expect(written(.equation(equation)).text == "    a⁽¹⁾ = w⁽¹⁾ · 0.3 ≈ 0.67\n\n")
    #expect(
      written(.equation(equation)).markdown
        == "$$\na^{(1)} = w^{(1)} \\cdot 0.3 \\approx 0.67\n$$\n\n")
  }

  @Test func `Text stays text, whatever it would be to a format`() {
    let order = written(.paragraph("<b> \\input{x} $y$ \u{1B}[1m"))
    #expect(order.markdown == "\\<b\\> \\\\input\\{x\\} \\$y\\$  \\[1m\n\n")
    #expect(order.latex.contains("\\textbackslash{}input\\{x\\}"))
    #expect(order.html == "<p>&lt;b&gt; \\input{x} $y$  [1m</p>\n")
    #expect(!order.text.unicodeScalars.contains("\u{1B}"))
  }

  @Test func `A table has columns, of words on the left and of numbers on the right`() {
    let table = Table([.init("name", .left), .init("x")], rows: [["w", "1.25"], ["bias", "−3"]])
    #expect(
      written(.table(table)).text
        == "    name      x\n    ────   ────\n    w      1.25\n    bias     −3\n\n")
    #expect(written(.table(table)).markdown.hasPrefix("| name | x |\n| :-- | --: |\n"))
  }

  @Test func `Lines that are alike but for their numbers are a family, and read as if set one by one`() throws
  {
    let lines = (10..<15).map { Equation(a, [.init(.equals, .integer($0))]) }
    let family = Family(
      count: 5,
      form: { place, gaps in
        gaps.append(Numeral(integer: place + 10))
        return 0
      },
      whole: { _, gaps in
        guard case .number(let numeral)? = gaps.first else { return Equation(a) }
        return Equation(a, [.init(.equals, .number(numeral))])
      }, single: { lines[$0] })
    #expect(family.all == lines)
    func text(_ blocks: [Block]) throws -> String {
      var text = ""
      try TextWriter(notation: notation).write(blocks, to: &text)
      return text
    }
    #expect(try text([.family(family)]) == text(lines.map(Block.equation)))
  }

  @Test func `A picture of a network is drawn where a format draws, and in characters where it does not`() {
    let input = ChainPicture.Neuron(.symbol(Symbol(.activation, layer: 0)))
    let chain = written(.chain(ChainPicture([input, .init(a, weight: w)])))
    #expect(chain.text == "        w⁽¹⁾\n(a⁽⁰⁾) ──────▶ (a⁽¹⁾)\n\n")
    #expect(chain.latex.contains("\\begin{tikzpicture}"))
  }

  @Test func `A question has a blank, and its answer only where answers are asked for`() {
    let solution = Equation(a, [.init(.approximately, number("0.5124"))])
    let question = Question(
      "Forward", "", parts: [.init("The activation", [.init(a, name: "a1", solution: solution)])])
    for showsSolutions in [false, true] {
      let sheet = written(.questions(QuestionSheet([question], showsSolutions: showsSolutions)))
      for text in [sheet.markdown, sheet.latex, sheet.text, sheet.html] {
        #expect(text.contains("a1") && text.contains("0.5124") == showsSolutions)
      }
      #expect(sheet.html.contains("<input") != showsSolutions)
    }
  }

  @Test func `A page is one file, which needs nothing from anywhere else`() throws {
    var page = ""
    let blocks: [Block] = [.heading(level: 1, "Title"), .equation(Equation(a))]
    try HTMLWriter(notation: notation).write(blocks, to: &page)
    #expect(page.hasPrefix("<!doctype html>\n") && page.contains("<title>Title</title>"))
    for address in ["http", "src=", "url(", "@import", "<link"] { #expect(!page.contains(address)) }
  }
}
