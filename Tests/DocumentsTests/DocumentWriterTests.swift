import Formulas
import Testing

@testable import Documents

private let notation = Notation.threeBlueOneBrown
private let a = Formula.symbol(Symbol(.activation, layer: 1))
private let w = Formula.symbol(Symbol(.weight, layer: 1))
private func number(_ text: String) -> Formula { Numeral(text).map { .number($0) } ?? a }

private func written(_ blocks: [Block], by writer: some DocumentWriter) -> String {
  blocks.map(writer.text(of:)).joined()
}

@Test(arguments: [
  ("$x$ & \\input{a} 100% #1 a_b {c} ~ ^", "\\$x\\$ \\& \\\\input\\{a\\} 100% \\#1 a\\_b \\{c\\} \\~ ^"),
  ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
  ("[x](javascript:y) ![z](q) `code` *a* |", "\\[x\\](javascript:y) \\!\\[z\\](q) \\`code\\` \\*a\\* \\|"),
  ("- no list", "\\- no list"), ("1. no list", "1\\. no list"), ("# no heading", "\\# no heading"),
  ("a\u{1B}[31mb\u{202E}c\nd", "a \\[31mb c d"),
])
func `Text stays text in Markdown`(text: String, markdown: String) {
  #expect(written([.paragraph("\(text)")], by: MarkdownWriter(notation: notation)) == markdown + "\n\n")
}

@Test(arguments: [
  (
    "$x$ & \\input{a} 100% #1 a_b ~ ^",
    "$\\$$x$\\$$ \\& \\textbackslash{}input\\{a\\} 100\\% \\#1 a\\_b \\textasciitilde{} \\textasciicircum{}"
  ),
  ("a--b ``c'' ?` <<", "a-{}-b `{}`c'{}' ?{}` \\textless{}{}\\textless{}"),
  ("x₁² ζ Σ ο", "x$_{1}${}$^2$ $\\zeta$ $\\Sigma$ $o$"),
  ("x̂₁ and μ̄, Pᵀ", "$\\hat{x}$$_{1}${} and $\\bar{\\mu}$, P$^{\\top}${}"),
  ("é ð δ − ≈ 中", "é [U+F0]\\allowbreak{} $\\delta$ $-$ $\\approx$ [U+4E2D]\\allowbreak{}"),
])
func `Text stays text in LaTeX`(text: String, latex: String) {
  #expect(written([.paragraph("\(text)")], by: LaTeXWriter(notation: notation)) == "\n" + latex + "\n")
}

@Test(
  arguments: [
    ("\(strong: "误差。")它是\(a)，即\(w)。", "**误差**。它是 $a^{(1)}$，即 $w^{(1)}$。"),
    ("$是\(a)", "\\$是 $a^{(1)}$"), ("is \(a), not \(w).", "is $a^{(1)}$, not $w^{(1)}$."),
  ] as [(Prose, String)])
func `In Markdown a formula has spaces between Chinese, and strong words are closed before a full stop`(
  prose: Prose, markdown: String
) {
  #expect(written([.paragraph(prose)], by: MarkdownWriter(notation: notation)) == markdown + "\n\n")
}

@Test func `Sentences have spaces between them, those of Chinese have none`() {
  let english = Prose.sentences(["One.", "", "\(strong: "Two.")", "Three."])
  let chinese = Prose.sentences(["一。", "", "\(strong: "二。")", "三。"])
  #expect(
    written([.paragraph(english), .paragraph(chinese)], by: TextWriter(notation: notation))
      == "One. Two. Three.\n\n一。二。三。\n\n")
}

@Test func `Text has no escape codes, and prose in lines of at most 78 columns`() {
  let long = String(repeating: "word \u{1B}[1m", count: 60)
  let text = written([.paragraph("\(long)")], by: TextWriter(notation: notation))
  #expect(!text.unicodeScalars.contains { $0.value == 0x1B })
  #expect(text.split(separator: "\n").allSatisfy { $0.count <= 78 })
}

@Test func `An equation that fits stays in one line`() {
  let equation = Block.equation(Equation(a, [.init(.equals, w * a), .init(.approximately, number("0.5"))]))
  #expect(written([equation], by: TextWriter(notation: notation)) == "    a⁽¹⁾ = w⁽¹⁾ · a⁽¹⁾ ≈ 0.5\n\n")
  #expect(
    written([equation], by: MarkdownWriter(notation: notation))
      == "$$\na^{(1)} = w^{(1)} \\cdot a^{(1)} \\approx 0.5\n$$\n\n")
}

@Test func `A wide equation is broken at its relations, then between its factors`() {
  let factors = Array(repeating: number("0.1234567"), count: 12)
  let equation = Block.equation(
    Equation(a, [.init(.equals, .product(factors)), .init(.approximately, number("0.5"))]))
  let text = written([equation], by: TextWriter(notation: notation)).split(separator: "\n")
  #expect(text.count == 3)
  #expect(text.allSatisfy { $0.count <= 78 })
  #expect(text.dropFirst().first?.contains("           · 0.1234567") == true)
  #expect(text.last?.hasSuffix(" ≈ 0.5") == true)
  let latex = written([equation], by: LaTeXWriter(notation: notation))
  #expect(latex.hasPrefix("\\begin{align*}\na^{(1)} & = 0.1234567"))
  #expect(latex.contains(" \\\\\n &\\quad \\cdot 0.1234567"))
}

