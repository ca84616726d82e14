import Formulas

/// What is said of the gradient.
enum GradientPhrase: Phrase {
  /// Which derivatives are left out of a comparison: none, those of 0, or those within their rounding error.
  typealias LeftOut = WeightRanking.LeftOut

  /// The weights that share a derivative.
  enum Owner: Hashable, Sendable {
    /// One alone.
    case one(Formula)
    /// So many.
    case several(Int)
  }

  /// What it is, and whether the table shows all of it.
  case definition(isWhole: Bool)
  /// Which weights have the largest and the smallest derivative, and how many times as large the one is.
  case ranking(largest: Formula, smallest: Formula, ratio: Numeral, LeftOut)
  /// The same, where several weights share one of them.
  case sharedRanking(largest: Owner, smallest: Owner, ratio: Numeral, LeftOut)
}

extension GradientPhrase {
  var isOfNumbers: Bool {
    switch self {
    case .ranking, .sharedRanking: true
    case .definition: false
    }
  }
}
