import Formulas

extension ChainPicture {
  /// The picture in TikZ: neurons as circles, weights on the arrows, what stands below them below.
  func tikz(with typesetter: Typesetter) -> String {
    func place(_ x: Double, _ y: Double) -> String { "(\(Drawing.number(x)),\(Drawing.number(y)))" }
    func math(_ formula: Formula) -> String { "$" + typesetter.piece(formula).text + "$" }
    var text = """

      \\begin{center}
      \\begin{tikzpicture}[neuron/.style={circle,draw,minimum size=10mm,inner sep=0pt},>=stealth]

      """
    for (position, neuron) in neurons.enumerated() {
      let (row, column) = position.quotientAndRemainder(dividingBy: Self.perLine)
      let (x, y) = (Double(column) * 2.6, Double(row) * -2.4)
      text += "\\node[neuron] (n\(position)) at \(place(x, y)) {\(math(neuron.name))};\n"
      if let below = neuron.below {
        text += "\\node[below=1mm] at (n\(position).south) {\(math(below))};\n"
      }
      guard position > 0 else { continue }
      let label = neuron.weight.map { " node[above] {\(math($0))}" } ?? ""
      let start = column > 0 ? "(n\(position - 1))" : place(x - 1.6, y)
      text += "\\draw[->] \(start) --\(label) (n\(position));\n"
    }
    return text + "\\end{tikzpicture}\n\\end{center}\n"
  }
}
