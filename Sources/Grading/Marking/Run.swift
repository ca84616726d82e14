import Backprop

/// A person's derivation gone through line by line, on the supposition that certain mistakes were made.
///
/// Every line is evaluated on the numbers before it: those that were written, and where none was, those that follow.
struct Run {
  /// What is believed of every entry, after the lines that were gone through.
  private(set) var beliefs: [Interval]
  /// The one number of each that is the most likely.
  private var points: [Double]
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

  /// Further off than this many units of the last digit is no rounding.
  static let mostUnits = 10.0
  /// Nor is more than this part of the number.
  static let mostOff = 0.05
  /// The logarithm of how likely a plain slip is, beside a number that follows.
  static let slip = Double.ln(0.0001)
  /// Of a rounding that was too early.
  static let coarse = Double.ln(0.02)

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
    beliefs = [Interval](repeating: .all, count: lines) + givens
    points = [Double](repeating: .nan, count: lines) + givens.map(\.middle)
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
    let wrong = suspects.lazy.compactMap { $0.change(at: line) }.first.map(value)
    guard let claim = hand.claims[line] else {
      if let wrong {
        mistaken.insert(line)
        isTouched[line] = true
        beliefs[line] = wrong.interval.rounded(digits: hand.digits)
        points[line] = wrong.point
        foreseen[line] = wrong.point
      } else {
        isTouched[line] = rule.formula.needs.contains { isTouched[$0] }
        let right = right(rule)
        beliefs[line] = rule.formula.isCopy ? right.interval : right.interval.rounded(digits: hand.digits)
        points[line] = right.point
        foreseen[line] = right.point
      }
      return
    }
    points[line] = claim.value
    let right = right(rule)
    foreseen[line] = right.point
    let (ofWrong, ofRight) = (wrong.flatMap { fit(claim, $0) }, fit(claim, right))
    if let wrong, let ofWrong, ofWrong >= ofRight ?? .none {
      mistaken.insert(line)
      foreseen[line] = wrong.point
      take(ofWrong, at: line)
      believe(claim, wrong.interval, at: line)
    } else if let ofRight {
      if wrong != nil { avoided += 1 }
      take(ofRight, at: line)
      believe(claim, right.interval, at: line)
    } else if claim.isRight(hand.exercise.values[line]) {
      // Right in itself: it came from somewhere else than the numbers before it.
      likelihood += Handwriting.coarse
      beliefs[line] = claim.interval
    } else {
      let off = Swift.min(
        right.interval.distance(to: claim.value), wrong?.interval.distance(to: claim.value) ?? .infinity)
      let most = Swift.min(Handwriting.mostUnits * claim.unit, Handwriting.mostOff * claim.value.magnitude)
      if off <= most {
        nearby.append(line)
        likelihood += Handwriting.coarse - Double.ln(Handwriting.mostUnits * 2)
      } else {
        unexplained.append(line)
        likelihood += Handwriting.slip - Double.ln(claim.alternatives)
      }
      beliefs[line] = claim.interval
    }
  }

  /// What a formula comes to: where it has to lie, and where most likely.
  private struct Value {
    let interval: Interval
    let point: Double
  }

  private func value(_ formula: EntryFormula) -> Value {
    Value(interval: formula.value { beliefs[$0] }, point: formula.value { points[$0] })
  }

  /// What the line's own rule gives, by either way.
  private func right(_ rule: Rule) -> Value {
    let long = value(rule.formula)
    guard let shortcut = rule.shortcut, !rule.formula.needs.contains(where: { isTouched[$0] }) else {
      return long
    }
    let short = value(shortcut)
    // Where the long way loses its digits, the short one says where the number is.
    let isLost = long.interval.width > 64 * Swift.max(short.interval.width, short.point.magnitude)
    return Value(interval: isLost ? short.interval : long.interval.union(short.interval), point: short.point)
  }

  /// The logarithm of how likely the written number is, if the value lies in the interval; `nil` if it does not fit.
  ///
  /// Some people keep all their digits to the end, and write the likeliest number. With others many roundings meet, which
  /// rarely all go the same way: they lie about the likeliest number as errors do, within the bounds that the interval is.
  private func fit(_ claim: Claim, _ value: Value) -> Fit? {
    guard claim.interval.meets(value.interval) else { return nil }
    guard claim.unit > 0 else { return Fit(likelihood: 0, isDoubtful: false) }
    let off = (claim.value - value.point).magnitude / claim.unit
    let bound = value.interval.width / claim.unit / 2 + 1
    guard off.isFinite, bound.isFinite else {
      return Fit(likelihood: -Double.ln(claim.alternatives), isDoubtful: false)
    }
    let deviation = 0.35 * bound
    let scattered = Double.exp(-Double.square(off / deviation) / 2) / (2.5 * deviation)
    let likelihood =
      0.4 * (off <= Self.mostOff ? 0.5 : 0) + 0.5 * Swift.min(scattered, 0.5) + 0.1 / (2 * bound)
    return Fit(
      likelihood: Double.ln(Swift.max(likelihood, 1 / claim.alternatives)), isDoubtful: off > Self.mostOff)
  }

  /// More units of the last digit than this are more than one rounding.
  static let mostOff = 1.01

  private mutating func take(_ fit: Fit, at line: Int) {
    likelihood += fit.likelihood
    if fit.isDoubtful { doubtful.append(line) }
  }

  /// How a written number fits a value.
  private struct Fit: Comparable {
    /// The logarithm of how likely it is.
    let likelihood: Double
    let isDoubtful: Bool

    static let none = Fit(likelihood: -.infinity, isDoubtful: true)

    static func < (left: Fit, right: Fit) -> Bool { left.likelihood < right.likelihood }
  }

  /// The person goes on with what was written, or with what it was rounded from.
  private mutating func believe(_ claim: Claim, _ value: Interval, at line: Int) {
    let point = Interval(exactly: claim.value)
    beliefs[line] = claim.interval.intersection(value).map { $0.union(point) } ?? point
  }
}

extension Interval {
  /// With one more rounding to so many significant digits.
  fileprivate func rounded(digits: Int) -> Interval {
    let size = Swift.min(middle.magnitude, Double.greatestFiniteMagnitude)
    guard size > 0 else { return self }
    return widened(by: size.unit(digits: digits))
  }
}

extension Double {
  /// One unit of the last of so many significant digits.
  package func unit(digits: Int) -> Double {
    guard isFinite, self != 0 else { return 0 }
    let power = Int((Double.ln(magnitude) / Double.ln(10)).rounded(.down)) - digits + 1
    let place = power - Self.smallestPower
    return Self.powersOfTen.indices.contains(place) ? Self.powersOfTen[place] : 0
  }

  private static let smallestPower = -323
  private static let powersOfTen = (smallestPower...308).map { Double("1e\($0)") ?? 0 }
}
