import Formulas
import Testing

@testable import Documents

/// What a drawing of a graph in characters says: read back from its lines, as a reader follows them with a finger.
private struct Reading {
  private struct Place: Hashable {
    var (row, column): (Int, Int)
    var side: GraphChannel.Sides
  }

  private let rows: [[Character]]

  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    let width = lines.map(\.count).max() ?? 0
    rows = lines.map { $0 + Array(repeating: " ", count: width - $0.count) }
  }

  /// Each edge as "x q".
  var edges: [String] {
    rows.indices.flatMap { row in
      rows[row].indices.filter { rows[row][$0] == "▶" }.map { column in
        sources(row, column).map { $0 + " " + name(row, column + 2) }.joined(separator: "; ")
      }
    }
  }

  private func sides(_ row: Int, _ column: Int) -> GraphChannel.Sides {
    TextGlyphs.unicode.wires.lastIndex(of: String(rows[row][column])).map { .init(rawValue: $0) } ?? []
  }

  /// The names that the line into an arrowhead comes from.
  private func sources(_ row: Int, _ column: Int) -> [String] {
    var (found, seen): ([String], Set<Place>) = ([], [])
    var open = [Place(row: row, column: column - 1, side: .left)]
    while let place = open.popLast() {
      guard seen.insert(place).inserted, rows.indices.contains(place.row), place.column >= 0 else { continue }
      let glyph = rows[place.row][place.column]
      if place.side == .left, ")⎞⎟⎠".contains(glyph) {
        found.append(name(place.row, place.column))
        continue
      }
      if place.side == .left, glyph == " " {
        open.append(Place(row: place.row, column: place.column - 1, side: .left))
        continue
      }
      // A line that crosses an upright one goes straight on.
      let isCrossing = glyph == "│" && (place.side == .left || place.side == .right)
      let here = isCrossing ? place.side : sides(place.row, place.column)
      let ways: [(GraphChannel.Sides, GraphChannel.Sides, Int, Int)] = [
        (.up, .down, -1, 0), (.down, .up, 1, 0), (.left, .right, 0, -1),
      ]
      for (side, opposite, down, along) in ways where here.contains(side) && place.side != opposite {
        open.append(Place(row: place.row + down, column: place.column + along, side: side))
      }
    }
    return found
  }

  /// What is written in the node that has this place on its rim; a high one has its name in one of its rows.
  private func name(_ row: Int, _ column: Int) -> String {
    let rims = "⎛⎜⎝⎞⎟⎠"
    guard rims.contains(rows[row][column]) else { return text(row, column) }
    var row = row
    while row > 0, !"⎛⎞".contains(rows[row][column]) { row -= 1 }
    while row + 1 < rows.count, text(row, column).isEmpty { row += 1 }
    return text(row, column)
  }

  private func text(_ row: Int, _ column: Int) -> String {
    let line = rows[row]
    let start = line[..<(column + 1)].lastIndex { "(⎛⎜⎝".contains($0) } ?? column
    let end = line[start...].firstIndex { ")⎞⎟⎠".contains($0) } ?? column
    return String(line[start..<end].dropFirst().filter { $0 != " " })
  }
}

@Suite struct `A graph in characters` {
  private func text(_ picture: GraphPicture, style: TextStyle = TextStyle()) -> String {
    TextWriter(notation: .threeBlueOneBrown, style: style).text(of: .graph(picture))
  }

