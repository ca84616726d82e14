import Backprop
import Lessons

/// Judges what people wrote for an exercise, and finds the mistakes behind it.
package struct Marker: Sendable {
  /// What is to be derived.
  package let exercise: Exercise
  /// In the order of the first lines that they change.
  package let suspects: [Suspect]

  /// A marker that knows all mistakes of the catalog; of that of the kind of lesson, if none is named.
  package init(_ exercise: Exercise, catalog: [Mistake]? = nil) {
    self.exercise = exercise
    suspects = exercise.suspects(from: catalog).sorted { $0.first < $1.first }
  }

  /// More mistakes than these in one derivation are not told apart.
  private static let mostMistakes = 4
  /// How many explanations are followed further at a time.
  private static let mostOpen = 6
  /// Explanations that are less likely than the best by this factor, as a logarithm, are not followed.
  private static let mostBehind = 24.0

  /// What explains the numbers, the best first; the first of all where nothing has to be explained.
  ///
  /// `limits` says where the search ended before it was through.
  func explanations(of hand: Handwriting, limits: inout Set<Marking.Limit>) -> [Explanation] {
    let end = exercise.lines.count
    var run = hand.start
    hand.advance(&run, supposing: [], to: end)
    var all = [explanation([], slips: [], run, hand)]
    var open = all
    for _ in 0..<Self.mostMistakes {
      let best = all.map(\.score).max() ?? 0
      open = open.filter { $0.open != nil && $0.score > best - Self.mostBehind }
        .sorted { $0.score > $1.score }
      guard !open.isEmpty else { break }
      let found = open.prefix(Self.mostOpen).flatMap { further($0, hand, end, limits: &limits) }
      all += found
      open = found
    }
    let best = all.map(\.score).max() ?? 0
    if open.contains(where: { $0.leavesSomething && $0.score > best - Self.mostBehind }) {
      limits.insert(.mistakes)
    }
    // Nobody is accused for numbers that may all be right, unless it is far more likely.
    let isFew = hand.claims.count { $0 != nil } < Self.fewNumbers
    if all[0].run.isPossible || (isFew && all[0].run.unexplained.isEmpty) {
      all[0].score += Self.benefitOfDoubt
    }
    return all.sorted { $0.score > $1.score }
  }

  /// So much more likely a mistake has to be where nothing is wrong for sure, as a logarithm.
  private static let benefitOfDoubt = 6.0
  /// Of fewer numbers than these a near one says nothing.
  private static let fewNumbers = 4

  /// An explanation with one thing more: a mistake that explains its first open line, or a slip there.
  private func further(
    _ base: Explanation, _ hand: Handwriting, _ end: Int, limits: inout Set<Marking.Limit>
  ) -> [Explanation] {
    guard let line = base.open else { return [] }
    var found: [Explanation] = []
    let isDoubt = base.run.doubtful.contains(line)
    var slipped = base
    slipped.slips.insert(line)
    if slipped.open != nil { found.append(slipped) }
    let known = base.suspects.map { suspects[$0] }
    let near = hand.reach(line, supposing: known)
    let relevant = suspects.indices.prefix { suspects[$0].first <= line }.filter { number in
      suspects[number].changes.keys.contains(where: near.contains)
        && !base.suspects.contains { isSame($0, number) }
    }
    var prefix = hand.start
    for number in relevant {
      let suspect = suspects[number]
      let together = known + [suspect]
      hand.advance(&prefix, supposing: known, to: suspect.first)
      var run = prefix
      hand.advance(&run, supposing: together, to: line + 1)
      // It has to explain this line, and leave explained what was.
      guard (run.unexplained + run.nearby).allSatisfy(base.slips.contains) else { continue }
      let isExact = !run.doubtful.contains(line)
      hand.advance(&run, supposing: together, to: end)
      let explanation = explanation(base.suspects + [number], slips: base.slips, run, hand)
      // What may be a rounding has to be explained to the last digit, by what was written before it or in the whole.
      let isToTheDigit = isExact && (near.count == 1 || run.doubtful.isEmpty)
      if !base.run.unexplained.contains(line), !explanation.isHabitual, !isToTheDigit { continue }
      found.append(explanation)
    }
    // Two at once, where no one of them explains the very first number that is wrong.
    let isFirst = base.suspects.isEmpty && base.slips.isEmpty && !isDoubt
    guard isFirst, !found.contains(where: { !$0.suspects.isEmpty }) else { return found }
    let numbers = relevant.filter { suspects[$0].mistake.evidence != .lastResort }
    guard numbers.count * (numbers.count - 1) / 2 <= Self.mostPairs else {
      limits.insert(.pairs)
      return found
    }
    return found + pairs(of: numbers, at: line, hand, end)
  }

  /// More pairs than these are not tried.
  private static let mostPairs = 12_000
  /// Among so many pairs some fit a number by chance: they have to fit others as well.
  private static let chance = 4.0

  /// Two mistakes that explain a number together.
  private func pairs(of numbers: [Int], at line: Int, _ hand: Handwriting, _ end: Int) -> [Explanation] {
    var found: [Explanation] = []
    var prefix = hand.start
    for (place, first) in numbers.enumerated() {
      hand.advance(&prefix, supposing: [], to: suspects[first].first)
      for second in numbers[(place + 1)...] where !isSame(first, second) {
        let together = [suspects[first], suspects[second]]
        var run = prefix
        hand.advance(&run, supposing: together, to: line + 1)
        guard run.isPossible else { continue }
        hand.advance(&run, supposing: together, to: end)
        var explanation = explanation([first, second], slips: [], run, hand)
        explanation.score -= Self.chance
        found.append(explanation)
      }
    }
    return found
  }

  /// What a run comes to.
  private func explanation(_ numbers: [Int], slips: Set<Int>, _ run: Run, _ hand: Handwriting) -> Explanation
  {
    let made = numbers.map { suspects[$0] }
    // Asked only where the lines one by one leave a doubt.
    let isHabitual = run.isPossible && !run.doubtful.isEmpty && hand.isHabitual(made)
    return Explanation(
      suspects: numbers, isHabitual: isHabitual, slips: slips, run: run,
      score: run.score(made, hand, isHabitual: isHabitual))
  }

  /// The same mistake in the same form in overlapping places.
  private func isSame(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (suspects[a], suspects[b])
    return x.mistake.id == y.mistake.id && x.variant == y.variant
      && (x.scope == .everywhere || y.scope == .everywhere || x.scope == y.scope)
  }
}
