import Formulas

extension CostPlot {
  /// What a plot is written as; the raw value is how its file ends.
  public enum Format: String, CaseIterable, Sendable {
    /// A picture for a page.
    case svg
    /// TikZ, to be read into a document.
    case tex
    /// Characters.
    case txt
  }

  /// The plot as a file.
  public func text(as format: Format, notation: Notation) -> String {
    switch format {
    case .svg: SVG(notation: notation, .file).text(of: drawing(in: notation.language), name: "cost")
    case .tex: tikz(LaTeXWriter(notation: notation))
    case .txt: characters(TextWriter(notation: notation), notation.language)
    }
  }

  private func characters(_ writer: TextWriter, _ language: Language) -> String {
    let drawing = drawing(in: language)
    return "\(writer.inline(drawing.title))\n\(writer.inline(drawing.description))\n\n"
      + characters(in: language, inline: writer.inline)
  }

  private func tikz(_ writer: LaTeXWriter) -> String {
    "% To be read into a document with \\input. Its preamble needs\n%   \\usepackage{tikz}\n"
      + TikZ(writer.typesetter).text(
        of: drawing(in: writer.typesetter.notation.language), inline: writer.inline)
  }
}

/// In characters.
extension CostPlot {
  private static let (columns, least, rows) = (60, 12, 12)
  /// By how many eighths of a line they are high.
  private static let blocks: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// A column for every so many epochs, above an axis; in a document its heading is the title.
  func characters(in language: Language, inline: (Prose) -> String) -> String {
    let (unit, units, height) = scale
    let rowsOfUnit = Swift.max(1, Self.rows / (units.count - 1))
    let rows = rowsOfUnit * (units.count - 1)
    let labels = units.map { line in
      Numeral(rounding: unit * Double(line), digits: 2).map { inline("\(Formula.number($0))") } ?? "0"
    }
    let margin = (labels.map(\.count).max() ?? 0) + 1
    // Of a few costs each has several columns, so that there is room for the numbers below the axis.
    let wide = Swift.max(1, Self.least / Swift.max(1, sampled.count))
    let shown = sampled.flatMap { cost in
      Array(repeating: cost.isFinite ? height(cost) * Double(8 * rows) : 0, count: wide)
    }
    let lines = (0..<rows).reversed().map { row -> String in
      let (line, rest) = (row + 1).quotientAndRemainder(dividingBy: rowsOfUnit)
      let label = rest == 0 ? labels[line] : ""
      let bars = shown.map { height in
        Self.blocks[Int(Swift.min(8, Swift.max(0, (height - Double(8 * row)).rounded())))]
      }
      return Self.right(label, margin) + (rest == 0 ? " ┤" : " │") + String(bars)
    }
    let axis = Self.right(labels[0], margin) + " ┼" + String(repeating: "─", count: shown.count)
    let last = "\(epochs)"
    let below =
      Self.right("0", margin + 3) + Self.right(last, Swift.max(shown.count - 1, last.count + 1))
      + " " + inline(language.say(PicturePhrase.axis(period)))
    return (lines + [axis, below]).map { $0.trimmingEnd + "\n" }.joined()
  }

  /// The costs, or as many of them as there are columns.
  private var sampled: [Double] {
    guard costs.count > Self.columns else { return costs }
    let scale = Double(costs.count - 1) / Double(Self.columns - 1)
    return (0..<Self.columns).map { costs[Swift.min(costs.count - 1, Int((Double($0) * scale).rounded()))] }
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - text.count)) + text
  }
}
