import Backprop

/// What is supposed of a person's derivation: lines with a wrong formula, and lines whose value was another.
struct Supposition {
  /// Wrong formulas by their lines.
  var changes: [Int: EntryFormula] = [:]
  /// Values of lines for which nothing was written, whatever they came from.
  var values: [Int: Belief] = [:]

  /// Both; what was there goes first.
  func adding(_ other: Supposition) -> Supposition {
    Supposition(
      changes: changes.merging(other.changes) { first, _ in first },
      values: values.merging(other.values) { first, _ in first })
  }
}

/// A person's derivation gone through line by line, on a supposition.
///
/// Every line is evaluated on the numbers before it: those that were written, and where none was, those that follow.
struct Run {
  /// What became of a line.
  enum State {
    case unwritten
    /// By its rule, from what was written before.
    case follows
    /// By the wrong formula that is supposed.
    case mistaken
    /// From what was meant before it, where something else was written.
    case fromMeant
    /// It is right, and follows from nothing that was written.
    case fromElsewhere
    case unexplained
  }

  private(set) var beliefs: [Belief]
  /// Where a number follows from nothing, what was meant in its place, and what follows from that.
  private var meant: [Belief?]
  /// What each line comes to on the numbers before it, whatever was written there.
  private(set) var foreseen: [Belief]
  private(set) var states: [State]
  private var likelihoods: [Double]
  /// How often a wrong formula was supposed, and the right one fits.
  private(set) var avoided = 0

  /// Goes through all lines, or to an end; where nothing differs from a run before, that is kept.
  init(_ hand: Handwriting, supposing supposition: Supposition, after base: Run? = nil, to end: Int? = nil) {
    let exercise = hand.exercise
    let (lines, entries) = (exercise.lines.count, exercise.values.count)
    if let base {
      self = base
      avoided = 0
    } else {
      let givens = exercise.givens.map { Belief(exactly: $0.middle) }
      beliefs = [Belief](repeating: Belief(exactly: .nan), count: lines) + givens
      meant = [Belief?](repeating: nil, count: entries)
      foreseen = [Belief](repeating: Belief(exactly: .nan), count: lines)
      states = [State](repeating: .unwritten, count: lines)
      likelihoods = [Double](repeating: 0, count: lines)
    }
    var isTouched = [Bool](repeating: base == nil, count: entries)
    var isMistaken = [Bool](repeating: false, count: entries)
    for line in 0..<Swift.min(end ?? lines, lines) {
      let rule = hand.rules[line]
      let (change, value) = (supposition.changes[line], supposition.values[line])
      let isLong = rule.shortcut != nil && rule.formula.needs.contains { isMistaken[$0] }
      isMistaken[line] =
        change != nil || value != nil
        || (hand.claims[line] == nil && rule.formula.needs.contains { isMistaken[$0] })
      let again = (hand.copies[line] ?? []).filter { supposition.changes[$0] == nil }
      guard
        base == nil || change != nil || value != nil || rule.needs.contains(where: { isTouched[$0] })
          || again.count < hand.copies[line]?.count ?? 0
      else { continue }
      let (belief, other) = (beliefs[line], meant[line])
      for moved in take(line, hand, rule, change, value, again, isLong: isLong) { isTouched[moved] = true }
      isTouched[line] = base == nil || beliefs[line] != belief || meant[line] != other
    }
  }

  /// Goes on by a line; which lines before it are believed to have another value because of its number.
  private mutating func take(
    _ line: Int, _ hand: Handwriting, _ rule: Rule, _ change: EntryFormula?, _ value: Belief?,
    _ again: [Int], isLong: Bool
  ) -> [Int] {
    meant[line] = nil
    likelihoods[line] = 0
    let written = hand.claims[line]?.value
    let right = value ?? self.value(of: rule, isLong: isLong, hand) { beliefs[$0] }.settled(by: written)
    let wrong = change.map { change in change.reach { beliefs[$0] }.settled(by: written) }
    foreseen[line] = wrong ?? right
    let needs = change?.needs ?? rule.formula.needs
    let hasMeant = needs.contains { meant[$0] != nil }
    func onMeant() -> Belief {
      func believed(_ entry: Int) -> Belief { meant[entry] ?? beliefs[entry] }
      return (change.map { $0.reach(believed) } ?? self.value(of: rule, isLong: isLong, hand, believed))
        .settled(by: written)
    }
    guard let claim = hand.claims[line] else {
      let isCopy = value != nil || (change ?? rule.formula).isCopy
      beliefs[line] = again.reduce(hand.unwritten(wrong ?? right, isCopy: isCopy)) {
        hand.unwritten($0, saidAgainIn: $1)
      }
      if hasMeant { meant[line] = hand.unwritten(onMeant(), isCopy: isCopy) }
      states[line] = .unwritten
      return []
    }
    let size = needs.reduce(0) { Swift.max($0, beliefs[$1].point.magnitude) }
    func fit(_ value: Belief) -> Double? { hand.likelihood(of: claim, for: value, largestInput: size) }
    let own = fit(right)
    if let wrong, let fit = fit(wrong), fit >= own ?? -.infinity {
      // A number that is right all the same is no mistake.
      believe(claim, wrong, hand, line, own == nil ? .mistaken : .follows, fit)
      // Who is wrong in one line may go on with what is right.
      if own == nil, right.point.isFinite { meant[line] = right }
      return change.map { settle(claim, wrong, by: $0, hand) } ?? []
    } else if let own {
      if wrong != nil { avoided += 1 }
      foreseen[line] = right
      believe(claim, right, hand, line, .follows, own)
      return value == nil ? settle(claim, right, by: rule.formula, hand) : []
    } else if hasMeant, let other = fit(onMeant()) {
      foreseen[line] = onMeant()
      believe(claim, onMeant(), hand, line, .fromMeant, other + Self.asMeant)
    } else if hand.isTrue(claim, at: line) {
      believe(claim, nil, hand, line, .fromElsewhere, Self.fromElsewhere)
    } else {
      let value = wrong ?? right
      believe(
        claim, nil, hand, line, .unexplained,
        Handwriting.unexplained(claim, for: value.point.isFinite ? value.point : hand.values[line]))
      meant[line] = value.point.isFinite ? value : nil
    }
    return []
  }

