import Formulas

/// Writes a drawing as SVG.
struct SVG {
  /// Where the picture will stand.
  enum Setting {
    /// In a file of its own, on an opaque light ground: as an image it can not know what is around it.
    case file
    /// In a page, in the page's colours.
    case page
    /// In a page as well, and no larger than it is drawn.
    case list
    /// In a page of others: it looks as in a file, and its style reaches nothing else of that page. It is short, as a quiz has a
    /// thousand of them: nothing of it is for a script, and its labels have an edge of the ground's colour instead of a ground.
    case guest
  }

  /// An image has no mathematics: it is written in characters.
  private let writer: TextWriter
  private let setting: Setting

  /// The number by which the script of a page knows a name.
  private let number: (Formula) -> Int?

  init(notation: Notation, _ setting: Setting, number: @escaping (Formula) -> Int? = { _ in nil }) {
    writer = TextWriter(notation: notation)
    self.setting = setting
    self.number = number
  }

  /// Which screens a picture is for, where a page has it twice.
  enum Screen: String {
    /// All but phones, and phones.
    case broad, narrow
  }

  /// The whole element; `name` tells it from the other pictures of a page.
  func text(of drawing: Drawing, name: String, for screen: Screen? = nil) -> String {
    let (width, height) = (Drawing.number(drawing.width), Drawing.number(drawing.height))
    let description = plain(drawing.description)
    let size = setting != .page ? " width=\"\(width)\" height=\"\(height)\"" : widths(of: drawing, screen)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" class="picture\(screen.map { " \($0)" } ?? "")" viewBox="0 0 \(width) \(height)"\(size) role="img" \
      aria-labelledby="\(name)-title\(description.isEmpty ? "" : " \(name)-text")">
      <title id="\(name)-title">\(plain(drawing.title))</title>
      \(description.isEmpty ? "" : "<desc id=\"\(name)-text\">\(description)</desc>\n")\
      \(style(of: drawing, width, height))\
      \(drawing.groups.map(text).joined())\
      </svg>

      """
  }

  /// What is drawn to scale stays legible: a page that is narrower scrolls it.
  private func widths(of drawing: Drawing, _ screen: Screen?) -> String {
    guard drawing.isToScale || screen == .narrow else { return "" }
    let (least, most) = (Drawing.number(drawing.width * 0.75), Drawing.number(drawing.width * 1.25))
    return " style=\"min-width:\(least)px;max-width:\(most)px\""
  }

  /// What a page's own style sheet does for a picture in it, and the ground.
  private func style(of drawing: Drawing, _ width: String, _ height: String) -> String {
    let scope: String
    switch setting {
    case .file: scope = ""
    case .guest: scope = ".picture "
    case .page, .list: return ""
    }
    let rules = setting == .guest ? Self.rules.filter { $0.0 != ".ground" } + Self.rulesOfGuest : Self.rules
    let sheets = [rules] + (drawing.isToScale ? [Self.rulesOfGraph] : [])
    let styles = sheets.map { rules in
      "<style>\n" + rules.map { "\(scope)\($0) { \($1) }\n" }.joined() + "</style>\n"
    }
    return styles.joined() + "<rect width=\"\(width)\" height=\"\(height)\" fill=\"#fff\"/>\n"
  }

  private static let rules = [
    (".line", "stroke: #222; fill: none;"),
    (".negative", "stroke: #8a1c1c;"),
    (".circle", "stroke: #222; stroke-width: 1.5; fill: #f4f6fb;"),
    (
      "text",
      #"font: 15px "Latin Modern Math", "STIX Two Math", "Cambria Math", "DejaVu Serif", serif; fill: #111; "#
        + "text-anchor: middle; dominant-baseline: central;"
    ),
    (".quiet", "font-size: 12px; fill: #333;"),
    (".ground", "fill: #fff;"),
    (".bar", "fill: #5b7fa6;"),
  ]

  /// What a graph needs besides.
  private static let rulesOfGraph = [
    (".box", "stroke: #222; stroke-width: 1.5; fill: #f4f6fb;"), (".note", "text-anchor: start;"),
  ]

  /// What an attribute or another element says elsewhere.
  private static let rulesOfGuest = [
    (".negative", "stroke-dasharray: 7 4;"),
    (".on", "stroke: #fff; stroke-width: 7px; stroke-linejoin: round; paint-order: stroke;"),
  ]

  private func text(of group: Drawing.Group) -> String {
    if setting == .guest { return group.shapes.map(text).joined() + "\n" }
    let part =
      (group.part.map { " data-part=\"\($0.id)\"" } ?? "")
      + (group.found.map { " data-found=\"\($0.id)\"" } ?? "")
      + factors(group.factors.compactMap(number))
      + (group.weight.flatMap(number).map { " data-weight=\"\($0)\"" } ?? "")
    // Nobody points at an edge of an image.
    let isTold = setting == .page || group.factors.isEmpty
    let title = isTold ? group.title.map { "<title>\(plain($0))</title>" } ?? "" : ""
    return "<g\(part)>\(title)\(group.shapes.map(text).joined())</g>\n"
  }

  private func factors(_ numbers: [Int]) -> String {
    numbers.isEmpty ? "" : " data-factors=\"\(numbers.map(String.init).joined(separator: " "))\""
  }

  private func dash(_ stroke: Drawing.Stroke) -> String {
    switch stroke {
    case .solid: ""
    case .dashed: " stroke-dasharray=\"7 4\""
    case .dotted: " stroke-dasharray=\"1 4\""
    }
  }

  private func text(of shape: Drawing.Shape) -> String {
    switch shape {
    case .line(let start, let end, let width, let stroke, let isArrow):
      if setting == .guest { return line(from: start, to: end, width, stroke, isArrow) }
      let line = """
        <line class="line\(stroke == .dashed ? " negative" : "")" x1="\(Drawing.number(start.x))" y1="\(Drawing.number(start.y))" \
        x2="\(Drawing.number(end.x))" y2="\(Drawing.number(end.y))" stroke-width="\(Drawing.number(width))"\(dash(stroke))/>
        """
      return line + (isArrow ? curve(head(from: start, to: end), width: 1) : "")
    case .circle(let middle, let radius, let stroke):
      return
        "<circle class=\"circle\" cx=\"\(Drawing.number(middle.x))\" cy=\"\(Drawing.number(middle.y))\" r=\"\(Drawing.number(radius))\"\(dash(stroke))/>"
    case .bar(let corner, let width, let height):
      return "<rect class=\"bar\" " + box(corner, width, height) + "/>"
    case .box(let middle, let width, let height, let radius):
      return "<rect class=\"box\" " + box(middle.moved(x: -width / 2, y: -height / 2), width, height)
        + " rx=\"\(Drawing.number(radius))\"/>"
    case .curve(let points): return curve(points, width: 2)
    case .arrow(let points): return arrow(points)
    case .note(let words, let start):
      return
        "<text class=\"quiet note\" x=\"\(Drawing.number(start.x))\" y=\"\(Drawing.number(start.y))\">\(Self.shifted(plain(words)))</text>"
    case .label(let label, let middle, let isQuiet, let isBare):
      let text =
        switch label {
        case .prose(let prose): plain(prose)
        case .dots: "⋮"
        }
      let place = "x=\"\(Drawing.number(middle.x))\" y=\"\(Drawing.number(middle.y))\""
      let shifted = Self.shifted(text)
      let living = label.name.flatMap(number).map { "data-figure=\"\($0)\" " } ?? ""
      guard isQuiet else { return "<text \(living)\(place)>\(shifted)</text>" }
      let isOn = setting == .guest && !isBare
      return (isBare || isOn ? "" : ground(at: middle, characters: text.count))
        + "<text class=\"quiet\(isOn ? " on" : "")\" \(living)\(place)>\(shifted)</text>"
    }
  }

  /// A line in few letters; its head is a part of it.
  private func line(
    from start: Drawing.Point, to end: Drawing.Point, _ width: Double, _ stroke: Drawing.Stroke,
    _ isArrow: Bool
  ) -> String {
    let path = ([[start, end]] + (isArrow ? [head(from: start, to: end)] : [])).map { points in
      "M" + points.map { "\(Drawing.number($0.x)) \(Drawing.number($0.y))" }.joined(separator: " ")
    }
    let kind = stroke == .dashed ? "line negative\"" : "line\"\(dash(stroke))"
    return "<path class=\"\(kind) d=\"\(path.joined())\" stroke-width=\"\(Drawing.number(width))\"/>"
  }

  /// What keeps lines away from a label; how wide its letters are is a guess.
  private func ground(at middle: Drawing.Point, characters: Int) -> String {
    let (width, height) = (Double(characters) * 6.2 + 3, 14.0)
    let corner = middle.moved(x: -width / 2, y: -height / 2)
    return "<rect class=\"ground\" " + box(corner, width, height) + "/>"
  }

  private func box(_ corner: Drawing.Point, _ width: Double, _ height: Double) -> String {
    "x=\"\(Drawing.number(corner.x))\" y=\"\(Drawing.number(corner.y))\" width=\"\(Drawing.number(width))\" "
      + "height=\"\(Drawing.number(height))\""
  }

  /// Two strokes: a marker would need a name that no other picture of the page has.
  private func head(from start: Drawing.Point, to end: Drawing.Point) -> [Drawing.Point] {
    let back = end.towards(start, 7)
    let (dx, dy) = ((end.x - back.x) / 2, (end.y - back.y) / 2)
    return [back.moved(x: -dy, y: dx), end, back.moved(x: dy, y: -dx)]
  }

  private func curve(_ points: [Drawing.Point], width: Double) -> String {
    let places = points.map { Drawing.number($0.x) + "," + Drawing.number($0.y) }.joined(separator: " ")
    return "<polyline class=\"line\" stroke-width=\"\(Drawing.number(width))\" points=\"\(places)\"/>"
  }

  /// One path with its head in it.
  private func arrow(_ points: [Drawing.Point]) -> String {
    func place(_ x: Double, _ y: Double) -> String { Drawing.number(x) + "," + Drawing.number(y) }
    guard let start = points.first, let end = points.last else { return "" }
    let bends = zip(points, points.dropFirst()).map { from, to in
      let middle = (from.x + to.x) / 2
      return from.y == to.y
        ? "H\(Drawing.number(to.x))"
        : "C\(place(middle, from.y)) \(place(middle, to.y)) \(place(to.x, to.y))"
    }
    let head = "M\(place(end.x - 7, end.y - 3.5))L\(place(end.x, end.y))L\(place(end.x - 7, end.y + 3.5))"
    return
      "<path class=\"line\" stroke-width=\"1\" d=\"M\(place(start.x, start.y))\(bends.joined())\(head)\"/>"
  }

  private func plain(_ prose: Prose) -> String { HTMLText.escape(writer.inline(prose)) }
}
