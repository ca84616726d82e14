import Backprop
import Formulas
import Lessons

/// A mistake in one of its forms, made everywhere or in one place: the wrong formulas of some lines.
package struct Suspect: Sendable {
  /// Where a mistake is made.
  package enum Scope: Hashable, Sendable {
    /// Wherever it can be.
    case everywhere
    /// In one layer.
    case layer(Int)
    /// In one line.
    case line(Int)
  }

  /// What is done wrong.
  package let mistake: Mistake
  /// Which of the mistake's forms.
  package let variant: Int
  /// Where it is made.
  package let scope: Scope
  /// The wrong formulas by their lines.
  let changes: [Int: EntryFormula]
  /// The same, to be shown.
  package let formulas: [Int: Formula]
  /// The first line that it changes.
  let first: Int
  /// The last.
  let last: Int
  /// What a derivation from the beginning comes to with it.
  package let values: [Double]
  /// The logarithm of how likely it is before any number is seen.
  let prior: Double

  /// The one layer where it is made, if it is made in one.
  package var layer: Int? { if case .layer(let layer) = scope { layer } else { nil } }

  /// The wrong formula of a line, if it has one.
  func change(at line: Int) -> EntryFormula? { first <= line && line <= last ? changes[line] : nil }
}

extension Exercise {
  /// Every mistake that changes something in this lesson; those that its kind of lesson has, if none are named.
  package func suspects(from catalog: [Mistake]? = nil) -> [Suspect] {
    (catalog ?? subject.catalog).flatMap { mistake -> [Suspect] in
      let forms = subject.forms(of: mistake, in: lines)
      return forms.enumerated().flatMap { variant, wrong -> [Suspect] in
        let formulas = wrong.filter { $1 != lines[$0].formula && $1 != lines[$0].shortcut }
        let scopes = subject.scopes(of: mistake, changing: Set(formulas.keys), in: lines)
        return scopes.compactMap { suspect(mistake, variant, of: forms.count, $0, formulas) }
      }
    }
  }

  /// How often a derivation has one of the mistakes that one source tells of.
  private static let commonness = 0.02

  /// A mistake in one place is rarer than one that is made every time.
  private static let onePlaceOnly = 0.25

  private func isLine(_ line: Int, in scope: Suspect.Scope) -> Bool {
    switch scope {
    case .everywhere: true
    case .layer(let layer): lines[line].layer == layer
    case .line(let only): line == only
    }
  }

  private func suspect(
    _ mistake: Mistake, _ variant: Int, of forms: Int, _ scope: Suspect.Scope, _ all: [Int: Formula]
  ) -> Suspect? {
    let formulas = all.filter { isLine($0.key, in: scope) }
    let changes = formulas.compactMapValues { EntryFormula($0, entries: entries) }
    guard let first = changes.keys.min(), let last = changes.keys.max() else { return nil }
    let values = derived(changes) { $1 }
    // What changes nothing with these numbers is no mistake.
    guard lines.indices.contains(where: { isApart(values[$0], self.values[$0]) }) else { return nil }
    let share = scope == .everywhere ? 1 : Self.onePlaceOnly
    return Suspect(
      mistake: mistake, variant: variant, scope: scope, changes: changes, formulas: formulas, first: first,
      last: last,
      values: values,
      prior: Double.ln(
        Self.commonness * mistake.evidence.rawValue * share / Double(forms).squareRoot()))
  }

  private func isApart(_ a: Double, _ b: Double) -> Bool {
    (a - b).magnitude > 1e-12 * Swift.max(a.magnitude, b.magnitude)
  }
}

extension Exercise {
  /// A derivation from the beginning, with the mistakes of some suspects; `write` says what becomes of each value, and ends it
  /// with `nil`.
  package func derived(making suspects: [Suspect], write: (Int, Double) -> Double?) -> [Double] {
    derived(suspects.reduce(into: [:]) { $0.merge($1.changes) { first, _ in first } }, write)
  }

  fileprivate func derived(_ changes: [Int: EntryFormula], _ write: (Int, Double) -> Double?) -> [Double] {
    var values = values
    var isTouched = [Bool](repeating: false, count: values.count)
    for index in lines.indices {
      let rule = rules[index]
      let isChanged = changes[index] != nil
      isTouched[index] = isChanged || rule.formula.needs.contains { isTouched[$0] }
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
