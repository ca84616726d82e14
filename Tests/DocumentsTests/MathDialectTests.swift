import Formulas
import Testing

@testable import Documents

private let notation = Notation.threeBlueOneBrown
private let a = Formula.symbol(Symbol(.activation, layer: 1, indices: [2]))
private let w = Formula.symbol(Symbol(.weightMatrix, layer: 1))
private var writer: MarkdownWriter { MarkdownWriter(notation: notation, math: .github) }
private func number(_ text: String) -> Numeral { Numeral(text) ?? Numeral(integer: 0) }

private let long = Equation(
  a,
  [
    .init(.equals, .product(Array(repeating: a, count: 9))),
    .init(.equals, .product(Array(repeating: .number(number("0.123456789")), count: 9))),
  ])
private let matrix = MatrixEquation(
  Equation(w), rows: 2, columns: 2,
  numbers: .init(.equals, rows: [[number("0.5"), number("-1")], [number("10"), number("2")]]))

@Test(arguments: [
  (Block.paragraph("Here \(a) is 1."), "Here $`a_{2}^{(1)}`$ is 1."),
  (
    .equation(Equation(a, [.init(.approximately, .number(number("0.5")))])),
    "```math\na_{2}^{(1)} \\approx 0.5\n```"
  ),
  (
    .matrix(matrix),
    """
    ```math
    W^{(1)} = \\begin{pmatrix}
    0.5 & -1 \\\\
    10 & \\phantom{-}2
    \\end{pmatrix} \\quad [2 \\times 2]
    ```
    """
  ),
  (
    .table(Table([.init("\(a)")], rows: [["\(Formula.number(number("2")))"]])),
    "| $`a_{2}^{(1)}`$ |\n| --: |\n| $`2`$ |"
  ),
])
func `Where mathematics lies in code, a matrix is a matrix`(block: Block, markdown: String) {
  #expect(writer.text(of: block) == markdown + "\n\n")
}

@Test func `Where mathematics lies in code, the lines of an equation are aligned in one block`() {
  let lines = writer.text(of: .equation(long)).split(separator: "\n")
  #expect(lines.first == "```math" && lines.last == "```")
  #expect(lines.dropFirst().first == "\\begin{aligned}")
  #expect(lines.count { $0.contains("& = ") } == 2)
  #expect(lines.count { $0.hasSuffix(" \\\\") } == 1)
  let dollars = MarkdownWriter(notation: notation).text(of: .equation(long))
  #expect(dollars.split(separator: "\n").count { $0 == "$$" } == 4)
}

@Test func `A fragment is the article without its preamble, and says what it needs`() throws {
  let blocks: [Block] = [.heading(level: 1, "A title"), .equation(long)]
  var (article, fragment) = ("", "")
  try LaTeXWriter(notation: notation).write(blocks, to: &article)
  try LaTeXWriter(notation: notation, isFragment: true).write(blocks, to: &fragment)
  let needed = article.split(separator: "\n").filter {
    $0.hasPrefix("\\usepackage") && !$0.contains("geometry")
  }
  #expect(needed.count == 5)
  for package in needed { #expect(fragment.contains("\n%   \(package)\n")) }
  #expect(fragment.hasPrefix("% "))
  for line in fragment.split(separator: "\n") {
    #expect(!line.hasPrefix("\\usepackage") && !line.hasPrefix("\\documentclass"))
    #expect(!line.contains("document}"))
  }
  let body = blocks.map(LaTeXWriter(notation: notation).text(of:)).joined()
  #expect(article.contains(body) && fragment.contains(body))
  #expect(fragment.hasSuffix("\\par\\endgroup\n"))
}
