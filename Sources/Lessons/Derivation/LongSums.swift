import Formulas

/// Cuts sums short that are too long to be written out, and keeps what is left of them.
struct LongSums {
  /// A sum of more terms than this is not written out.
  static let mostTerms = 8
  /// Nor is one of more than this in parentheses, which no line break divides.
  static let mostInParentheses = 4
  /// How many terms of such a sum are.
  static let firstTerms = 3

  /// What the name of the other terms of a sum stands for.
  private(set) var others: [Symbol: Formula] = [:]
  private let layer: Int?
  private let example: Int?

  /// The names that it gives to other terms have this layer and this example, so that they are told apart.
  init(layer: Int? = nil, example: Int? = nil) {
    self.layer = layer
    self.example = example
  }

  /// The formula with a name for the tail of each sum that is too long.
  mutating func short(_ formula: Formula, mostTerms: Int = LongSums.mostTerms) -> Formula {
    formula.substituting { part in
      guard case .sum(let terms) = part, terms.count > mostTerms else { return nil }
      let rest = Symbol(.otherTerms, layer: layer, indices: [others.count + 1], example: example)
      others[rest] = .total(Array(terms.dropFirst(Self.firstTerms)))
      let first = terms.prefix(Self.firstTerms).map { short($0, mostTerms: mostTerms) }
      return .total(first + [.symbol(rest)])
    }
  }
}
