import Formulas

extension ChainPicture {
  /// How many neurons stand in a line of LaTeX.
  static let perLine = 5
  /// How many columns a line of text has.
  private static let width = 78

  /// The picture in characters: a line of weights, a line of neurons, a line of what stands below them.
  ///
  /// Where it takes several lines, `current` leaves only those with a neuron that it holds for. That neuron is told apart by
  /// its brackets, and by its colour where there is colour.
  func drawn(
    with typesetter: Typesetter, _ style: TextStyle = TextStyle(),
    current isCurrent: (Formula) -> Bool = { _ in false }
  ) -> String {
    func text(_ formula: Formula?) -> String { formula.map { typesetter.piece($0).text } ?? "" }
    let glyphs = style.glyphs
    var rows = [[String]]()
    var currentRows: Set<Int> = []
    for neuron in neurons {
      let name =
        isCurrent(neuron.name)
        ? style.mark("[" + text(neuron.name) + "]", as: .current) : "(" + text(neuron.name) + ")"
      let (weight, caption) = (text(neuron.weight), text(neuron.below))
      let arrow =
        neuron == neurons.first
        ? "" : " " + TextStyle.line(glyphs.rule, weight.columns + 2) + glyphs.arrowhead + " "
      let width = Swift.max(name.columns, caption.columns)
      let above = (arrow.isEmpty ? "" : "  " + weight).padded(to: arrow.columns + width)
      let middle = arrow + name.padded(to: width)
      let indent = String(repeating: " ", count: arrow.columns + (width - caption.columns) / 2)
      let cell = [above, middle, (indent + caption).padded(to: arrow.columns + width)]
      if let last = rows.popLast() {
        let fits = last[1].columns + middle.columns <= Self.width
        rows += fits ? [zip(last, cell).map { $0 + $1 }] : [last, cell]
      } else {
        rows = [cell]
      }
      if isCurrent(neuron.name) { currentRows.insert(rows.count - 1) }
    }
    let shown = currentRows.isEmpty ? rows : currentRows.sorted().map { rows[$0] }
    return shown.map { row in row.map { $0.trimmingEnd + "\n" }.filter { $0 != "\n" }.joined() }.joined(
      separator: "\n")
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - columns))
  }
}
