import Backprop

/// What a person wrote, judged.
package struct Marking: Sendable {
  /// A number and its verdict.
  package struct Mark: Sendable {
    /// Which line of the exercise, counted from 0.
    package let line: Int
    /// What was written for it.
    package let claim: Claim
    /// How it is judged.
    package let verdict: Verdict
  }

  /// What lies behind the numbers that are wrong.
  package struct Diagnosis: Sendable {
    /// The mistake; `nil` for a plain slip.
    package let suspect: Suspect?
    /// Whether the number is that of a whole derivation with the mistake, which the lines before it are not.
    package let isOfAnother: Bool
    /// The line whose number shows it first.
    package let line: Int
    /// The line where the wrong formula stands: the same, or one on the way to it for which nothing was written.
    package let source: Int
    /// What the wrong formula comes to in the line that shows it, on the person's own numbers.
    package let foreseen: Double
    /// Other mistakes that give the same numbers, as far as these tell.
    package let others: [Suspect]
    /// A quantity that would tell them apart, if there is one.
    package let telling: Int?
    /// How likely it is, of all that was thought of, from 0 to 1.
    package let likelihood: Double
    /// The lines that come out wrong because of it.
    package let explains: [Int]
  }

  /// Why the search for what lies behind the numbers ended before it was through.
  package enum Limit: String, CaseIterable, Sendable {
    /// There are too many pairs of mistakes to try them all.
    case pairs
    /// More is wrong than is told apart in one derivation.
    case mistakes
  }

  /// In the order of the derivation.
  package let marks: [Mark]
  /// In the order in which they show.
  package let diagnoses: [Diagnosis]
  /// How many significant digits the person works with.
  package let digits: Int
  /// Where the search for mistakes ended early, and mattered.
  package let limits: Set<Limit>
}

extension Marker {
  /// Judges numbers, by their lines.
  package func mark(_ claims: [Int: Claim]) -> Marking {
    let digits = Self.digits(of: claims.values)
    // 0 alone is what is left of less than the digits that the person works with.
    let nothing = Claim(0, unit: 1.0.unit(digits: digits + 1))
    let claims = claims.mapValues { $0.value == 0 && $0.unit == 0 ? nothing : $0 }
    let hand = Handwriting(
      exercise: exercise, claims: exercise.lines.indices.map { claims[$0] }, digits: digits)
    var limits: Set<Marking.Limit> = []
    let all = explanations(of: hand, limits: &limits)
    guard let plain = all.first(where: { $0.suspects.isEmpty && $0.slips.isEmpty }), let best = all.first
    else {
      return Marking(marks: [], diagnoses: [], digits: hand.digits, limits: [])
    }
    let roots = Roots(best, of: self, claims: claims)
    var verdicts: [Int: Verdict] = [:]
    for line in claims.keys.sorted() {
      guard let claim = claims[line] else { continue }
      verdicts[line] = verdict(claim, at: line, plain: plain.run, best: best, roots: roots)
    }
    let marks = claims.keys.sorted().compactMap { line in
      claims[line].flatMap { claim in
        verdicts[line].map { Marking.Mark(line: line, claim: claim, verdict: $0) }
      }
    }
    guard verdicts.values.contains(.wrong) else {
      return Marking(marks: marks, diagnoses: [], digits: hand.digits, limits: [])
    }
    return Marking(
      marks: marks, diagnoses: diagnoses(all, best, roots, claims, verdicts, digits: hand.digits),
      digits: hand.digits, limits: limits)
  }

  /// What has more digits is no number that somebody rounded.
  private static let mostDigits = 12

  /// The middle one of how many digits the numbers have: a trailing zero that was left out is no lack of care.
  private static func digits(of claims: some Collection<Claim>) -> Int {
    let counts = claims.compactMap { claim -> Int? in
      let units = claim.value.magnitude / claim.unit
      guard claim.unit > 0, units.isFinite, units >= 1 else { return nil }
      return Int(units.powerOfTen) + 1
    }.filter { (2...Self.mostDigits).contains($0) }.sorted()
    return counts.isEmpty ? 4 : counts[counts.count / 2]
  }

