import Backprop
import Formulas

/// A rewriting, made everywhere or in one place: the wrong formulas of some lines.
package struct Suspect: Sendable {
  /// Where a mistake is made.
  package enum Scope: Hashable, Sendable {
    /// Wherever it can be.
    case everywhere
    /// In one layer.
    case layer(Int)
    /// In one place of the derivation, in every example: the place where this line is.
    case place(Int)
    /// In one line.
    case line(Int)
  }

  /// What it is called.
  package let mistake: Mistake
  let label: Label
  /// Where it is made.
  package let scope: Scope
  /// The wrong formulas by their lines.
  let changes: [Int: EntryFormula]
  /// The same, to be shown.
  package let formulas: [Int: Formula]

  /// The layer where it is made, if it is made in one.
  package var layer: Int? { if case .layer(let layer) = scope { layer } else { nil } }
}

extension Exercise {
  /// Every mistake with a name that changes something in this lesson, wherever it can be made; the most frequent first.
  package func suspects() -> [Suspect] { Catalog(self).suspects }

  /// A derivation from the beginning with the mistakes of some suspects; `write` says what becomes of each value, and ends
  /// it with `nil`.
  package func derived(making suspects: [Suspect], write: (Int, Double) -> Double? = { $1 }) -> [Double] {
    derived(suspects.reduce(into: [:]) { $0.merge($1.changes) { first, _ in first } }, values, write)
  }

  /// The same from other givens, which stand behind the values of the lines.
  func derived(
    _ changes: [Int: EntryFormula], _ start: [Double], _ write: (Int, Double) -> Double? = { $1 }
  ) -> [Double] {
    var values = start
    var isTouched = [Bool](repeating: false, count: values.count)
    for index in lines.indices {
      let rule = rules[index]
      isTouched[index] = changes[index] != nil || rule.formula.needs.contains { isTouched[$0] }
      // The way round, a − y, is not taken by one who has another ∂C/∂a.
      let formula = changes[index] ?? (isTouched[index] ? rule.formula : rule.shortcut ?? rule.formula)
      guard let value = write(index, formula.value { values[$0] }) else { break }
      values[index] = value
    }
    return values
  }

  /// Whether something is calculated in a line, and so rounded.
  package func isRounded(_ line: Int) -> Bool { !rules[line].formula.isCopy }
}
