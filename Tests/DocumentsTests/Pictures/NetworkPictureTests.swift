import Formulas
import Testing

@testable import Documents

/// A picture of layers of these widths, whose weight from neuron k to neuron j of layer l is `weight(l, j, k)`.
private func picture(
  _ widths: [Int], _ weight: @escaping (Int, Int, Int) -> String = { _, _, _ in "0.5" }
) -> NetworkPicture {
  let layers = widths.enumerated().map { l, width in
    NetworkPicture.Layer(count: width, kind: l > 0 ? "a < b" : nil) { j in
      .init(Symbol(.activation, layer: l, indices: width == 1 ? [] : [j + 1]), value: Numeral("0.25"))
    }
  }
  return NetworkPicture(layers, cost: .init(Symbol(.cost), value: Numeral("1.5"))) { l, j, k in
    Numeral(weight(l, j, k)).map { (Symbol(.weight, layer: l, indices: [j + 1, k + 1]), $0, true) }
  }
}

@Suite struct `The picture of a network` {
  private let page = SVG(notation: .threeBlueOneBrown, .page)
  private let file = SVG(notation: .threeBlueOneBrown, .file)

  @Test(
    arguments: [
      (1, [0]), (2, [0, 1]), (8, [0, 1, 2, 3, 4, 5, 6, 7]), (9, [0, 1, 2, 3, nil, 7, 8]),
      (784, [0, 1, 2, 3, nil, 782, 783]),
    ] as [(Int, [Int?])])
  func `It shows eight neurons of a layer at most, the first and the last of many`(count: Int, places: [Int?])
  {
    #expect(NetworkPicture.Layer.places(count) == places)
  }

  @Test func `It has an edge for each weight between neurons that are shown`() {
    #expect(picture([2, 3, 1]).edges.count == 9)
    let large = picture([784, 30, 10])
    #expect(large.edges.count == 6 * 6 + 6 * 6)
    let last = large.edges.last
    #expect(last?.name == Symbol(.weight, layer: 2, indices: [10, 30]))
    #expect(page.text(of: large.drawing(in: .english), name: "p").ranges(of: "⋮").count == 3)
  }

  @Test func `The larger a weight is the thicker is its edge, and a negative one is dashed`() throws {
    let drawing = picture([2, 2]) { _, j, k in ["1.0", "-2.0", "0.0", "0.5"][2 * j + k] }.drawing(
      in: .english)
    var lines: [(width: Double, stroke: Drawing.Stroke)] = []
    for group in drawing.groups where group.part != nil {
      for case .line(_, _, let width, let stroke, _) in group.shapes { lines.append((width, stroke)) }
    }
    #expect(lines.map(\.stroke) == [.solid, .dashed, .dotted, .solid])
    #expect(lines[1].width > lines[0].width)
    #expect(lines[0].width > lines[3].width)
    #expect(lines[3].width > lines[2].width)
  }

  @Test func `What comes from a lesson is text in it, and who does not see it is told what it shows`() {
    for text in [
      page.text(of: picture([2, 2]).drawing(in: .english), name: "p"),
      file.text(of: picture([2, 2]).drawing(in: .english), name: "p"),
    ] {
      #expect(text.contains("a &lt; b"))
      #expect(!text.contains("a < b"))
      #expect(text.contains("<title id=\"p-title\">The network: 2-2</title>"))
      #expect(text.contains("<desc id=\"p-text\">2 inputs, then 2 neurons, a &lt; b; then the cost."))
    }
  }

  @Test func `A file has a ground and colours of its own, a page lends it its own`() {
    let (alone, inside) = (
      file.text(of: picture([1, 1]).drawing(in: .english), name: "p"),
      page.text(of: picture([1, 1]).drawing(in: .english), name: "p")
    )
    #expect(alone.contains("fill=\"#fff\"/>") && alone.contains("<style>") && alone.contains(" width=\""))
    #expect(!inside.contains("#fff") && !inside.contains("<style>"))
  }

