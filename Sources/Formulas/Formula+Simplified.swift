/// Formulas as a book writes them.
extension Formula {
  /// The same value, the numbers of each product combined and its divisions written with one stroke: 1/2 (y − t) for
  /// 1/4 · 2 (y − t), v/l for 1/(2 l) · 2 v, n − h for −h + n.
  ///
  /// Factors keep their order behind the number. What stands inside a function or in parentheses is not changed, and a name is
  /// not cancelled: it may be 0.
  public var simplified: Formula {
    // A product whose number is 1 may be a sum: so many terms.
    let terms = terms.map(SimplifiedTerm.init).flatMap { term in
      if case .sum(let parts) = term.formula { parts.map(SimplifiedTerm.init) } else { [term] }
    }
    var result = SimplifiedTerm.addingUp(terms).map(\.formula).filter { $0 != .integer(0) }
    if case .negative = result.first, let first = result.firstIndex(where: { !$0.isNegated }) {
      result.insert(result.remove(at: first), at: 0)
    }
    return result.count > 1 ? .sum(result) : result.first ?? .integer(0)
  }

  private var isNegated: Bool { if case .negative = self { true } else { false } }
}

/// A term of a sum, and the number and the factors that it is made of.
private struct SimplifiedTerm {
  let factors: Monomial.Factors
  let coefficient: Rational
  let hasDecimal: Bool
  let formula: Formula

  init(_ formula: Formula) {
    let monomial = Monomial(formula)
    factors = monomial.factors
    coefficient = monomial.coefficient
    hasDecimal = monomial.hasDecimal
    self.formula = monomial.formula ?? formula
  }

  private init?(_ first: SimplifiedTerm, plus second: SimplifiedTerm) {
    factors = first.factors
    coefficient = first.coefficient + second.coefficient
    hasDecimal = first.hasDecimal || second.hasDecimal
    guard let number = CombinedNumber(coefficient, asDecimal: hasDecimal) else { return nil }
    formula = factors.formula(times: number)
  }

  /// The terms in their order, those with the same factors as one.
  static func addingUp(_ terms: [SimplifiedTerm]) -> [SimplifiedTerm] {
    var result: [SimplifiedTerm] = []
    var places: [Monomial.Factors: Int] = [:]
    for term in terms {
      if let place = places[term.factors], let sum = SimplifiedTerm(result[place], plus: term) {
        result[place] = sum
      } else {
        places[term.factors] = result.count
        result.append(term)
      }
    }
    return result
  }
}
