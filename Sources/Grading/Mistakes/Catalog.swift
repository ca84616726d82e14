import Backprop
import Formulas
import Synchronization

/// The wrong formulas of an exercise's lines, made once and when they are asked for.
final class Catalog: Sendable {
  let exercise: Exercise
  let roles: Roles
  /// Which group a line is of: lines that a way of thinking makes wrong together.
  let groupOf: [Int]
  let groups: [[Int]]
  /// The lines as they are derived: a step right after its gradient, and one of all examples after those of each.
  let order: [Int]
  /// Where each line stands in that order.
  let rank: [Int]
  /// Of networks.
  let layers: [Int?]
  /// For a line of an example, the first line with the same name but for the example.
  let places: [Int?]
  private let made = Mutex<[Int: [Wrong]]>([:])
  private let wholes = Mutex<[Whole]?>(nil)

  /// A derivation from the beginning with a mistake.
  struct Whole: Sendable {
    let suspect: Suspect
    let values: [Double]
  }

  /// A wrong formula of a line.
  struct Wrong: Sendable {
    let label: Label
    let formula: Formula
    let change: EntryFormula
    let mistake: Mistake
  }

  /// A rewriting in certain groups of lines.
  struct Lead: Hashable {
    let label: Label
    let groups: [Int]
    let scope: Suspect.Scope
  }

  init(_ exercise: Exercise) {
    self.exercise = exercise
    roles = Roles(exercise)
    var numbers: [Group: Int] = [:]
    var groups: [[Int]] = []
    var kinds: [Role.Kind] = []
    groupOf = exercise.lines.indices.map { [roles] line in
      let group = Group(roles.all[line].kind, exercise.lines[line])
      let number = numbers[group] ?? groups.count
      if number == groups.count {
        numbers[group] = number
        groups.append([])
        kinds.append(roles.all[line].kind)
      }
      groups[number].append(line)
      return number
    }
    self.groups = groups
    joint = Self.jointKinds.map { together in kinds.indices.filter { together.contains(kinds[$0]) } }
    var after = Array(exercise.lines.indices)
    for line in after where roles.all[line].kind.comesRightAfter {
      after[line] = exercise.rules[line].needs.filter { $0 < line }.map { after[$0] }.max() ?? line
    }
    order = after.indices.sorted { (after[$0], $0) < (after[$1], $1) }
    var rank = after
    for (place, line) in order.enumerated() { rank[line] = place }
    self.rank = rank
    layers = exercise.lines.indices.map { [roles] in roles.last > 0 ? roles.all[$0].layer : nil }
    var first: [Role: Int] = [:]
    places = exercise.lines.indices.map { [roles] line in
      guard roles.all[line].example != nil, roles.examples > 1 else { return nil }
      let role = roles.all[line].with(example: nil)
      let place = first[role] ?? line
      first[role] = place
      return place
    }
  }

  /// Lines of one kind; local gradients of one kind are those of one function.
  private struct Group: Hashable {
    let kind: Role.Kind
    let shape: Formula?

    init(_ kind: Role.Kind, _ line: Line) {
      self.kind = kind
      let blank = Formula.symbol(Symbol(.entry))
      shape = kind == .localGradient ? line.formula.substituting { $0.isName ? blank : nil } : nil
    }
  }

  /// The wrong formulas of a line.
  func wrong(_ line: Int) -> [Wrong] {
    if let known = made.withLock({ $0[line] }) { return known }
    let role = roles.all[line]
    var wrong: [Wrong] = []
    if role.kind != .other {
      let rewriter = Rewriter(exercise, roles, line)
      wrong = rewriter.found.compactMap { label, formula in
        EntryFormula(formula, entries: exercise.entries).map { change in
          Wrong(
            label: label, formula: formula, change: change,
            mistake: label.mistake(in: role, of: roles, right: rewriter.right))
        }
      }
    }
    made.withLock { $0[line] = wrong }
    return wrong
  }

  /// What a rewriting makes of a line, if it can be made there.
  func wrong(_ label: Label, in line: Int) -> Wrong? {
    let all = wrong(line)
    if let own = all.first(where: { $0.label == label }) { return own }
    return label.instead.flatMap { other in all.first { $0.label == other } }
  }

  /// Kinds of lines that one way of thinking makes wrong at once.
  private static let jointKinds: [Set<Role.Kind>] = [
    [.cost, .costSlope], [.cost, .outputError], [.weightGradient, .biasGradient],
    [.share, .totalCost, .totalWeightGradient, .totalBiasGradient],
    [.share, .totalWeightGradient, .totalBiasGradient], [.totalWeightGradient, .totalBiasGradient],
    [.newWeight, .newBias], [.activation, .slope],
  ]

  /// Groups of lines that go wrong together.
  let joint: [[Int]]

