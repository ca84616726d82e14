import Backprop
import Formulas

/// What is said of a number that follows from nothing: a mistake that explains it, several, or none.
struct Decision {
  let named: Marking.Finding?
  let possible: [Marking.Finding]
  /// What is taken for true from here on.
  let adopted: Supposition

  // Chosen on one half of many simulated students, and measured on the other.
  /// A mistake is named if it is so likely, so much likelier than the next, and so rarely met by chance.
  private static let (surely, ahead, luckOfNamed) = (0.9, 5.0, 1.0 / 500)
  /// Where hardly anything unknown gives these numbers as well, chance may have a larger part.
  private static let (hardly, luckOfOnlyOne) = (1e-3, 1.0 / 50)
  /// Of a number that stands alone nothing else shows whether it was met by chance.
  private static let luckAlone = 1.0 / 2_000
  /// And it may be one of at most three that are so likely each and together.
  private static let (mostPossible, perhaps, together, luckOfPossible) = (3, 0.05, 0.5, 1.0 / 10)

  /// One that explains the number, with all that are no other.
  private struct Group {
    /// The likeliest.
    let best: Search.Hypothesis
    var hypotheses: [Search.Hypothesis]
    var weight: Double
  }

  /// `workings` are formulas that were written before the number and give it.
  init(_ search: Search, _ workings: [Formula] = []) {
    let (met, values) = search.hypotheses()
    let worlds = Worlds(search)
    let working = Working(workings, in: search)
    let written = met.filter { working.gives($0, in: worlds) }
    // The wrong formula of the line stands there: no other is looked for, and a name says more than a kind of rewriting.
    let stated = written.filter { $0.suspect?.changes[search.line] != nil }
    let ofCatalog = stated.filter { $0.mistake?.isNamed ?? false }
    let found = [ofCatalog, stated, written].first { !$0.isEmpty } ?? met
    let unknowns = search.unknowns()
    // What a formula gives is not copied wrongly.
    let pen = workings.isEmpty ? search.slip() : nil
    let all = found + unknowns + [pen].compactMap { $0 }
    let best = all.max { $0.score < $1.score }
    let top = best?.score ?? 0
    func weight(of hypothesis: Search.Hypothesis) -> Double { Double.exp(hypothesis.score - top) }
    let sum = all.reduce(0) { $0 + weight(of: $1) }
    let groups = Self.groups(found + [pen].compactMap { $0 }, search, worlds, weight(of:))
    let unknown = unknowns.max { $0.score < $1.score }
    let candidates = (values + search.pens()).sorted { $0.value < $1.value }
    func finding(_ group: Group) -> Marking.Finding? {
      Self.finding(group, search, worlds, group.weight / sum)
    }
    func luck(_ group: Group) -> Double {
      search.luck(candidates, of: group.best) * Self.evidence(group.best, unknown, search)
    }
    let ofUnknowns = unknowns.reduce(0) { $0 + weight(of: $1) }
    // What gives the same numbers is no rival: it is said together.
    func isAlike(_ group: Group) -> Bool {
      groups.first.map { search.areAlike($0.best, group.best) } ?? false
    }
    let said = groups.filter(isAlike).prefix(Self.mostPossible)
    let weight = said.reduce(0) { $0 + $1.weight }
    let rivals = groups.filter { !isAlike($0) }.map(\.weight) + [ofUnknowns]
    let isAhead = weight >= Self.ahead * (rivals.max() ?? 0)
    let isAlone = search.hand.claims.count { $0 != nil } == 1
    let mostLuck =
      isAlone ? Self.luckAlone : ofUnknowns < Self.hardly * sum ? Self.luckOfOnlyOne : Self.luckOfNamed
    if let first = groups.first,
      !stated.isEmpty || (weight >= Self.surely * sum && isAhead && luck(first) <= mostLuck)
    {
      let findings = said.compactMap(finding)
      var named = findings.first
      for other in findings.dropFirst() where other.mistake.id != named?.mistake.id {
        named?.alikeHere.append(other)
      }
      (self.named, possible, adopted) = (named, [], first.best.supposition)
      return
    }
    let few = groups.filter { $0.weight >= Self.perhaps * sum && luck($0) <= Self.luckOfPossible }
      .prefix(Self.mostPossible)
    let isEnough = few.reduce(0) { $0 + $1.weight } >= Self.together * sum
    named = isEnough ? nil : search.ofAnother()
    possible = isEnough ? few.compactMap(finding) : []
    adopted = (isEnough ? few.first?.best : unknown)?.supposition ?? search.known
  }

