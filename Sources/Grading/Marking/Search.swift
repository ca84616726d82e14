import Backprop
import Formulas

/// Looks for what explains the first number that follows from nothing.
struct Search {
  let catalog: Catalog
  let hand: Handwriting
  /// What is known of the person already.
  let known: Supposition
  /// Lines that were looked at before.
  let skipped: Set<Int>
  let run: Run
  /// The line, what was written there, and what follows there.
  let line: Int
  let claim: Claim
  let right: Belief
  /// The line, and those without a number that have a say in it, in their order; and where each stands in it.
  private let cone: [Int]
  private let placeInCone: [Int: Int]
  /// Which of the cone each line of it needs.
  private let needs: [[Int]]

  init?(
    _ catalog: Catalog, _ hand: Handwriting, _ known: Supposition, _ skipped: Set<Int>, _ run: Run,
    at line: Int
  ) {
    guard let claim = hand.claims[line] else { return nil }
    (self.catalog, self.hand, self.known, self.skipped) = (catalog, hand, known, skipped)
    (self.run, self.line, self.claim, right) = (run, line, claim, run.foreseen[line])
    var reached: Set = [line]
    var open = [line]
    while let next = open.popLast() {
      let needs = hand.rules[next].needs + (known.changes[next]?.needs ?? [])
      for need in needs where need < hand.claims.count && hand.claims[need] == nil {
        if reached.insert(need).inserted { open.append(need) }
      }
    }
    cone = reached.sorted()
    let places = Dictionary(uniqueKeysWithValues: cone.enumerated().map { ($1, $0) })
    placeInCone = places
    needs = cone.map { line in
      (known.changes[line] ?? hand.rules[line].formula).needs.compactMap { places[$0] }
    }
  }

  /// One way to explain the number.
  struct Hypothesis {
    let mistake: Mistake?
    let suspect: Suspect?
    let supposition: Supposition
    let prior: Double
    let run: Run
    let score: Double
    /// The line where the wrong formula stands.
    let source: Int
    /// What it comes to in the line.
    let value: Double
  }

  /// What the line comes to on the points, if lines on the way to it have other formulas, or one another value, by their
  /// places in the cone.
  private func value(
    _ changes: [(place: Int, formula: EntryFormula)], fixed: (place: Int, value: Double)? = nil
  ) -> Double {
    guard let first = fixed?.place ?? changes.first?.place else { return right.point }
    var points = [Double?](repeating: nil, count: cone.count)
    var next = 0
    for place in first..<cone.count {
      if let fixed, fixed.place == place {
        points[place] = fixed.value
        continue
      }
      var formula = known.changes[cone[place]] ?? hand.rules[cone[place]].formula
      if next < changes.count, changes[next].place == place {
        formula = changes[next].formula
        next += 1
      } else if !needs[place].contains(where: { points[$0] != nil }) {
        continue
      }
      points[place] = formula.value { entry in
        (placeInCone[entry].flatMap { points[$0] }) ?? run.beliefs[entry].point
      }
    }
    return points[cone.count - 1] ?? right.point
  }

  /// How far from the point a number may lie that still follows.
  private func room(at value: Double) -> Double {
    let scale = right.point == 0 || !right.point.isFinite ? 1 : (value / right.point).magnitude
    return (right.width.isFinite ? right.width : 0) * Swift.max(1, Swift.min(scale, 1e3))
  }

  /// The most wrong formulas on the way to a line that are looked at.
  private static let mostLeads = 20_000

  /// Goes through all that a mistake could give the line: the mistake, the line where it is made, and the value.
  func forEachLead(_ body: (_ candidate: Catalog.Candidate, _ source: Int, _ value: Double) -> Void) {
    var seen: Set<Int> = []
    for source in cone.reversed() where known.changes[source] == nil && known.values[source] == nil {
      for candidate in catalog.candidates(at: source) {
        guard seen.count < Self.mostLeads, seen.insert(candidate.lead.id).inserted else { continue }
        let value = value(
          candidate.lead.changes.compactMap { line, wrong in placeInCone[line].map { ($0, wrong.change) } })
        if value.isFinite { body(candidate, source, value) }
      }
    }
  }

