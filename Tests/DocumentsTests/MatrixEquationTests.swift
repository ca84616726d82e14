import Formulas
import Testing

@testable import Documents

private let notation = Notation.threeBlueOneBrown
private let w = Formula.symbol(Symbol(.weightMatrix, layer: 1))
private let a = Formula.symbol(Symbol(.activation, layer: 1))

private func numbers(_ relation: Equation.Relation, _ rows: [[String]]) -> MatrixEquation.Numbers {
  .init(relation, rows: rows.map { $0.compactMap { Numeral($0) } })
}

private let given = Block.matrix(
  MatrixEquation(
    Equation(w), rows: 2, columns: 3, numbers: numbers(.equals, [["0.5", "-1", "2"], ["10", "0.25", "3"]])))
private let derived = Block.matrix(
  MatrixEquation(
    Equation(a, [.init(.equals, .matrixProduct([w, a]))]), rows: 3, columns: 1,
    numbers: numbers(.approximately, [["0.5"], ["-1.25"], ["3"]])))
private let symbols = Block.matrix(
  MatrixEquation(Equation(a, [.init(.equals, .matrixProduct([w, a]))]), rows: 30, columns: 784))

@Test(arguments: [
  (
    given,
    """
        W⁽¹⁾ = ⎛0.5    −1  2⎞   [2 × 3]
               ⎝ 10  0.25  3⎠

    """
  ),
  (
    derived,
    """
        a⁽¹⁾ = W⁽¹⁾ a⁽¹⁾   [3 × 1]
               ⎛  0.5⎞
             ≈ ⎜−1.25⎟
               ⎝    3⎠

    """
  ),
  (symbols, "    a⁽¹⁾ = W⁽¹⁾ a⁽¹⁾   [30 × 784]\n"),
])
func `In text a matrix stands in high brackets`(block: Block, text: String) {
  #expect(TextWriter(notation: notation).text(of: block) == text + "\n")
}

@Test func `In text one row has brackets of one row`() {
  let row = MatrixEquation(Equation(w), rows: 1, columns: 2, numbers: numbers(.equals, [["1", "-2"]]))
  #expect(TextWriter(notation: notation).text(of: .matrix(row)) == "    W⁽¹⁾ = (1  −2)   [1 × 2]\n\n")
}

@Test(arguments: [
  (
    given,
    """
    | $W^{(1)} =$ $[2 \\times 3]$ | 1 | 2 | 3 |
    | --: | --: | --: | --: |
    | 1 | $0.5$ | $-1$ | $2$ |
    | 2 | $10$ | $0.25$ | $3$ |

    """
  ),
  (
    derived,
    """
    $$
    a^{(1)} = W^{(1)} a^{(1)} \\quad [3 \\times 1]
    $$

    | $a^{(1)} \\approx$ | 1 |
    | --: | --: |
    | 1 | $0.5$ |
    | 2 | $-1.25$ |
    | 3 | $3$ |

    """
  ),
  (symbols, "$$\na^{(1)} = W^{(1)} a^{(1)} \\quad [30 \\times 784]\n$$\n"),
])
func `In Markdown the numbers of a matrix are a table`(block: Block, markdown: String) {
  #expect(MarkdownWriter(notation: notation).text(of: block) == markdown + "\n")
}

@Test(arguments: [
  (
    given,
    """
    \\[
    W^{(1)} = \\begin{pmatrix}
    0.5 & -1 & 2 \\\\
    10 & \\phantom{-}0.25 & 3
    \\end{pmatrix} \\quad [2 \\times 3]
    \\]

    """
  ),
  (symbols, "\\[\na^{(1)} = W^{(1)} a^{(1)} \\quad [30 \\times 784]\n\\]\n"),
])
func `In LaTeX a matrix is one`(block: Block, latex: String) {
  #expect(LaTeXWriter(notation: notation).text(of: block) == latex)
}

@Test(arguments: [(6, "{\\tiny\\setlength"), (17, "\\[\n\\resizebox{\\linewidth}")])
func `In LaTeX a wide matrix is set smaller, as small as it has to be`(digits: Int, start: String) {
  let row = (1...8).compactMap { Numeral(rounding: -1 / Double($0 + 20), digits: digits) }
  let wide = MatrixEquation(
    Equation(a, [.init(.equals, .matrixProduct([w, a]))]), rows: 8, columns: 8,
    numbers: .init(.approximately, rows: Array(repeating: row, count: 8)))
  let latex = LaTeXWriter(notation: notation).text(of: .matrix(wide))
  #expect(latex.hasPrefix(start))
  #expect(latex.contains("\\quad [8 \\times 8] \\\\\n&"))
}
