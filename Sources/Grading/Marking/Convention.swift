import Backprop
import Formulas

/// What somebody writes otherwise than the lesson: a hypothesis about the whole sheet, tested before mistakes are.
struct Conventions {
  let catalog: Catalog
  private(set) var claims: [Claim?]
  private(set) var rules: [Rule]
  private(set) var values: [Double]
  private(set) var found: [Marking.Convention] = []

  init(_ catalog: Catalog, _ claims: [Claim?]) {
    (self.catalog, self.claims) = (catalog, claims)
    (rules, values) = (catalog.exercise.rules, catalog.exercise.values)
  }

  private func lines(_ kinds: Set<Role.Kind>) -> [Int] {
    claims.indices.filter { claims[$0] != nil && kinds.contains(catalog.roles.all[$0].kind) }
  }

  /// Each that explains what is wrong without it, if there is something that shows it.
  mutating func find(_ best: (Conventions) -> Run) {
    var run = best(self)
    let tests: [(Marking.Convention, (inout Conventions) -> Bool)] = [
      (.otherSideOfKink, { $0.takeOtherSideOfKink() }), (.negativeErrors, { $0.turnErrors() }),
      (.transposedWeights, { $0.transposeWeights() }), (.otherHalf, { $0.takeOtherHalf() }),
      (.sumOverExamples, { $0.sumExamples() }),
    ]
    for (convention, test) in tests {
      guard !run.unexplained.isEmpty else { break }
      var other = self
      guard test(&other) else { continue }
      let tried = best(other)
      let isBetter: Bool =
        switch convention {
        case .negativeErrors, .otherSideOfKink:
          tried.unexplained.count < run.unexplained.count
            && Set(tried.unexplained).isSubset(of: run.unexplained)
        case .otherHalf, .sumOverExamples, .transposedWeights: tried.unexplained.isEmpty
        }
      guard isBetter else { continue }
      other.found.append(convention)
      (self, run) = (other, tried)
    }
  }

  /// δ = −∂C/∂z, if all have the other sign, and what follows from δ has not, or there are several.
  private mutating func turnErrors() -> Bool {
    let errors = lines([.error, .outputError, .onward])
    let after = lines([
      .weightGradient, .biasGradient, .totalWeightGradient, .totalBiasGradient, .newWeight, .newBias,
    ])
    let isShown = errors.count > 1 || after.contains { claims[$0]?.isRight(values[$0]) ?? false }
    guard isShown, lines([.costSlope, .passed]).isEmpty,
      errors.allSatisfy({ (claims[$0]?.value ?? 0) * values[$0] <= 0 }),
      errors.contains(where: { claims[$0]?.value != 0 })
    else { return false }
    for line in errors { claims[line] = claims[line].map { Claim(-$0.value, unit: $0.unit) } }
    return true
  }

  /// Weights from inputs to outputs, if the new ones show it, or all layers do.
  private mutating func transposeWeights() -> Bool {
    let kinds: Set<Role.Kind> = [.weightGradient, .totalWeightGradient, .newWeight]
    let weights = lines(kinds)
    let layers = Set(weights.compactMap { catalog.roles.all[$0].layer })
    guard !lines([.newWeight]).isEmpty || layers.count > 1 else { return false }
    let old = claims
    for line in claims.indices where kinds.contains(catalog.roles.all[line].kind) {
      let role = catalog.roles.all[line]
      guard role.indices.count == 2 else { continue }
      if let other = catalog.roles.name(role.with(indices: role.indices.reversed())),
        let place = catalog.exercise.line(of: other)
      {
        claims[line] = old[place]
      } else if old[line] != nil {
        return false
      }
    }
    // A few numbers may be right in each other's places by chance.
    return claims.indices.count { claims[$0] != old[$0] } >= Self.fewestTransposed
  }

  private static let fewestTransposed = 4

  /// ½ in the cost, or 2, if the cost is there to show it.
  private mutating func takeOtherHalf() -> Bool {
    guard !lines([.cost, .totalCost]).isEmpty else { return false }
    return [Label.scale(1, 2), .scale(2, 1), .drop(.constant(.quotient(.integer(1), .integer(2))))].contains {
      take($0, in: [.cost, .costSlope])
    }
  }

  private mutating func sumExamples() -> Bool {
    let share = Formula.quotient(.integer(1), .integer(catalog.roles.examples))
    guard catalog.roles.examples > 1, !lines([.totalCost]).isEmpty else { return false }
    return take(.drop(.constant(share)), in: [.share, .totalCost, .totalWeightGradient, .totalBiasGradient])
  }

  /// Takes a rewriting for right, if that changes what the cost comes to.
  private mutating func take(_ label: Label, in kinds: Set<Role.Kind>) -> Bool {
    var changes: [Int: EntryFormula] = [:]
    for line in claims.indices where kinds.contains(catalog.roles.all[line].kind) {
      changes[line] = catalog.wrong(label, in: line)?.change
    }
    let isShown = lines([.cost, .totalCost]).contains { line in
      changes[line] != nil && !(claims[line]?.isRight(values[line]) ?? true)
    }
    guard isShown else { return false }
    follow(changes)
    return true
  }

  /// At a kink the slope is 1, where the lesson takes 0.
  private mutating func takeOtherSideOfKink() -> Bool {
    var changes: [Int: EntryFormula] = [:]
    for line in rules.indices where catalog.roles.all[line].kind == .slope {
      guard case .call(.step, let z) = rules[line].formula.formula,
        z.evaluated({ name in
          if case .symbol(let symbol) = name, let entry = symbol.layer { values[entry] } else { .nan }
        }) == 0.0
      else { continue }
      changes[line] = EntryFormula(.integer(1), entries: [:])
    }
    guard !changes.isEmpty else { return false }
    follow(changes)
    return true
  }

  private mutating func follow(_ changes: [Int: EntryFormula]) {
    for (line, change) in changes { rules[line] = Rule(change) }
    values = catalog.exercise.derived(changes, values)
  }
}

extension Rule {
  /// A rule of one way.
  fileprivate init(_ formula: EntryFormula) {
    self.formula = formula
    shortcut = nil
  }
}
