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
  /// For lines, those that only say them again, as ∂C/∂b says ∂C/∂z.
  let copies: [Int: [Int]]
  private let made = Mutex<[Int: WrongFormulas]>([:])
  private let wholes = Mutex<[Whole]?>(nil)
  let leads = Mutex<Leads>(Leads())

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
    /// Which formula it is among those of its line: two rewritings may come to the same one.
    let number: Int
  }

  /// Those of one line.
  struct WrongFormulas: Sendable {
    var all: [Wrong] = []
    /// The first of each label.
    var places: [Label: Int] = [:]
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
    var copies: [Int: [Int]] = [:]
    for (number, line) in exercise.lines.enumerated() {
      if let own = exercise.line(of: exercise.plain(line.formula)) { copies[own, default: []].append(number) }
    }
    self.copies = copies
    var first: [Role: Int] = [:]
    places = exercise.lines.indices.map { [roles] line in
      guard roles.all[line].example != nil, roles.examples > 1 else { return nil }
      let role = roles.all[line].with(example: nil)
      let place = first[role] ?? line
      first[role] = place
      return place
    }
  }

  /// Where a line stands on paper: the new parameters, and what follows from them, after all derivatives.
  func placeOnPaper(_ line: Int) -> (Int, Int) {
    let step = exercise.lines[line].step
    let isOfStep = if case .update = step { true } else { step == nil && !exercise.lines[line].isCompound }
    return (isOfStep ? 1 : 0, rank[line])
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
  func wrong(_ line: Int) -> WrongFormulas {
    if let known = made.withLock({ $0[line] }) { return known }
    let role = roles.all[line]
    var wrong = WrongFormulas()
    if role.kind != .other {
      let rewriter = Rewriter(exercise, roles, line)
      var numbers: [Formula: Int] = [:]
      for (label, formula) in rewriter.found {
        guard let change = EntryFormula(formula, entries: exercise.entries) else { continue }
        let number = numbers[formula] ?? numbers.count
        numbers[formula] = number
        if wrong.places[label] == nil { wrong.places[label] = wrong.all.count }
        wrong.all.append(
          Wrong(
            label: label, formula: formula, change: change,
            mistake: label.mistake(in: role, of: roles, right: rewriter.right), number: number))
      }
    }
    made.withLock { $0[line] = wrong }
    return wrong
  }

  /// What a rewriting makes of a line, if it can be made there.
  func wrong(_ label: Label, in line: Int) -> Wrong? {
    let wrong = wrong(line)
    return wrong.places[label].map { wrong.all[$0] }
  }

  /// Kinds of lines that one way of thinking makes wrong at once.
  private static let jointKinds: [Set<Role.Kind>] = [
    [.cost, .costSlope], [.cost, .outputError], [.outputError, .error], [.weightGradient, .biasGradient],
    [.share, .totalCost, .totalWeightGradient, .totalBiasGradient],
    [.share, .totalWeightGradient, .totalBiasGradient], [.totalWeightGradient, .totalBiasGradient],
    [.newWeight, .newBias], [.activation, .slope],
  ]

  /// Groups of lines that go wrong together.
  let joint: [[Int]]

  /// The whole derivation of somebody who makes a mistake wherever it can be made, for each that has a name.
  var derivations: [Whole] {
    if let known = wholes.withLock({ $0 }) { return known }
    let all = suspects.map { Whole(suspect: $0, values: exercise.derived(making: [$0])) }
    wholes.withLock { $0 = all }
    return all
  }

  /// Every mistake with a name, wherever it can be made; the most frequent first.
  var suspects: [Suspect] {
    var seen: Set<Int> = []
    var found: [Suspect] = []
    for line in exercise.lines.indices {
      for wrong in wrong(line).all where wrong.mistake.isNamed {
        for key in keys(wrong.label, at: line) where key.scope == .everywhere {
          let lead = lead(key)
          guard seen.insert(lead.id).inserted else { continue }
          let suspect = Suspect(lead, named: wrong.mistake)
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
    case .totalWeightGradient, .totalBiasGradient, .newWeight, .newBias, .update, .newKept: true
    case .weight, .bias, .weightedInput, .activation, .target, .cost, .penalty, .totalCost, .costSlope,
      .passed, .slope, .otherSlope, .error, .outputError, .weightGradient, .biasGradient, .share,
      .penaltySlope, .onward, .named, .localGradient, .derivative, .kept, .constant, .rate, .other:
      false
    }
  }
}
