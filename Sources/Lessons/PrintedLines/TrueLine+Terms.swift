import Documents
import Formulas

/// A sum of products with the value of each, before they are added.
extension TrueLine {
  /// The sum of products as the sum of their values, in the fewest digits that still add up to the result.
  func termValues(
    _ numbers: Formula, _ result: Numeral, of formula: Formula, _ ledger: Ledger
  ) -> Formula? {
    guard let terms = termsToShow(numbers) else { return nil }
    let exact = exactTerms(terms, of: formula, ledger)
    for count in digits...Swift.max(digits, Self.mostDigits) {
      let values = zip(terms, exact).compactMap { term, exact in
        exact ?? Numeral(rounding: term.computed(), digits: count)
      }
      let sum = Formula.total(values.map(Formula.number))
      if values.count == terms.count, isTrue(sum, result) { return sum }
    }
    return nil
  }

  /// The values of those terms in which nothing is rounded.
  private func exactTerms(_ terms: [Formula], of formula: Formula, _ ledger: Ledger) -> [Numeral?] {
    guard case .sum(let named) = formula, named.count == terms.count else { return terms.map { _ in nil } }
    return zip(named, terms).map { named, term in
      named.names.allSatisfy(ledger.isExact) ? ledger.numeral(term.computed(), digits: digits) : nil
    }
  }

  /// The same where nothing is rounded.
  func exactTermValues(_ numbers: Formula, _ ledger: Ledger) -> Formula? {
    guard let terms = termsToShow(numbers) else { return nil }
    let values = terms.compactMap { ledger.numeral($0.computed(), digits: Self.mostDigits) }
    return values.count == terms.count ? .total(values.map(Formula.number)) : nil
  }

  private func termsToShow(_ numbers: Formula) -> [Formula]? {
    guard showsTerms, case .sum(let terms) = numbers, terms.count > 1 else { return nil }
    return terms
  }
}