  /// Where a number lies beside what the points come to, so does what it was worked out from: the points of lines
  /// without a number move within their bounds, each by its part in the bounds of this one.
  ///
  /// What was rounded once on the way is then not held against every line after it.
  private mutating func settle(
    _ claim: Claim, _ value: Belief, by formula: EntryFormula, _ hand: Handwriting
  ) -> [Int] {
    let miss = hand.middle(claim) - value.point
    guard miss.magnitude > claim.unit / 2 else { return [] }
    let open = formula.needs.filter {
      $0 < hand.claims.count && hand.claims[$0] == nil && beliefs[$0].width > 0
    }
    let moves = open.map { need in
      func end(_ end: Double) -> Double { formula.value { $0 == need ? end : beliefs[$0].point } }
      return end(beliefs[need].high) - end(beliefs[need].low)
    }
    let all = moves.reduce(0) { $0 + Double.square($1) }
    guard all > 0, all.isFinite else { return [] }
    for (need, move) in zip(open, moves) {
      let belief = beliefs[need]
      beliefs[need].point = Swift.min(
        Swift.max(belief.low, belief.point + belief.width * miss * move / all), belief.high)
    }
    return open
  }

  /// The logarithm of how likely it is to go on with what was meant, where something else was written.
  private static let asMeant = Double.ln(0.3)
  /// Of a number that is right, and follows from nothing that was written.
  private static let fromElsewhere = Double.ln(0.02)

  /// What a line's rule gives, by either way; by the long one alone where something on it is mistaken.
  private func value(
    of rule: Rule, isLong: Bool, _ hand: Handwriting, _ belief: (Int) -> Belief
  ) -> Belief {
    guard let shortcut = rule.shortcut, !isLong else { return rule.formula.reach(belief) }
    let open = rule.formula.needs.filter { $0 < hand.claims.count && hand.claims[$0] == nil }
    // What numbers on the long way come from moves the short one as well: beside it, only their own roundings move them.
    let long = rule.formula.reach { open.contains($0) ? roundedOnce($0, belief($0)) : belief($0) }
    var short = shortcut.reach(belief)
    // Where the long way loses its digits, the short one says where the number is.
    guard long.point.isFinite, long.width <= 64 * Swift.max(short.width, short.point.magnitude) else {
      return short
    }
    if !open.isEmpty {
      short.low -= Swift.max(0, long.point - long.low)
      short.high += Swift.max(0, long.high - long.point)
    }
    return Belief(
      short.point, low: Swift.min(long.low, short.low), high: Swift.max(long.high, short.high))
  }

  /// What is believed of a line without a number, with no more room than its own rounding leaves it.
  private func roundedOnce(_ line: Int, _ belief: Belief) -> Belief {
    let (low, high) = (foreseen[line].low - beliefs[line].low, beliefs[line].high - foreseen[line].high)
    return Belief(
      belief.point, low: belief.point - Swift.max(0, low), high: belief.point + Swift.max(0, high))
  }

  /// The person goes on with what was written, or with what it was rounded from, if that is known.
  private mutating func believe(
    _ claim: Claim, _ value: Belief?, _ hand: Handwriting, _ line: Int, _ state: State, _ likelihood: Double
  ) {
    states[line] = state
    likelihoods[line] = likelihood
    let (x, source) = (claim.value, hand.source(claim))
    guard let value else {
      beliefs[line] = Belief(x, low: source.low, high: source.high)
      return
    }
    let (low, high) = (Swift.max(source.low, value.low), Swift.min(source.high, value.high))
    beliefs[line] =
      low <= high ? Belief(x, low: Swift.min(x, low), high: Swift.max(x, high)) : Belief(exactly: x)
  }
}

extension Run {
  /// Whether a line has no number, and is known only up to the rounding of it.
  func isOpen(_ line: Int) -> Bool {
    states.indices.contains(line) && states[line] == .unwritten && beliefs[line].width > 0
  }

  /// The lines whose number nothing explains.
  var unexplained: [Int] { states.indices.filter { states[$0] == .unexplained } }

  /// That something is left unexplained is unlikely, however much it is, and that it is in just this one of the lines.
  private static let forLeft = Double.ln(0.1)
  private static let forAvoided = Double.ln(0.05)

  /// The logarithm of how likely all that was written is, of these lines left unexplained and others of which no more is
  /// asked.
  func score(besides skipped: Set<Int> = []) -> Double {
    let explained = likelihoods.reduce(0, +) + Double(avoided) * Self.forAvoided
    guard unexplained.contains(where: { !skipped.contains($0) }) else { return explained }
    return explained + Self.forLeft - Double.ln(Double(states.count { $0 != .unwritten }))
  }
}