  @Test func `Each layer is a column, and a node has a row for each edge into it`() {
    #expect(
      text(.of("q: x y; f: q z", value: "3")) == """
        (x = 3) ──▶ ⎛q = 3⎞ ─┐
        (y = 3) ──▶ ⎝     ⎠  └─▶ ⎛f = 3⎞
                    (z = 3) ───▶ ⎝     ⎠


        """)
    #expect(
      text(.of("b: a; c: a; d: b c", value: nil), style: TextStyle(isASCII: true)) == """
             .-> (b) --> |d|
        (a) -+-> (c) --> | |


        """)
  }

  @Test(arguments: GraphPicture.samples.indices)
  func `Its lines lead from each quantity to those that use it, and nowhere else`(index: Int) {
    let whole = GraphPicture.samples[index]
    let picture = GraphPicture(
      nodes: whole.nodes.map { .init(id: $0.id, name: $0.name, kind: $0.kind) }, edges: whole.edges)
    let text = text(picture)
    guard !text.contains("←") else { return }
    let names = picture.nodes.map { TextWriter(notation: .threeBlueOneBrown).inline("\($0.name)") }
    let edges = picture.uses.map { "\(names[$0.from]) \(names[$0.to])" }
    #expect(Reading(text).edges.sorted() == edges.sorted(), "\(text)")
  }

  @Test func `Most small graphs are drawn`() {
    let small = GraphPicture.samples.filter { $0.nodes.count <= 8 }
    let drawn = small.count { !text($0).contains("←") }
    #expect(10 * drawn >= 8 * small.count, "\(drawn) of \(small.count)")
  }

  @Test(arguments: GraphPicture.samples.indices)
  func `It has eighty columns at most, in ASCII as well`(index: Int) {
    for style in [TextStyle(), TextStyle(isASCII: true)] {
      let lines = text(GraphPicture.samples[index], style: style).split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= 80 })
      if style.isASCII { #expect(lines.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }) }
    }
  }

  @Test func `What is too wide to be drawn has a line for each definition`() {
    let chain = GraphPicture.of((1...20).map { "n\($0): n\($0 - 1) x" }.joined(separator: "; "))
    let whole = text(chain).split(separator: "\n")
    let lines = whole.suffix(20)
    #expect(whole.first?.contains("←") == true && whole.count <= 22)
    #expect(lines.first == "n₁ ← n₀, x" && lines.last == "n₂₀ ← n₁₉, x")
    let markdown = MarkdownWriter(notation: .threeBlueOneBrown).text(of: .graph(chain))
    #expect(
      markdown.hasPrefix("```text\n") && markdown.contains("\n\nn₁ ← n₀, x\n")
        && markdown.hasSuffix("\n```\n\n"))
  }

  @Test func `A step marks the quantity that it is about`() {
    func symbol(_ name: String) -> Symbol { Symbol(.named(Word(name))) }
    func step(_ left: Formula) -> [Block] {
      [.heading(level: 2, "A step"), .equation(Equation(left, [.init(.equals, .integer(1))]))]
    }
    let stepped = SteppedText(
      [.heading(level: 1, "Title"), .graph(.of("q: x y; f: q z", value: nil))]
        + step(.symbol(symbol("q"))) + step(.partial(symbol("f"), by: symbol("z")))
        + step(.partial(symbol("f"), by: symbol("f"))),
      notation: .threeBlueOneBrown, style: TextStyle(isASCII: true))
    let marked = (0..<stepped.count).map { step in
      stepped.text(of: step).split(separator: "[").dropFirst().map { String($0.prefix { $0 != "]" }) }
    }
    #expect(marked == [[], ["q"], ["z"], ["f"]])
    #expect(stepped.text(of: 0).ranges(of: "(x)").count == 1)
  }

  @Test func `A step of a graph that is too wide shows the definitions that name what it is about`() {
    let long = GraphPicture.of((1...20).map { "n\($0): n\($0 - 1) x" }.joined(separator: "; "))
    let line = Equation(.symbol(Symbol(.named(Word("n7")))), [.init(.equals, .integer(1))])
    let stepped = SteppedText(
      [.graph(long), .heading(level: 2, "A step"), .equation(line)], notation: .threeBlueOneBrown,
      style: TextStyle())
    let lines = stepped.text(of: 1).split(separator: "\n")
    #expect(lines.filter { $0.contains("←") } == ["n₇ ← n₆, x", "n₈ ← n₇, x"])
  }

  @Test func `With figures Markdown has it as a file, with words for who does not see it`() {
    let block = Block.graph(.of("f: x"))
    let writer = MarkdownWriter(notation: .threeBlueOneBrown, figures: "lesson")
    let link = writer.text(of: block)
    #expect(
      link.hasPrefix("![The graph of f. x is given. f uses x.") && link.hasSuffix("](lesson-graph.svg)\n\n"))
    #expect(writer.figures(of: [block]).map(\.name) == ["-graph.svg"])
  }
}