  /// Where a rewriting of a line may have been made: in lines of its kind, and of kinds that go with it.
  func leads(_ label: Label, at line: Int) -> [Lead] {
    let own = groupOf[line]
    var families = [[own]]
    for together in joint where together.contains(own) {
      let others = together.filter { group in
        group == own || groups[group].prefix(3).contains { wrong(label, in: $0) != nil }
      }
      if others.count > 1 { families.append(others) }
    }
    var scopes: [Suspect.Scope] = [.everywhere]
    if let layer = layers[line] { scopes.append(.layer(layer)) }
    if let place = places[line] { scopes.append(.place(place)) }
    scopes.append(.line(line))
    return families.flatMap { family in
      scopes.compactMap { scope in
        if case .line = scope, family.count > 1 { return nil }
        return Lead(label: label, groups: family, scope: scope)
      }
    }
  }

  /// The lines where a lead may change something.
  func lines(of lead: Lead) -> [Int] {
    let all = lead.groups.flatMap { groups[$0] }
    switch lead.scope {
    case .everywhere: return all
    case .layer(let layer): return all.filter { layers[$0] == layer }
    case .place(let place): return all.filter { places[$0] == place }
    case .line(let line): return [line]
    }
  }

  /// A lead with its wrong formulas.
  func suspect(_ lead: Lead, named mistake: Mistake) -> Suspect {
    var changes: [Int: EntryFormula] = [:]
    var formulas: [Int: Formula] = [:]
    for line in lines(of: lead) {
      guard let wrong = wrong(lead.label, in: line) else { continue }
      changes[line] = wrong.change
      formulas[line] = wrong.formula
    }
    return Suspect(
      mistake: mistake, label: lead.label, scope: lead.scope, changes: changes, formulas: formulas)
  }

  /// How often a derivation has one of the mistakes that one source tells of.
  private static let commonness = 0.008

  /// The logarithm of how likely a mistake is before any number is seen, wherever it is made.
  func titlePrior(_ mistake: Mistake) -> Double { Self.prior(mistake, share: 1) }

  private static func prior(_ mistake: Mistake, share: Double) -> Double {
    Double.ln(commonness * mistake.evidence.rawValue * share)
  }

  /// The same of a lead, which is made in certain lines.
  func prior(_ lead: Lead, _ mistake: Mistake) -> Double {
    let all = lead.groups.flatMap { groups[$0] }
    func count<Key: Hashable>(_ key: (Int) -> Key) -> Double { Double(Swift.max(1, Set(all.map(key)).count)) }
    let share: Double =
      switch lead.scope {
      case .everywhere: 0.45
      case .layer: 0.2 / count { layers[$0] }
      case .place: 0.35 / count { places[$0] }
      case .line: 0.14 / Double(all.count)
      }
    return Self.prior(mistake, share: share)
  }

  /// The whole derivation of somebody who makes a mistake wherever it can be made, for each that has a name.
  var derivations: [Whole] {
    if let known = wholes.withLock({ $0 }) { return known }
    let all = suspects.map { Whole(suspect: $0, values: exercise.derived(making: [$0])) }
    wholes.withLock { $0 = all }
    return all
  }

  /// Every mistake with a name, wherever it can be made; the most frequent first.
  var suspects: [Suspect] {
    var seen: Set<Lead> = []
    var found: [Suspect] = []
    for line in exercise.lines.indices {
      for wrong in wrong(line) where wrong.mistake.isNamed {
        for lead in leads(wrong.label, at: line) where lead.scope == .everywhere {
          guard seen.insert(lead).inserted else { continue }
          let suspect = suspect(lead, named: wrong.mistake)
          // What changes nothing with these numbers is no mistake.
          let values = exercise.derived(making: [suspect])
          let isSeen = exercise.lines.indices.contains { line in
            let (a, b) = (values[line], exercise.values[line])
            return (a - b).magnitude > 1e-12 * Swift.max(a.magnitude, b.magnitude)
          }
          if isSeen { found.append(suspect) }
        }
      }
    }
    return found.sorted { $0.mistake.evidence.rawValue > $1.mistake.evidence.rawValue }
  }
}

extension Role.Kind {
  /// Whether it is listed with others of its kind, though it may be derived as soon as what it needs is there.
  fileprivate var comesRightAfter: Bool {
    switch self {
    case .totalWeightGradient, .totalBiasGradient, .newWeight, .newBias, .update: true
    case .weight, .bias, .weightedInput, .activation, .target, .cost, .penalty, .totalCost, .costSlope,
      .passed, .slope, .otherSlope, .error, .outputError, .weightGradient, .biasGradient, .share,
      .penaltySlope, .onward, .named, .localGradient, .derivative, .rate, .other:
      false
    }
  }
}
