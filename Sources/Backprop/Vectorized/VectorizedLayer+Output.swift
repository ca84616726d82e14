import Formulas

/// What a layer passes on of f(z), and what comes back through it.
extension VectorizedLayer {
  /// Takes the masks that are given of the examples in a batch, by their places in the set: m/keep, [n_l × n].
  mutating func takeMasks(of batch: Range<Int>) {
    guard let dropout = output.dropout else { return }
    scales = Matrix(
      rows: w.rows,
      columns: batch.map { x in
        (0..<w.rows).map { dropout.keeps($0, example: x) ? 1 / dropout.keep.value : 0 }
      })
  }

  /// Draws masks that keep each neuron with a probability.
  mutating func drawMasks(keep: Double, _ generator: inout SplitMix64) {
    var drawn = scales ?? Matrix(rows: w.rows, columns: 0)
    drawn.hold(columns: z.columns)
    for i in drawn.elements.indices {
      drawn.elements[i] = Double.random(in: 0..<1, using: &generator) < keep ? 1 / keep : 0
    }
    scales = drawn
  }

  /// Makes f(z) what is passed on, from the activations of the layer below, [n_(l−1) × n].
  mutating func passOn(from below: Matrix) {
    // a⁽ˡ⁾ = m/keep ⊙ f(z⁽ˡ⁾) + a⁽ˡ⁻¹⁾, each factor and term where there is one              [n_l × n]
    f = scales != nil || output.hasSkip ? a : nil
    if f == nil { return }
    if let scales {
      for i in places { a.elements[i] *= scales.elements[i] }
    }
    guard output.hasSkip else { return }
    for x in 0..<a.columns {
      for j in 0..<a.rows {
        let (own, before) = (a[j, x], below[j, x])
        a[j, x] = .sumOrZero(own + before, of: [own, before])
      }
    }
  }

  /// Turns ∇_a C, in the place of δ, into δ.
  mutating func multiplyBySlopes() {
    guard let f else { return rule.multiplyBySlopes(&self) }
    upstream = delta
    if let scales {
      for i in places { delta.elements[i] *= scales.elements[i] }
    }
    // The slopes are those of f, and some are read off from its values.
    let passed = a
    a = f
    rule.multiplyBySlopes(&self)
    a = passed
  }
}
