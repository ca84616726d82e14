import Formulas

extension ChainPicture {
  /// How many neurons stand in a line of LaTeX.
  static let perLine = 5
  /// How many columns a line of text has.
  private static let width = 78

  /// The picture in characters: a line of weights, a line of neurons, a line of what stands below them.
  func drawn(with typesetter: Typesetter) -> String {
    func text(_ formula: Formula?) -> String { formula.map { typesetter.piece($0).text } ?? "" }
    var rows = [[String]]()
    for neuron in neurons {
      let name = "(" + text(neuron.name) + ")"
      let (weight, caption) = (text(neuron.weight), text(neuron.below))
      let arrow = neuron == neurons.first ? "" : " " + String(repeating: "─", count: weight.count + 2) + "▶ "
      let width = Swift.max(name.count, caption.count)
      let above = (arrow.isEmpty ? "" : "  " + weight).padded(to: arrow.count + width)
      let middle = arrow + name.padded(to: width)
      let indent = String(repeating: " ", count: arrow.count + (width - caption.count) / 2)
      let cell = [above, middle, (indent + caption).padded(to: arrow.count + width)]
      if let last = rows.popLast() {
        let fits = last[1].count + middle.count <= Self.width
        rows += fits ? [zip(last, cell).map { $0 + $1 }] : [last, cell]
      } else {
        rows = [cell]
      }
    }
    return rows.map { row in row.map { $0.trimmingEnd + "\n" }.filter { $0 != "\n" }.joined() }.joined(
      separator: "\n")
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
