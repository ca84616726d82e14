import Formulas
import Testing

@testable import Documents

private let notation = Notation.threeBlueOneBrown
private func numeral(_ text: String) -> Numeral { Numeral(text) ?? Numeral(integer: 0) }
private func number(_ text: String) -> Formula { .number(numeral(text)) }
private func z(_ layer: Int) -> Formula { .symbol(Symbol(.weightedInput, layer: layer)) }
private let w = Formula.symbol(Symbol(.weight, layer: 1))
private let b = Formula.symbol(Symbol(.bias, layer: 1))
private let x = Formula.symbol(Symbol(.activation, layer: 0))

/// It says z = w · x + b = 2 · 3 + 1 = 7.
private let forward = Equation(
  z(1),
  [
    .init(.equals, .sum([.product([w, x]), b])),
    .init(.equals, .sum([.product([number("2"), number("3")]), number("1")])), .init(.equals, number("7")),
  ])
private let picture = Block.network(
  NetworkPicture(
    [
      .init(count: 1) { _ in .init(Symbol(.activation, layer: 0, indices: [1])) },
      .init(count: 1) { _ in .init(Symbol(.activation, layer: 1, indices: [1])) },
    ], cost: .init(Symbol(.cost))
  ) { _, _, _ in (Symbol(.weight, layer: 1, indices: [1, 1]), Numeral(integer: 2), true) })
private let table = Table([.init("row")], rows: (1...20).map { ["row \($0)"] })
private let document: [Block] = [
  .heading(level: 1, "A title"), .paragraph("A summary. It has two sentences."),
  .heading(level: 2, "The network"), picture,
  .heading(level: 2, "Forward"),
  .paragraph("\(strong: "Layer 1.") It is the first."), .equation(forward), .paragraph("That was it."),
  .heading(level: 3, "All rows"), .paragraph("Here they are:"), .table(table),
]

private func written(_ write: (inout String) throws -> Void) rethrows -> String {
  var text = ""
  try write(&text)
  return text
}

