import Backprop
import Formulas
import Synchronization

/// Where a rewriting may have been made: everywhere, in a layer, in a place, in a line.
extension Catalog {
  /// A rewriting in certain lines, with what it makes of each.
  struct Lead: Sendable {
    /// The same for all that write the same formulas in the same lines.
    let id: Int
    let label: Label
    let scope: Suspect.Scope
    /// In the order of the lines.
    let changes: [(line: Int, wrong: Wrong)]
    /// The part of all who make the mistake that makes it in just these lines.
    let share: Double
  }

  /// A lead as it is met in a line, with its name there and how likely it is before any number is seen, as a logarithm.
  struct Candidate: Sendable {
    let lead: Lead
    let mistake: Mistake
    let prior: Double
  }

  /// What a lead is, before it is known what comes of it.
  struct Key: Hashable, Sendable {
    let label: Label
    let groups: [Int]
    let scope: Suspect.Scope
  }

  /// The leads that were looked at, kept for other sheets.
  struct Leads {
    fileprivate var byKey: [Key: Lead] = [:]
    fileprivate var ids: [[Int]: Int] = [:]
    fileprivate var candidates: [Int: [Candidate]] = [:]
  }

  /// The leads of a line, those that write the same once.
  func candidates(at line: Int) -> [Candidate] {
    if let known = shape.leads.withLock({ $0.candidates[line] }) { return known }
    var found: [Candidate] = []
    var places: [Int: Int] = [:]
    for wrong in wrong(line).all {
      for key in keys(wrong.label, at: line) {
        let lead = lead(key)
        let candidate = Candidate(
          lead: lead, mistake: wrong.mistake, prior: Self.prior(wrong.mistake, share: lead.share))
        if let place = places[lead.id] {
          // By its likelier name.
          if candidate.prior > found[place].prior { found[place] = candidate }
        } else {
          places[lead.id] = found.count
          found.append(candidate)
        }
      }
    }
    shape.leads.withLock { $0.candidates[line] = found }
    return found
  }

  /// Where a rewriting of a line may have been made: in lines of its kind, and of kinds that go with it.
  func keys(_ label: Label, at line: Int) -> [Key] {
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
        return Key(label: label, groups: family, scope: scope)
      }
    }
  }

  /// What comes of a rewriting in the lines of a lead.
  func lead(_ key: Key) -> Lead {
    if let known = shape.leads.withLock({ $0.byKey[key] }) { return known }
    let changes = lines(of: key).compactMap { line in
      wrong(key.label, in: line).map { (line: line, wrong: $0) }
    }
    let signature = changes.flatMap { [$0.line, $0.wrong.number] }
    let share = share(key)
    return shape.leads.withLock { leads in
      let id = leads.ids[signature] ?? leads.ids.count
      leads.ids[signature] = id
      let lead = Lead(id: id, label: key.label, scope: key.scope, changes: changes, share: share)
      leads.byKey[key] = lead
      return lead
    }
  }

  /// The lines where a lead may change something.
  private func lines(of key: Key) -> [Int] {
    if case .line(let line) = key.scope { return [line] }
    let all = key.groups.flatMap { groups[$0] }.sorted()
    switch key.scope {
    case .everywhere: return all
    case .layer(let layer): return all.filter { layers[$0] == layer }
    case .place(let place): return all.filter { places[$0] == place }
    case .line(let line): return [line]
    }
  }

  private func share(_ key: Key) -> Double {
    let all = key.groups.flatMap { groups[$0] }
    func count<Key: Hashable>(_ key: (Int) -> Key) -> Double { Double(Swift.max(1, Set(all.map(key)).count)) }
    return switch key.scope {
    case .everywhere: 0.45
    case .layer: 0.2 / count { layers[$0] }
    case .place: 0.35 / count { places[$0] }
    case .line: 0.14 / Double(all.count)
    }
  }

  /// How often a derivation has one of the mistakes that one source tells of.
  private static let commonness = 0.008

  /// The logarithm of how likely a mistake is before any number is seen, made in so large a part of all lines.
  static func prior(_ mistake: Mistake, share: Double) -> Double {
    Double.ln(commonness * mistake.evidence.rawValue * share)
  }
}

extension Suspect {
  /// A lead with its wrong formulas.
  init(_ lead: Catalog.Lead, named mistake: Mistake) {
    let changes = lead.changes.map { ($0.line, $0.wrong.change) }
    let formulas = lead.changes.map { ($0.line, $0.wrong.formula) }
    self.init(
      mistake: mistake, label: lead.label, scope: lead.scope,
      changes: Dictionary(uniqueKeysWithValues: changes),
      formulas: Dictionary(uniqueKeysWithValues: formulas))
  }
}
