import Backprop
import Formulas
import Lessons

/// A mistake in one of its forms, made everywhere or in one layer: the wrong formulas of some lines.
package struct Suspect: Sendable {
  /// What is done wrong.
  package let mistake: Mistake
  /// Which of the mistake's forms.
  package let variant: Int
  /// The one layer where it is made; `nil` for all.
  package let layer: Int?
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

  /// The wrong formula of a line, if it has one.
  func change(at line: Int) -> EntryFormula? { first <= line && line <= last ? changes[line] : nil }
}

extension Exercise {
  /// Every mistake that changes something in this lesson.
  package func suspects(from catalog: [Mistake] = Mistake.all) -> [Suspect] {
    let sites = lines.map { Site(lesson: lesson, layout: layout, line: $0) }
    return catalog.flatMap { mistake in
      mistake.variants.enumerated().flatMap { variant, wrong -> [Suspect] in
        var formulas: [Int: Formula] = [:]
        for (index, site) in sites.enumerated() {
          if let formula = wrong(site), formula != site.right, formula != site.line.shortcut {
            formulas[index] = formula
          }
        }
        let layers = Set(formulas.keys.compactMap { lines[$0].place.layer })
        let scopes = [nil] + (layers.count > 1 && layers.count <= Self.mostLayersApart ? layers.sorted() : [])
        return scopes.compactMap { suspect(mistake, variant, layer: $0, formulas) }
      }
    }
  }

  /// In deeper networks a mistake is looked for in all layers at once only.
  private static let mostLayersApart = 8

  /// How often a derivation has one of the mistakes that one source tells of.
  private static let commonness = 0.02

  /// A mistake in one layer is rarer than one that is made every time.
  private static let oneLayerOnly = 0.25

  private func suspect(_ mistake: Mistake, _ variant: Int, layer: Int?, _ all: [Int: Formula]) -> Suspect? {
    let formulas = all.filter { layer == nil || lines[$0.key].place.layer == layer }
    let changes = formulas.compactMapValues { EntryFormula($0, entries: entries) }
    guard let first = changes.keys.min(), let last = changes.keys.max() else { return nil }
    let values = derived(changes) { $1 }
    // What changes nothing on this network is no mistake.
    guard lines.indices.contains(where: { isApart(values[$0], self.values[$0]) }) else { return nil }
    let share = layer == nil ? 1 : Self.oneLayerOnly
    return Suspect(
      mistake: mistake, variant: variant, layer: layer, changes: changes, formulas: formulas, first: first,
      last: last,
      values: values,
      prior: Double.ln(
        Self.commonness * mistake.evidence.rawValue * share / Double(mistake.variants.count).squareRoot()))
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
