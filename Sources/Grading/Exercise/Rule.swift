import Backprop
import Formulas

/// A formula over numbers of entries instead of names: quick to evaluate, in any arithmetic.
struct EntryFormula: Sendable {
  /// Names are `Symbol(.entry, layer: number)`.
  let formula: Formula
  /// The entries that it needs.
  let needs: [Int]
  /// Whether it only copies an entry or a number, so that nothing is computed or rounded.
  let isCopy: Bool

  /// `nil` if the formula has a name that is not an entry.
  init?(_ formula: Formula, entries: [Formula: Int]) {
    var needs: [Int] = []
    var isComplete = true
    self.formula = formula.substituting { part in
      guard part.isName else { return nil }
      guard let entry = entries[part] else {
        isComplete = false
        return nil
      }
      if !needs.contains(entry) { needs.append(entry) }
      return .symbol(Symbol(.entry, layer: entry))
    }
    guard isComplete else { return nil }
    self.needs = needs
    if case .number = formula { isCopy = true } else { isCopy = formula.isName }
  }

  /// The value of the formula, from the values of the entries.
  func value<A: Algebra>(_ entry: (Int) -> A) -> A {
    formula.evaluated { name in
      if case .symbol(let symbol) = name, let number = symbol.layer { entry(number) } else { A(0) }
    }
  }
}

/// The formulas of a line: one, or two if there is a second way.
struct Rule: Sendable {
  let formula: EntryFormula
  let shortcut: EntryFormula?

  /// The entries that either way needs.
  var needs: [Int] { formula.needs + (shortcut?.needs ?? []) }

  init(_ formula: Formula, shortcut: Formula?, entries: [Formula: Int]) {
    let known = EntryFormula(formula, entries: entries)
    self.formula = known ?? EntryFormula.nothing
    self.shortcut = shortcut.flatMap { EntryFormula($0, entries: entries) }
  }
}

extension EntryFormula {
  /// What stands for a formula over names that no line has.
  fileprivate static let nothing = EntryFormula(needing: [], .quotient(.integer(0), .integer(0)))

  private init(needing needs: [Int], _ formula: Formula) {
    self.needs = needs
    self.formula = formula
    isCopy = false
  }
}
