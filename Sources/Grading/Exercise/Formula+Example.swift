import Formulas

extension Formula {
  /// The example that is said with the name, counted from 1, because the letters do not say it.
  ///
  /// A quantity of an example looks the same in all of them; only the cost of an example has a number of its own.
  var exampleToSay: Int? {
    if case .symbol(let symbol) = self { return symbol.meaning == .cost ? nil : symbol.example }
    if case .partial(let of, let by) = self {
      return of.meaning == .cost && of.example != nil ? nil : by.example ?? of.example
    }
    return nil
  }
}

extension Formula {
  /// The example that a quantity belongs to, counted from 1, if its own name says it.
  var ownExample: Int? { if case .symbol(let symbol) = self { symbol.example } else { nil } }
}
