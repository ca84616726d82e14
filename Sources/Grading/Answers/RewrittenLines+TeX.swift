import Texts

/// What TeX lays out around equations, and tables of derivatives.
extension RewrittenLines {
  /// Places behind bars, words in \text, derivatives of packages.
  mutating func readTeX() {
    for index in lines.indices where lines[index].has("\\") {
      var text = lines[index].text
      if text.contains("\\left.") || text.contains("|_") || text.contains("vert_") {
        text = text.replacing("\\left.", with: "")
        text = text.replacing(
          /\\(?:right|[bB]igg?[lmr]?)\s*(?:\||\\[lr]?vert)_(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|[A-Za-z0-9])/,
          with: "")
      }
      if text.contains("\\text") {
        text = text.replacing(/(^|[^_^{\\])\\text(?:bf|it|rm)?\{([^{}\\]*[ :]|\(BP[0-9]\))\}/) {
          "\($0.1)\($0.2) "
        }
      }
      if text.contains("\\therefore") {
        text = text.replacing(/\$\s*\\therefore\s*/, with: "$")
      }
      if text.contains("pdv") {
        text = text.replacing(/\\[pd]dv\{([^{}]*)\}\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/) {
          "\\frac{\\partial \($0.1)}{\\partial \($0.2)}"
        }
      }
      if text.contains("\\partial_") {
        text = text.replacing(/\\partial_\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}\s*([A-Z])(?![A-Za-z_])/) {
          "\\frac{\\partial \($0.2)}{\\partial \($0.1)}"
        }
      }
      set(index, text)
    }
  }

  /// An array with equations in its cells is no matrix.
  mutating func readArrays() {
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      guard lines[index].has("{"),
        let opening = lines[index].text.firstMatch(of: /(?:\\left\\\{\s*)?\\begin\{array\}\{[^{}]*\}/),
        let end = lines[index...].indices.prefix(64).first(where: { lines[$0].text.contains("\\end{array}") })
      else { continue }
      let block = index...end
      guard block.contains(where: { lines[$0].text.contains(where: { "=≈".contains($0) }) }) else { continue }
      // M = \begin{array}…, with the sign outside.
      let inner = block.map { lines[$0].text }.joined(separator: " ")
      guard let start = inner.firstRange(of: opening.0), let stop = inner.firstRange(of: "\\end{array}"),
        start.upperBound < stop.lowerBound,
        inner[start.upperBound..<stop.lowerBound].contains(where: { "=≈".contains($0) })
      else { continue }
      for place in block {
        var text = lines[place].text
        if place == index { text = text.replacing(opening.0, with: "") }
        text = text.replacing(/\\end\{array\}\s*(?:\\right\.)?/, with: "")
        text = text.replacing(/&\s*(=|≈|\\approx)/) { " \($0.1)" }
        set(place, text.replacing("&", with: " \\\\ "))
      }
    }
  }

  /// A tabular whose heading says derivatives, or that stands in one line, with strokes as in Markdown.
  mutating func readTables() { replace { $0.table(at: $1) } }

  private func table(at start: Int) -> Block? {
    guard lines[start].has("{"),
      let opening = lines[start].text.firstMatch(
        of: /\\begin\{tabular[x*]?\}(?:\{[^{}]*\})?\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/),
      let last = lines[start...].indices.prefix(256).first(where: {
        lines[$0].text.contains("\\end{tabular")
      })
    else { return nil }
    var rows: [Line] = []
    var row = ""
    var number = lines[start].number
    var after = ""
    for index in start...last {
      var text = lines[index].text[...]
      if index == start { text = text[opening.range.upperBound...] }
      if let end = text.firstRange(of: "\\end{tabular") {
        after = String(text[end.upperBound...].drop { $0 != "}" }.dropFirst())
        text = text[..<end.lowerBound]
      }
      let plain = text.replacing(
        /\\(?:hline|toprule|midrule|bottomrule|c(?:mid)?rule\{[^{}]*\}|cline\{[^{}]*\})/, with: "")
      let parts = plain.replacing("\\\\", with: "\n").split(
        separator: "\n", omittingEmptySubsequences: false)
      for (part, text) in parts.enumerated() {
        if row.allSatisfy(\.isWhitespace) { number = lines[index].number }
        row += " " + text
        if part < parts.count - 1 {
          rows.append(Line(text: row, number: number))
          row = ""
        }
      }
    }
    rows.append(Line(text: row, number: number))
    rows.removeAll { $0.text.allSatisfy(\.isWhitespace) }
    guard let heading = rows.first else { return nil }
    func cells(_ line: Line) -> [Substring] {
      line.text.replacing("\\&", with: "and").split(separator: "&", omittingEmptySubsequences: false)
    }
    let hasHeading = !cells(heading).contains { Self.isValue($0) }
    let words = heading.text.lowercased()
    let isOfDerivatives =
      hasHeading && ["gradient", "derivative", "ableitung", "partial", "∂"].contains { words.contains($0) }
    guard isOfDerivatives || last == start, rows.allSatisfy({ cells($0).count == cells(heading).count })
    else { return nil }
    // Behind the names of parameters ∂C/∂w says what gradient does.
    let isOfParameters = rows.dropFirst().allSatisfy {
      cells($0).first?.contains(/^\s*\$?\s*[wWb][_^0-9]/) == true
    }
    func shown(_ cell: Substring) -> String {
      let isDerivative =
        isOfParameters
        && cell.wholeMatch(of: /[\s$]*(?:\\partial|∂)\s*[A-Z]\s*\/\s*(?:\\partial|∂)\s*[wWb][\s$]*/) != nil
      return isDerivative ? " gradient " : String(cell)
    }
    let before = String(lines[start].text[..<opening.range.lowerBound])
    var table = [Line(text: before, number: lines[start].number)]
    for (index, row) in rows.enumerated() {
      let texts = index == 0 ? cells(row).map(shown) : cells(row).map(String.init)
      table.append(Line(text: "| " + texts.joined(separator: " | ") + " |", number: row.number))
      if index == 0, hasHeading {
        let rule = "|" + String(repeating: "---|", count: cells(row).count)
        table.append(Line(text: rule, number: row.number))
      }
    }
    return (table + [Line(text: after, number: lines[last].number)], last + 1)
  }
}
