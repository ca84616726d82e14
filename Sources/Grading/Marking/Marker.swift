import Backprop
import Formulas
import Lessons

/// Judges what people wrote for an exercise, and finds the mistakes behind it.
///
/// `mark` takes numbers by their lines, and gives a verdict for each line, and for each number that follows from nothing a
/// diagnosis: a mistake that is named, up to three that it may be, or neither. What is written wrongly in any other way than
/// by a mistake that was thought of is no mistake of another kind: it is left open.
package struct Marker: Sendable {
  /// What is to be derived.
  package let exercise: Exercise
  let catalog: Catalog

  /// A marker; its mistakes are made when they are first looked for, and kept for other sheets.
  package init(_ exercise: Exercise) {
    self.exercise = exercise
    catalog = Catalog(exercise)
  }

  /// Of more numbers that follow from nothing no more is looked for.
  private static let mostSearches = 8

  /// So many digits are asked for where nothing else is said.
  package static let leastDigits = 3
  /// So many at the least has what a number that stands alone comes from.
  static let leastDigitsBehindOne = leastDigits + 1

  /// Judges numbers, by their lines; `asked` significant digits are asked for.
  ///
  /// `workings` are formulas that were written before a number and give it.
  package func mark(_ written: [Int: Claim], workings: [Int: [Formula]] = [:], asked: Int? = nil) -> Marking {
    let claims = Self.read(written, lines: exercise.lines.count)
    let digits = claims.compactMap { $0.map(\.digits) }.filter { $0 > 0 }.sorted()
    let needed = Swift.max(asked ?? 0, Self.leastDigitsBehindOne)
    var conventions = Conventions(catalog, claims)
    conventions.find { bestHand($0, needed: needed).run }
    let (hand, run) = bestHand(conventions, needed: needed)
    return marking(
      hand, run, conventions.found, workings: workings, digits: digits, asked: asked ?? Self.leastDigits)
  }

  /// A bare 0 is what is left of less than the last place that is written elsewhere.
  private static func read(_ written: [Int: Claim], lines: Int) -> [Claim?] {
    var claims = [Claim?](repeating: nil, count: lines)
    for (line, claim) in written where claims.indices.contains(line) && claim.value.isFinite {
      let unit = Swift.max(claim.unit, Claim.exactness * claim.value.magnitude)
      claims[line] = Claim(claim.value, unit: unit.isFinite ? unit : 0).withoutFilling
    }
    let finest = claims.compactMap { $0 }.filter { $0.value != 0 && $0.unit < 1 }.map(\.unit).min() ?? 1e-3
    return claims.map { claim in
      claim.map { $0.value == 0 && ($0.unit == 0 || $0.unit == 1) ? Claim(0, unit: finest) : $0 }
    }
  }

  private typealias Hand = (hand: Handwriting, run: Run)

  /// The first way of writing that explains all, or that which leaves the fewest open.
  private func bestHand(_ conventions: Conventions, needed: Int) -> Hand {
    let exact = bestHandInAnyPrecision(conventions)
    guard !exact.run.unexplained.isEmpty, let shortened = conventions.shortened(to: needed) else {
      return exact
    }
    let other = bestHand(shortened, isSingle: false)
    return other.run.unexplained.count < exact.run.unexplained.count ? other : exact
  }

  private func bestHandInAnyPrecision(_ conventions: Conventions) -> Hand {
    let plain = bestHand(conventions, isSingle: false)
    guard !plain.run.unexplained.isEmpty,
      conventions.claims.contains(where: { $0?.digits ?? 0 >= Handwriting.singleDigits })
    else { return plain }
    let single = bestHand(conventions, isSingle: true)
    let explained = plain.run.unexplained.count - single.run.unexplained.count
    // So many digits show single precision in nearly every number: one alone that is off is none of it, unless the others
    // are numbers of single precision as well.
    let long = conventions.claims.count { claim in
      guard let claim, claim.digits >= Self.digitsThatShowIt, !claim.isOfSinglePrecision else { return false }
      // What ends in zeros is the same in both.
      return !Belief(exactly: claim.value).isWhole(in: claim.value.unit(digits: Handwriting.singleDigits))
    }
    return explained > 0 && explained * Self.oneInSingle >= long ? single : plain
  }

  /// With so many digits single precision differs from double precision nearly everywhere, and in one number of ten at the least.
  private static let (digitsThatShowIt, oneInSingle) = (9, 10)

  private func bestHand(_ conventions: Conventions, isSingle: Bool) -> Hand {
    let counts = conventions.claims.compactMap { $0?.digits }.filter { $0 > 0 }
    let written = conventions.claims.count { $0 != nil }
    func hand(_ ending: Handwriting.Ending, _ precision: Handwriting.Precision) -> Hand {
      let hand = Handwriting(
        exercise: exercise, claims: conventions.claims, rules: conventions.rules,
        values: conventions.values, ending: ending, precision: precision,
        fewestDigits: Swift.max(2, counts.min() ?? Self.leastDigits), isSingle: isSingle,
        areFew: written <= Handwriting.fewNumbers, copies: catalog.copies)
      return (hand, Run(hand, supposing: Supposition()))
    }
    var best: Hand?
    for ending in Handwriting.Ending.allCases {
      for precision in Self.precisions(conventions.claims) {
        let next = hand(ending, precision)
        guard let old = best else {
          if next.run.unexplained.isEmpty { return next }
          best = next
          continue
        }
        let (count, least) = (next.run.unexplained.count, old.run.unexplained.count)
        // One number that is off by a unit shows no way of writing where there are few.
        if ending == .isLoose, count == least || written <= Handwriting.fewNumbers { continue }
        if count == 0 { return next }
        if count < least || (count == least && next.run.score() > old.run.score()) { best = next }
      }
    }
    return best ?? hand(.rounds, .digits(Self.leastDigits))
  }

  /// What has more digits is no number that somebody rounded.
  static let mostDigits = 12

  /// Nobody goes on with fewer decimals than two.
  private static let coarsestUnit = 0.0100001

  /// The fewest digits that occur; or the decimals, where half of the numbers have the most of them.
  private static func precisions(_ claims: [Claim?]) -> [Handwriting.Precision] {
    let written = claims.compactMap { $0 }
    let counts = written.map(\.digits).filter { $0 > 0 }
    // A zero that was left out at the end is no lack of care; two digits are, where no number of several has more.
    let least =
      written.count > Handwriting.fewNumbers
      ? Swift.max(2, Swift.min(leastDigits, counts.max() ?? 0))
      // Nothing shows that what a number alone comes from was rounded as it is.
      : written.count == 1 ? leastDigitsBehindOne : leastDigits
    let usual = counts.filter { (least...mostDigits).contains($0) }.sorted()
    // One number in ten may be shorter than those that were gone on with.
    let digits = Handwriting.Precision.digits(usual.isEmpty ? least : usual[usual.count / 10])
    let units = written.filter { $0.unit > 1e-12 && $0.unit <= coarsestUnit }.map(\.unit)
    guard let unit = units.min(), units.count(where: { $0 == unit }) * 2 >= written.count,
      // Where every line has a number, nothing depends on it.
      written.count < claims.count, written.count > Handwriting.fewNumbers
    else { return [digits] }
    return [digits, .decimals(unit: unit)]
  }

  private func marking(
    _ hand: Handwriting, _ plain: Run, _ conventions: [Marking.Convention], workings: [Int: [Formula]],
    digits: [Int], asked: Int
  ) -> Marking {
    var (known, run) = (Supposition(), plain)
    var skipped: Set<Int> = []
    var owners: [Int: Int] = [:]
    var found: [(line: Int, decision: Decision?, foreseen: Belief)] = []
    var limits: Set<Marking.Limit> = []
    while let line = catalog.order.first(where: { run.states[$0] == .unexplained && !skipped.contains($0) }) {
      let foreseen = run.foreseen[line]
      skipped.insert(line)
      guard found.count < Self.mostSearches else {
        limits.insert(.mistakes)
        found.append((line, nil, foreseen))
        continue
      }
      guard
        let search = Search(catalog, hand, known, skipped.subtracting([line]), run, at: line)
      else { continue }
      let decision = Decision(search, workings[line] ?? [])
      found.append((line, decision, foreseen))
      for changed in Set(decision.adopted.changes.keys).union(decision.adopted.values.keys)
      where owners[changed] == nil {
        owners[changed] = line
      }
      known = decision.adopted
      run = Run(hand, supposing: known, after: run)
    }
    let verdicts = Verdicts(run, hand, known, owners: owners, in: catalog.order, asked: asked)
    let marks = hand.claims.indices.compactMap { line -> Marking.Mark? in
      guard let claim = hand.claims[line], let verdict = verdicts.verdicts[line] else { return nil }
      return Marking.Mark(line: line, claim: claim, verdict: verdict, points: verdicts.points(of: line))
    }
    let diagnoses = found.map { line, decision, foreseen in
      let out = hand.claims.indices.filter { other in
        // A line with a mistake of its own is listed under that one only.
        verdicts.causes[other].contains(line) && verdicts.owners[other] ?? line == line
          && !(verdicts.verdicts[other]?.isRight ?? true)
      }
      return Marking.Diagnosis(
        line: line, named: decision?.named, possible: decision?.possible ?? [],
        facts: facts(line, hand, foreseen), foreseen: foreseen.point, explains: out)
    }
    return Marking(
      marks: marks,
      diagnoses: diagnoses.sorted { catalog.placeOnPaper($0.line) < catalog.placeOnPaper($1.line) },
      digits: digits.isEmpty ? 4 : Swift.max(2, Swift.min(digits[digits.count / 2], Self.mostDigits)),
      asked: asked, conventions: conventions, limits: limits)
  }

  /// What is known to less than this part of it is not exactly so many times as much.
  private static let exactly = 0.005

  /// What is plain to see of a number.
  private func facts(_ line: Int, _ hand: Handwriting, _ foreseen: Belief) -> [Marking.Fact] {
    guard let claim = hand.claims[line] else { return [] }
    if claim.value == 0 { return [.zero] }
    let copied = hand.claims.indices.first { other in
      other != line && hand.claims[other]?.value == claim.value && claim.digits > 1
    }
    if let copied { return [.copied(from: copied)] }
    let factors = [(-1, 1), (2, 1), (1, 2), (3, 1), (1, 3), (4, 1), (1, 4), (10, 1), (1, 10)]
    let factor = factors.first { above, below in
      let factor = Double(above) / Double(below)
      return (claim.value - foreseen.point * factor).magnitude
        <= claim.unit * 0.51 + foreseen.width / 2 * factor.magnitude
    }
    guard claim.digits > 2, foreseen.width <= Self.exactly * foreseen.point.magnitude, let factor else {
      return []
    }
    return [.times(factor.0, over: factor.1)]
  }
}