  /// Every value that a mistake could give the line, with how likely it is before; and those that explain the number.
  func hypotheses() -> (found: [Hypothesis], values: [(value: Double, prior: Double)]) {
    var values: [(value: Double, prior: Double)] = []
    var found: [Hypothesis] = []
    forEachLead { candidate, source, value in
      values.append((value, candidate.prior))
      guard (value - claim.value).magnitude <= 2 * room(at: value) + 2 * claim.unit else { return }
      let suspect = Suspect(candidate.lead, named: candidate.mistake)
      if let hypothesis = hypothesis(suspect, candidate.prior, source, value) { found.append(hypothesis) }
    }
    return (found, values)
  }

  private func hypothesis(_ suspect: Suspect, _ prior: Double, _ source: Int, _ value: Double) -> Hypothesis?
  {
    let supposition = known.adding(Supposition(changes: suspect.changes))
    let run = Run(hand, supposing: supposition, after: self.run)
    guard run.states[line] != .unexplained,
      run.states[line] != .fromElsewhere,
      !self.run.states.indices.prefix(line).contains(where: {
        run.states[$0] == .unexplained && self.run.states[$0] != .unexplained
      })
    else { return nil }
    // What goes on with what was meant does not come from the number before it.
    return Hypothesis(
      mistake: suspect.mistake, suspect: suspect, supposition: supposition, prior: prior, run: run,
      score: prior + run.score(besides: skipped), source: source,
      value: run.states[line] == .fromMeant ? run.foreseen[line].point : value)
  }

  /// What may be written for a number by a slip of the pen, with how likely each is, as a logarithm.
  func pens() -> [(value: Double, prior: Double)] {
    let v = right.point
    guard v.isFinite, v != 0 else { return [] }
    let all = Double.ln(0.004)
    var pens = [
      (-v, all + Double.ln(0.25)), (v * 10, all + Double.ln(0.1)), (v / 10, all + Double.ln(0.1)),
    ]
    for swapped in claim.neighboursExchanged { pens.append((swapped, all + Double.ln(0.3))) }
    return pens
  }

  /// The number as a slip of the pen: what was written is a way to write what follows.
  func slip() -> Hypothesis? {
    for (value, prior) in pens() {
      let isExchange = claim.neighboursExchanged.contains(value)
      let off = isExchange ? (value - right.point).magnitude : (value - claim.value).magnitude
      guard off <= claim.unit * 0.51 + right.width else { continue }
      let supposition = known.adding(Supposition(values: [line: Belief(exactly: claim.value)]))
      let run = Run(hand, supposing: supposition, after: self.run)
      return Hypothesis(
        mistake: .pen, suspect: nil, supposition: supposition, prior: prior, run: run,
        score: prior + run.score(besides: skipped), source: line, value: value)
    }
    return nil
  }

  /// Whether two give the same numbers in all lines that are there, to half a unit of what was written: these cannot tell them
  /// apart.
  func areAlike(_ one: Hypothesis, _ other: Hypothesis) -> Bool {
    guard one.value.isNear(other.value, within: claim.unit / 2) else { return false }
    return hand.claims.indices.allSatisfy { next in
      guard next != line, let claim = hand.claims[next] else { return true }
      return (one.run.states[next] == .unexplained) == (other.run.states[next] == .unexplained)
        && one.run.foreseen[next].point.isNear(other.run.foreseen[next].point, within: claim.unit / 2)
    }
  }

  /// What is not known: that the number comes from nowhere, or one without which it would be right.
  func unknowns() -> [Hypothesis] {
    var unknowns = [
      Hypothesis(
        mistake: nil, suspect: nil, supposition: known, prior: 0, run: run,
        score: run.score(besides: skipped), source: line, value: right.point)
    ]
    for need in cone.reversed().dropFirst().prefix(Self.mostUnknowns) where known.values[need] == nil {
      guard let (value, width) = solved(need) else { continue }
      let own = run.beliefs[need].point
      let density = Handwriting.density(of: value, for: own, unit: width)
      let prior = Double.ln(0.005 * Swift.min(0.9, density * width))
      let belief = Belief(value, low: value - width / 2, high: value + width / 2)
      let supposition = known.adding(Supposition(values: [need: belief]))
      let run = Run(hand, supposing: supposition, after: self.run)
      guard run.states[line] != .unexplained else { continue }
      unknowns.append(
        Hypothesis(
          mistake: nil, suspect: nil, supposition: supposition, prior: prior, run: run,
          score: prior + run.score(besides: skipped), source: need, value: claim.value))
    }
    return unknowns
  }

