import Formulas
import Testing

@testable import Documents

private let notation = Notation.threeBlueOneBrown
private var writer: HTMLWriter { HTMLWriter(notation: notation) }
private let a = Formula.symbol(Symbol(.activation, indices: [1]))
private let y = Formula.symbol(Symbol(.target))
private func number(_ text: String) -> Formula { Numeral(text).map { .number($0) } ?? y }
private let aInMathML = "<msub><mi>a</mi><mn>1</mn></msub>"

private let box = equation(about: nil)
private let lines =
  "<pre class=\"lines scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Lines to copy\">"

private func equation(about parts: String?) -> String {
  "<div class=\"equation scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Equation\""
    + (parts.map { " data-about=\"\($0)\"" } ?? "") + "><math display=\"block\">"
}
private let aligned = box + "<mtable class=\"aligned\" displaystyle=\"true\">"
private let shape =
  "<mspace width=\"1.5em\"></mspace><mrow><mo>[</mo><mn>2</mn><mo>×</mo><mn>1</mn><mo>]</mo></mrow>"
private let entries =
  "<mrow><mo>(</mo><mtable class=\"matrix\"><mtr><mtd><mn>0.5</mn></mtd></mtr><mtr><mtd><mrow><mo>−</mo><mn>2</mn></mrow></mtd></mtr></mtable><mo>)</mo></mrow>"

private let numbers = MatrixEquation.Numbers(
  .approximately, rows: [["0.5"], ["-2"]].map { $0.compactMap { Numeral($0) } })
/// Two columns, the second of numbers.
private let table = Table(
  [.init("name", .left), .init("\(y)")], rows: [["<w>", "\(number("1.25"))"], ["b", "3"]])
private let solution = Equation(a, [.init(.approximately, number("0.5"))])
private func sheet(showsSolutions: Bool) -> Block {
  let part = Question.Part("The activation", [.init(a, name: "a1", solution: solution)])
  return .questions(
    QuestionSheet([Question("Forward", "Begin here.", parts: [part])], showsSolutions: showsSolutions))
}

private let cases: [(block: Block, html: String)] = [
  (.heading(level: 1, "One & one"), "<h1>One &amp; one</h1>\n"),
  (
    .paragraph("Of \(y), \(.cost)."),
    "<p>Of <span class=\"held\"><math><mi>y</mi></math></span>, cost.</p>\n"
  ),
  (
    .paragraph(Prose([.code("a<b"), .emphasis("so"), .link("it", address: "https://a.b/?c=1&d")])),
    "<p><code>a&lt;b</code><em>so</em><a href=\"https://a.b/?c=1&amp;d\">it</a></p>\n"
  ),
  (
    .paragraph("\(Formula.product(Array(repeating: y, count: 20)))"),
    "<p><span class=\"wide scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Formula\"><math><mrow><mi>y</mi>"
      + String(repeating: "<mo>⋅</mo><mi>y</mi>", count: 19) + "</mrow></math></span></p>\n"
  ),
  (.equation(Equation(y)), equation(about: "C") + "<mi>y</mi></math></div>\n"),
  (
    .equation(Equation(y, [.init(.equals, number("0.5"))])),
    equation(about: "C")
      + "<mi>y</mi></math><span class=\"sides\"><span class=\"side\"><math display=\"block\"><mrow><mo>=</mo><mn>0.5</mn></mrow></math></span></span></div>\n"
  ),
  (
    .matrix(MatrixEquation(Equation(y), rows: 2, columns: 1, numbers: numbers)),
    box + "<mi>y</mi><mo>≈</mo>" + entries + shape + "</math></div>\n"
  ),
  (
    .matrix(MatrixEquation(Equation(y, [.init(.equals, a)]), rows: 2, columns: 1, numbers: numbers)),
    aligned + "<mtr><mtd><mi>y</mi></mtd><mtd><mrow><mo>=</mo>\(aInMathML)</mrow>\(shape)</mtd></mtr>\n"
      + "<mtr><mtd></mtd><mtd><mo>≈</mo>\(entries)</mtd></mtr></mtable></math></div>\n"
  ),
  (
    .table(table),
    """
    <div class="table scroll" tabindex="0" role="group" aria-label="Table: name, y"><table>
    <thead><tr><th scope="col">name</th><th scope="col" class="number"><math><mi>y</mi></math></th></tr></thead>
    <tbody>
    <tr><th scope="row">&lt;w&gt;</th><td class="number"><math><mn>1.25</mn></math></td></tr>
    <tr><th scope="row">b</th><td class="number">3</td></tr>
    </tbody></table></div>

    """
  ),
  (.verbatim(["z1 =", "a < b"]), "\(lines)z1 =\na &lt; b\n</pre>\n"),
  (
    sheet(showsSolutions: false),
    """
    <h2>Forward</h2>
    <p>Begin here.</p>
    <p>The activation:</p>
    <ul class="blanks">
    <li data-about="a0-1"><label><math displaystyle="true"><mrow>\(aInMathML)<mo>=</mo></mrow></math><input type="text" class="blank" autocapitalize="off" autocomplete="off" spellcheck="false"><code>a1</code></label> <output></output></li>
    </ul>

    """
  ),
  (
    sheet(showsSolutions: true),
    """
    <h2>Forward</h2>
    <p>Begin here.</p>
    <p>The activation:</p>
    <ul class="blanks">
    <li><code>a1</code>\(equation(about: "a0-1"))\(aInMathML)</math><span class="sides"><span class="side"><math display="block"><mrow><mo>≈</mo><mn>0.5</mn></mrow></math></span></span></div>
    </li>
    </ul>

    """
  ),
]

