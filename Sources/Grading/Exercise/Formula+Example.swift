import Documents
import Formulas

extension Formula {
  /// The name with the example that it belongs to, if its letters do not say it.
  ///
  /// A quantity of an example looks the same in all of them; only the cost of an example has a number of its own.
  var withExample: Prose {
    let example: Int? =
      switch self {
      case .symbol(let symbol): symbol.meaning == .cost ? nil : symbol.example
      case .partial(let of, let by): of.meaning == .cost && of.example != nil ? nil : by.example ?? of.example
      case .number, .negative, .sum, .product, .quotient, .power, .call, .max, .min, .nabla, .transpose,
        .matrixProduct, .elementwise:
        nil
      }
    return example.map { "\(self) of example \($0)" } ?? "\(self)"
  }
}