  private static let mostUnknowns = 60
  private static let mostSteps = 12

  /// The value of a line without a number that would make this one right, and to what it is known.
  private func solved(_ need: Int) -> (value: Double, width: Double)? {
    let start = run.beliefs[need].point
    guard start.isFinite, right.point.isFinite, let place = placeInCone[need] else { return nil }
    var (x0, y0) = (start, right.point)
    var x1 = start == 0 ? 0.01 : start * 1.01
    for _ in 0..<Self.mostSteps {
      let y1 = value([], fixed: (place, x1))
      guard y1.isFinite, y1 != y0 else { return nil }
      let slope = (y1 - y0) / (x1 - x0)
      if (y1 - claim.value).magnitude <= claim.unit / 4 {
        let width = (claim.unit + right.width) / slope.magnitude
        return width.isFinite && width > 0 ? (x1, width) : nil
      }
      let next = x1 + (claim.value - y1) / slope
      guard next.isFinite else { return nil }
      (x0, y0, x1) = (x1, y1, next)
    }
    return nil
  }

  /// How likely a random number would come as near to one of the values that say as much as this one: a value says the more,
  /// the likelier it is before, and the more seldom a random number comes near it.
  func luck(_ values: [(value: Double, prior: Double)], of hypothesis: Hypothesis) -> Double {
    let near = 2 * (hypothesis.value - claim.value).magnitude + claim.unit
    // Those that are met together, with how likely they are before, and how likely a random number meets them.
    var met: [(prior: Double, chance: Double)] = []
    var (own, least, last) = (0, Double.infinity, -Double.infinity)
    for (value, prior) in values {
      let width = Swift.min(near, claim.unit + Swift.min(room(at: value), value.magnitude))
      if value - last > width / 2 {
        last = value
        let density = Handwriting.density(of: value, for: right.point, unit: claim.unit)
        met.append((0, Swift.min(1, density * width)))
      }
      met[met.count - 1].prior += Double.exp(prior)
      let off = (value - hypothesis.value).magnitude
      if off < least { (own, least) = (met.count - 1, off) }
    }
    guard met.indices.contains(own) else { return 0 }
    let says = met[own].prior / met[own].chance * (1 - 1e-9)
    return met.reduce(0) { $1.prior >= says * $1.chance ? $0 + $1.chance : $0 }
  }

  /// Beside the number itself, how much less room the line that tells it most closely leaves a hypothesis than an unknown value:
  /// of a random value so small a part would do.
  func room(left by: Hypothesis, to unknown: Hypothesis) -> Double {
    hand.claims.indices.reduce(1) { least, next in
      guard next != line, let claim = hand.claims[next], claim.unit > 0,
        by.run.states[next] != .unexplained, unknown.run.states[next] != .unexplained
      else { return least }
      let part = (by.run.foreseen[next].width + claim.unit) / (unknown.run.foreseen[next].width + claim.unit)
      return part.isFinite ? Swift.min(least, part) : least
    }
  }
}

extension Search {
  /// With fewer digits a number may come out of some derivation by chance.
  private static let tellingDigits = 6

  /// The mistake with which a whole derivation, from the beginning, gives this number, which the lines before it do not: as when
  /// a program did the rest.
  func ofAnother() -> Marking.Finding? {
    guard claim.digits >= Self.tellingDigits else { return nil }
    let truth = hand.values[line]
    let fitting = catalog.derivations.filter { whole in
      (whole.values[line] - claim.value).magnitude <= claim.unit * 0.51
        && (whole.values[line] - truth).magnitude > claim.unit
    }
    guard let first = fitting.first?.suspect, let source = first.formulas.keys.min(),
      fitting.allSatisfy({ $0.suspect.mistake.id == first.mistake.id })
    else { return nil }
    return Marking.Finding(
      mistake: first.mistake, alike: [], source: source, formulas: first.formulas,
      foreseen: fitting.first?.values[line] ?? claim.value, likelihood: 1, layer: nil, isOfAnother: true)
  }
}

extension Double {
  /// Whether a number is the same but for the arithmetic of the computer, or differs by no more than so much.
  fileprivate func isNear(_ other: Double, within margin: Double) -> Bool {
    (self - other).magnitude <= Swift.max(margin, 1e-9 * Swift.max(magnitude, other.magnitude))
  }
}
