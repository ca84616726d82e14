import Formulas
import Testing

@testable import Documents

struct CourseTests {
  @Test(arguments: [
    ("plain-name_1.~html", "plain-name_1.~html"), ("a b", "a%20b"), ("50%25", "50%2525"),
    ("a?b#c&d", "a%3Fb%23c%26d"), ("\"'<>", "%22%27%3C%3E"), ("a:b", "a%3Ab"), ("é中", "%C3%A9%E4%B8%AD"),
    ("\n\u{7F}", "%0A%7F"),
  ])
  func `A link has in it only what can mean nothing but itself`(_ file: String, _ address: String) {
    #expect(PageLink("words", file: file).address == address)
  }

  @Test(arguments: ["", " ", "\u{200B}\u{7}\n"])
  func `A link that nobody would see is named after its file`(_ words: String) {
    #expect(PageLink(words, file: "a.html").words == "a.html")
  }

  private static func picture(_ widths: [Int]) -> NetworkPicture {
    let layers = widths.map { width in
      NetworkPicture.Layer(count: width) { .init(Symbol(.activation, indices: [$0 + 1])) }
    }
    return NetworkPicture(layers, cost: .init(Symbol(.cost))) { l, j, k in
      Numeral("0.5").map { (Symbol(.weight, layer: l, indices: [j + 1, k + 1]), $0, true) }
    }
  }

  @Test(arguments: [[1, 1], [2, 2, 2], [64, 16, 10], Array(repeating: 1, count: 40), [1000, 1]])
  func `However large a network is, its small picture is small, and all of it is inside`(_ widths: [Int]) {
    let drawing = Self.picture(widths).thumbnail(in: .english)
    #expect(drawing.width <= 140.001 && drawing.height <= 88.001)
    let inside = drawing.groups.flatMap(\.shapes).allSatisfy { shape in
      switch shape {
      case .circle(let middle, let radius, _):
        (radius...drawing.width - radius).contains(middle.x)
          && (radius...drawing.height - radius).contains(middle.y)
      case .line(let start, let end, _, _, _): start.x < end.x && end.x < drawing.width
      case .bar, .box, .curve, .arrow, .note: false
      case .label(let label, _, _, _): if case .dots = label { true } else { false }
      }
    }
    #expect(inside)
  }

  @Test(arguments: GraphPicture.samples.indices)
  func `However large a graph is, its small picture is small, and all of it is inside`(index: Int) {
    let drawing = GraphPicture.samples[index].thumbnail(in: .english)
    #expect(drawing.width <= 140.001 && drawing.height <= 88.001)
    func isInside(_ point: Drawing.Point, _ radius: Double = 0) -> Bool {
      (radius...drawing.width - radius).contains(point.x)
        && (radius...drawing.height - radius).contains(point.y)
    }
    let shapes = drawing.groups.flatMap(\.shapes)
    let inside = shapes.allSatisfy { shape in
      switch shape {
      case .circle(let middle, let radius, _): isInside(middle, radius)
      case .box(let middle, let width, _, _): isInside(middle, width / 2)
      case .line(let start, let end, _, _, _): isInside(start) && isInside(end)
      case .bar, .curve, .arrow, .note, .label: false
      }
    }
    #expect(inside && shapes.count >= GraphPicture.samples[index].nodes.count)
  }

  @Test func `The list of lessons is one page, and every picture in it has a name of its own`() throws {
    let entries = ["<One>", "Two"].map {
      CourseIndex.Entry(
        page: PageLink($0, file: "\($0).html"), summary: "", picture: .network(Self.picture([2, 1])))
    }
    var html = ""
    try HTMLWriter(notation: .nielsen).write(CourseIndex(title: "A & B", entries: entries), to: &html)
    #expect(
      html.hasPrefix("<!doctype html>\n<html lang=\"en\">\n") && html.hasSuffix("</main>\n</body>\n</html>\n")
    )
    #expect(html.contains("<title>A &amp; B</title>") && html.contains("<h1>A &amp; B</h1>"))
    #expect(html.contains("<h2><a href=\"%3COne%3E.html\">&lt;One&gt;</a></h2>"))
    #expect(html.contains("aria-labelledby=\"lesson-1-title\"") && html.contains("id=\"lesson-2-title\""))
    for part in ["<script", "<p></p>", "<desc", "http:", "src=", "url(", "@import"] {
      #expect(!html.replacing("xmlns=\"http://www.w3.org/2000/svg\"", with: "").contains(part), "\(part)")
    }
  }
}
