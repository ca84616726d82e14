import Backprop

/// The verdicts on all numbers, taken from the run of what explains them best.
struct Verdicts {
  private(set) var verdicts: [Verdict?]
  /// What each line comes out wrong by: lines that were looked at.
  private(set) var causes: [Set<Int>]
  /// For lines with a wrong formula of their own, the line that was looked at because of it.
  private(set) var owners: [Int: Int] = [:]
  private var isWorthless: [Bool]
  private let hand: Handwriting
  private let asked: Int

  /// `order` is that of the derivation, `owners` says which of the lines that were looked at is behind a wrong formula, or a wrong value.
  init(
    _ run: Run, _ hand: Handwriting, _ known: Supposition, owners: [Int: Int], in order: [Int],
    asked: Int
  ) {
    let exercise = hand.exercise
    (self.hand, self.asked) = (hand, asked)
    verdicts = [Verdict?](repeating: nil, count: exercise.lines.count)
    causes = [Set<Int>](repeating: [], count: exercise.values.count)
    isWorthless = [Bool](repeating: false, count: exercise.values.count)
    // Lines without a number where a mistake was made, on the way to each; and those that a number has shown.
    var hidden = [Set<Int>](repeating: [], count: exercise.values.count)
    var shown: Set<Int> = []
    let filler = Self.filler(hand.claims)
    for line in order {
      let isChanged = known.changes[line] != nil || known.values[line] != nil
      var needs = (known.changes[line] ?? hand.rules[line].formula).needs
      // Where the right formula gives the number as well, it may come from what is wrong before it.
      if isChanged, run.states[line] == .follows { needs += hand.rules[line].formula.needs }
      guard let claim = hand.claims[line] else {
        for need in needs {
          causes[line].formUnion(causes[need])
          hidden[line].formUnion(hidden[need])
          if isWorthless[need] { isWorthless[line] = true }
        }
        if isChanged {
          hidden[line].insert(line)
          if let owner = owners[line] { causes[line].insert(owner) }
        }
        continue
      }
      let value = run.foreseen[line].point
      let truth = hand.values[line]
      let isSame = (value - truth).magnitude <= 1e-12 * truth.magnitude
      let news = needs.reduce(into: Set<Int>()) { $0.formUnion(hidden[$1]) }.subtracting(shown)
      let state = known.values[line] == nil ? run.states[line] : .unexplained
      switch state {
      case .unwritten: continue
      case .unexplained:
        verdicts[line] = .wrong
        causes[line] = [owners[line] ?? line]
      // A number that is right all the same is no mistake.
      case .fromElsewhere: verdicts[line] = right(claim, at: line, run)
      case .mistaken, .fromMeant:
        causes[line] = needs.reduce(into: []) { $0.formUnion(causes[$1]) }
        if hand.isTrue(claim, at: line) {
          causes[line] = []
          verdicts[line] = right(claim, at: line, run)
        } else if state == .mistaken || known.changes[line] != nil {
          // A wrong formula is one on what was meant, too.
          verdicts[line] = .wrong
          self.owners[line] = owners[line] ?? line
          causes[line].insert(owners[line] ?? line)
        } else if causes[line].isEmpty || run.foreseen[line].widened(by: claim.unit).holds(truth) {
          causes[line] = []
          verdicts[line] = right(claim, at: line, run)
        } else {
          verdicts[line] = .carriedForward
        }
      case .follows:
        for need in needs { causes[line].formUnion(causes[need]) }
        if causes[line].isEmpty || isSame {
          causes[line] = []
          verdicts[line] = right(claim, at: line, run)
        } else if news.isEmpty {
          verdicts[line] = .carriedForward
          // What goes on from a number that is right in all its digits is no worse for the way to it.
          if claim.digits >= asked, hand.isTrue(claim, at: line) { causes[line] = [] }
        } else {
          verdicts[line] = .wrong
          shown.formUnion(news)
        }
      }
      let isFew = verdicts[line] == .tooFewDigits && claim.digits < 2
      isWorthless[line] =
        isFew || (claim.value == 0 && truth != 0)
        || (claim.value == filler && (truth - claim.value).magnitude > 1e-9 * truth.magnitude)
        || (needs.contains { isWorthless[$0] } && !isExactly(claim, truth)
          && !(verdicts[line] == .correct && hand.isTrue(claim, at: line)))
    }
  }

  /// A number that fills more than half of six lines or more.
  private static func filler(_ claims: [Claim?]) -> Double? {
    let values = claims.compactMap { $0?.value }
    guard values.count >= 6 else { return nil }
    let counts = values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return counts.first { $0.value * 2 > values.count }?.key
  }

  private func isExactly(_ claim: Claim, _ value: Double) -> Bool {
    (claim.value - value).magnitude <= 1e-9 * value.magnitude
  }

  /// What follows: whether it has the digits that are asked for.
  private func right(_ claim: Claim, at line: Int, _ run: Run) -> Verdict {
    let truth = hand.values[line]
    let foreseen = run.foreseen[line]
    // What this number only says again was narrowed by it.
    let before = hand.rules[line].formula.needs.first { hand.copies[$0]?.contains(line) ?? false }
    let point = run.foreseen[before ?? line].point
    // Few numbers have no excuse in the rounding of those that are not there: only in that of the numbers before them.
    if hand.areFew, hand.rules[line].formula.needs.contains(where: { run.isOpen($0) }),
      (claim.value - point).magnitude > Swift.max(claim.unit, point.unit(digits: asked))
        * (1 + 1e-6)
    {
      return .tooFewDigits
    }
    if claim.digits >= asked || isExactly(claim, truth) || isExactly(claim, foreseen.point) {
      return .correct
    }
    // A number that is given, such as the weight before a step, is not what the step comes to.
    let isGiven = hand.rules[line].formula.needs.contains {
      $0 >= hand.claims.count && hand.values[$0] == claim.value
    }
    // Zeros at the end may be left out: 0.5 of 0.5000.
    let unit = truth.unit(digits: asked)
    return !isGiven && unit > 0 && (claim.value - truth).magnitude <= unit / 2 * (1 + 1e-6)
      ? .correct : .tooFewDigits
  }

  /// What a number is worth.
  func points(of line: Int) -> Double {
    guard let verdict = verdicts[line], !isWorthless[line] else { return 0 }
    return switch verdict {
    case .correct, .carriedForward: 1
    case .tooFewDigits: 0.5
    case .wrong: 0
    }
  }
}
