import Formulas

extension Catalog {
  /// The formulas where the activation of a layer is what dropout multiplies, and those where derivatives are by that; none without
  /// dropout.
  var beforeDropout: (activations: [Int: EntryFormula], derivatives: [Int: EntryFormula]) {
    var (activations, derivatives): ([Int: Formula], [Int: Formula]) = ([:], [:])
    // By what dropout multiplies each.
    var factors: [Formula: Formula] = [:]
    for line in lines(of: [.activation, .slope]) {
      guard case .product(let all) = exercise.lines[line].formula, let factor = all.first, factor.mask != nil
      else { continue }
      let before = Formula.product(of: Array(all.dropFirst()))
      if roles.all[line].kind == .slope {
        derivatives[line] = before
      } else {
        activations[line] = before
        factors[exercise.lines[line].name] = factor
      }
    }
    guard !factors.isEmpty else { return ([:], [:]) }
    for (number, line) in exercise.lines.enumerated() where activations[number] == nil {
      if line.formula.names.contains(where: { factors[$0] != nil }) {
        activations[number] = line.formula.substituting { part in factors[part].map { $0 * part } }
      }
      if roles.all[number].kind == .passed, case .partial(_, let by) = line.name,
        let factor = factors[.symbol(by)]
      {
        derivatives[number] = factor * line.formula
      }
    }
    func compiled(_ changes: [Int: Formula]) -> [Int: EntryFormula] {
      changes.compactMapValues { EntryFormula($0, entries: exercise.entries) }
    }
    return (compiled(activations), compiled(derivatives))
  }
}
