import Formulas

/// The picture in characters: a column for each layer, or where that is too wide a line for each definition.
extension GraphPicture {
  /// What is current is told apart by its brackets, and by its colour where there is colour.
  func drawn(
    with typesetter: Typesetter, _ style: TextStyle = TextStyle(), width: Int,
    current: Set<PicturePart> = []
  ) -> String {
    let parts = Set(nodes.compactMap { $0.kind == .result ? nil : $0.part }).intersection(current)
    // A derivative of the result is about what it is taken by.
    let lit = parts.isEmpty ? Set(nodes.compactMap(\.part)).intersection(current) : parts
    func sheet(hasValues: Bool) -> [String]? {
      let cells = nodes.map { node in
        let value = hasValues ? node.value.map { " = " + typesetter.piece(.number($0)).text } : nil
        let isCurrent = node.part.map(lit.contains) ?? false
        return GraphSheet.Cell(text: typesetter.piece(node.name).text + (value ?? ""), isCurrent: isCurrent)
      }
      return GraphSheet(cells, uses, style).lines(width: width)
    }
    let lines =
      sheet(hasValues: true) ?? sheet(hasValues: false)
      ?? definitions(typesetter, style, width: width, current: lit)
    return lines.map { $0.trimmingEnd + "\n" }.joined()
  }

  /// A line for each quantity that uses others; where some are current, those that name one of them.
  private func definitions(
    _ typesetter: Typesetter, _ style: TextStyle, width: Int, current: Set<PicturePart>
  ) -> [String] {
    let names = Dictionary(nodes.map { ($0.id, typesetter.piece($0.name).text) }) { first, _ in first }
    let parts = Dictionary(nodes.map { ($0.id, $0.part) }) { first, _ in first }
    let into = Dictionary(grouping: edges, by: \.to)
    let words = typesetter.notation.language.say(PicturePhrase.computedFrom(sign: style.glyphs.uses))
    let writer = TextWriter(notation: typesetter.notation, style: style)
    let lead = current.isEmpty ? writer.lines(of: words, width: width) + [""] : []
    return lead
      + nodes.flatMap { node -> [String] in
        guard let uses = into[node.id] else { return [] }
        let named = [node.part] + uses.map { parts[$0.from] ?? nil }
        guard current.isEmpty || named.contains(where: { $0.map(current.contains) ?? false }) else {
          return []
        }
        let start = (names[node.id] ?? "") + " " + style.glyphs.uses + " "
        var lines = [start]
        for (place, use) in uses.enumerated() {
          let word = (names[use.from] ?? "") + (place < uses.count - 1 ? ", " : "")
          if lines[lines.count - 1].columns + word.columns > width {
            lines.append(TextStyle.line(" ", Swift.min(start.columns, width / 2)))
          }
          lines[lines.count - 1] += word
        }
        return lines
      }
  }
}