  /// Hypotheses of one title, or with the same value in every exercise of this shape, are one finding.
  private static func groups(
    _ hypotheses: [Search.Hypothesis], _ search: Search, _ worlds: Worlds,
    _ weight: (Search.Hypothesis) -> Double
  ) -> [Group] {
    var groups: [(keys: Set<Key>, signatures: [[Double]], group: Group)] = []
    for hypothesis in hypotheses.sorted(by: { $0.score > $1.score }) {
      guard let mistake = hypothesis.mistake else { continue }
      let key = Key(
        id: mistake.id, label: mistake.isNamed ? nil : hypothesis.suspect?.label,
        group: search.catalog.groupOf[hypothesis.source])
      let signature = worlds.signature(of: hypothesis)
      let same = groups.indices.filter { number in
        groups[number].keys.contains(key)
          || groups[number].signatures.contains { Worlds.areEqual($0, signature) }
      }
      guard let first = same.first else {
        groups.append(
          ([key], [signature], Group(best: hypothesis, hypotheses: [hypothesis], weight: weight(hypothesis))))
        continue
      }
      groups[first].keys.insert(key)
      groups[first].signatures.append(signature)
      groups[first].group.hypotheses.append(hypothesis)
      groups[first].group.weight += weight(hypothesis)
      // What was two is one.
      for other in same.dropFirst().reversed() {
        let removed = groups.remove(at: other)
        groups[first].keys.formUnion(removed.keys)
        groups[first].signatures += removed.signatures
        groups[first].group.hypotheses += removed.group.hypotheses
        groups[first].group.weight += removed.group.weight
      }
    }
    return groups.map(\.group).sorted { $0.weight > $1.weight }
  }

  private struct Key: Hashable {
    let id: String
    let label: Label?
    let group: Int
  }

  /// A further line that is explained, and is not where nothing is known, is no luck.
  private static let ofFurtherLine = 0.02

  /// No line tells a value more closely than this, for lines follow from each other.
  private static let closest = 0.1

  /// By how much further lines make luck less likely: those that an unknown value leaves open, two at the most, and the one that
  /// tells its value most closely.
  private static func evidence(
    _ hypothesis: Search.Hypothesis, _ unknown: Search.Hypothesis?, _ search: Search
  ) -> Double {
    guard let unknown else { return 1 }
    let closeness = Swift.max(Self.closest, search.room(left: hypothesis, to: unknown))
    let open = Set(search.run.unexplained).subtracting(search.skipped)
    let left = Set(hypothesis.run.unexplained).subtracting(search.skipped)
    guard left.count * 3 <= open.count else { return closeness }
    let more = Set(unknown.run.unexplained).subtracting(left).subtracting(search.skipped)
      .subtracting([search.line])
    return (0..<Swift.min(2, more.count)).reduce(closeness) { luck, _ in luck * ofFurtherLine }
  }

  private static func finding(
    _ group: Group, _ search: Search, _ worlds: Worlds, _ likelihood: Double
  ) -> Marking.Finding? {
    // A name says more than a kind of rewriting that comes to the same.
    let first = group.hypotheses.first { $0.mistake?.isNamed ?? false } ?? group.hypotheses.first
    guard let first, let mistake = first.mistake else { return nil }
    var alike: [Mistake] = []
    let own = worlds.signature(of: first)
    for hypothesis in group.hypotheses where Worlds.areEqual(worlds.signature(of: hypothesis), own) {
      guard let other = hypothesis.mistake, other.isNamed, other.id != mistake.id,
        !alike.contains(where: { $0.id == other.id })
      else { continue }
      alike.append(other)
    }
    // That one layer alone shows a mistake is said only if another layer has such answers.
    let layer = first.suspect?.layer.flatMap {
      search.hasSuchAnswers(besidesLayer: $0, first.source) ? $0 : nil
    }
    return Marking.Finding(
      mistake: mistake, alike: alike, source: first.source, formulas: first.suspect?.formulas ?? [:],
      foreseen: first.value, likelihood: Swift.min(1, likelihood), layer: layer,
      isOfAnother: false)
  }
}

extension Search {
  /// Whether another layer has answers of the kind of this line, or of the one that a mistake was made in.
  fileprivate func hasSuchAnswers(besidesLayer layer: Int, _ source: Int) -> Bool {
    let groups: Set = [catalog.groupOf[line], catalog.groupOf[source]]
    return hand.claims.indices.contains { other in
      hand.claims[other] != nil && groups.contains(catalog.groupOf[other]) && catalog.layers[other] != layer
    }
  }
}
