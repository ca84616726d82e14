import Formulas

extension Formula {
  /// The name under which an answer is typed, which no notation changes: `z2[1]@3`, `dC3/dw2[1,3]`, `new b1`.
  ///
  /// The result is `nil` for what is no quantity and no derivative.
  package var answerName: String? {
    switch self {
    case .symbol(let symbol): symbol.name
    case .partial(let above, let below): "d\(above.name)/d\(below.name)"
    case .number, .negative, .sum, .product, .quotient, .power, .call, .max, .min, .nabla, .transpose,
      .matrixProduct, .elementwise:
      nil
    }
  }
}