  @Test func `Biases stand above the neurons, targets above the cost, and inputs in a square are an image`() {
    func equation(_ meaning: Symbol.Meaning) -> Equation {
      Equation(.symbol(Symbol(meaning)), [.init(.equals, .integer(7))])
    }
    func texts(_ count: Int, _ pixels: [Double] = []) -> [String] {
      let layers = [count, 1].enumerated().map { l, width in
        NetworkPicture.Layer(count: width) { j in
          .init(Symbol(.activation, layer: l, indices: [j + 1]), bias: l == 0 ? nil : equation(.bias))
        }
      }
      let picture = NetworkPicture(
        layers, cost: .init(Symbol(.cost)), targets: [equation(.target)], pixels: pixels
      ) { _, _, _ in nil }
      return page.text(of: picture.drawing(in: .english), name: "p").split(separator: "\n").map(String.init)
    }
    #expect(texts(2).count { $0.contains(">b = 7<") } == 1 && texts(2).count { $0.contains(">y = 7<") } == 1)
    // Where many neurons are below each other, there is no room between them.
    #expect(!texts(5).contains { $0.contains(">b = 7<") })
    let image = texts(16, [0, 1] + Array(repeating: 0.25, count: 14)).joined()
    #expect(
      image.ranges(of: "class=\"bar\"").count == 15 && image.contains("width=\"14\"")
        && image.contains("width=\"7\""))
    #expect(image.contains("the inputs as an image"))
  }

  @Test(arguments: [0.0, 1, -1, 0.5, -0.25, 12.345, 1e300, .nan, -0.004])
  func `Its coordinates are plain decimals`(value: Double) {
    let text = Drawing.number(value)
    #expect(text.allSatisfy { "-.0123456789".contains($0) })
    if value.magnitude < 1e9 { #expect(abs((Double(text) ?? .infinity) - value) <= 0.005001) }
  }

  @Test func `A line is about the neurons and the weights that it names`() {
    let (z, w) = (Symbol(.weightedInput, layer: 2, indices: [1]), Symbol(.weight, layer: 2, indices: [1, 3]))
    let a = Symbol(.activation, layer: 1, indices: [3])
    let line = Equation(
      .partial(Symbol(.cost), by: w),
      [.init(.equals, .product([.partial(z, by: w), .partial(Symbol(.cost), by: z)]))])
    #expect(PicturePart.parts(of: line).map(\.id) == ["C", "w2-1-3", "a2-1"])
    #expect(PicturePart.parts(of: Equation(.partial(z, by: a))).map(\.id) == ["a2-1", "a1-3", "w2-1-3"])
  }
}

@Suite struct `A chart of sizes` {
  private func chart(_ sizes: [String]) -> BarChart? {
    BarChart("sizes", sizes.enumerated().map { ("layer \($0 + 1)", Numeral($1) ?? Numeral(integer: 0)) })
  }

  @Test(
    arguments: [
      (["1", "10", "100"], [0.3333, 0.6667, 1], 3), (["0.05"], [0.699], 1),
      (["1e-300", "1e300"], [0.00166, 1], 601),
      (["2", "2"], [0.301, 0.301], 1),
    ] as [([String], [Double], Int)])
  func `A bar is longer by the same piece for every factor of ten`(
    sizes: [String], lengths: [Double], decades: Int
  ) throws {
    let chart = try #require(self.chart(sizes))
    let found = chart.bars.map(\.length)
    #expect(found.count == lengths.count)
    #expect(zip(found, lengths).allSatisfy { abs($0 - $1) < 2e-3 }, "\(found)")
    #expect(chart.decades == decades)
  }

  @Test(arguments: [[], ["0"], ["1", "0"], ["-1"]])
  func `What has no logarithm has no bar`(sizes: [String]) { #expect(chart(sizes) == nil) }

  @Test func `In characters a bar has an eighth of a character at least`() throws {
    let lines = try #require(self.chart(["1", "1e40"])).lines {
      TextWriter(notation: .threeBlueOneBrown).inline($0)
    }
    #expect(lines[0] == "layer 1 █ 1")
    #expect(lines[1].filter { $0 == "█" }.count == 40)
  }
}

