import Backprop

/// A person's derivation gone through line by line, on the supposition that certain mistakes were made.
///
/// Every line is evaluated on the numbers before it: those that were written, and where none was, those that follow.
struct Run {
  /// The numbers as they were written.
  private var written: Mind
  /// The numbers as they were meant, where one of those written follows from nothing: some people miswrite a number, and go
  /// on with the right one.
  private var meant: Mind?
  /// What each line comes to on the numbers before it, whatever was written there.
  private(set) var foreseen: [Double]
  /// The logarithm of how likely the written numbers are.
  private(set) var likelihood = 0.0
  /// The lines whose number nothing explains.
  private(set) var unexplained: [Int] = []
  /// Those where it is near enough for a rounding that was too early.
  private(set) var nearby: [Int] = []
  /// Those where it is possible, if many roundings went the same way, and more than a unit from what is likely.
  private(set) var doubtful: [Int] = []
  /// Those that follow from what was meant before them, and not from what was written.
  private(set) var fromMeant: Set<Int> = []
  /// The lines where a mistake was made, as their own number says, or as nothing says otherwise.
  private(set) var mistaken: Set<Int> = []
  /// How many numbers say that a mistake was not made where it could have been.
  private(set) var avoided = 0
  /// Whether a line without a number has to do with a mistake.
  private var isTouched: [Bool]
  /// The line that comes next.
  private(set) var next = 0
}

/// What is known of a person's numbers, and how they are gone through.
struct Handwriting {
  let exercise: Exercise
  let claims: [Claim?]
  /// How many significant digits the person works with.
  let digits: Int

  /// Before the first line.
  var start: Run { Run(givens: exercise.givens, lines: exercise.lines.count) }

  /// The lines that have a say in a line's number, by way of lines without a number: itself among them.
  func reach(_ line: Int, supposing suspects: [Suspect]) -> Set<Int> {
    var reached: Set = [line]
    var open = [line]
    while let next = open.popLast() {
      let changed = suspects.lazy.compactMap { $0.change(at: next)?.needs }.first ?? []
      for need in exercise.rules[next].needs + changed where need < claims.count && claims[need] == nil {
        if reached.insert(need).inserted { open.append(need) }
      }
    }
    return reached
  }

  /// Goes on to a line, and stops before it.
  func advance(_ run: inout Run, supposing suspects: [Suspect], to end: Int) {
    while run.next < end { run.take(self, suspects) }
  }
}

extension Run {
  init(givens: [Interval], lines: Int) {
    written = Mind(givens: givens, lines: lines)
    foreseen = [Double](repeating: .nan, count: lines)
    isTouched = [Bool](repeating: false, count: lines + givens.count)
  }

  /// Whether every number follows from those before it.
  var isPossible: Bool { unexplained.isEmpty && nearby.isEmpty }

  /// How well it explains all there is: with the priors of the mistakes, and less for each that was made only at times.
  ///
  /// Numbers that are those of a habit from the first to the last are at least as likely as the habit.
  func score(_ suspects: [Suspect], _ hand: Handwriting, isHabitual: Bool) -> Double {
    let fit = isHabitual ? Swift.max(likelihood, hand.likelihoodOfHabit) : likelihood
    return suspects.reduce(fit) { $0 + $1.prior } - Swift.min(Double(avoided), 2)
  }

  /// Goes through the next line.
  fileprivate mutating func take(_ hand: Handwriting, _ suspects: [Suspect]) {
    let line = next
    next += 1
    let rule = hand.exercise.rules[line]
    let change = suspects.lazy.compactMap { $0.change(at: line) }.first
    let isTouchedBefore = rule.formula.needs.contains { isTouched[$0] }
    func value(in mind: Mind) -> Mind.Value {
      change.map(mind.value) ?? mind.value(rule, longWayOnly: isTouchedBefore)
    }
    guard let claim = hand.claims[line] else {
      let own = value(in: written)
      let digits = change == nil && rule.formula.isCopy ? nil : hand.digits
      if change != nil { mistaken.insert(line) }
      isTouched[line] = change != nil || isTouchedBefore
      foreseen[line] = own.point
      if let meant { self.meant?.suppose(value(in: meant), at: line, digits: digits) }
      written.suppose(own, at: line, digits: digits)
      return
    }
    let right = written.value(rule, longWayOnly: isTouchedBefore)
    let wrong = change.map(written.value)
    foreseen[line] = right.point
    if let wrong, let fit = Fit(claim, wrong), fit >= Fit(claim, right) ?? .none {
      mistaken.insert(line)
      foreseen[line] = wrong.point
      take(fit, claim, wrong, at: line)
    } else if let fit = Fit(claim, right) {
      if wrong != nil { avoided += 1 }
      take(fit, claim, right, at: line)
    } else if let meant, let fit = Fit(claim, value(in: meant)) {
      if change != nil { mistaken.insert(line) }
      fromMeant.insert(line)
      likelihood += Fit.asMeant
      take(fit, claim, value(in: meant), at: line)
    } else if claim.isRight(hand.exercise.values[line]) {
      likelihood += Fit.fromElsewhere
      believe(claim, nil, at: line)
    } else {
      let off = Swift.min(
        right.interval.distance(to: claim.value), wrong?.interval.distance(to: claim.value) ?? .infinity)
      if off <= Swift.min(Fit.mostUnits * claim.unit, Fit.mostPart * claim.value.magnitude) {
        nearby.append(line)
        likelihood += Fit.coarse
      } else if claim.isNearly(hand.exercise.values[line]) {
        likelihood += Fit.fromElsewhere
        return believe(claim, nil, at: line)
      } else {
        unexplained.append(line)
        likelihood += Fit.slip(claim, for: right.point)
      }
      var other = meant ?? written
      other.suppose(value(in: other), at: line, digits: hand.digits)
      meant = other
      written.believe(claim, nil, at: line)
    }
  }

  private mutating func take(_ fit: Fit, _ claim: Claim, _ value: Mind.Value, at line: Int) {
    likelihood += fit.likelihood
    if fit.isDoubtful { doubtful.append(line) }
    believe(claim, value, at: line)
  }

  private mutating func believe(_ claim: Claim, _ value: Mind.Value?, at line: Int) {
    written.believe(claim, value, at: line)
    meant?.believe(claim, value, at: line)
  }
}
