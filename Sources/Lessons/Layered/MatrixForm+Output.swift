import Backprop
import Documents
import Formulas

/// What a layer makes of f(z), in matrices.
extension MatrixForm {
  func output(_ l: Int) -> LayerOutput { lesson.layers[l - 1].output }

  /// m, 1 for a neuron that is kept and 0 for one that is dropped.
  private func mask(_ l: Int?) -> Formula { .symbol(Symbol(.mask, layer: l)) }

  /// The masks of a layer, if it has dropout.
  func masks(_ l: Int) -> [Block] {
    guard let dropout = output(l).dropout else { return [] }
    return [
      numbered(mask(l), rows: layout.widths[l]) { j, x in
        Numeral(integer: dropout.keeps(j, example: x) ? 1 : 0)
      }
    ]
  }

  /// m/keep ⊙ f, of the values of a layer or of its slopes; without `f` its slopes are 1.
  func dropped(_ l: Int, _ f: Formula?) -> Formula? {
    guard let dropout = output(l).dropout else { return f }
    let factors = mask(l) / .number(dropout.keep)
    return f.map { .elementwise(factors, $0) } ?? factors
  }

  /// a, from f(z).
  func passed(_ l: Int, _ f: Formula) -> Formula {
    let kept = dropped(l, f) ?? f
    return output(l).hasSkip ? kept + activations(l - 1) : kept
  }

  /// ∂C/∂a of a layer, by its name.
  func upstream(_ l: Int) -> Formula {
    let slopes = costSlopes
    guard l < last, case .nabla(let cost, _) = slopes else { return slopes }
    return .nabla(cost, by: Symbol(.activation, layer: l))
  }

  /// What is said of them on the way forward.
  var outputPhrases: [OutputPhrase] {
    let outputs = lesson.layers.map(\.output)
    return (outputs.contains { $0.dropout != nil } ? [.masks(mask(nil), examples: examples)] : [])
      + (outputs.contains(where: \.hasSkip) ? [.skips] : [])
  }
}
