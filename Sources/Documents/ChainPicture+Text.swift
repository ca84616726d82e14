import Formulas

extension ChainPicture {
  /// How many neurons stand in a line.
  static let perLine = 5

  /// The picture in characters: a line of weights, a line of neurons, a line of what stands below them.
  func drawn(with typesetter: Typesetter) -> String {
    func text(_ formula: Formula?) -> String { formula.map { typesetter.piece($0).text } ?? "" }
    return stride(from: 0, to: neurons.count, by: Self.perLine).map { start in
      var (above, middle, below) = ("", "", "")
      for neuron in neurons.dropFirst(start).prefix(Self.perLine) {
        let name = "(" + text(neuron.name) + ")"
        let weight = text(neuron.weight)
        let isFirst = neuron == neurons.first
        let arrow = isFirst ? "" : " " + String(repeating: "─", count: weight.count + 2) + "▶ "
        let width = Swift.max(name.count, text(neuron.below).count)
        above += (isFirst ? "" : "  " + weight + "   ").padded(to: arrow.count) + "".padded(to: width)
        middle += arrow + name.padded(to: width)
        let caption = text(neuron.below)
        let indent = String(repeating: " ", count: (width - caption.count) / 2)
        below += "".padded(to: arrow.count) + (indent + caption).padded(to: width)
      }
      return [above, middle, below].map { $0.trimmingEnd + "\n" }.filter { $0 != "\n" }.joined()
    }.joined(separator: "\n")
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
