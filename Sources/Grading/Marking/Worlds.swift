import Backprop
import Formulas

/// The same derivation from other numbers: what gives the same number in all of them is the same.
struct Worlds {
  private let search: Search
  private let worlds: [[Double]]

  init(_ search: Search) {
    self.search = search
    let exercise = search.catalog.exercise
    worlds = exercise.otherGivens.map { givens in
      exercise.derived([:], [Double](repeating: 0, count: exercise.lines.count) + givens)
    }
  }

  func signature(of hypothesis: Search.Hypothesis) -> [Double] {
    hypothesis.suspect == nil
      ? worlds.map { _ in .nan } : derived(hypothesis).map { $0[search.line] }
  }

  /// Whether the formula gives what the hypothesis does, whatever the numbers are.
  func agree(on formula: EntryFormula, with hypothesis: Search.Hypothesis) -> Bool {
    Self.areEqual(
      derived(hypothesis).map { world in formula.value { world[$0] } }, signature(of: hypothesis))
  }

  private func derived(_ hypothesis: Search.Hypothesis) -> [[Double]] {
    worlds.map { world in
      search.catalog.exercise.derived(hypothesis.supposition.changes, world) { line, value in
        line > search.line ? nil : value
      }
    }
  }

  static func areEqual(_ a: [Double], _ b: [Double]) -> Bool {
    a.contains { $0 != 0 }
      && zip(a, b).allSatisfy { ($0 - $1).magnitude <= 1e-10 * Swift.max($0.magnitude, $1.magnitude) }
  }
}

extension Exercise {
  /// Other numbers for what is given, three times, always the same and each with its sign.
  var otherGivens: [[Double]] {
    var generator = SplitMix64(seed: 1)
    return (0..<3).map { _ in
      givens.map { given in
        let size = 0.3 + 1.4 * Double(generator.next() >> 11) / 9_007_199_254_740_992
        return given.middle < 0 ? -size : size
      }
    }
  }
}
