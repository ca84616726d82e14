import Formulas

/// Changes of a formula, wherever it is made as it has to be.
extension Formula {
  /// With other factors in its products; `nil` where nothing changes.
  func mappingFactors(_ change: ([Formula]) -> [Formula]?) -> Formula? {
    changing { part in
      guard case .product(let factors) = part, let changed = change(factors) else { return nil }
      return .product(of: changed)
    }
  }

  /// With other terms in its sums; `nil` where nothing changes.
  func mappingTerms(_ change: ([Formula]) -> [Formula]?) -> Formula? {
    changing { part in
      guard case .sum(let terms) = part, let changed = change(terms), !changed.isEmpty else { return nil }
      return .total(changed)
    }
  }

  /// With other names; `nil` where nothing changes.
  func renaming(_ name: (Formula) -> Formula?) -> Formula? { changing { $0.isName ? name($0) : nil } }

  /// With another formula for each part that is known; `nil` where none is.
  func changing(_ replacement: (Formula) -> Formula?) -> Formula? {
    let changed = substituting(replacement)
    return changed == self ? nil : changed
  }

  /// A product of one factor is the factor, and one of none is 1.
  static func product(of factors: [Formula]) -> Formula {
    factors.count == 1 ? factors[0] : factors.isEmpty ? .integer(1) : .product(factors)
  }

  /// So many times the formula, or a part of it.
  func scaled(_ above: Int, _ below: Int) -> Formula {
    (below == 1 ? .integer(above) : .quotient(.integer(above), .integer(below))) * self
  }

  /// Whether it is a number and nothing else.
  var isNumber: Bool {
    switch self {
    case .number: true
    case .quotient(let above, let below): above.isNumber && below.isNumber
    case .negative(let x): x.isNumber
    case .symbol, .partial, .sum, .product, .power, .raised, .call, .max, .min, .truth, .nabla, .transpose,
      .matrixProduct, .elementwise:
      false
    }
  }

  /// The terms that it is the sum of; itself, if it is none.
  var termsOfSum: [Formula] { if case .sum(let terms) = self { terms } else { [self] } }

  /// The factors that it is the product of; itself, if it is none.
  var factorsOfProduct: [Formula] { if case .product(let factors) = self { factors } else { [self] } }

  /// Without its minus sign.
  var unsigned: Formula { if case .negative(let x) = self { x } else { self } }
}