  private func verdict(
    _ claim: Claim, at line: Int, plain: Run, best: Explanation, roots: Roots
  ) -> Verdict {
    let truth = exercise.values[line]
    let off = (claim.value - truth).magnitude
    if claim.isRight(truth) { return .correct }
    if claim.interval.contains(truth) { return .rounded }
    let isNear = off <= Swift.min(Fit.mostUnits * claim.unit, Fit.mostPart * truth.magnitude)
    if plain.unexplained.contains(line) {
      if best.run.unexplained.contains(line) || roots.isNew(at: line) { return .wrong }
      return .carriedForward
    }
    if plain.nearby.contains(line) || plain.doubtful.contains(line), roots.isNew(at: line) { return .wrong }
    // Whoever made a mistake before, and not here, has it right here.
    if claim.isNearly(truth) { return .rounded }
    let isCarried = !roots.affected[line].isEmpty
    if plain.nearby.contains(line) || (isNear && !isCarried) { return .rounded }
    return isCarried ? .carriedForward : .rounded
  }
}

/// Where in a derivation each mistake shows.
struct Roots {
  /// For each line, the mistakes that it shows: made there, or on the way to it where nothing was written.
  private var shown: [[Int]]
  private var firstLines: [Int: Int] = [:]
  /// For each line, the lines without a number on the way to it where a mistake was made, or itself.
  private var sources: [Set<Int>]
  private var news: Set<Int> = []
  /// For each line, the mistakes that it has to do with, by whatever way.
  private(set) var affected: [Set<Int>]

  init(_ explanation: Explanation, of marker: Marker, claims: [Int: Claim]) {
    let exercise = marker.exercise
    shown = Array(repeating: [], count: exercise.values.count)
    sources = []
    affected = Array(repeating: [], count: exercise.values.count)
    var hidden: [Set<Int>] = Array(repeating: [], count: exercise.values.count)
    // A line without a number that was changed counts as new until a number shows it.
    var seen: Set<Int> = []
    for line in exercise.lines.indices {
      let by = explanation.suspects.first {
        explanation.run.mistaken.contains(line) && marker.suspects[$0].changes[line] != nil
      }
      let needs = (by.flatMap { marker.suspects[$0].changes[line] } ?? exercise.rules[line].formula).needs
      if let by {
        shown[line] = [by]
        hidden[line] = [line]
        affected[line] = [by]
      }
      if explanation.slips.contains(line) || explanation.run.unexplained.contains(line) {
        affected[line].insert(-line - 1)
      }
      for need in needs {
        // Who went on with what was meant was not led astray by what was written.
        let isMeant = explanation.run.fromMeant.contains(line)
        affected[line].formUnion(isMeant ? affected[need].filter { $0 >= 0 } : affected[need])
        guard need < exercise.lines.count, claims[need] == nil else { continue }
        shown[line] += shown[need].filter { !shown[line].contains($0) }
        hidden[line].formUnion(hidden[need])
      }
      guard claims[line] != nil else { continue }
      if !hidden[line].isSubset(of: seen) { news.insert(line) }
      seen.formUnion(hidden[line])
      for suspect in shown[line] where firstLines[suspect] == nil { firstLines[suspect] = line }
    }
    sources = hidden
  }

  /// The last line on the way to a line where one of these mistakes was made.
  func source(of changes: Set<Int>, at line: Int) -> Int? { sources[line].filter(changes.contains).max() }

  /// Whether a number shows a mistake in a line that no number before it shows.
  func isNew(at line: Int) -> Bool { news.contains(line) }

  /// The first number that shows a mistake.
  func first(of suspect: Int) -> Int? { firstLines[suspect] }

  /// A plain slip stands in `affected` by its line.
  static func slip(_ line: Int) -> Int { -line - 1 }
}
