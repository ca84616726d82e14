import Formulas
import Testing

@testable import simulation

private var quick: Simulation {
  Simulation(sheets: 12, seed: 5, kinds: [.catalogued, .line, .correct], sets: [.usual])
}

/// A small share of what the release program simulates.
@Test func `Mistakes with a name are named, no random line is, and nobody with three digits is accused`() {
  let results = quick.run()
  let named = results.sum { $0.kind == .catalogued }
  #expect(named.sheets >= 10)
  #expect(named.firstFound >= named.sheets - 1)
  let found = (named.outcomes[.right] ?? 0) + (named.outcomes[.same] ?? 0)
  #expect(10 * found >= 6 * named.sheets, "\(named.outcomes)")
  let random = results.sum { $0.kind == .line && $0.share == .everything }
  #expect(random.sheets >= 4 && random.outcomes[.lucky] == nil, "\(random.outcomes)")
  let correct = results.sum { key in
    key.kind == .correct && ["3 digits", "4 digits", "5 digits"].contains { key.hand.hasPrefix($0) }
  }
  #expect(correct.sheets > 4 && correct.accused == 0)
}

@Test func `The same seed gives the same sheets, whether or not other kinds of students hand in theirs`() {
  var alone = quick
  alone.kinds = [.line]
  let (one, other) = (quick.run(), alone.run())
  #expect(other.tallies.count > 2)
  #expect(other.tallies.allSatisfy { one[$0.key].outcomes == $0.value.outcomes })
}

@Test(arguments: [
  (Hand(figures: .significant(3...3)), 0.04567, 0.0457, 0.0001),
  (Hand(figures: .significant(3...3), rests: [.cutOff]), -0.04567, -0.0456, 0.0001),
  (Hand(figures: .decimals(3...3)), 0.0004, 0, 0.001),
  (Hand(figures: .significant(4...4), leavesZerosOut: true), 0.25, 0.25, 0.01),
  (Hand(figures: .significant(4...4)), 238_942.1, 238_900, 100),
  (Hand(figures: .significant(4...4)), 0.3, 0.3, 0.0001),
])
func `A hand writes the digits that it is said to`(
  _ hand: Hand, _ value: Double, _ written: Double, _ unit: Double
) {
  var generator = SplitMix64(seed: 1)
  #expect(hand.written(value, &generator) == Written(value: written, unit: unit))
}