@Test(arguments: [20, 60, 90, 200])
func `A table of words keeps to 100 columns, with each word once, and no formula is broken`(words: Int) {
  let formula: Prose = "\(Equation(a, [.init(.equals, .sum([w, a, w]))]))"
  let long = (1...words).map { "word\($0)" }.joined(separator: " ")
  let table = Block.table(
    Table(
      [.init("a heading of some words"), .init("words", .left), .init("x", .left)],
      rows: [["1", "\(long)", formula], ["2", "short", "y"]]))
  let writer = TextWriter(notation: notation)
  let lines = written([table], by: writer).split(separator: "\n")
  #expect(lines.allSatisfy { String($0).columns <= 100 } && lines.allSatisfy { !$0.hasSuffix(" ") })
  #expect(lines.count { $0.contains(writer.inline(formula)) } == 1)
  let found = lines.flatMap { $0.split(separator: " ") }.filter { $0.hasPrefix("word") && $0 != "words" }
  #expect(found == (1...words).map { "word\($0)" })
}

@Test func `A table's columns are aligned`() {
  let table = Block.table(
    Table([.init("name", .left), .init("x")], rows: [["w", "1.25"], ["bias", "−3"]]))
  #expect(
    written([table], by: TextWriter(notation: notation))
      == "    name      x\n    ────   ────\n    w      1.25\n    bias     −3\n\n")
  #expect(
    written([table], by: MarkdownWriter(notation: notation))
      == "| name | x |\n| :-- | --: |\n| w | 1.25 |\n| bias | −3 |\n\n")
}

@Test func `A chain is drawn with its weights on the arrows and its biases below`() {
  let b = Formula.symbol(Symbol(.bias, layer: 1))
  let picture = Block.chain(
    ChainPicture([.init(.symbol(Symbol(.activation, layer: 0))), .init(a, weight: w, below: b)]))
  #expect(
    written([picture], by: TextWriter(notation: notation)) == """
              w⁽¹⁾
      (a⁽⁰⁾) ──────▶ (a⁽¹⁾)
                      b⁽¹⁾


      """)
}

@Test(arguments: [
  (Notation.threeBlueOneBrown, "The cost, the weighted input and the error δ.", "$\\delta$"),
  (.slides, "The loss, the pre-activation and the error δ.", "$\\delta$"),
  (
    .nielsen, "The cost, the weighted input and the error δ¹ = ∂C/∂z¹.",
    "$\\delta^{1} = \\frac{\\partial C}{\\partial z^{1}}$"
  ),
])
func `Terms have the words of the notation, and δ is said to be ∂C/∂z where it is written so`(
  notation: Notation, text: String, inLaTeX: String
) {
  let error = Formula.partial(Symbol(.cost), by: Symbol(.weightedInput, layer: 1))
  let paragraph = Block.paragraph("The \(.cost), the \(.weightedInput) and the error \(error: error).")
  #expect(written([paragraph], by: TextWriter(notation: notation)) == text + "\n\n")
  #expect(written([paragraph], by: LaTeXWriter(notation: notation)).contains(inLaTeX))
  let inMarkdown = notation == .nielsen ? inLaTeX : "δ"
  #expect(written([paragraph], by: MarkdownWriter(notation: notation)).hasSuffix(inMarkdown + ".\n\n"))
}

@Test func `What is to be copied stands as it is, and stays in its block`() {
  let block = Block.verbatim(["z1[1]@1 =", "a```\nb"])
  #expect(written([block], by: MarkdownWriter(notation: notation)) == "```text\nz1[1]@1 =\na``` b\n```\n\n")
  #expect(written([block], by: TextWriter(notation: notation)) == "    z1[1]@1 =\n    a``` b\n\n")
}

@Test(arguments: [false, true])
func `A question asks in every format, and answers only where it is to`(showsSolutions: Bool) {
  let solution = Equation(a, [.init(.equals, w), .init(.approximately, number("0.5124"))])
  let question = Question(
    "Forward", "", parts: [.init("The activation", [.init(a, name: "a1", solution: solution)])])
  let sheet = Block.questions(QuestionSheet([question], showsSolutions: showsSolutions))
  for text in [
    written([sheet], by: MarkdownWriter(notation: notation)),
    written([sheet], by: TextWriter(notation: notation)),
    written([sheet], by: LaTeXWriter(notation: notation)),
  ] {
    #expect(text.contains(showsSolutions ? "a1 " : "a1 ="))
    #expect(text.contains("0.5124") == showsSolutions)
  }
  let exam = written([sheet], by: ExamWriter(notation: notation))
  #expect(exam.contains("\\printanswers\n") == showsSolutions)
  // Nobody's name is asked for on a key.
  let opening = ExamWriter(notation: notation).opening
  #expect(opening.contains("{\\ifprintanswers\\else #1\\enspace"))
  #expect(opening.ranges(of: "\\entry{").count == 2)
  #expect(
    exam.contains(
      "\\begin{solution}[8mm]\n\\typed{a1}\n\\[\na^{(1)} = w^{(1)} \\approx 0.5124\n\\]\n\\end{solution}"))
}
