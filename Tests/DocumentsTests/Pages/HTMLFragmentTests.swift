import Formulas
import Testing

@testable import Documents

private let (a, b) = (Formula.symbol(Symbol(.activation)), Formula.symbol(Symbol(.bias)))

@Test(arguments: [
  (
    Block.heading(level: 1, "A & B"), "<p><strong>A &amp; B</strong></p>\n",
    "<p><strong>A &amp; B</strong></p>\n"
  ),
  (
    .paragraph("If \(a) < 1, type \(code: "a<1")."),
    "<p>If \\(a\\) &lt; 1, type <code>a&lt;1</code>.</p>\n",
    "<p>If <math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi>a</mi></math> &lt; 1, type <code>a&lt;1</code>.</p>\n"
  ),
  (
    .equation(Equation(a, [.init(.equals, b)])), "<p>\\[a = b\\]</p>\n",
    "<p><math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\"><mrow><mi>a</mi><mo>=</mo><mi>b</mi></mrow></math></p>\n"
  ),
  (
    .table(Table([.init("n"), .init("m")], rows: [["1", "2"]])),
    "<table>\n<thead><tr><th>n</th><th>m</th></tr></thead>\n<tbody>\n<tr><td>1</td><td>2</td></tr>\n</tbody>\n</table>\n",
    "<table>\n<thead><tr><th>n</th><th>m</th></tr></thead>\n<tbody>\n<tr><td>1</td><td>2</td></tr>\n</tbody>\n</table>\n"
  ),
])
func `A fragment has no more than its own elements, in TeX or in MathML`(
  block: Block, tex: String, mathML: String
) {
  let notation = Notation.threeBlueOneBrown
  #expect(HTMLFragment(notation: notation, .tex, pictures: .inline("q1")).text(of: block) == tex)
  #expect(HTMLFragment(notation: notation, .mathML, pictures: .inline("q1")).text(of: block) == mathML)
}

@Test func `A picture in a fragment styles nothing but itself, or is a file`() {
  let picture = Block.network(
    NetworkPicture(
      [1, 1].enumerated().map { layer, count in
        .init(count: count) { _ in .init(Symbol(.activation, layer: layer)) }
      }, cost: .init(Symbol(.cost))
    ) { _, _, _ in nil })
  let notation = Notation.threeBlueOneBrown
  let inline = HTMLFragment(notation: notation, .tex, pictures: .inline("q7")).text(of: picture)
  #expect(inline.contains("id=\"q7-network-title\""))
  let rules = inline.split(separator: "\n").filter { $0.hasSuffix(" }") }
  #expect(!rules.isEmpty && rules.allSatisfy { $0.hasPrefix(".picture ") })
  // Nothing in it is for the script of our own pages.
  #expect(!inline.contains("data-") && !inline.contains("<g"))
  let file = HTMLFragment(notation: notation, .tex, pictures: .file("a/b.svg")).text(of: picture)
  #expect(file.hasPrefix("<p><img src=\"a/b.svg\" alt=\"") && file.hasSuffix("\" /></p>\n"))
}
