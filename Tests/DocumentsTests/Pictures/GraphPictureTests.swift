import Formulas
import Testing

@testable import Documents

extension GraphPlan.Box {
  fileprivate func holds(_ point: Drawing.Point) -> Bool {
    abs(point.x - middle.x) < width / 2 - 0.01 && abs(point.y - middle.y) < height / 2 - 0.01
  }
}

@Suite struct `The picture of a graph` {
  @Test(arguments: GraphPicture.samples.indices)
  func `Every edge goes from the left to the right`(index: Int) {
    for curve in GraphPicture.plans[index].curves {
      #expect(curve.count >= 2)
      #expect(zip(curve, curve.dropFirst()).allSatisfy { $0.x <= $1.x }, "\(curve)")
    }
  }

  @Test(arguments: GraphPicture.samples.indices)
  func `No two nodes overlap, nor what is written above and below them`(index: Int) {
    let plan = GraphPicture.plans[index]
    for (place, box) in plan.boxes.enumerated() {
      #expect(box.middle.x - box.width / 2 >= 0 && box.middle.x + box.width / 2 <= plan.size.x)
      #expect(box.middle.y - box.height / 2 >= 0 && box.middle.y + box.height / 2 <= plan.size.y)
      let met = plan.boxes[..<place].filter { other in
        abs(box.middle.x - other.middle.x) < (box.width + other.width) / 2
          && abs(box.middle.y - other.middle.y) < (box.height + other.height) / 2 + GraphPlan.derivative
      }
      #expect(met.isEmpty, "\(box)")
    }
  }

  @Test(arguments: GraphPicture.samples.indices)
  func `No edge runs through a node that is not its end`(index: Int) {
    let (picture, plan) = (GraphPicture.samples[index], GraphPicture.plans[index])
    for (use, curve) in zip(picture.uses, plan.curves) {
      let points = zip(curve, curve.dropFirst()).flatMap { start, end in
        (0...40).map { SlopeLabels.point(from: start, to: end, Double($0) / 40) }
      }
      let others = plan.boxes.indices.filter { $0 != use.from && $0 != use.to }
      let met = others.filter { points.contains(where: plan.boxes[$0].holds) }
      #expect(met.isEmpty, "\(use) runs through \(met)")
      #expect(curve.first.map { plan.boxes[use.from].holds($0.moved(x: -1)) } == true)
      #expect(curve.last.map { plan.boxes[use.to].holds($0.moved(x: 1)) } == true)
    }
  }

  @Test(arguments: GraphPicture.known)
  func `Few lines cross`(name: String, text: String, crossings: Int) {
    let picture = GraphPicture.of(text)
    let found = GraphLayers(picture.nodes.count, picture.uses).crossings
    #expect(found <= crossings, "\(name): \(found)")
  }

  @Test func `Where all orders can be tried none has fewer crossings`() {
    var (tried, found, least) = (0, 0, 0)
    for picture in GraphPicture.samples {
      let layers = GraphLayers(picture.nodes.count, picture.uses)
      let orders = layers.layers.map(permutations)
      guard orders.reduce(1, { Swift.min(10_000, $0 * $1.count) }) < 300 else { continue }
      tried += 1
      found += layers.crossings
      least += fewest(layers, orders[...])
    }
    #expect(tried > 15)
    #expect(found == least, "\(found) in place of \(least)")
  }

  private func fewest(_ layers: GraphLayers, _ orders: ArraySlice<[[Int]]>) -> Int {
    guard let own = orders.first else { return layers.crossings }
    return own.map { order in
      var layers = layers
      layers.layers[orders.startIndex] = order
      return fewest(layers, orders.dropFirst())
    }.min() ?? 0
  }

  /// All orders of at most six.
  private func permutations(_ items: [Int]) -> [[Int]] {
    guard items.count <= 6 else { return Array(repeating: items, count: 10_000) }
    guard !items.isEmpty else { return [[]] }
    return items.indices.flatMap { place in
      var rest = items
      let first = rest.remove(at: place)
      return permutations(rest).map { [first] + $0 }
    }
  }

