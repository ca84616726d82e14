import Formulas
import Testing

@testable import Documents

private func a(_ layer: Int, _ neuron: Int? = nil) -> Symbol {
  Symbol(.activation, layer: layer, indices: neuron.map { [$0] } ?? [])
}
private func w(_ layer: Int) -> Formula { .symbol(Symbol(.weight, layer: layer)) }
private func z(_ layer: Int) -> Symbol { Symbol(.weightedInput, layer: layer) }
private let cost = Symbol(.cost)

private let chain = Block.chain(
  ChainPicture([
    .init(.symbol(a(0))), .init(.symbol(a(1)), weight: w(1)), .init(.symbol(cost)),
  ]))

private let document: [Block] = [
  .heading(level: 1, "A title"), .paragraph("A summary."),
  .heading(level: 2, "The network"), chain,
  .heading(level: 2, "Backward"),
  .heading(level: 3, "Layer 1"),
  .paragraph("\(strong: "The slope.") Words."),
  .equation(Equation(.partial(a(1), by: z(1)), [.init(.equals, .integer(1))])),
  .equation(Equation(.partial(cost, by: z(1)), [.init(.equals, .integer(2))])),
  .paragraph("More words."),
  .paragraph("\(strong: "Alone."), as a word"),
  .equation(Equation(.symbol(cost), [.init(.equals, .integer(3))])),
  .heading(level: 2, "The end"), .paragraph("Of it."),
]

private func stepped(_ blocks: [Block] = document, style: TextStyle = TextStyle()) -> [String] {
  let steps = SteppedText(blocks, notation: .threeBlueOneBrown, style: style)
  return (0..<steps.count).map(steps.text(of:))
}

@Test func `A step is what a heading or a strong sentence begins, with the headings above it`() {
  let heads = stepped().compactMap { $0.split(separator: "\n").first?.replacing(#/─+$/#, with: "") }
  #expect(
    heads == [
      "── 1 of 5 ", "── 2 of 5 ", "── 3 of 5 ", "── 4 of 5 ── Backward ── Layer 1 ", "── 5 of 5 ",
    ])
  #expect(stepped().allSatisfy { ($0.split(separator: "\n").first?.count ?? 0) == 78 })
}

@Test func `The steps together are the document, each block once`() {
  let plain = TextWriter(notation: .threeBlueOneBrown)
  let steps = stepped()
  for block in document {
    let text = plain.text(of: block)
    #expect(steps.count { $0.contains(text.drop { $0 == "\n" }) } == (block == chain ? 3 : 1), "\(text)")
  }
}

@Test(arguments: [
  (0, "(a⁽⁰⁾) ──────▶ (a⁽¹⁾) ──▶ (C)"), (2, "(a⁽⁰⁾) ──────▶ [a⁽¹⁾] ──▶ (C)"),
  (3, "(a⁽⁰⁾) ──────▶ (a⁽¹⁾) ──▶ [C]"),
])
func `Above a step is the picture, with what its lines are about in brackets`(step: Int, picture: String) {
  let lines = stepped()[step].split(separator: "\n")
  #expect(lines.dropFirst(2).first.map(String.init) == picture)
  let ascii = stepped(style: TextStyle(isASCII: true))[step]
  #expect(ascii.utf8.allSatisfy { $0 < 0x80 })
}

@Test func `The step that shows the picture shows it once`() {
  #expect(stepped()[1].split(separator: "\n").count { $0.contains("▶") } == 1)
}

@Test func `A network is drawn in a column for each layer, its other examples aside`() {
  let widths = [2, 3, 1]
  let network = NetworkPicture(
    widths.enumerated().map { l, width in
      NetworkPicture.Layer(count: width) { j in
        NetworkPicture.Neuron(Symbol(.activation, layer: l, indices: [j + 1], example: 7), value: nil)
      }
    }, cost: NetworkPicture.Neuron(Symbol(.cost, example: 7), value: nil)
  ) { _, _, _ in nil }
  let line = Equation(.partial(cost, by: a(1, 2)), [.init(.equals, .integer(1))])
  let blocks: [Block] = [.network(network), .heading(level: 2, "Backward"), .equation(line)]
  let style = TextStyle(isASCII: true)
  #expect(
    stepped(blocks, style: style).last?.contains(
      """

      (a0[1]) -X> (a1[1]) --> (a2[1]) --> (C)
      (a0[2]) -X> [a1[2]] --'
              `-> (a1[3]) --'

      """) == true)
  let coloured = stepped(blocks, style: TextStyle(isASCII: true, isColoured: true)).last
  #expect(coloured?.contains("-X> \u{1B}[7m[a1[2]]\u{1B}[27m --'\n") == true)
}
