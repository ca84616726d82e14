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

  /// The same with no more digits than are needed, of numbers that are filled up with zeros and of any of few numbers.
  ///
  /// `nil` where none has more.
  func shortened(to digits: Int) -> Conventions? {
    let areFew = claims.count { $0 != nil } <= Handwriting.fewNumbers
    var other = self
    other.claims = claims.map { claim in
      claim.map { areFew || $0.isFilledUp(behind: digits) ? $0.shortened(to: digits) : $0 }
    }
    return other.claims == claims ? nil : other
  }

  private func lines(_ kinds: Set<Role.Kind>) -> [Int] {
    catalog.lines(of: kinds).filter { claims[$0] != nil }
  }

  /// Each that explains what is wrong without it, if there is something that shows it.
  mutating func find(_ best: (Conventions) -> Run) {
    var run = best(self)
    let tests: [(Marking.Convention, (inout Conventions) -> Bool)] = [
      (.otherSideOfKink, { $0.takeOtherSideOfKink() }), (.negativeErrors, { $0.turnErrors() }),
      (.transposedWeights, { $0.transposeWeights() }), (.otherHalf, { $0.takeOtherHalf() }),
      (catalog.roles.areAdded ? .meanOverExamples : .sumOverExamples, { $0.sumExamples() }),
      (.rateInVelocity, { $0.takeRateOutOfVelocity() }),
      (.beforeDropout, { [changes = catalog.beforeDropout.activations] in $0.takeBeforeDropout(changes) }),
      (
        .derivativesBeforeDropout,
        { [changes = catalog.beforeDropout.derivatives] in $0.takeBeforeDropout(changes) }
      ),
    ]
    for (convention, test) in tests {
      guard !run.unexplained.isEmpty else { break }
      var other = self
      guard test(&other) else { continue }
      let tried = best(other)
      let isBetter: Bool =
        switch convention {
        case .negativeErrors, .otherSideOfKink, .rateInVelocity, .beforeDropout,
          .derivativesBeforeDropout:
          tried.unexplained.count < run.unexplained.count
            && Set(tried.unexplained).isSubset(of: run.unexplained)
        case .otherHalf, .sumOverExamples, .meanOverExamples:
          // A cost alone is a wrong cost: what else is not the lesson's has to agree with it.
          tried.unexplained.isEmpty && !run.unexplained.allSatisfy(lines(Self.costs).contains)
        case .transposedWeights: tried.unexplained.isEmpty
        }
      guard isBetter else { continue }
      other.found.append(convention)
      (self, run) = (other, tried)
    }
  }

  /// δ = −∂C/∂z, if all have the other sign, and what follows from δ has not, or there are several.
  private mutating func turnErrors() -> Bool {
    let (errors, after) = (lines(Self.errors), lines(Self.afterErrors))
    let isShown = errors.count > 1 || after.contains { claims[$0]?.isRight(values[$0]) ?? false }
    guard isShown, lines(Self.slopesOfCost).isEmpty,
      errors.allSatisfy({ (claims[$0]?.value ?? 0) * values[$0] <= 0 }),
      errors.contains(where: { claims[$0]?.value != 0 })
    else { return false }
    for line in errors { claims[line] = claims[line].map { Claim(-$0.value, unit: $0.unit) } }
    return true
  }

  /// v′ = μ v − η g, which is added to the parameter, or μ v + η g, which is taken away from it, if all velocities have that sign.
  private mutating func takeRateOutOfVelocity() -> Bool {
    let velocities = catalog.velocities.filter { claims[$0] != nil }
    let signs = Set(
      velocities.map { (claims[$0]?.value ?? 0) * values[$0] }.filter { $0 != 0 }.map { $0 > 0 })
    guard let rate = catalog.rate, rate != 0, signs.count == 1, let hasSign = signs.first else {
      return false
    }
    let factor = hasSign ? rate : -rate
    for line in velocities {
      claims[line] = claims[line].map { Claim($0.value / factor, unit: ($0.unit / factor).magnitude) }
    }
    return true
  }

  /// Weights from inputs to outputs, if the new ones show it, or all layers do.
  private mutating func transposeWeights() -> Bool {
    let weights = lines(Self.weights)
    let layers = Set(weights.compactMap { catalog.roles.all[$0].layer })
    guard !lines([.newWeight]).isEmpty || layers.count > 1 else { return false }
    let old = claims
    for (line, other) in catalog.transposed {
      if let other {
        claims[line] = old[other]
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
    guard !lines(Self.costs).isEmpty else { return false }
    return catalog.otherHalves.contains { take($0) }
  }

  private mutating func sumExamples() -> Bool {
    guard !lines(Self.totalCosts).isEmpty else { return false }
    return take(catalog.otherReductions)
  }

  /// Takes a rewriting for right, if that changes what the cost comes to.
  private mutating func take(_ changes: [Int: EntryFormula]) -> Bool {
    let isShown = lines(Self.costs).contains { line in
      changes[line] != nil && !(claims[line]?.isRight(values[line]) ?? true)
    }
    guard isShown else { return false }
    follow(changes)
    return true
  }

  /// At a kink the slope is 1, where the lesson takes 0.
  private mutating func takeOtherSideOfKink() -> Bool {
    let changes = catalog.otherSlopes
    guard !changes.isEmpty else { return false }
    follow(changes)
    return true
  }

  /// An activation of a layer with dropout is what dropout multiplies, or derivatives are by that, if one of them is there.
  private mutating func takeBeforeDropout(_ changes: [Int: EntryFormula]) -> Bool {
    guard lines(Self.masked).contains(where: { changes[$0] != nil }) else { return false }
    follow(changes)
    return true
  }

  private mutating func follow(_ changes: [Int: EntryFormula]) {
    var isTouched = [Bool](repeating: false, count: values.count)
    for line in rules.indices {
      isTouched[line] = changes[line] != nil || rules[line].formula.needs.contains { isTouched[$0] }
      // The way round is that of the lesson's cost.
      if isTouched[line] { rules[line] = Rule(changes[line] ?? rules[line].formula) }
    }
    values = catalog.exercise.derived(changes, values)
  }
}

/// The lines that show a convention.
extension Conventions {
  static let errors: Set<Role.Kind> = [.error, .outputError, .onward]
  static let afterErrors: Set<Role.Kind> = [
    .weightGradient, .biasGradient, .totalWeightGradient, .totalBiasGradient, .newWeight, .newBias,
  ]
  static let slopesOfCost: Set<Role.Kind> = [.costSlope, .passed]
  static let weights: Set<Role.Kind> = [.weightGradient, .totalWeightGradient, .newWeight]
  static let costs: Set<Role.Kind> = [.cost, .totalCost]
  static let totalCosts: Set<Role.Kind> = [.totalCost]
  static let masked: Set<Role.Kind> = [.activation, .slope, .passed]
}

/// The formulas that go with a convention.
extension Catalog {
  func lines(of kinds: Set<Role.Kind>) -> [Int] {
    exercise.lines.indices.filter { kinds.contains(roles.all[$0].kind) }
  }

  /// The lines of what momentum keeps; none of another optimizer's.
  var velocities: [Int] {
    guard exercise.entries[.symbol(Symbol(.optimizer(Word("mu"))))] != nil else { return [] }
    return exercise.lines.indices.filter { line in
      if case .symbol(let symbol) = exercise.lines[line].name, case .newOptimizer = symbol.meaning {
        true
      } else {
        false
      }
    }
  }

  /// The learning rate, where there is a step.
  var rate: Double? {
    exercise.entries[.symbol(Symbol(.learningRate))].map { exercise.values[$0] }
  }

  /// For each line of a weight the one that stands in its place where weights are transposed, if there is one.
  var transposed: [Int: Int?] {
    var transposed: [Int: Int?] = [:]
    for line in lines(of: Conventions.weights) {
      let role = roles.all[line]
      guard role.indices.count == 2 else { continue }
      let other = roles.name(role.with(indices: role.indices.reversed()))
      transposed[line] = .some(other.flatMap { exercise.line(of: $0) })
    }
    return transposed
  }

  var otherHalves: [[Int: EntryFormula]] {
    [Label.scale(1, 2), .scale(2, 1), .drop(.constant(.quotient(.integer(1), .integer(2))))].map {
      changes($0, in: [.cost, .costSlope])
    }
  }

  var otherReductions: [Int: EntryFormula] {
    guard roles.examples > 1 else { return [:] }
    let share = Formula.quotient(.integer(1), .integer(roles.examples))
    return changes(
      roles.areAdded ? .scale(1, roles.examples) : .drop(.constant(share)),
      in: [.share, .totalCost, .totalWeightGradient, .totalBiasGradient])
  }

  private func changes(_ label: Label, in kinds: Set<Role.Kind>) -> [Int: EntryFormula] {
    lines(of: kinds).reduce(into: [:]) { $0[$1] = wrong(label, in: $1)?.change }
  }

  /// The slope 1 where the lesson takes 0.
  var otherSlopes: [Int: EntryFormula] {
    var changes: [Int: EntryFormula] = [:]
    for line in lines(of: [.slope]) {
      guard case .call(.step, let z) = exercise.rules[line].formula.formula,
        z.evaluated({ name in
          if case .symbol(let symbol) = name, let entry = symbol.layer {
            exercise.values[entry]
          } else {
            .nan
          }
        }) == 0.0
      else { continue }
      changes[line] = EntryFormula(.integer(1), entries: [:])
    }
    return changes
  }
}

extension Rule {
  /// A rule of one way.
  fileprivate init(_ formula: EntryFormula) {
    self.formula = formula
    shortcut = nil
  }
}