@Suite struct SlidesTests {
  @Test func `A slide has the title of its step, what that stands under, and its sentences for the speaker`()
  {
    let slides = Deck(document, notation: notation).slides
    let said = slides.map { slide in
      (slide.trail + [slide.title] + slide.notes).map { $0.plain(in: notation) }.joined(separator: " | ")
    }
    #expect(
      Array(said.prefix(4)) == [
        "A title", "The network", "Forward | Layer 1 | It is the first. | That was it.", "Forward | All rows",
      ])
  }

  @Test func `What a speaker says ends with a full stop, where the slide has what a colon announces`() {
    let blocks: [Block] = [
      .heading(level: 2, "Forward"), .paragraph("It begins. The sum:"), .equation(forward), .paragraph("乘积："),
    ]
    let notes = Deck(blocks, notation: notation).slides.flatMap(\.notes).map { $0.plain(in: notation) }
    #expect(notes == ["It begins. The sum.", "乘积。"])
  }

  @Test
  func `Every equation and every row is on one slide, and a sentence with a colon stays with its table`() {
    let content = Deck(document, notation: notation).slides.flatMap(\.content)
    #expect(content.flatMap(\.equations) == [forward])
    let parts = content.compactMap { if case .table(let table) = $0 { table } else { nil } }
    #expect(parts.flatMap(\.rows.all) == table.rows.all && parts.count == 3)
    let first = content.firstIndex { if case .table = $0 { true } else { false } } ?? 0
    #expect(content[first - 1] == .paragraph("Here they are:"))
  }

  @Test func `Slides in a row with one title have the name of their first quantity in it`() {
    let lines = (1...12).map { count in
      Block.equation(Equation(z(count), [.init(.equals, .sum(Array(repeating: number("1"), count: count)))]))
    }
    let slides = Deck([.heading(level: 2, "Forward")] + lines, notation: notation).slides
    let titles = slides.map { $0.title.plain(in: notation) }
    #expect(titles == ["Forward: z⁽¹⁾", "Forward: z⁽⁷⁾"])
  }

  @Test
  func `Of lines that are alike the first is shown in full, and the others are rows below their formula`() {
    let product = Formula.product([.integer(2), .integer(3)])
    let lines = (1...20).map { layer in
      Equation(
        z(layer), [.init(.equals, .product([w, x])), .init(.equals, product), .init(.equals, .integer(6))])
    }
    let content = Deck([.heading(level: 2, "Forward")] + lines.map(Block.equation), notation: notation)
      .slides.map(\.content)
    let tables = content.joined().compactMap { if case .table(let table) = $0 { table } else { nil } }
    let rows = (2...20).map { ["\(z($0))", "\(product)", "\(Formula.integer(6))"] as [Prose] }
    #expect(content.first?.first == .equation(lines[0]) && tables.flatMap(\.rows.all) == rows)
    let formulas = content.dropFirst().map { $0.flatMap(\.equations) }
    #expect(formulas.allSatisfy { $0.count == 1 && $0[0].sides.count == 1 && !$0[0].left.names.isEmpty })
  }

  @Test func `The picture has no number that a slide computes`() throws {
    let traced = Block.network(
      NetworkPicture(
        [
          .init(count: 1) { _ in .init(Symbol(.activation, layer: 0, indices: [1]), value: numeral("3.5")) },
          .init(count: 1) { _ in .init(Symbol(.activation, layer: 1, indices: [1]), value: numeral("7.25")) },
        ], cost: .init(Symbol(.cost), value: numeral("9.75"))
      ) { _, _, _ in (Symbol(.weight, layer: 1, indices: [1, 1]), Numeral(integer: 2), true) })
    let blocks = [.heading(level: 2, "Net"), traced, .heading(level: 2, "Forward"), .equation(forward)]
    let page = try written { try SlidesWriter(notation: notation).write(blocks, to: &$0) }
    let shown = ["3.5", "7.25", "9.75"].filter(page.contains)
    #expect(shown == ["3.5"])
  }

  @Test(arguments: [
    ("One. Two? Three!", ["One.", "Two?", "Three!"]), ("0.5 is half", ["0.5 is half"]),
    ("By E. Alpaydin and C. Kaynak. Done.", ["By E. Alpaydin and C. Kaynak.", "Done."]),
    ("前。后。", ["前。", "后。"]),
  ])
  func `A sentence ends at its mark, not at the point of a number or of an initial`(
    text: String, parts: [String]
  ) {
    #expect(Prose([.text(text)]).sentences.map { $0.plain(in: notation) } == parts)
  }

  @Test(
    arguments: [
      ([.equals, .plus, .equals, .times, .approximately], [false, false, true, false, true]),
      ([.equals], [false]), ([.approximately, .equals], [false, true]), ([.plus, .minus], [false, false]),
    ] as [([Operator], [Bool])])
  func `An equation is built up in whole sides, so that what is shown is true`(
    signs: [Operator], starts: [Bool]
  ) {
    #expect(EquationChunk.starts(signs) == starts)
  }

  @Test func `Beamer uncovers what a page shows next, and both light the same picture`() throws {
    let tex = try written { try BeamerWriter(notation: notation).write(document, to: &$0) }
    #expect(
      tex.contains(
        "z^{(1)} & = w^{(1)} \\cdot a^{(0)} + b^{(1)}\\uncover<2->{{} = 2 \\cdot 3}\\uncover<2->{{} + 1}\\uncover<3->{{} = 7}"
      ))
    #expect(tex.contains("\\diagram{p1/.style=lit,p"))
    #expect(tex.contains("\\note{It is the first.\\par\nThat was it.}"))
    let page = try written { try SlidesWriter(notation: notation).write(document, to: &$0) }
    // The left side, = 2 · 3 + 1, and = 7.
    #expect(page.ranges(of: "<math display=\"block\" class=\"next\">").count == 3)
    #expect(page.ranges(of: "<svg").count == 1 && page.contains("<aside class=\"notes\""))
  }

  @Test func `Text stays text on slides`() throws {
    let blocks: [Block] = [
      .heading(level: 1, "<script> \\input{x}"), .paragraph("& \\end{document}"),
      .heading(level: 2, "<b>"), .paragraph("\(strong: "\\x.") <i>"), .equation(forward),
    ]
    let page = try written { try SlidesWriter(notation: notation).write(blocks, to: &$0) }
    #expect(page.contains("<h1>&lt;script&gt; \\input{x}</h1>") && page.contains("<p>&lt;i&gt;</p>"))
    #expect(!page.contains("<b>") && !page.contains("<i>"))
    let tex = try written { try BeamerWriter(notation: notation).write(blocks, to: &$0) }
    #expect(!tex.contains("\\input") && tex.ranges(of: "\\end{document}").count == 1)
  }

  @Test func `A document with nothing in it is no slides`() throws {
    #expect(Deck([], notation: notation).slides.isEmpty)
    let page = try written { try SlidesWriter(notation: notation).write([], to: &$0) }
    #expect(page.hasSuffix("</html>\n"))
  }
}
