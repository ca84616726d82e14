import Formulas

/// Writes a drawing as TikZ, in the letters of the text around it.
struct TikZ {
  private let typesetter: Typesetter
  /// A pixel in centimetres, where the picture is no wider than the text.
  private static let (pixel, textWidth, textHeight) = (0.02, 15.5, 22.0)
  /// A pixel where letters are drawn to scale: a letter of 15 pixels is one of 11 points.
  private static let scaledPixel = 0.0262
  /// What would become smaller than this is turned on its side, if it is larger then.
  private static let leastUpright = 0.6
  /// The smallest size of letters that is readable on paper.
  private static let leastScale = 0.3

  init(_ typesetter: Typesetter) { self.typesetter = typesetter }

  /// By how much a drawing shrinks with its letters, so that it fits a page.
  private static func fit(_ drawing: Drawing) -> (scale: Double, isTurned: Bool) {
    let (width, height) = (
      Swift.max(1, drawing.width * scaledPixel), Swift.max(1, drawing.height * scaledPixel)
    )
    let upright = Swift.min(1, textWidth / width, textHeight / height)
    let turned = Swift.min(1, textHeight / width, textWidth / height)
    return upright < leastUpright && turned > upright ? (turned, true) : (upright, false)
  }

  /// The picture in the middle of the page; `inline` writes prose as the document does.
  ///
  /// A graph that would be too small to be read on a page is left out.
  func text(of drawing: Drawing, inline: (Prose) -> String) -> String {
    let pixel =
      drawing.isToScale
      ? Self.scaledPixel : Swift.min(Self.pixel, Self.textWidth / Swift.max(1, drawing.width))
    let (scale, isTurned) = drawing.isToScale ? Self.fit(drawing) : (1, false)
    if scale < Self.leastScale { return "" }
    let scaling =
      drawing.isToScale
      ? (isTurned ? ",rotate=90" : "") + ",scale=\(Drawing.number(scale)),transform shape" : ""
    let picture =
      "\\begin{tikzpicture}[>=stealth\(scaling)]\n"
      + paths(of: drawing, pixel: pixel, scale: scale, inline: inline).joined() + "\\end{tikzpicture}\n"
    let height = (isTurned ? drawing.width : drawing.height) * pixel * scale
    // A tall picture would leave a page empty before it: it stands where there is room, and the text goes on.
    return drawing.isToScale && height > Self.textHeight / 3
      ? "\n\\begin{figure}[htbp]\n\\centering\n\(picture)\\end{figure}\n"
      : "\n\\begin{center}\n\(picture)\\end{center}\n"
  }

  /// What is drawn for each group, a pixel being so many centimetres.
  func paths(
    of drawing: Drawing, pixel: Double = scaledPixel, scale: Double, inline: (Prose) -> String
  ) -> [String] {
    func place(_ point: Drawing.Point) -> String {
      "(\(Drawing.number(point.x * pixel)),\(Drawing.number(-point.y * pixel)))"
    }
    func dash(_ stroke: Drawing.Stroke) -> String {
      switch stroke {
      case .solid: ""
      case .dashed: ",dashed"
      case .dotted: ",dotted"
      }
    }
    func text(_ shape: Drawing.Shape) -> String {
      switch shape {
      case .line(let start, let end, let width, let stroke, let isArrow):
        return
          "\\draw[line width=\(Drawing.number(width * 0.4))pt\(dash(stroke))\(isArrow ? ",->" : "")] \(place(start)) -- \(place(end));\n"
      case .circle(let middle, let radius, let stroke):
        return
          "\\draw[fill=white\(dash(stroke))] \(place(middle)) circle[radius=\(Drawing.number(radius * pixel))];\n"
      case .bar(let corner, let width, let height):
        return
          "\\fill[black!55] \(place(corner)) rectangle \(place(corner.moved(x: width, y: height)));\n"
      case .box(let middle, let width, let height, let radius):
        let corner = middle.moved(x: -width / 2, y: -height / 2)
        return
          "\\draw[fill=white,rounded corners=\(Drawing.number(radius * pixel * scale))cm] \(place(corner)) rectangle \(place(corner.moved(x: width, y: height)));\n"
      case .arrow(let points):
        return "\\draw[->] \(points.first.map(place) ?? "")"
          + zip(points, points.dropFirst()).map { from, to in
            let middle = (from.x + to.x) / 2
            return from.y == to.y
              ? " -- \(place(to))"
              : " .. controls \(place(.init(x: middle, y: from.y))) and \(place(.init(x: middle, y: to.y))) .. \(place(to))"
          }.joined() + ";\n"
      case .curve(let points):
        return "\\draw \(points.map(place).joined(separator: " -- "));\n"
      case .note(let words, let start):
        return
          "\\node[anchor=west,inner sep=0pt,font=\\footnotesize] at \(place(start)) {\(inline(words))};\n"
      case .label(.dots, let middle, _, _): return "\\node at \(place(middle)) {$\\vdots$};\n"
      case .label(.prose(let prose), let middle, let isQuiet, let isBare):
        let style = isQuiet ? "[\(isBare ? "" : "fill=white,")inner sep=1pt,font=\\footnotesize]" : ""
        return "\\node\(style) at \(place(middle)) {\(inline(prose))};\n"
      }
    }
    return drawing.groups.map { $0.shapes.map(text).joined() }
  }
}