  @Test(arguments: GraphPicture.samples.indices)
  func `No local derivative lies over another, or over a node`(index: Int) {
    let plan = GraphPicture.plans[index]
    let places = plan.slopes.compactMap { $0 }
    for (place, label) in places.enumerated() {
      #expect(!plan.boxes.contains { $0.holds(label) })
      #expect(!places[..<place].contains { abs($0.x - label.x) < 20 && abs($0.y - label.y) < 14 })
    }
  }

  @Test func `Each edge of a small graph has its local derivative on it`() {
    for (name, text, _) in GraphPicture.known.prefix(4) {
      #expect(!GraphPlan(GraphPicture.of(text), least: 0).slopes.contains(nil), "\(name)")
    }
  }

  @Test func `A chain that would be too wide for a screen is drawn closer together`() {
    func width(_ count: Int) -> Double {
      let links = (1..<count).map { "n\($0): n\($0 - 1)" }.joined(separator: "; ")
      return GraphPlan(GraphPicture.of(links), least: 0).size.x
    }
    #expect(width(12) - width(11) < 0.8 * (width(5) - width(4)))
    #expect(width(12) > 700)
  }

  @Test(arguments: GraphPicture.samples.indices)
  func `The same graph is the same picture`(index: Int) {
    let svg = SVG(notation: .threeBlueOneBrown, .file)
    #expect(
      svg.text(of: GraphPicture.samples[index].drawing(in: .english), name: "p")
        == svg.text(
          of: GraphPicture(nodes: GraphPicture.samples[index].nodes, edges: GraphPicture.samples[index].edges)
            .drawing(in: .english), name: "p"))
  }

  @Test func `What cannot be drawn is left out`() {
    func node(_ id: Int) -> GraphPicture.Node {
      .init(id: id, name: .integer(id), kind: .defined)
    }
    let picture = GraphPicture(
      nodes: [node(1), node(2), node(1), node(.max), node(.min)],
      edges: [(1, 2), (1, 2), (2, 1), (1, 1), (7, 1), (1, 7), (2, .max), (.max, .min), (.min, 2)]
        .map { .init(from: $0, to: $1) })
    #expect(picture.nodes.map(\.id) == [1, 2, .max, .min])
    #expect(picture.edges.map { [$0.from, $0.to] } == [[1, 2], [2, .max], [.max, .min]])
    #expect(GraphPicture(nodes: [], edges: [.init(from: 0, to: 1)]).drawing(in: .english).groups.isEmpty)
  }

  @Test func `Before anything was computed it has no number but those that are given`() {
    let picture = GraphPicture.of("q: x y; f: q z", value: "0.125", derivative: "0.375", slope: "0.625")
      .untraced
    #expect(picture.nodes.map { $0.value != nil } == [true, true, false, true, false])
    let svg = SVG(notation: .threeBlueOneBrown, .page).text(of: picture.drawing(in: .english), name: "p")
    #expect(svg.ranges(of: "0.125").count == 3)
    #expect(!svg.contains("0.375") && !svg.contains("0.625") && !svg.contains("derivative"))
    let text = TextWriter(notation: .threeBlueOneBrown).text(of: .graph(picture))
    #expect(text.ranges(of: "0.125").count == 3 && !text.contains("0.375") && !text.contains("0.625"))
  }

  @Test func `Who does not see it is told what uses what, and what its numbers are`() {
    let svg = SVG(notation: .threeBlueOneBrown, .page).text(
      of: GraphPicture.of("q: x y; f: q z").drawing(in: .english), name: "p")
    #expect(svg.contains("<title id=\"p-title\">The graph of f</title>"))
    #expect(
      svg.contains(
        """
        <desc id="p-text">x, y and z are given. q uses x and y; f uses q and z. \
        Below a quantity: the derivative of f with respect to it. On an edge: the local gradient.</desc>
        """), "\(svg)")
  }

  @Test(arguments: GraphPicture.samples.indices)
  func `It is well-formed in SVG, and in TikZ every node of the graph is a shape`(index: Int) {
    let svg = SVG(notation: .threeBlueOneBrown, .page).text(
      of: GraphPicture.samples[index].drawing(in: .english), name: "p")
    var open: [Substring] = []
    for tag in svg.split(separator: "<").map({ $0.prefix { $0 != ">" } }) where !tag.hasSuffix("/") {
      let name = tag.prefix { $0 != " " }
      if name.hasPrefix("/") { #expect(open.popLast() == name.dropFirst()) } else { open.append(name) }
    }
    #expect(open.isEmpty)
    let latex = LaTeXWriter(notation: .threeBlueOneBrown).text(of: .graph(GraphPicture.samples[index]))
    guard !latex.isEmpty else { return }
    let results = GraphPicture.samples[index].nodes.count { $0.kind == .result }
    #expect(latex.ranges(of: " rectangle ").count == GraphPicture.samples[index].nodes.count + results)
    #expect(latex.ranges(of: "\\draw[->]").count == GraphPicture.samples[index].edges.count)
  }

  @Test func `A line lights up the quantities that it names, and a derivative the edge between them`() {
    func symbol(_ name: String) -> Symbol { Symbol(.named(Word(name)), indices: name == "W" ? [1, 3] : []) }
    let line = Equation(
      .partial(symbol("f"), by: symbol("x")),
      [
        .init(
          .equals, .product([.partial(symbol("f"), by: symbol("q")), .partial(symbol("q"), by: symbol("x"))]))
      ])
    #expect(PicturePart.parts(of: line).map(\.id) == ["q:f", "q:x", "d:f/x", "q:q", "d:f/q", "d:q/x"])
    #expect(PicturePart(symbol("W"))?.id == "q:W[1,3]")
    #expect(PicturePart(Symbol(.newNamed(Word("W")), indices: [1, 3])) == PicturePart(symbol("W")))
    let svg = SVG(notation: .threeBlueOneBrown, .page).text(
      of: GraphPicture.of("q: x y; f: q z").drawing(in: .english), name: "p")
    for id in ["q:f", "q:x", "d:f/q", "d:q/x"] { #expect(svg.contains("<g data-part=\"\(id)\">"), "\(id)") }
  }

  @Test func `A derivative in it is tied to the line that finds it out`() {
    let svg = SVG(notation: .threeBlueOneBrown, .page).text(
      of: GraphPicture.of("q: x y; f: q z").drawing(in: .english), name: "p")
    // Of four edges, and of five quantities: of q and of z with respect to f both are the same.
    for (id, count) in [("d:f/q", 2), ("d:f/z", 2), ("d:q/x", 1), ("d:f/x", 1), ("d:f/f", 1)] {
      #expect(svg.ranges(of: "data-found=\"\(id)\"").count == count, "\(id)")
    }
    let (f, x) = (Symbol(.named(Word("f"))), Symbol(.named(Word("x"))))
    let writer = HTMLWriter(notation: .threeBlueOneBrown)
    let line = writer.text(of: .equation(Equation(.partial(f, by: x), [.init(.equals, .integer(1))])))
    #expect(line.contains(" data-about=\"q:f q:x d:f/x\" data-finds=\"d:f/x\">"), "\(line)")
    let other = writer.text(of: .equation(Equation(.symbol(f), [.init(.equals, .partial(f, by: x))])))
    #expect(!other.contains("data-finds"))
  }

  @Test(arguments: [
    (3, "scale=1,"), (7, "scale=0.94,"), (14, "rotate=90,scale=0.82,"), (24, "rotate=90,scale=0.48"),
    (40, nil),
  ])
  func `On paper a long one is smaller, then turned, and left out where nobody could read it`(
    nodes: Int, options: String?
  ) {
    let chain = GraphPicture.of((1..<nodes).map { "n\($0): n\($0 - 1)" }.joined(separator: "; "))
    let latex = LaTeXWriter(notation: .threeBlueOneBrown).text(of: .graph(chain))
    if let options {
      let head = String(latex.prefix(90))
      #expect(head.contains(",\(options)"))
    } else {
      #expect(latex.isEmpty)
    }
  }
}
