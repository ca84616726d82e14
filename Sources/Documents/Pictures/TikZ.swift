import Formulas

/// Writes a drawing as TikZ, in the letters of the text around it.
struct TikZ {
  private let typesetter: Typesetter
  /// A pixel in centimetres, where the picture is no wider than the text.
  private static let (pixel, textWidth) = (0.02, 15.5)

  init(_ typesetter: Typesetter) { self.typesetter = typesetter }

  /// The picture in the middle of the page; `inline` writes prose as the document does.
  func text(of drawing: Drawing, inline: (Prose) -> String) -> String {
    let pixel = Swift.min(Self.pixel, Self.textWidth / Swift.max(1, drawing.width))
    func place(_ point: Drawing.Point) -> String {
      "(\(Drawing.number(point.x * pixel)),\(Drawing.number(-point.y * pixel)))"
    }
    func text(_ shape: Drawing.Shape) -> String {
      switch shape {
      case .line(let start, let end, let width, let stroke, let isArrow):
        let dash =
          switch stroke {
          case .solid: ""
          case .dashed: ",dashed"
          case .dotted: ",dotted"
          }
        return
          "\\draw[line width=\(Drawing.number(width * 0.4))pt\(dash)\(isArrow ? ",->" : "")] \(place(start)) -- \(place(end));\n"
      case .circle(let middle, let radius):
        return "\\draw[fill=white] \(place(middle)) circle[radius=\(Drawing.number(radius * pixel))];\n"
      case .bar(let corner, let width, let height):
        return
          "\\fill[black!55] \(place(corner)) rectangle \(place(corner.moved(x: width, y: height)));\n"
      case .curve(let points):
        return "\\draw \(points.map(place).joined(separator: " -- "));\n"
      case .label(.dots, let middle, _): return "\\node at \(place(middle)) {$\\vdots$};\n"
      case .label(.prose(let prose), let middle, let isQuiet):
        let style = isQuiet ? "[fill=white,inner sep=1pt,font=\\footnotesize]" : ""
        return "\\node\(style) at \(place(middle)) {\(inline(prose))};\n"
      }
    }
    return "\n\\begin{center}\n\\begin{tikzpicture}[>=stealth]\n"
      + drawing.groups.flatMap(\.shapes).map(text).joined() + "\\end{tikzpicture}\n\\end{center}\n"
  }
}