@Suite struct `A plot of the cost` {
  @Test(
    arguments: [
      (.leastNonzeroMagnitude, .leastNonzeroMagnitude, 2), (1.7e308, 5e307, 4), (0.7, 0.2, 4), (1, 0.2, 5),
      (2.32, 0.5, 5), (0.0013, 0.0005, 3),
      (5e8, 1e8, 5), (0, 1, 2),
      (.infinity, 1, 2),
    ] as [(Double, Double, Int)])
  func `Its lines stand at round numbers and hold the largest value`(most: Double, unit: Double, count: Int) {
    let lines = CostPlot.lines(upTo: most)
    #expect(abs(lines.unit / unit - 1) < 1e-9 && lines.count == count, "\(lines)")
  }

  @Test func `Of very many epochs every so many are drawn, the first and the last of them`() {
    var plot = CostPlot(before: 8)
    for epoch in 1...4096 { plot.append(8 - Double(epoch) / 1024) }
    var points: [Drawing.Point] = []
    for group in plot.drawing(in: .english).groups {
      for case .curve(let curve) in group.shapes { points = curve }
    }
    #expect((500...1001).contains(points.count))
    #expect(points.first == Drawing.Point(x: 70, y: 20))
    #expect(points.last == Drawing.Point(x: 590, y: 150))
  }
}

@Test(arguments: [
  ("0.5", "0.5"), ("a", "a"), ("a⁽⁰⁾", "a<tspan dy=\"-0.51em\" font-size=\"70%\">(0)</tspan>"),
  (
    "w₁₂⁽²⁾ x",
    "w<tspan dy=\"0.31em\" font-size=\"70%\">12</tspan><tspan dx=\"-1.04em\" dy=\"-0.83em\" font-size=\"70%\">(2)</tspan>"
      + "<tspan dy=\"0.36em\"> x</tspan>"
  ),
  ("10⁻⁵", "10<tspan dy=\"-0.51em\" font-size=\"70%\">−5</tspan>"), ("", ""),
])
func `An index in a picture is a plain character that is shifted`(_ text: String, _ shifted: String) {
  #expect(SVG.shifted(text) == shifted)
}

@Test func `In characters a plot has two columns for each of few costs, and lines at round numbers`() {
  var plot = CostPlot(before: 0.4)
  for cost in [0.2, 0.05, 0, .infinity] { plot.append(cost) }
  #expect(
    plot.text(as: .txt, notation: .threeBlueOneBrown) == """
      The cost from epoch to epoch
      From 0.400 before the first epoch to a value that is not finite after 4.

       0.40 ┤██
            │██
            │██
       0.30 ┤██
            │██
            │██
       0.20 ┤████
            │████
            │████
       0.10 ┤████
            │████▄▄
            │██████
          0 ┼──────────
             0        4 epochs

      """)
  var long = CostPlot(before: 1)
  for epoch in 1...5_000 { long.append(1 / Double(epoch)) }
  let lines = long.text(as: .txt, notation: .threeBlueOneBrown).split(separator: "\n")
  #expect(lines.allSatisfy { $0.count <= 80 })
}

@Test func `A plot in TikZ says what it needs, and draws the same as the picture`() {
  var plot = CostPlot(before: 1)
  plot.append(0.5)
  let text = plot.text(as: .tex, notation: .threeBlueOneBrown)
  #expect(text.hasPrefix("% ") && text.contains("\\usepackage{tikz}\n"))
  #expect(
    text.ranges(of: "\\node").count
      == plot.drawing(in: .english).groups.flatMap(\.shapes).count {
        if case .label = $0 { true } else { false }
      })
  #expect(text.contains("{epochs};") && text.hasSuffix("\\end{center}\n"))
}
