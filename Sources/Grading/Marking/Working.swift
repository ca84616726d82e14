import Backprop
import Formulas

/// The formulas that stand before a number and give it.
struct Working {
  private let search: Search
  private let formulas: [EntryFormula]

  init(_ formulas: [Formula], in search: Search) {
    self.search = search
    self.formulas = formulas.compactMap { EntryFormula($0, entries: search.catalog.exercise.entries) }
  }

  /// Whether one of them is the formula by which a hypothesis explains the number: in names with any numbers, or in numbers
  /// with the person's own, factor by factor.
  func gives(_ hypothesis: Search.Hypothesis, in worlds: Worlds) -> Bool {
    formulas.contains { formula in
      if !formula.needs.isEmpty { return worlds.agree(on: formula, with: hypothesis) }
      guard let wrong = hypothesis.suspect?.changes[search.line] else { return false }
      let (written, own) = (terms(formula), terms(wrong))
      return written.joined().count > written.count + 1 && written.count == own.count
        && zip(written, own).allSatisfy { one, other in
          one.count == other.count && zip(one, other).allSatisfy { $0.isNear($1) }
        }
    }
  }

  /// The terms that are not 0, each with its sign, and what its factors come to without theirs.
  private func terms(_ formula: EntryFormula) -> [[Double]] {
    func value(_ part: Formula) -> Double {
      part.evaluated { name in
        if case .symbol(let symbol) = name, let entry = symbol.layer {
          search.run.beliefs[entry].point
        } else {
          .nan
        }
      }
    }
    func factors(_ part: Formula) -> [Formula] {
      part.unsigned.factors.count > 1 ? part.unsigned.factors.flatMap(factors) : [part.unsigned]
    }
    return formula.formula.terms.compactMap { term in
      let own = value(term)
      if own == 0 { return nil }
      return [own < 0 ? -1 : 1] + factors(term).map { value($0).magnitude }.filter { $0 != 1 }.sorted()
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

extension Double {
  /// A number of somebody's working may be rounded more than that which was written for it.
  private static let roundedInWorking = 0.01

  fileprivate func isNear(_ other: Double) -> Bool {
    (self - other).magnitude <= Self.roundedInWorking * Swift.max(magnitude, other.magnitude)
  }
}
