import Documents
import Formulas

extension Formula {
  /// The name with the example that it belongs to, if its letters do not say it.
  ///
  /// A quantity of an example looks the same in all of them; only the cost of an example has a number of its own.
  var withExample: Prose {
    var example: Int?
    if case .symbol(let symbol) = self { example = symbol.meaning == .cost ? nil : symbol.example }
    if case .partial(let of, let by) = self {
      example = of.meaning == .cost && of.example != nil ? nil : by.example ?? of.example
    }
    return example.map { "\(self) of example \($0)" } ?? "\(self)"
  }
}

extension Formula {
  /// The example that a quantity belongs to, counted from 1, if its own name says it.
  var ownExample: Int? { if case .symbol(let symbol) = self { symbol.example } else { nil } }
}
