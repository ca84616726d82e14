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

  /// With other names; `nil` where nothing changes.
  func renaming(_ name: (Formula) -> Formula?) -> Formula? { changing { $0.isName ? name($0) : nil } }

  /// With another formula for each part that is known; `nil` where none is.
  func changing(_ replacement: (Formula) -> Formula?) -> Formula? {
    let changed = substituting(replacement)
    return changed == self ? nil : changed
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

  /// Without its minus sign.
  var unsigned: Formula { if case .negative(let x) = self { x } else { self } }
}