private func page(_ blocks: [Block], by writer: HTMLWriter = HTMLWriter(notation: notation)) throws -> String
{
  var text = ""
  try writer.write(blocks, to: &text)
  return text
}

@Suite struct HTMLWriterTests {
  @Test(arguments: cases.indices)
  func `A block is written in elements`(index: Int) {
    #expect(writer.text(of: cases[index].block) == cases[index].html)
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\" onload='x' & &lt;", "&quot; onload=&#39;x&#39; &amp; &amp;lt;"),
    ("a\u{1B}[31mb\u{202E}c\nd", "a [31mb c d"),
  ])
  func `Text stays text, in the title as well`(text: String, html: String) throws {
    let page = try page([.heading(level: 1, "\(text)"), .paragraph("\(text)"), .verbatim([text])])
    #expect(page.contains("<title>\(html)</title>"))
    #expect(page.contains("<h1>\(html)</h1>\n<p>\(html)</p>\n\(lines)\(html)\n</pre>\n"))
  }

  @Test
  func
    `An equation is in chunks, so that a line is broken at a relation or between factors, but not within one`()
  {
    let factors = Array(repeating: number("0.1234567"), count: 4)
    let half = Equation.Side(.approximately, number("0.5"))
    let few = writer.text(of: .equation(Equation(y, [.init(.equals, .product(factors)), half])))
    #expect(few.occurrences(of: "<span class=\"side\">") == 2 && few.occurrences(of: "<math ") == 6)
    #expect(few.contains("<math display=\"block\"><mrow><mo>⋅</mo><mn>0.1234567</mn></mrow></math>"))
    let difference = Formula.sum([a, .negative(y)])
    let beside = writer.text(
      of: .equation(Equation(y, [.init(.equals, .product([.integer(2), difference]))])))
    #expect(beside.occurrences(of: "<math ") == 2)
  }

  @Test
  func `Headings, and paragraphs with a strong sentence at their head, are steps that hold what follows`()
    throws
  {
    let page = try page([
      .heading(level: 1, "Title"), .heading(level: 2, "A"), .paragraph("\(strong: "First.") Words."),
      .heading(level: 3, "B"), .paragraph("\(strong: "Second.")"), .paragraph("\(strong: "No") step."),
      .heading(level: 2, "C"),
    ])
    let body = page.part(between: "<main>\n", and: "</main>")
    #expect(
      body == """
        <h1>Title</h1>
        <details class="section" open>
        <summary><h2>A</h2></summary>
        <details class="paragraph" open>
        <summary><h3>First.</h3></summary>
        <p>Words.</p>
        </details>
        <details class="part" open>
        <summary><h3>B</h3></summary>
        <details class="paragraph" open>
        <summary><h4>Second.</h4></summary>
        <p><strong>No</strong> step.</p>
        </details>
        </details>
        </details>
        <details class="section" open>
        <summary><h2>C</h2></summary>
        </details>

        """)
  }

  @Test func `A page without steps has no script, and neither fetches anything`() throws {
    let blocks: [Block] = [.heading(level: 1, "Title"), .heading(level: 2, "A"), .table(table)]
    let still = try page(blocks, by: HTMLWriter(notation: notation, hasSteps: false))
    #expect(still.contains("<h2>A</h2>") && !still.contains("<details") && !still.contains("<script"))
    for page in [still, try page(blocks)] {
      #expect(page.hasPrefix("<!doctype html>\n<html lang=\"en\">\n") && page.hasSuffix("</body>\n</html>\n"))
      for address in ["http", "src=", "url(", "@import", "<link"] { #expect(!page.contains(address)) }
    }
  }

  @Test func `A long table is written some rows at a time`() throws {
    let count = 5000
    let rows = Family<[Prose]>(
      count: count,
      form: { place, gaps in
        gaps.append(place + 1)
        return 0
      },
      whole: { _, gaps in
        if case .index(let index) = gaps[0] { ["\(index)", "x"] } else { [] }
      }, single: { ["\($0 + 1)", "x"] })
    var pieces: [String] = []
    writer.write(.table(Table([.init("name"), .init("y")], rows: rows))) { pieces.append($0) }
    #expect(pieces.allSatisfy { $0.utf8.count < 20_000 })
    #expect(pieces.count > 10)
    #expect(pieces.joined().contains(">5000<"))
    #expect(pieces.joined().occurrences(of: "<tr>") == count + 1)
  }
}

extension String {
  fileprivate func occurrences(of part: String) -> Int { ranges(of: part).count }

  fileprivate func part(between start: String, and end: String) -> String? {
    guard let start = firstRange(of: start), let end = self[start.upperBound...].firstRange(of: end) else {
      return nil
    }
    return String(self[start.upperBound..<end.lowerBound])
  }
}
